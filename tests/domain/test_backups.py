"""Which backups are kept, and when one is overdue."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.backups import Backup, BackupList, is_overdue, last_of, newest, to_keep

NEWEST = datetime(2026, 3, 18, 21, 14, tzinfo=UTC)  # a Wednesday

instants = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: ago(minutes=minutes))


def ago(**by: float) -> datetime:
    return NEWEST - timedelta(**by)


def test_none_of_none_is_kept() -> None:
    assert to_keep([]) == frozenset()


def test_all_of_the_last_24_hours_are_kept() -> None:
    made = [ago(minutes=30 * n) for n in range(47)]
    assert to_keep(made) == set(made)


def test_of_each_day_before_the_last_one_is_kept() -> None:
    evenings, mornings = ([ago(days=n, hours=hours) for n in range(5)] for hours in (0, 12))
    assert to_keep([*evenings, *mornings]) == {*evenings, mornings[0]}


def test_a_year_of_evenings_becomes_days_weeks_and_months() -> None:
    """Seven days to Thursday 12 March; Sundays 15 (a day, too), 8 and 1 March and this week's
    Wednesday; of the months before, the last evenings of February back to April."""
    kept = to_keep(ago(days=n) for n in range(700))
    days = sorted((instant.date().isoformat() for instant in kept), reverse=True)
    assert days == [
        "2026-03-18",
        "2026-03-17",
        "2026-03-16",
        "2026-03-15",
        "2026-03-14",
        "2026-03-13",
        "2026-03-12",
        "2026-03-08",
        "2026-03-01",
        "2026-02-28",
        "2026-01-31",
        "2025-12-31",
        "2025-11-30",
        "2025-10-31",
        "2025-09-30",
        "2025-08-31",
        "2025-07-31",
        "2025-06-30",
        "2025-05-31",
        "2025-04-30",
    ]


def test_days_without_a_backup_do_not_count() -> None:
    made = [ago(days=40 * n) for n in range(9)]
    assert to_keep(made) == set(made)


@given(st.lists(instants, min_size=1))
def test_the_newest_is_kept_and_nothing_is_made_up(made: list[datetime]) -> None:
    kept = to_keep(made)
    assert max(made) in kept
    assert kept <= set(made)


@given(st.lists(instants, max_size=60))
def test_thinning_after_each_backup_comes_to_the_same_as_thinning_once(
    made: list[datetime],
) -> None:
    kept: frozenset[datetime] = frozenset()
    for instant in sorted(made):
        kept = to_keep([*kept, instant])
    assert kept == to_keep(made)


@pytest.mark.parametrize(("days", "overdue"), [(7, False), (7.01, True)])
def test_more_than_a_week_is_overdue(days: float, overdue: bool) -> None:
    began = ago(days=400)
    assert is_overdue(ago(days=days), began, NEWEST) is overdue


@pytest.mark.parametrize(("days", "overdue"), [(7, False), (7.01, True)])
def test_a_journal_without_a_backup_has_a_week_from_its_beginning(
    days: float, overdue: bool
) -> None:
    assert is_overdue(None, ago(days=days), NEWEST) is overdue


def test_a_backup_from_a_time_that_has_not_come_does_not_count() -> None:
    began, ahead = ago(days=400), ago(days=-365)
    assert last_of([ago(days=8), ahead], NEWEST) == ago(days=8)
    assert is_overdue(ahead, began, NEWEST)
    assert not is_overdue(ahead, ago(days=1), NEWEST)


def test_where_nothing_has_a_time_that_has_come_a_backup_is_overdue() -> None:
    assert is_overdue(None, ago(days=-365), NEWEST)


def test_a_clock_that_was_set_back_by_seconds_is_right() -> None:
    assert not is_overdue(NEWEST + timedelta(seconds=50), ago(days=400), NEWEST)


def found(*backups: tuple[datetime, bool]) -> BackupList:
    return BackupList(tuple(Backup(Path("a.db"), at, replaced) for at, replaced in backups))


def test_the_backup_to_go_back_to_is_the_latest_that_no_restore_put_aside() -> None:
    backups = found((ago(hours=1), True), (ago(hours=2), False), (ago(days=3), False))
    assert newest(backups, NEWEST) == backups.backups[1]


def test_a_backup_from_a_time_that_has_not_come_is_not_the_one_to_go_back_to() -> None:
    backups = found((ago(days=-3), False), (ago(days=3), False))
    assert newest(backups, NEWEST) == backups.backups[1]


def test_without_backups_there_is_none_to_go_back_to() -> None:
    assert newest(found((ago(hours=1), True)), NEWEST) is None
