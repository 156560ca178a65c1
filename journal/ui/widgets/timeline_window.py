"""A part of a chart over time: what it shows of fewer days than it was worked out for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from journal.domain.period import Period
from journal.domain.trends import Timeline


class OfDay(Protocol):
    """Something that stands on a day."""

    @property
    def day(self) -> date:
        """The journal day."""
        ...


D = TypeVar("D", bound=OfDay)


def cut(timeline: Timeline, period: Period) -> Timeline:
    """What the timeline of `period` alone would be, where it lies in the timeline's own."""
    if period == timeline.period:
        return timeline
    lines = (_within(line, period) for line in timeline.lines)
    return replace(
        timeline,
        period=period,
        scores=_within(timeline.scores, period),
        lines=tuple(line for line in lines if line),
        sessions=_within(timeline.sessions, period),
        medicines=tuple(mark for mark in timeline.medicines if mark.day in period),
    )


def _within(ordered: Sequence[D], period: Period) -> tuple[D, ...]:
    """Those of the period, of things that are oldest first."""
    first = bisect_left(ordered, period.first, key=_day)
    last = bisect_right(ordered, period.last, lo=first, key=_day)
    return tuple(ordered[first:last])


def _day(one: OfDay) -> date:
    return one.day
