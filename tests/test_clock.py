"""The computer's own zone: who travels leaves the window open, and not every computer tells it."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from journal.clock import SystemClock, local_now
from tests.systems import skip_on_windows


@pytest.fixture
def go_to() -> Iterator[Callable[[str], None]]:
    """The computer is in another zone from now on, and the program is not told."""
    with pytest.MonkeyPatch.context() as patch:
        yield lambda place: patch.setenv("TZ", place)


@pytest.fixture(autouse=True)
def _not_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemClock, "_known", None)


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


def test_a_computer_that_stays_where_it_is_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    skip_on_windows("nothing quick tells the zone there")
    asked: list[bool] = []
    reload = tzlocal.reload_localzone

    def ask() -> None:
        asked.append(True)
        reload()

    monkeypatch.setattr(tzlocal, "reload_localzone", ask)

    assert {SystemClock().zone() for _time in range(3)} == {"Europe/Berlin"}
    assert asked == [True]


def test_a_link_to_another_zone_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    skip_on_windows("its zone is in the registry")
    link = tmp_path / "localtime"
    link.symlink_to("before")
    monkeypatch.setattr("journal.clock._TELL_THE_ZONE", (str(link),))
    before = SystemClock().zone()
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Asia/Kathmandu")
    stayed = SystemClock().zone()
    link.unlink()
    link.symlink_to("after")
    os.utime(link, ns=(0, 0), follow_symlinks=False)

    assert (before, stayed) == ("Europe/Berlin", "Europe/Berlin")
    assert SystemClock().zone() == "Asia/Kathmandu"
