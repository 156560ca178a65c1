"""How often ketamine is given of late: it decides what can be compared around a session."""

from enum import StrEnum
from itertools import pairwise
from statistics import median

from journal.domain.safety.driving import is_daily_use
from journal.domain.stretches import Course

LAST_SESSIONS = 4
WEEKLY_FROM = 5
WEEKLY_TO = 9
"""Weekly: the median gap of the last four sessions is 5 to 9 days (clinical reference)."""


class Rhythm(StrEnum):
    """How close together the last sessions were.

    SPACED is anything wider than WEEKLY, TWICE_WEEKLY anything closer, and DAILY ketamine on at
    least 10 of the 14 days that end with the last session.
    """

    SPACED = "spaced"
    WEEKLY = "weekly"
    TWICE_WEEKLY = "twice-weekly"
    DAILY = "daily"


def rhythm(sessions: Course) -> Rhythm:
    """The rhythm of the last four sessions, or of as many as there are."""
    last = sessions.days[-LAST_SESSIONS:]
    if len(last) < 2:
        return Rhythm.SPACED
    if is_daily_use((one.session for one in sessions.sessions), last[-1]):
        return Rhythm.DAILY
    gap = median((later - earlier).days for earlier, later in pairwise(last))
    if gap > WEEKLY_TO:
        return Rhythm.SPACED
    return Rhythm.WEEKLY if gap >= WEEKLY_FROM else Rhythm.TWICE_WEEKLY
