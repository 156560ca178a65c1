"""A clock that shows less than it did: entries would get dates that lie before others."""

from dataclasses import dataclass
from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=2)
"""Clocks are put right by seconds all the time."""


@dataclass(frozen=True, slots=True)
class ClockGoneBack:
    """The journal was last changed at `last_change`, which is still to come at `now`."""

    last_change: datetime
    now: datetime


def clock_gone_back(last_change: datetime | None, now: datetime) -> ClockGoneBack | None:
    """A warning where `now` lies more than two minutes before the last change of the journal.

    Both are instants, so that neither summer time nor a journey makes a clock go back.
    """
    if last_change is None or last_change - now <= TOLERANCE:
        return None
    return ClockGoneBack(last_change, now)
