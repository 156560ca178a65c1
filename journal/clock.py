"""The one place where the clock and the computer's time zone are read."""

import sys
import time as computer
import warnings
from datetime import UTC, date, datetime, time
from typing import Protocol

from journal.domain.period import Moment, journal_day, moment_at, zone_named


class Clock(Protocol):
    """What time it is here."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...

    def zone(self) -> str:
        """The IANA name of the zone the computer is in."""
        ...


class SystemClock:
    """The computer's own clock and zone."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> str:
        """The IANA name of the zone it is in now, or UTC where the computer does not tell."""
        import tzlocal  # noqa: PLC0415 - asked after the first paint

        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what it tells is taken, whatever it does not add up to
            try:
                tzlocal.reload_localzone()  # who travels leaves the window open
                return tzlocal.get_localzone_name() or "UTC"
            except (LookupError, ValueError, OSError):
                return "UTC"


def moment_now(clock: Clock, day_starts_at: time) -> Moment:
    """The present as a moment of the journal."""
    return moment_at(clock.now(), clock.zone(), day_starts_at)


def local_now(clock: Clock) -> datetime:
    """The wall clock where the computer is."""
    now = clock.now()
    if isinstance(clock, SystemClock) and sys.platform != "win32":
        computer.tzset()  # as the system tells it now, without looking zones up
        return now.astimezone()
    return now.astimezone(zone_named(clock.zone()))


def today(clock: Clock, day_starts_at: time) -> date:
    """The journal day it is now."""
    return journal_day(local_now(clock), day_starts_at)
