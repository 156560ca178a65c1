"""A warning where the clock shows less than when the journal was last changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.domain.clock_gone_back import ClockGoneBack, clock_gone_back

LAST = datetime(2026, 3, 14, 20, 14, tzinfo=UTC)


def test_a_new_journal_knows_no_time_to_go_back_from() -> None:
    assert clock_gone_back(None, LAST) is None


@pytest.mark.parametrize("minutes", [-60 * 24 * 365, 0, 2])
def test_a_clock_that_went_on_or_was_put_right_is_no_matter(minutes: int) -> None:
    assert clock_gone_back(LAST, LAST - timedelta(minutes=minutes)) is None


def test_a_clock_that_went_back_says_from_where_to_where() -> None:
    now = LAST - timedelta(minutes=2, seconds=1)
    assert clock_gone_back(LAST, now) == ClockGoneBack(LAST, now)


@pytest.mark.parametrize("wall_clock", ["2026-10-25T01:30+00:00", "2026-03-29T01:30+00:00"])
def test_summer_time_does_not_make_a_clock_go_back(wall_clock: str) -> None:
    """In Berlin 02:30 comes after 02:30 in October, and 03:30 after 01:30 in March."""
    now = datetime.fromisoformat(wall_clock)
    before = now - timedelta(hours=1)
    berlin = ZoneInfo("Europe/Berlin")
    assert clock_gone_back(before.astimezone(berlin), now.astimezone(berlin)) is None


def test_a_journey_does_not_make_a_clock_go_back() -> None:
    tokyo, honolulu = ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Honolulu")
    later = LAST + timedelta(minutes=1)
    assert clock_gone_back(LAST.astimezone(tokyo), later.astimezone(honolulu)) is None
