"""The computer's own zone: who travels leaves the window open, and not every computer tells it."""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from journal.clock import SystemClock, local_now


@pytest.fixture
def go_to() -> Iterator[Callable[[str], None]]:
    """The computer is in another zone from now on, and the program is not told."""
    with pytest.MonkeyPatch.context() as patch:
        yield lambda place: patch.setenv("TZ", place)


@pytest.mark.parametrize("place", ["America/New_York", "Asia/Kathmandu", "UTC"])
def test_a_journey_changes_zone_and_wall_clock_at_once(
    go_to: Callable[[str], None], place: str
) -> None:
    clock = SystemClock()
    before = clock.zone()
    local_now(clock)
    go_to(place)

    assert (before, clock.zone()) == ("Europe/Berlin", place)
    assert local_now(clock).utcoffset() == datetime.now(tzlocal.get_localzone()).utcoffset()


def test_on_windows_day_and_zone_come_from_one_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its C library keeps the offset that the program was started with."""
    monkeypatch.setattr(SystemClock, "zone", lambda _clock: "Asia/Kathmandu")
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.delattr(time, "tzset", raising=False)
        wall = local_now(SystemClock())

    assert wall.tzname() == "+0545"
    assert abs(wall - datetime.now(UTC)).total_seconds() < 60


@pytest.mark.parametrize(
    "error", [ZoneInfoNotFoundError("Mars Standard Time"), LookupError(), ValueError(), OSError()]
)
def test_where_the_computer_does_not_tell_it_is_utc(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr(tzlocal, "reload_localzone", refuse)

    assert SystemClock().zone() == "UTC"


def test_a_zone_that_nobody_knows_is_utc(go_to: Callable[[str], None]) -> None:
    go_to("Mars/Phobos")

    assert SystemClock().zone() == "UTC"
