"""The course table: each measure before treatment, its lowest and highest since, and its latest."""

from collections.abc import Iterator, Sequence
from functools import partial

from journal.domain.before_and_now import BeforeAndNow, Change, Comparison, Time, Window
from journal.domain.course_measures import Measure, extremes
from journal.domain.period import Period
from journal.domain.reading import Reading
from journal.domain.scoring import ScoredResponse
from journal.domain.summary import Summary
from journal.i18n import _, format_number, ngettext
from journal.report.parts import Cell, Column, Line, Section, Table, Text, one_line
from journal.report.shortening import NOTHING, brief, day_in, listed
from journal.wording import scale_name
from journal.wording.course import (
    beginning,
    compared_days,
    daily_reading,
    is_setback,
    measure_reading,
    scale_range,
    session_numbers,
)
from journal.wording.questionnaires import place_words, total_range

MOST_MEASURES = 4
"""Questionnaires with a row of their own; of more, their latest totals in a line."""

LONGEST_TITLE = 24

Row = tuple[Cell, ...]


def course_section(summary: Summary) -> Section:
    """One row for each questionnaire, then the daily scale, like compared with like."""
    rows = [_measure(measure, summary) for measure in summary.measures[:MOST_MEASURES]]
    rows += [row for daily in summary.daily for row in _daily(daily)]
    title = _("Course")
    if not rows:
        return one_line(title, _("Nothing is entered that has a course."))
    return Section(
        title,
        table=Table(_columns(_begins_before(summary)), tuple(rows)),
        lines=tuple(_others(summary.measures[MOST_MEASURES:], summary.period)),
    )


def _columns(before: bool) -> tuple[Column, ...]:
    return (
        Column(_("Measure"), 25.5),
        Column(_("Before treatment") if before else _("At the beginning"), 10.5),
        Column(_("Lowest since"), 9),
        Column(_("Highest since"), 9.5),
        Column(_("Latest"), 24.5),
        Column(_("Reading"), 26),
    )


def _begins_before(summary: Summary) -> bool:
    """Whether nothing in the column was logged once treatment had begun."""
    begins = [result.begin for result in summary.daily if result.begin is not None]
    is_before = all(begin.time is Time.BEFORE_SESSION_1 for begin in begins)
    return is_before and not summary.begun_in_treatment


def _measure(measure: Measure, summary: Summary) -> Row:
    questionnaire, reading = measure.questionnaire, measure.reading
    name = (
        Text(brief(questionnaire.title, LONGEST_TITLE), bold=True),
        Text(f" {total_range(questionnaire)}"),
    )
    named = partial(day_in, period=summary.period)
    words = measure_reading(measure, any_session=_any_session(summary), named=named) or NOTHING
    if reading is None:
        return (name, *(Text(NOTHING) for _column in range(4)), Text(words))
    return (
        name,
        Text(_dated(reading.baseline, summary.period)),
        *_ends(reading, summary.period),
        Text(_latest(reading.latest, summary.period)),
        Text(words, bold=is_setback(reading)),
    )


def _any_session(summary: Summary) -> bool:
    """Whether a ketamine session took place by the end of the period."""
    return any(result.last_session is not None for result in summary.daily)


def _dated(entry: ScoredResponse | None, period: Period) -> str:
    if entry is None:
        return NOTHING
    return f"{entry.total} · {day_in(entry.day, period)}"


def _ends(reading: Reading, period: Period) -> tuple[Text, Text]:
    """The lowest and the highest since the baseline, where there is anything since."""
    if reading.baseline is reading.latest:
        return Text(NOTHING), Text(NOTHING)
    return Text(_dated(reading.lowest, period)), Text(_dated(reading.highest, period))


def _latest(entry: ScoredResponse, period: Period) -> str:
    parts = [_dated(entry, period)]
    if entry.place is not None:
        parts.append(place_words(entry.place))
    if entry.looks_back_to is not None:
        parts.append(_("looks back to {day}").format(day=day_in(entry.looks_back_to, period)))
    return ", ".join(parts)


def _daily(result: BeforeAndNow) -> Iterator[Row]:
    if not result.comparisons:
        missing = _("too little data: no “now” yet") if result.begin else _("nothing logged")
        yield (_named(result), Text(_begin(result.begin)), *_nothings(3), Text(missing))
    for number, comparison in enumerate(result.comparisons):
        low, high = _low_and_high(comparison)
        yield (
            _named(result, compared_days(result, comparison)),
            Text(_begin(result.begin) if number == 0 else ""),
            Text(low),
            Text(high),
            Text(_now(comparison)),
            Text(daily_reading(result, comparison), bold=comparison.change in _SETBACKS),
        )


_SETBACKS = (Change.WORSE,)


def _nothings(count: int) -> tuple[Text, ...]:
    return (Text(NOTHING),) * count


def _named(result: BeforeAndNow, days: str = "") -> Line:
    name = brief(scale_name(result.scale), LONGEST_TITLE)
    rest = ", ".join(part for part in (scale_range(result.scale), days) if part)
    return (Text(name, bold=True), Text(f" {rest}"))


def _begin(begin: Window | None) -> str:
    if begin is None or begin.median is None:
        return NOTHING
    days = ngettext("{count} day", "{count} days", begin.days).format(count=begin.days)
    value = f"{format_number(begin.median)} ({days})"
    named = beginning(begin)
    return f"{value} · {named}" if named else value


def _low_and_high(comparison: Comparison) -> tuple[str, str]:
    """Of all sessions since the beginning; the last 28 days are one value, with no ends."""
    found = extremes(comparison)
    if found is None or comparison.time is Time.LAST_DAYS:
        return NOTHING, NOTHING
    words = _("{value} (n {count})")
    ends = (format_number(end) for end in (found.low, found.high))
    low, high = (words.format(value=end, count=found.count) for end in ends)
    return low, high


def _now(comparison: Comparison) -> str:
    medians = [NOTHING if w.median is None else format_number(w.median) for w in comparison.windows]
    values = ", ".join(medians)
    if comparison.time is Time.LAST_DAYS:
        days = comparison.windows[0].days
        return ngettext("{value} ({count} day)", "{value} ({count} days)", days).format(
            value=values, count=days
        )
    numbers = session_numbers(comparison)
    if not numbers:
        return NOTHING
    so_far = "" if comparison.windows[-1].over else " " + _("so far")
    sessions = ngettext("session {first}", "sessions {first} to {last}", len(numbers)).format(
        first=numbers[0], last=numbers[-1]
    )
    return f"{values}{so_far} ({sessions})"


def _others(measures: Sequence[Measure], period: Period) -> Iterator[Line]:
    """The questionnaires that have no row, each with its latest total."""
    names = [
        f"{brief(measure.questionnaire.title, LONGEST_TITLE)} "
        f"{_dated(measure.reading.latest, period)}"
        for measure in measures
        if measure.reading is not None
    ]
    if names:
        yield (Text(_("Also:"), bold=True), Text(f" {listed(names)}"))
