"""What a restore takes from the journal, and whether it can be taken back."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from journal.domain.backups import Backup, BackupList, Contents, Restored
from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import Moment
from journal.domain.repository import Records
from journal.domain.restoring import Loss, can_go_back, loss_to
from journal.domain.session import Route, SessionState, Treatment, TreatmentSession
from journal.domain.side_effect import SideEffect

FIRST = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 20, 0, tzinfo=UTC)
ID = UUID(int=1)


def on(later: int) -> Moment:
    return Moment(AT + timedelta(later), "Europe/Berlin", FIRST + timedelta(later))


def records(
    *check_ins: int, slept: int | None = None, effects: tuple[int, ...] = (), **sessions: int
) -> Records:
    """Entries so many days after the first; sessions by their state."""
    return Records(
        tuple(CheckIn(ID, on(later), AT, AT, ()) for later in check_ins),
        ()
        if slept is None
        else (DayRecord(ID, FIRST + timedelta(slept), AT, AT, sleep_hours=7.5),),
        tuple(
            TreatmentSession(
                ID,
                on(later),
                Treatment.IV_KETAMINE,
                Route.INTRAVENOUS,
                SessionState(state),
                AT,
                AT,
            )
            for state, later in sessions.items()
        ),
        tuple(SideEffect(ID, on(later), None, AT, AT, effect="nausea") for later in effects),
        (),
        JournalSettings(ID, AT, AT),
    )


ONE_CHECK_IN = Contents(1, 0, 0, FIRST, FIRST)


def test_entries_and_later_days_are_counted() -> None:
    """Three check-ins on two later days, one effect on one of them, a session on a third."""
    loss = loss_to(ONE_CHECK_IN, records(0, 1, 1, 2, effects=(2,), done=4))

    assert loss == Loss(3, 1, 1, 3, date(2026, 3, 14))


def test_a_night_is_a_day_with_an_entry() -> None:
    assert loss_to(ONE_CHECK_IN, records(0, slept=1)) == Loss(0, 0, 0, 1, date(2026, 3, 11))


def test_a_planned_session_is_lost_and_its_day_is_none_with_an_entry() -> None:
    assert loss_to(ONE_CHECK_IN, records(0, planned=30)) == Loss(0, 1, 0)


def test_a_backup_that_holds_more_loses_nothing() -> None:
    assert loss_to(Contents(9, 9, 9, FIRST, FIRST), records(0)) == Loss(0, 0, 0)


def test_an_empty_backup_loses_every_day() -> None:
    assert loss_to(Contents(0, 0, 0), records(0, 1)) == Loss(2, 0, 0, 2, date(2026, 3, 11))


@pytest.mark.parametrize("is_sound", [True, False])
def test_what_became_a_backup_can_be_gone_back_to(is_sound: bool) -> None:
    kept = Path("journal-replaced.db")
    found = BackupList((Backup(kept, AT, replaced=True),) if is_sound else ())

    assert can_go_back(Restored(ONE_CHECK_IN, kept), found) is is_sound


def test_where_nothing_was_replaced_there_is_no_way_back() -> None:
    assert not can_go_back(Restored(ONE_CHECK_IN, None), BackupList((Backup(Path("a"), AT),)))
