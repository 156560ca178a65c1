"""The year day by day in words: the legend of the calendar, sentences, and its numbers."""

from collections.abc import Iterator
from datetime import date

from journal.charts.description import label
from journal.charts.numbers import NumbersTable
from journal.domain.day_scores import DayScore, Part
from journal.domain.trends import SessionMark
from journal.domain.year import YearCalendar, YearDay, YearSummary, year_summaries
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.names import treatment_name
from journal.wording.scales import scale_ends, scale_name
from journal.wording.year import logged_in_years, step_label, year_headline, years_name


def describe(calendar: YearCalendar) -> str:
    """The calendar in whole sentences, year by year; no causes and no judgement."""
    return " ".join(_sentences(calendar))


def _sentences(calendar: YearCalendar) -> Iterator[str]:
    yield year_headline(calendar)
    if not calendar.is_empty:
        yield _("A cell is a day; the scale is {ends}.").format(ends=_ends(calendar))
    for summary in year_summaries(calendar):
        if summary.logged:
            if len(calendar.years) > 1:
                yield logged_in_years(summary, calendar.scale)
            yield _by_step(calendar, summary)
        yield from _sessions(summary)


def _by_step(calendar: YearCalendar, summary: YearSummary) -> str:
    counted = ", ".join(
        _("{values}: {count}").format(
            values=step_label(step, calendar.scale), count=format_number(count)
        )
        for step, count in zip(calendar.steps, summary.by_step, strict=True)
        if count
    )
    return ngettext(
        "{count} score by value – {counted}.",
        "{count} scores by value – {counted}.",
        summary.scores,
    ).format(count=format_number(summary.scores), counted=counted)


def _sessions(summary: YearSummary) -> Iterator[str]:
    if summary.sessions:
        yield ngettext(
            "{count} ketamine session took place in {year}.",
            "{count} ketamine sessions took place in {year}.",
            summary.sessions,
        ).format(count=format_number(summary.sessions), year=years_name(summary.years))
    if summary.other_treatments:
        yield ngettext(
            "{count} other treatment is marked in {year}.",
            "{count} other treatments are marked in {year}.",
            summary.other_treatments,
        ).format(count=format_number(summary.other_treatments), year=years_name(summary.years))


def legend(calendar: YearCalendar) -> tuple[str, ...]:
    """What the marks of the picture mean, only of those that are in it."""
    marks = [mark for day in calendar.days for mark in day.sessions]
    words = [f"{scale_name(calendar.scale)}: {_ends(calendar)}", _("blank: not logged")]
    if any(step.whole is None for step in calendar.steps):
        words.append(_("a value on a border counts with the higher step"))
    if any(mark.number is not None for mark in marks):
        words.append(_("○ session"))
    if any(score and score.part is not Part.WHOLE for day in calendar.days for score in day.scores):
        words.append(_("cut cell: before and after a session"))
    if any(mark.number is None for mark in marks):
        words.append(_("△ other treatment"))
    return tuple(words)


def _ends(calendar: YearCalendar) -> str:
    return scale_ends(calendar.scale, bipolar=calendar.bipolar)


def numbers(calendar: YearCalendar) -> NumbersTable:
    """A row for each score, oldest first, and one for a session day without any."""
    columns = (_("Day"), scale_name(calendar.scale), _("What"), _("Sessions"))
    rows = [row for day in calendar.days for row in _rows(day)]
    return NumbersTable(year_headline(calendar), columns, tuple(rows))


def days(calendar: YearCalendar) -> tuple[date, ...]:
    """The day of every row of `numbers`."""
    return tuple(day.day for day in calendar.days for _row in _rows(day))


def _rows(day: YearDay) -> Iterator[tuple[str, ...]]:
    sessions = ", ".join(map(_session, day.sessions))
    scores = [score for score in day.scores if score]
    for score in scores:
        yield (*_score(score), sessions)
    if not scores:
        yield (format_date(day.day), "", _("not logged"), sessions)


def _score(score: DayScore) -> tuple[str, str, str]:
    words = label(score)
    return format_date(score.day), words.value, words.kind


def _session(mark: SessionMark) -> str:
    if mark.number is None:
        return treatment_name(mark.session)
    return _("session {number}").format(number=mark.number)
