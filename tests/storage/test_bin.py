"""The bin: what is deleted stays in the journal for 30 days, and can be put back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from journal.domain.bin import KEPT_FOR, Deletion, put_back
from journal.domain.checkin import DayRecord, Score
from journal.domain.edit import Edit, Edits, Record, Stamp, undone
from journal.domain.entry import remove_session
from journal.domain.errors import InvalidValue, Problem, StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.domain.side_effect import Severity
from journal.storage.store import JournalFile
from tests.storage.examples import (
    LATER,
    NOW,
    check_in,
    day_record,
    dose_taken,
    full_check_in,
    full_medication,
    full_response,
    full_safety_answer,
    full_session,
    imported_row,
    own_scale,
    save,
    session,
    side_effect,
    store_at,
    writer,
)
from tests.storage.full_disk import largest_file

STAMP = Stamp(LATER, lambda: UUID(int=7))
DELETABLE: dict[str, Callable[[], Record]] = {
    "check-in": full_check_in,
    "day": day_record,
    "session": full_session,
    "side effect": side_effect,
    "scale": own_scale,
    "imported row": lambda: imported_row(uuid4()),
    "response": full_response,
    "medication": full_medication,
    "safety answer": lambda: full_safety_answer(uuid4()),
}


def writer_at(path: Path, now: datetime, passphrase: str | None = None) -> OpenJournal:
    return JournalFile(path, lambda: now).open(passphrase, writer=True)


def deleted(journal: OpenJournal, *records: Record) -> Deletion:
    """The deletion of records that were entered before."""
    save(journal, *records)
    journal.apply([Edit(record, None) for record in records])
    return journal.bin.deletions()[0]


def refusal(deletion: Deletion, journal: OpenJournal) -> tuple[str, Problem]:
    with pytest.raises(InvalidValue) as raised:
        put_back(deletion, journal, STAMP)
    return raised.value.field, raised.value.problem


@pytest.mark.parametrize("make", DELETABLE.values(), ids=DELETABLE)
def test_a_record_of_any_kind_goes_into_the_bin_and_comes_back(
    journal: OpenJournal, make: Callable[[], Record]
) -> None:
    record = make()
    save(journal, record)
    before = journal.records()
    journal.apply([Edit(record, None)])
    (deletion,) = journal.bin.deletions()
    assert deletion == Deletion(1, NOW, (record,))
    assert deletion.kept_until == NOW + KEPT_FOR
    journal.apply(put_back(deletion, journal, replace_now(STAMP, record)))
    assert journal.records() == before
    assert journal.bin.deletions() == ()


def replace_now(stamp: Stamp, record: Record) -> Stamp:
    """A stamp that leaves a side effect's time of change as it was."""
    return replace(stamp, now=record.changed_at)


def test_an_undone_deletion_leaves_the_bin_and_one_made_again_is_in_it(
    journal: OpenJournal,
) -> None:
    record = full_check_in()
    save(journal, record)
    deletion: Edits = (Edit(record, None),)
    for _ in range(2):
        journal.apply(deletion)
        assert [each.records for each in journal.bin.deletions()] == [(record,)]
        journal.apply(undone(deletion))
        assert journal.bin.deletions() == ()


def test_the_latest_deletion_comes_first_and_keeps_what_went_together(
    journal: OpenJournal,
) -> None:
    medicine, alone = full_medication(), check_in()
    dose = dose_taken(medicine.id)
    deleted(journal, dose, medicine)
    deleted(journal, alone)
    assert [each.records for each in journal.bin.deletions()] == [(alone,), (dose, medicine)]
    first, second = journal.bin.deletions()
    journal.apply(put_back(second, journal, STAMP))
    assert journal.medications.doses_between() == (dose,)
    assert journal.bin.deletions() == (first,)


def test_a_change_puts_nothing_into_the_bin(journal: OpenJournal) -> None:
    before = full_check_in()
    save(journal, before)
    journal.apply([Edit(before, replace(before, note=""))])
    assert journal.bin.deletions() == ()


def test_a_deletion_that_fails_puts_nothing_into_the_bin(journal: OpenJournal) -> None:
    treatment = session()
    save(journal, treatment, side_effect(session_id=treatment.id))
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        journal.apply([Edit(treatment, None)])
    assert journal.bin.deletions() == ()


def test_a_side_effect_comes_back_to_its_session(journal: OpenJournal) -> None:
    treatment = session(no_side_effects=True)
    save(journal, treatment)
    deletion = deleted(journal, side_effect(session_id=treatment.id))
    journal.apply(put_back(deletion, journal, STAMP))
    assert [each.session_id for each in journal.side_effects.between()] == [treatment.id]
    assert not journal.sessions.between()[0].no_side_effects


def test_a_side_effect_whose_session_is_gone_comes_back_to_its_day(journal: OpenJournal) -> None:
    treatment = session()
    effect = side_effect(session_id=treatment.id)
    save(journal, treatment)
    deletion = deleted(journal, effect)
    journal.apply(remove_session(treatment, (), STAMP))
    journal.apply(put_back(deletion, journal, STAMP))
    assert [each.session_id for each in journal.side_effects.between()] == [None]


def test_a_side_effect_lifts_none_today(journal: OpenJournal) -> None:
    deletion = deleted(journal, side_effect(severity=Severity.MILD))
    day = DayRecord(uuid4(), date(2026, 3, 14), NOW, NOW, no_side_effects=True)
    save(journal, day)
    journal.apply(put_back(deletion, journal, STAMP))
    assert journal.days.between() == ()
    assert len(journal.side_effects.between()) == 1


def test_a_day_that_was_written_anew_is_not_overwritten(journal: OpenJournal) -> None:
    deletion = deleted(journal, day_record())
    save(journal, day_record())
    assert refusal(deletion, journal) == ("day", Problem.TAKEN)


def test_a_day_without_side_effects_does_not_come_back_to_one_with(journal: OpenJournal) -> None:
    deletion = deleted(journal, replace(day_record(), no_side_effects=True))
    save(journal, side_effect())
    assert refusal(deletion, journal) == ("day", Problem.TAKEN)


def test_a_dose_waits_for_its_medicine(journal: OpenJournal) -> None:
    medicine = full_medication()
    save(journal, medicine)
    of_dose = deleted(journal, dose_taken(medicine.id))
    journal.apply([Edit(medicine, None)])
    assert refusal(of_dose, journal) == ("medicine", Problem.MISSING)
    journal.apply(put_back(journal.bin.deletions()[0], journal, STAMP))
    journal.apply(put_back(of_dose, journal, STAMP))
    assert journal.bin.deletions() == ()


def test_a_score_waits_for_its_scale(journal: OpenJournal) -> None:
    scale = own_scale()
    save(journal, scale)
    deletion = deleted(journal, check_in(scores=(Score("hope", 3, NOW),)))
    journal.apply([Edit(scale, None)])
    assert refusal(deletion, journal) == ("scale", Problem.UNKNOWN)


def test_a_scale_that_is_there_anew_stays(journal: OpenJournal) -> None:
    deletion = deleted(journal, own_scale())
    save(journal, own_scale())
    assert refusal(deletion, journal) == ("scale", Problem.TAKEN)


def test_an_import_that_came_again_stays(journal: OpenJournal) -> None:
    entered = full_check_in()
    deletion = deleted(journal, entered, imported_row(entered.id))
    again = full_check_in()
    save(journal, again, imported_row(again.id))
    assert refusal(deletion, journal) == ("entries", Problem.TAKEN)


def test_an_import_taken_back_can_be_put_back(journal: OpenJournal) -> None:
    scale, entered = own_scale(), check_in(scores=(Score("hope", 3, NOW),))
    row = imported_row(entered.id)
    deletion = deleted(journal, row, entered, scale)
    journal.apply(put_back(deletion, journal, STAMP))
    assert journal.check_ins.between() == (entered,)
    assert journal.imports.known("daylio") == {row.identity}


SECRET = "Thrown away for good."
DAY = timedelta(days=1)
PASSPHRASE = "correct horse"


@pytest.fixture
def left_alone(path: Path) -> Path:
    """A closed journal with something in the bin, thrown away now, which nobody opened since."""
    journal = writer(path)
    save(journal, check_in(note="Kept."))
    deleted(journal, *(check_in(note=SECRET * 100) for _ in range(20)))
    journal.close()
    return path


@pytest.fixture
def with_bin(left_alone: Path) -> Path:
    """The same, opened when its 30 days were just over, with nothing written."""
    with closing(writer_at(left_alone, NOW + KEPT_FOR)) as journal:
        assert len(journal.bin.deletions()) == 1
    return left_alone


@pytest.mark.parametrize("found", [KEPT_FOR - timedelta(seconds=1), KEPT_FOR])
def test_before_30_days_are_over_and_a_day_it_is_there(left_alone: Path, found: timedelta) -> None:
    writer_at(left_alone, NOW + found).close()
    with closing(writer_at(left_alone, NOW + found + DAY - timedelta(minutes=1))) as journal:
        assert len(journal.bin.deletions()) == 1


@pytest.mark.parametrize("days", [(30, 31), (31, 33), (31, 60), (30, 30.5, 31.5), (29, 31, 32.5)])
def test_two_openings_a_day_apart_let_it_go_from_the_file(
    left_alone: Path, days: tuple[float, ...]
) -> None:
    size = left_alone.stat().st_size
    *before, last = days
    for day in before:
        writer_at(left_alone, NOW + day * DAY).close()
        assert SECRET.encode() in left_alone.read_bytes()
    with closing(writer_at(left_alone, NOW + last * DAY)) as journal:
        assert journal.bin.deletions() == ()
        assert [entered.note for entered in journal.check_ins.between()] == ["Kept."]
        assert journal.check().is_sound
    assert SECRET.encode() not in left_alone.read_bytes()
    assert left_alone.stat().st_size < size


def test_what_was_deleted_later_goes_later(left_alone: Path) -> None:
    with closing(writer_at(left_alone, NOW + 2 * DAY)) as journal:
        deleted(journal, check_in(note="Deleted later."))
    left = []
    for day in (30, 31, 32, 33):
        with closing(writer_at(left_alone, NOW + day * DAY)) as journal:
            left.append(len(journal.bin.deletions()))
    assert left == [2, 1, 1, 0]


def test_once_the_bin_is_empty_openings_write_nothing(with_bin: Path) -> None:
    for day in (31, 32):
        writer_at(with_bin, NOW + day * DAY).close()
    data, changed = with_bin.read_bytes(), with_bin.stat().st_mtime_ns
    writer_at(with_bin, NOW + 33 * DAY).close()
    assert (with_bin.read_bytes(), with_bin.stat().st_mtime_ns) == (data, changed)


def test_it_goes_from_a_journal_with_a_passphrase_too(path: Path) -> None:
    with closing(writer(path, PASSPHRASE)) as journal:
        deleted(journal, check_in())
    left = []
    for day in (30, 31):
        with closing(writer_at(path, NOW + day * DAY, PASSPHRASE)) as journal:
            left.append(len(journal.bin.deletions()))
    assert left == [1, 0]


@pytest.mark.parametrize("ahead", [KEPT_FOR, timedelta(days=365)])
@pytest.mark.parametrize("right_again", [timedelta(hours=1), timedelta(hours=23)])
def test_a_clock_that_is_ahead_and_soon_right_again_empties_no_bin(
    left_alone: Path, ahead: timedelta, right_again: timedelta
) -> None:
    for wrong in (NOW + ahead, NOW + ahead + right_again):
        with closing(writer_at(left_alone, wrong)) as journal:
            save(journal, replace(check_in(), changed_at=wrong))
    with closing(writer_at(left_alone, NOW + right_again + timedelta(hours=1))) as journal:
        (deletion,) = journal.bin.deletions()
        assert len(deletion.records) == 20


def test_a_clock_that_was_ahead_counts_for_nothing_when_the_time_has_come(left_alone: Path) -> None:
    left = []
    for day in (365, 1, 365, 30, 30.5, 31):
        with closing(writer_at(left_alone, NOW + day * DAY)) as journal:
            left.append(len(journal.bin.deletions()))
    assert left == [1, 1, 1, 1, 1, 0]


def test_what_was_written_with_a_clock_that_was_ahead_empties_no_bin(left_alone: Path) -> None:
    ahead = NOW + timedelta(days=365)
    with closing(writer_at(left_alone, ahead)) as journal:
        save(journal, replace(check_in(), changed_at=ahead))
    with closing(writer_at(left_alone, NOW + timedelta(days=1))) as journal:
        assert len(journal.bin.deletions()) == 1


NOTE_AT = 60  # sqlite.org/fileformat2.html, "user version"


def with_note(path: Path, minutes: int) -> None:
    """Let the file say that something was found over so many minutes after 1970."""
    data = bytearray(path.read_bytes())
    data[NOTE_AT : NOTE_AT + 4] = minutes.to_bytes(4, "big", signed=True)
    path.write_bytes(data)


def lets_go(path: Path, passed: timedelta) -> bool:
    """Whether nothing is left in the bin once the journal was opened so long after NOW."""
    with closing(writer_at(path, NOW + passed)) as journal:
        assert [entered.note for entered in journal.check_ins.between()] == ["Kept."]
        return journal.bin.deletions() == ()


@pytest.mark.parametrize("minutes", [-(2**31), -1_036_000_000, -1, 1, 2**30, 2**31 - 1])
def test_whatever_the_note_says_it_opens_and_the_bin_goes_when_it_is_due(
    left_alone: Path, minutes: int
) -> None:
    with_note(left_alone, minutes)
    days = (29, 30, 30.5, 31)
    assert [lets_go(left_alone, day * DAY) for day in days] == [False, False, False, True]


@pytest.mark.parametrize("noted", [False, True], ids=["without a note", "with a note"])
def test_no_turned_bit_of_the_note_lets_anything_go_before_its_30_days(
    path: Path, noted: bool
) -> None:
    with closing(writer_at(path, NOW - 10 * DAY)) as journal:
        save(journal, check_in(note="Kept."))
        deleted(journal, check_in())
    with closing(writer(path)) as journal:
        deleted(journal, check_in())
    if noted:
        writer_at(path, NOW + 21 * DAY).close()  # the first of the two is over
    sound = path.read_bytes()
    for bit in range(32):
        data = bytearray(sound)
        data[NOTE_AT + bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        assert not lets_go(path, KEPT_FOR)


def test_a_clock_that_was_behind_empties_no_bin(path: Path) -> None:
    record = check_in(note="Written before the battery died.")
    with closing(writer(path)) as journal:
        save(journal, record)
    with closing(writer_at(path, NOW - 9000 * DAY)) as journal:
        journal.apply([Edit(record, None)])
    left = []
    for day in (0.1, 1, 2, 29, 30, 31):
        with closing(writer_at(path, NOW + day * DAY)) as journal:
            left.append(len(journal.bin.deletions()))
    assert left == [1, 1, 1, 1, 1, 0]


def test_a_clock_that_was_ahead_for_an_evening_holds_nothing_back_for_years(path: Path) -> None:
    record = check_in()
    with closing(writer(path)) as journal:
        save(journal, replace(check_in(), changed_at=NOW + 3000 * DAY), record)
        journal.apply([Edit(record, None)])
        (deletion,) = journal.bin.deletions()
    assert deletion.deleted_at == NOW


def test_a_damaged_date_keeps_nothing_from_being_deleted(path: Path) -> None:
    record = check_in()
    with closing(writer(path)) as journal:
        save(journal, check_in(), record)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE check_in SET changed_at = 'z026-03-14' WHERE rowid = 1")
        connection.commit()
    with closing(writer(path)) as journal:
        journal.apply([Edit(record, None)])
        (deletion,) = journal.bin.deletions()
    assert deletion.deleted_at == NOW


@pytest.mark.parametrize("kind", ["kind", "record", "deleted_at"])
def test_what_is_no_record_in_it_is_told_as_damage(with_bin: Path, kind: str) -> None:
    with closing(sqlite3.connect(with_bin)) as connection:
        connection.execute(f"UPDATE deleted_record SET {kind} = '{{}}'")
        connection.commit()
    with closing(store_at(with_bin).open()) as journal, pytest.raises(StorageError) as raised:
        journal.bin.deletions()
    assert raised.value.problem is StorageProblem.DAMAGED


def test_a_reader_lets_nothing_go(with_bin: Path) -> None:
    with closing(JournalFile(with_bin, lambda: NOW + KEPT_FOR + DAY).open()) as journal:
        assert len(journal.bin.deletions()) == 1


def test_a_disk_too_full_to_let_go_keeps_nobody_from_writing(with_bin: Path) -> None:
    with largest_file(20_000):
        journal = writer_at(with_bin, NOW + KEPT_FOR + DAY)
    save(journal, check_in())
    assert journal.check().is_sound
    journal.close()
    writer_at(with_bin, NOW + KEPT_FOR + DAY).close()
    assert SECRET.encode() not in with_bin.read_bytes()


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_what_is_changed_is_not_left_in_the_file(path: Path, passphrase: str | None) -> None:
    journal = writer(path, passphrase)
    before = check_in(note=SECRET)
    save(journal, before)
    journal.apply([Edit(before, replace(before, note="x"))])
    journal.close()
    assert SECRET.encode() not in path.read_bytes()
