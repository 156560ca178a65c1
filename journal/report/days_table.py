"""The daily table, newest first: every scale, what was noted, and runs of days without an entry."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from journal import wording
from journal.domain.checkin import Scale
from journal.domain.daily_table import TableDay
from journal.domain.day_scores import DayScore, Part
from journal.domain.period import Period
from journal.domain.side_effect import SideEffect
from journal.domain.summary import Summary
from journal.domain.trends import SessionMark
from journal.i18n import _, format_number
from journal.report.parts import Cell, Choices, Column, PagePart, Section, Table, Text, as_lines
from journal.report.shortening import NOTHING, brief, day_in, has_a_day_twice, listed
from journal.report.side_effects_table import brief_effect

MOST_SCALES = 8
LONGEST_SCALE = 24
LONGEST_EFFECT = 40


def days_section(summary: Summary, choices: Choices) -> Section | None:
    """Every day of the period with an entry; None where there is none."""
    table, period = summary.days, summary.period
    if not table.days:
        return None
    shown = shown_scales(summary)
    effects = "" if PagePart.SIDE_EFFECTS in choices.left_out else _effects_heading(choices)
    note = " · ".join(_notes(bool(effects) and not choices.safety))
    rows = tuple(_rows(table.days, len(shown), period, bool(effects)))
    names = [brief(wording.scale_name(scale), LONGEST_SCALE) for scale in shown]
    left_out = [brief(wording.scale_name(scale)) for scale in table.scales[MOST_SCALES:]]
    words = _("Not in this table: {scales}.").format(scales=listed(left_out))
    lines = as_lines([words] if left_out else ())
    columns = _columns(names, effects, has_a_day_twice(period))
    return Section(_("Every day"), note, Table(columns, rows), lines=lines)


def shown_scales(summary: Summary) -> tuple[Scale, ...]:
    """The scales that have a column."""
    return summary.days.scales[:MOST_SCALES]


def _effects_heading(choices: Choices) -> str:
    return _("Side effects") if choices.safety else _("Other side effects")


def _notes(other_effects: bool) -> Iterator[str]:
    yield _("newest first · on session days before / after · (n) mean of n check-ins")
    if other_effects:
        yield _("side effects that belong to safety: left out by the patient")


def _columns(scales: Sequence[str], effects: str, years: bool) -> tuple[Column, ...]:
    return (
        Column(_("Day"), 46 if years else 34),
        *(Column(name, 40) for name in scales),
        *((Column(effects, 110),) if effects else ()),
        Column(_("Remarks"), 90),
    )


def _rows(
    days: Sequence[TableDay], scales: int, period: Period, effects: bool
) -> Iterator[tuple[Cell, ...]]:
    between = scales + effects
    if days[0].day < period.last:
        yield _gap(days[0].day + timedelta(1), period.last, between, period)
    for day, earlier in pairwise([*days, None]):
        if day is None:
            break
        yield _row(day, scales, period, effects)
        before = period.first if earlier is None else earlier.day + timedelta(1)
        if before < day.day:
            yield _gap(before, day.day - timedelta(1), between, period)


def _gap(first: date, last: date, between: int, period: Period) -> tuple[Cell, ...]:
    days = day_in(last, period)
    if first != last:
        days = f"{day_in(first, period)} – {days}"
    return (Text(days), *(Text("") for _column in range(between)), Text(_("no entry")))


def _row(day: TableDay, scales: int, period: Period, effects: bool) -> tuple[Cell, ...]:
    return (
        Text(day_in(day.day, period)),
        *(Text(_scores(scores)) for scores in day.scores[:scales]),
        *((Text(_effects(day)),) if effects else ()),
        Text(" · ".join(_remarks(day))),
    )


def _scores(scores: Sequence[DayScore]) -> str:
    """On a session day what stood before it and after each session, a dash where nothing did."""
    words = [_score(score) for score in scores]
    parts = {score.part for score in scores}
    if Part.WHOLE in parts or not parts:
        return " / ".join(words)
    if Part.BEFORE not in parts:
        words.insert(0, NOTHING)
    elif Part.AFTER not in parts:
        words.append(NOTHING)
    return " / ".join(words)


def _score(score: DayScore) -> str:
    value = format_number(score.value)
    return value if score.count == 1 else f"{value} ({score.count})"


def _effects(day: TableDay) -> str:
    if not day.effects:
        return _("none") if day.no_side_effects else ""
    return ", ".join(dict.fromkeys(map(_effect, day.effects)))


def _effect(effect: SideEffect) -> str:
    name = brief_effect(effect, LONGEST_EFFECT)
    if effect.severity is None:
        return name
    return f"{name} ({wording.severity_name(effect.severity)})"


def _remarks(day: TableDay) -> Iterator[str]:
    for mark in day.sessions:
        yield _session(mark)
    if day.late:
        yield _("entered later")
    if day.imported:
        yield _("imported")
    if day.too_unwell:
        yield _("too unwell")
    if day.logged and not any(day.scores):
        yield _("scores during drug effect")


def _session(mark: SessionMark) -> str:
    if mark.number is None:
        return brief(wording.treatment_name(mark.session), LONGEST_EFFECT)
    return _("session {number}").format(number=mark.number)
