"""The one place where the clock and the computer's time zone are read."""

import os
import sys
import time as computer
import warnings
from datetime import UTC, date, datetime, time
from typing import ClassVar, Protocol

from journal.domain.period import Moment, journal_day, moment_at, zone_named

_TELL_THE_ZONE = ("/etc/localtime", "/etc/timezone")


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

    _known: ClassVar[tuple[object, str] | None] = None
    """What told of the zone when it was last looked up, and the zone: every entry asks for it."""

    def zone(self) -> str:
        """The IANA name of the zone it is in now, or UTC where the computer does not tell."""
        told_by = _what_tells_the_zone()
        if SystemClock._known is not None and SystemClock._known[0] == told_by:
            return SystemClock._known[1]
        name = _looked_up_zone()
        if told_by is not None and name is not None:
            SystemClock._known = told_by, name
        return name or "UTC"


def _what_tells_the_zone() -> object:
    """What is another once the computer is in another zone; None where nothing quick tells."""
    files = [_state(file) for file in _TELL_THE_ZONE]
    return (os.environ.get("TZ"), *files) if any(files) else None


def _state(file: str) -> tuple[int, int] | None:
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _looked_up_zone() -> str | None:
    import tzlocal  # noqa: PLC0415 - asked after the first paint

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it tells is taken, whatever it does not add up to
        try:
            tzlocal.reload_localzone()  # who travels leaves the window open
            return tzlocal.get_localzone_name()
        except (LookupError, ValueError, OSError):
            return None


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
