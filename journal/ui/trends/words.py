"""The Trends page's own words: the names of its ranges, and how much is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.ui.trends.choice import Range
from journal.wording import count_sessions, scale_name

if TYPE_CHECKING:
    from journal.charts.totals import Totals
    from journal.domain.trends import Timeline

_SHORT = {
    Range.MONTH: N_("30 d"),
    Range.QUARTER: N_("90 d"),
    Range.HALF_YEAR: N_("180 d"),
    Range.YEAR: N_("1 y"),
    Range.ALL: N_("All"),
}
_SPOKEN = {
    Range.MONTH: N_("Last 30 days"),
    Range.QUARTER: N_("Last 90 days"),
    Range.HALF_YEAR: N_("Last 180 days"),
    Range.YEAR: N_("Last year"),
    Range.ALL: N_("Whole journal"),
}


def range_name(range_: Range) -> str:
    """What stands on a range's button."""
    return _(_SHORT[range_])


def range_in_words(range_: Range) -> str:
    """A range as a screen reader says it."""
    return _(_SPOKEN[range_])


def counts_sentence(timeline: Timeline, *, is_whole: bool) -> str:
    """How much is logged: counts, and nothing about causes; `is_whole` is the whole journal."""
    if not timeline.is_empty:
        return _counts(timeline)
    scale = scale_name(timeline.scale)
    if is_whole:
        return _("{scale} is not logged yet.").format(scale=scale)
    return _("{scale}: nothing logged in this time. A longer range may have more of it.").format(
        scale=scale
    )


def totals_sentence(totals: Totals) -> str:
    """`PHQ-9: 3 totals, latest 7 on 6 March 2026.`"""
    title, count = totals.questionnaire.title, len(totals.entries)
    if not count:
        return _("{title}: no total in this time.").format(title=title)
    latest = totals.entries[-1]
    return ngettext(
        "{title}: {count} total, {total} on {day}.",
        "{title}: {count} totals, latest {total} on {day}.",
        count,
    ).format(
        title=title,
        count=format_number(count),
        total=format_number(latest.total or 0),
        day=format_date(latest.day),
    )


def _counts(timeline: Timeline) -> str:
    days = len(timeline.period)
    logged = ngettext(
        "{logged} of {days} day logged", "{logged} of {days} days logged", days
    ).format(logged=format_number(timeline.days_logged), days=format_number(days))
    sessions = sum(mark.number is not None for mark in timeline.sessions)
    if not sessions:
        return _("{scale}: {logged}.").format(scale=scale_name(timeline.scale), logged=logged)
    return _("{scale}: {logged}, {sessions}.").format(
        scale=scale_name(timeline.scale), logged=logged, sessions=count_sessions(sessions)
    )
