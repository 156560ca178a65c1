"""How have I been? The chosen scales day by day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from journal.charts import totals
from journal.charts.description import TableRow, describe, legend, table
from journal.charts.numbers import NumbersTable
from journal.charts.totals import totals_in
from journal.domain.medication import MedicineMark
from journal.domain.period import Period
from journal.domain.scoring import ScoredResponse
from journal.domain.session import NumberedSession, numbered
from journal.domain.trends import Timeline
from journal.i18n import _, format_number
from journal.theme import Theme
from journal.ui.trends.choice import Range
from journal.ui.trends.question import OverTime, Question
from journal.ui.trends.reading import Answered, Look
from journal.ui.trends.words import counts_sentence, totals_sentence
from journal.ui.widgets.chart_picture import (
    ChartPicture,
    Panels,
    day_name,
    drawn_picture,
    medicine_words,
)
from journal.ui.widgets.timeline_window import cut
from journal.wording import scale_name
from journal.wording.questionnaires import circumstances

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

_AROUND_INCHES = 0.5
_ONE_PANEL_INCHES = 2.7
_PANEL_INCHES = 1.9
_TOTALS_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Days:
    """Scales over the whole journal, questionnaires below them, and the days that are looked at.

    On the days of `noted` a note was written; `limits` are as far as the picture can be moved, and
    `sessions` all ketamine sessions.
    """

    timelines: tuple[Timeline, ...]
    answered: tuple[Answered, ...]
    sessions: tuple[NumberedSession, ...]
    period: Period
    limits: Period
    noted: frozenset[date]
    is_whole: bool = False

    @property
    def shown(self) -> Panels:
        """What is drawn: the days of the period alone.

        Where there are totals and no score was ever given, no scale stands empty above them.
        """
        period = self.period
        scales = tuple(cut(timeline, period) for timeline in self.timelines)
        return Panels(
            () if self._has_totals_alone else scales,
            tuple(
                totals_in(each.questionnaire, each.entries, period, self.sessions)
                for each in self.answered
            ),
            self.noted,
            scales[0],
        )

    @property
    def _has_totals_alone(self) -> bool:
        return bool(self.answered) and all(timeline.is_empty for timeline in self.timelines)


def _result(look: Look) -> Days:
    reading, period = look.reading, look.period
    whole = reading.whole
    return Days(
        tuple(reading.timeline(scale) for scale in look.scales),
        look.answered,
        reading.once("sessions", lambda: numbered(look.records.sessions)),
        period,
        Period(min(whole.first, period.first), max(whole.last, period.last)),
        reading.noted,
        look.choice.range is Range.ALL,
    )


def _sentence(days: Days) -> str:
    shown = days.shown
    scales = [
        counts_sentence(each, is_whole=days.is_whole or whole.is_empty)
        for each, whole in zip(shown.timelines, days.timelines, strict=False)
    ]
    return " ".join([*scales, *map(totals_sentence, shown.totals)])


def _figure(days: Days, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts.panels import draw_panels  # noqa: PLC0415 - matplotlib loads late

    shown = days.shown
    return draw_panels(shown.timelines, shown.totals, theme, size, dpi, shown.marks)


def _picture(days: Days, theme: Theme, size: QSize, ratio: float) -> ChartPicture:
    return drawn_picture(days.shown, theme, size, ratio)


def _describe(days: Days) -> str:
    shown = days.shown
    scales = shown.timelines or filter(None, [shown.marks])
    return " ".join([*map(describe, scales), *map(totals.describe, shown.totals)])


def _legend(days: Days) -> str:
    """The marks of all panels, each told once; with several panels each has its own ends."""
    shown = days.shown
    legends = [*map(legend, shown.timelines), *map(totals.legend, shown.totals)]
    parts = [part for each in legends for part in each.split(" · ")[len(legends) > 1 :]]
    if not shown.timelines and shown.marks is not None:
        parts += legend(shown.marks).split(" · ")[1:]
    told = dict.fromkeys(parts)
    return " · ".join(part for part in told if not _is_told_better(part, told))


def _is_told_better(part: str, parts: Iterable[str]) -> bool:
    """Whether another part says the same and more."""
    return any(other != part and other.startswith(part) for other in parts)


def _numbers(days: Days) -> NumbersTable:
    """A row for each score, total and change of a medicine, newest first.

    Several panels have a column of names.
    """
    rows, names = _rows(days), _names(days)
    several = len(names) > 1
    caption = _("{scales}, day by day, newest first").format(scales=", ".join(names))
    head = (_("Day"), *((_("Scale"), _("Score")) if several else names))
    columns = (*head, _("7-day average"), _("Stands for"))
    cells = ((row[1][:1] + row[1][1 if several else 2 :]) for row in rows)
    return NumbersTable(caption, columns, tuple(cells))


def _names(days: Days) -> list[str]:
    scales = [scale_name(timeline.scale) for timeline in days.shown.timelines]
    return scales + [each.questionnaire.title for each in days.answered]


_Row = tuple[date, tuple[str, str, str, str, str]]


def _rows(days: Days) -> list[_Row]:
    """Day, name, value, average and meaning of everything that is drawn, newest first."""
    shown = days.shown
    rows = [_score(row, scale_name(each.scale)) for each in shown.timelines for row in table(each)]
    rows += [
        _total(entry, each.questionnaire.title) for each in shown.totals for entry in each.entries
    ]
    rows += map(_medicine, shown.medicines)
    return sorted(rows, key=lambda row: row[0], reverse=True)


def _days_of_rows(days: Days) -> tuple[date, ...]:
    shown = days.shown
    found = [score.day for each in shown.timelines for score in each.scores]
    found += [entry.day for each in shown.totals for entry in each.entries]
    found += [mark.day for mark in shown.medicines]
    return tuple(sorted(found, reverse=True))


def _score(row: TableRow, scale: str) -> _Row:
    average = "" if row.average is None else format_number(row.average)
    meaning = " · ".join(part for part in (row.kind, row.remark) if part)
    return row.day, (day_name(row.day), scale, format_number(row.score), average, meaning)


def _total(entry: ScoredResponse, title: str) -> _Row:
    total = "" if entry.total is None else format_number(entry.total)
    return entry.day, (day_name(entry.day), title, total, "", circumstances(entry))


def _medicine(mark: MedicineMark) -> _Row:
    return mark.day, (day_name(mark.day), "", "", "", medicine_words(mark))


def _within(days: Days, period: Period) -> Days:
    return replace(days, period=period, is_whole=days.is_whole and period == days.period)


def _height(days: Days, _width: float) -> float:
    shown = days.shown
    panels = len(shown.timelines) + _TOTALS_SHARE * len(shown.totals)
    if len(shown.timelines) + len(shown.totals) == 1:
        panels = 1
    return _AROUND_INCHES + (_ONE_PANEL_INCHES if panels == 1 else _PANEL_INCHES * panels)


DAYS = Question(
    key="days",
    title=lambda: _("How have I been?"),
    result=_result,
    sentence=_sentence,
    figure=_figure,
    describe=_describe,
    numbers=_numbers,
    legend=_legend,
    has_picture=lambda _days: True,
    height=_height,
    over_time=OverTime(
        period=lambda days: days.period,
        limits=lambda days: days.limits,
        within=_within,
        picture=_picture,
    ),
    days=_days_of_rows,
)
