"""Clocks that change, go back or travel: what was entered keeps its instant, zone and day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.edit import Edit
from journal.domain.period import Moment, moment_at
from journal.domain.repository import OpenJournal
from tests.storage.examples import LATER, NOW, check_in, full_session, save, side_effect


def entered_at(journal: OpenJournal, *moments: Moment) -> tuple[Moment, ...]:
    save(journal, *(replace(check_in(), moment=moment) for moment in moments))
    return tuple(entered.moment for entered in journal.check_ins.between())


@pytest.mark.parametrize("first_utc", ["2026-10-25T00:15+00:00", "2026-03-29T00:15+00:00"])
def test_the_night_the_clocks_change_stays_in_order(journal: OpenJournal, first_utc: str) -> None:
    """In Berlin 02:15 twice in October; 01:15, then 03:15 in March. Both nights are one day."""
    first = datetime.fromisoformat(first_utc)
    moments = tuple(moment_at(first + timedelta(minutes=30 * n), "Europe/Berlin") for n in range(4))
    assert entered_at(journal, *reversed(moments)) == moments
    assert len({moment.day for moment in moments}) == 1
    assert journal.check_ins.between(moments[0].day, moments[0].day)


def test_the_same_wall_clock_before_and_after_the_change_is_two_instants(
    journal: OpenJournal,
) -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    before, after = (moment_at(first + timedelta(hours=n), "Europe/Berlin") for n in (0, 1))
    assert before.local.replace(tzinfo=None) == after.local.replace(tzinfo=None)
    assert entered_at(journal, before, after) == (before, after)


def test_an_evening_of_travel_belongs_to_the_days_of_its_places(journal: OpenJournal) -> None:
    tokyo = moment_at(datetime(2026, 3, 14, 12, tzinfo=UTC), "Asia/Tokyo")
    honolulu = moment_at(datetime(2026, 3, 14, 13, tzinfo=UTC), "Pacific/Honolulu")
    assert entered_at(journal, honolulu, tokyo) == (tokyo, honolulu)
    assert (tokyo.day.day, honolulu.day.day) == (14, 13)


def test_a_clock_that_went_back_keeps_what_comes_later_in_the_journal(
    journal: OpenJournal,
) -> None:
    before = NOW - timedelta(days=400)
    later, earlier = check_in(NOW), check_in(before)
    save(journal, later)
    save(journal, earlier)
    assert journal.check_ins.between() == (earlier, later)


def test_the_last_change_is_known_whatever_was_changed(journal: OpenJournal) -> None:
    assert journal.last_change() == NOW
    entered = side_effect()
    save(journal, entered, full_session())
    assert journal.last_change() == LATER
    latest = LATER + timedelta(days=1)
    journal.apply([Edit(entered, replace(entered, changed_at=latest))])
    assert journal.last_change() == latest
