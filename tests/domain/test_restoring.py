"""What a restore takes from the journal, and whether it can be taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from journal.domain.backups import Backup, BackupList, Contents, Restored
from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import Moment
from journal.domain.repository import Records
from journal.domain.restoring import Loss, Marks, can_go_back, loss_to
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
        tuple(CheckIn(uuid4(), on(later), AT, AT, ()) for later in check_ins),
        ()
        if slept is None
        else (DayRecord(uuid4(), FIRST + timedelta(slept), AT, AT, sleep_hours=7.5),),
        tuple(
            TreatmentSession(
                uuid4(),
                on(later),
                Treatment.IV_KETAMINE,
                Route.INTRAVENOUS,
                SessionState(state),
                AT,
                AT,
            )
            for state, later in sessions.items()
        ),
        tuple(SideEffect(uuid4(), on(later), None, AT, AT, effect="nausea") for later in effects),
        (),
        JournalSettings(ID, AT, AT),
    )


ONE_CHECK_IN = Contents(1, 0, 0, FIRST, FIRST)


def marks(*held: Records) -> Marks:
    """What is in a backup that holds these."""
    changed = {each.id: each.changed_at for one in held for each in one.check_ins}
    changed |= {each.id: each.changed_at for one in held for each in one.sessions}
    return Marks(ID, changed)


def test_entries_and_later_days_are_counted() -> None:
    """Three check-ins on two later days, one effect on one of them, a session on a third."""
    held, more = records(0), records(1, 1, 2, effects=(2,), done=4)
    both = replace(more, check_ins=held.check_ins + more.check_ins)

    assert loss_to(marks(held), FIRST, both) == Loss(3, 1, 1, 3, date(2026, 3, 14))


def test_a_night_is_a_day_with_an_entry() -> None:
    loss = loss_to(marks(), FIRST, records(slept=1))

    assert loss == Loss(days=1, newest=date(2026, 3, 11), others=1)


def test_an_entry_of_an_earlier_day_is_lost_all_the_same() -> None:
    assert loss_to(marks(), FIRST, records(-3)) == Loss(check_ins=1)


def test_a_planned_session_is_lost_and_its_day_is_none_with_an_entry() -> None:
    assert loss_to(marks(), FIRST, records(planned=30)) == Loss(sessions=1)


def test_what_the_backup_holds_is_not_lost() -> None:
    held = records(0, 5, done=7)

    assert loss_to(marks(held, records(9)), FIRST, held) == Loss()


def test_an_empty_backup_loses_every_day() -> None:
    loss = loss_to(marks(), None, records(0, 1))

    assert loss == Loss(2, 0, 0, 2, date(2026, 3, 11))


@pytest.mark.parametrize("is_sound", [True, False])
def test_what_became_a_backup_can_be_gone_back_to(is_sound: bool) -> None:
    kept = Path("journal-replaced.db")
    found = BackupList((Backup(kept, AT, replaced=True),) if is_sound else ())

    assert can_go_back(Restored(ONE_CHECK_IN, kept), found) is is_sound


def test_where_nothing_was_replaced_there_is_no_way_back() -> None:
    assert not can_go_back(Restored(ONE_CHECK_IN, None), BackupList((Backup(Path("a"), AT),)))
