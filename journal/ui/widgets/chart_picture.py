"""A drawn chart over time as the window holds it: its pixels, and where each day stands."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from journal.charts.description import label
from journal.charts.totals import Totals
from journal.domain.checkin import Scale
from journal.domain.day_scores import DayScore
from journal.domain.medication import MedicineMark
from journal.domain.period import Period
from journal.domain.scoring import ScoredResponse
from journal.domain.trends import SessionMark, Timeline
from journal.i18n import _, format_date
from journal.theme import Theme
from journal.wording import scale_name, treatment_name
from journal.wording.medicines import medicine_mark_label
from journal.wording.questionnaires import result_words

if TYPE_CHECKING:
    from journal.charts.render import RenderedChart

REACH = 3.0
"""How near, in pixels, the pointer has to be to a dot to be taken to its day."""


@dataclass(frozen=True, slots=True)
class Panels:
    """Scales, and questionnaires below them, all of one period; on the days of `noted` is a note.

    There is at least one of them. Without a scale the sessions and medicines are those of `marks`.
    """

    timelines: tuple[Timeline, ...]
    totals: tuple[Totals, ...] = ()
    noted: Collection[date] = ()
    marks: Timeline | None = None

    @property
    def period(self) -> Period:
        """The days of all panels."""
        return self.timelines[0].period if self.timelines else self.totals[0].period

    @property
    def sessions(self) -> Sequence[SessionMark]:
        """The treatments of the period."""
        return self._marked.sessions if self._marked is not None else ()

    @property
    def medicines(self) -> Sequence[MedicineMark]:
        """The changes of medicines in the period."""
        return self._marked.medicines if self._marked is not None else ()

    @property
    def _marked(self) -> Timeline | None:
        return self.timelines[0] if self.timelines else self.marks


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """Panels and their picture, drawn for a widget of `size`.

    In a widget of another size it is scaled until a new one is drawn; every position here is that
    of the scaled picture.
    """

    panels: Panels
    chart: "RenderedChart"
    size: QSize
    image: QImage

    @property
    def period(self) -> Period:
        """The days that are drawn."""
        return self.panels.period

    def target(self, size: QSize) -> QRectF:
        """Where the picture goes in a widget of `size`; unscaled where it was drawn for it."""
        if size == self.size:
            chart = self.chart
            return QRectF(QPointF(), QSizeF(chart.width, chart.height) / chart.ratio)
        return QRectF(QPointF(), QSizeF(size))

    def shifted_target(self, shown: Period, size: QSize) -> QRectF:
        """Where the picture goes for its days to stand where those of another window will."""
        target, plot, area = self.target(size), self.plot(size), self.chart.plot
        margin = self.period.first.toordinal() - area.first
        first = shown.first.toordinal() - margin
        days = shown.last.toordinal() + margin - first
        scale = (area.last - area.first) / days
        moved = (area.first - first) / days * plot.width()
        left = plot.left() + moved - (plot.left() - target.left()) * scale
        return QRectF(left, target.top(), target.width() * scale, target.height())

    def plot(self, size: QSize) -> QRectF:
        """The room between the axes, from the top of the first panel to the foot of the last."""
        across, down = self._scaled(size)
        first, last = self.chart.panels[0].plot, self.chart.panels[-1].plot
        return QRectF(
            QPointF(first.left * across, first.top * down),
            QPointF(first.right * across, last.bottom * down),
        )

    def _scaled(self, size: QSize) -> tuple[float, float]:
        target = self.target(size)
        return target.width() / self.chart.width, target.height() / self.chart.height

    def day_at(self, place: QPointF, size: QSize) -> date | None:
        """The day a place stands for: a dot's if one is near, else the one along the axis."""
        across, down = self._scaled(size)
        plot = self.chart.plot
        x, y = place.x() / across, place.y() / down
        nearest = self.chart.nearest(x, y)
        if nearest is not None and abs(nearest.x - x) <= REACH * self.chart.ratio:
            return nearest.score.day
        day = plot.day(x) if plot.left <= x <= plot.right else None
        return day if day is not None and day in self.period else None

    def nearest_day(self, x: float, size: QSize) -> date:
        """The day of the picture nearest to a place along its axis."""
        day = self.chart.plot.day(x / self._scaled(size)[0])
        return min(max(day, self.period.first), self.period.last)

    def column(self, day: date, size: QSize) -> QRectF:
        """The line that a day is in the panels, from top to foot; it has no width."""
        plot = self.plot(size)
        return QRectF(self.chart.plot.x(day) * self._scaled(size)[0], plot.top(), 0, plot.height())

    def dots(self, day: date, size: QSize) -> list[QPointF]:
        """The middles of a day's dots in all panels; none for a day that is not logged."""
        across, down = self._scaled(size)
        return [
            QPointF(point.x * across, point.y * down)
            for panel in self.chart.panels
            for point in panel.on_day(day)
        ]

    def words(self, day: date) -> tuple[str, ...]:
        """What is told of a day: its date, and a line for each score, treatment, medicine, note."""
        return (day_name(day), *self._lines(day))

    def _lines(self, day: date) -> Iterator[str]:
        for scale in self.chart.scales:
            yield from _scores([point.score for point in scale.on_day(day)], scale.timeline)
        for questionnaire in self.chart.questionnaires:
            for total in questionnaire.on_day(day):
                yield _total(total.entry, questionnaire.totals)
        for mark in self.panels.sessions:
            if mark.day == day:
                yield session_words(mark)
        yield from (medicine_words(mark) for mark in self.panels.medicines if mark.day == day)
        if day in self.panels.noted:
            yield note_mark()


def note_mark() -> str:
    """What tells that a day has a note, without a word of it."""
    return _("✎ with a note")


def medicine_words(mark: MedicineMark) -> str:
    """`Medicine: Sertraline 100 mg`, `Medicine: Sertraline stopped`."""
    return _("Medicine: {change}").format(change=medicine_mark_label(mark))


def score_words(score: DayScore, scale: Scale) -> str:
    """`Mood 4 · before session 11 · entered later`."""
    said = label(score)
    return _("{scale} {value} · {kind}").format(
        scale=scale_name(scale), value=said.value, kind=said.kind
    )


def _scores(scores: Sequence[DayScore], timeline: Timeline) -> Iterator[str]:
    yield from (score_words(score, timeline.scale) for score in scores)
    if not scores:
        yield _("{scale}: not logged").format(scale=scale_name(timeline.scale))


def _total(entry: ScoredResponse, totals: Totals) -> str:
    return f"{totals.questionnaire.title} {result_words(entry)}"


def drawn_picture(panels: Panels, theme: Theme, size: QSize, ratio: float) -> ChartPicture:
    """The picture of panels for a widget of `size`; it takes its time and is for the worker."""
    from journal.charts.render import (  # noqa: PLC0415 - matplotlib takes 0.6 s to load
        rendered_panels,
    )

    chart = rendered_panels(
        panels.timelines, panels.totals, theme, size.width(), size.height(), ratio, panels.marks
    )
    pixels = QImage(
        chart.pixels, chart.width, chart.height, chart.width * 4, QImage.Format.Format_RGBA8888
    )
    # The format that is painted fastest, and a copy of its own.
    return ChartPicture(panels, chart, size, pixels.convertToFormat(QImage.Format.Format_RGB32))


def day_name(day: date) -> str:
    """`Tue 10 March 2026`."""
    return f"{format_date(day, 'medium')} {day.year}"


def session_on_day(number: int, day: date) -> str:
    """`Session 3, Tue 10 March 2026`."""
    return _("Session {number}, {day}").format(number=number, day=day_name(day))


def session_words(mark: SessionMark) -> str:
    """`Session 3: IV ketamine`, or another treatment's name."""
    treatment = treatment_name(mark.session)
    if mark.number is None:
        return treatment
    return _("Session {number}: {treatment}").format(number=mark.number, treatment=treatment)
