"""Edits are written whole, in any order, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from journal.domain.checkin import DayRecord, Score
from journal.domain.edit import Edit, Edits, Record, Stamp, undone
from journal.domain.entry import remove_session
from journal.domain.repository import OpenJournal
from journal.domain.session import TreatmentSession
from tests.storage.examples import (
    LATER,
    NOW,
    check_in,
    day_record,
    full_check_in,
    full_session,
    imported_row,
    own_scale,
    save,
    session,
    side_effect,
    side_effects,
    store_at,
)

STAMP = Stamp(LATER, lambda: UUID(int=7))


def test_a_changed_check_in_has_its_new_scores_and_no_others(journal: OpenJournal) -> None:
    before = full_check_in()
    after = replace(before, scores=(Score("energy", 3, LATER),), tags=(), note="")
    save(journal, before)
    journal.apply([Edit(before, after)])
    assert journal.check_ins.between() == (after,)
    assert journal.check().is_sound


def test_a_deleted_check_in_takes_its_scores_and_tags_along(journal: OpenJournal) -> None:
    entered = full_check_in()
    save(journal, entered)
    journal.apply([Edit(entered, None)])
    assert journal.check_ins.between() == ()
    assert journal.check_ins.tags() == ()
    assert journal.check().is_sound


def test_a_row_that_came_in_stays_known_when_its_check_in_is_gone(journal: OpenJournal) -> None:
    entered = full_check_in()
    row = imported_row(entered.id)
    save(journal, entered, row)
    journal.apply([Edit(entered, None)])
    assert journal.imports.known("daylio") == {row.identity}


def _changed(record: Record) -> Record:
    return replace(record, changed_at=LATER)


@pytest.mark.parametrize(
    "make", [full_check_in, day_record, full_session, side_effect, own_scale], ids=str
)
def test_every_edit_can_be_taken_back_and_made_again(
    journal: OpenJournal, make: Callable[[], Record]
) -> None:
    empty = journal.records()
    record = make()
    steps: list[Edits] = [
        (Edit(None, record),),
        (Edit(record, _changed(record)),),
        (Edit(_changed(record), None),),
    ]
    states = [empty]
    for step in steps:
        journal.apply(step)
        states.append(journal.records())
    for step, state in reversed(list(zip(steps, states, strict=False))):
        journal.apply(undone(step))
        assert journal.records() == state
    for step, state in zip(steps, states[1:], strict=True):
        journal.apply(step)
        assert journal.records() == state


def test_an_import_can_be_taken_back(journal: OpenJournal) -> None:
    empty = journal.records()
    scale, entered = own_scale(), check_in(scores=(Score("hope", 3, NOW),))
    edits = tuple(Edit(None, record) for record in (imported_row(entered.id), entered, scale))
    journal.apply(edits)
    journal.apply(undone(edits))
    assert journal.records() == empty
    assert journal.imports.known("daylio") == frozenset()


def test_a_removed_session_and_its_effects_come_back(journal: OpenJournal) -> None:
    treatment = session()
    effects = side_effects(treatment.id)
    save(journal, treatment, *effects)
    removal = remove_session(treatment, effects, STAMP)
    journal.apply(removal)
    assert journal.sessions.between() == ()
    assert {effect.session_id for effect in journal.side_effects.between()} == {None}
    journal.apply(undone(removal))
    assert journal.sessions.between() == (treatment,)
    assert journal.side_effects.between() == tuple(effects)


def test_the_order_of_edits_does_not_matter(journal: OpenJournal) -> None:
    treatment = session()
    tied = side_effect(session_id=treatment.id)
    save(journal, tied, treatment)
    journal.apply([Edit(treatment, None), Edit(tied, None)])
    assert journal.side_effects.between() == ()


def test_nothing_is_written_when_an_edit_in_the_middle_fails(journal: OpenJournal) -> None:
    save(journal, day_record())
    before = journal.records()
    with pytest.raises(ValueError, match=r"UNIQUE constraint failed: day_record\.day"):
        save(journal, full_check_in(), day_record(), full_session())
    assert journal.records() == before


def test_nothing_is_written_when_the_commit_fails(journal: OpenJournal) -> None:
    before = journal.records()
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        save(journal, full_check_in(), side_effect(session_id=UUID(int=1)))
    assert journal.records() == before
    save(journal, full_check_in())


def test_a_session_with_effects_is_not_deleted_alone(journal: OpenJournal) -> None:
    treatment = session()
    save(journal, treatment, side_effect(session_id=treatment.id))
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        journal.apply([Edit(treatment, None)])
    assert journal.sessions.between() == (treatment,)


def _deleted(_: Record) -> None:
    """What a deleted record is afterwards."""


@pytest.mark.parametrize("change", [_changed, _deleted])
@pytest.mark.parametrize(
    "make", [full_check_in, day_record, full_session, side_effect, own_scale], ids=str
)
def test_an_edit_of_a_record_that_is_not_there_is_never_ignored(
    journal: OpenJournal, make: Callable[[], Record], change: Callable[[Record], Record | None]
) -> None:
    missing = make()
    with pytest.raises(LookupError, match="no such record"):
        journal.apply([Edit(None, check_in()), Edit(missing, change(missing))])
    assert journal.check_ins.between() == ()


def test_there_is_one_settings_record(journal: OpenJournal) -> None:
    with pytest.raises(ValueError, match="UNIQUE"):
        save(journal, replace(journal.settings(), id=UUID(int=1)))


def _night(**fields: object) -> DayRecord:
    return replace(day_record(), **fields)  # type: ignore[arg-type]


def _treatment(**fields: object) -> TreatmentSession:
    return replace(full_session(), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "constraint"),
    [
        (_night(sleep_hours=24.5), "sleep_hours_range"),
        (_night(sleep_quality=11), "sleep_quality_range"),
        (_treatment(end=NOW), "end_after_start"),
        (replace(own_scale(), low=5), "ends_in_order"),
        (replace(own_scale(), low=-6), "own_steps"),
        (check_in(note="x" * 100_001), "note_length"),
        (check_in(scores=(Score("mood", 3.5, NOW),)), "value_is_whole"),  # type: ignore[arg-type]
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_file_refuses_what_the_domain_refuses(
    journal: OpenJournal, record: Record, constraint: str
) -> None:
    with pytest.raises(ValueError, match=constraint):
        save(journal, record)


def test_no_error_carries_what_the_patient_wrote(journal: OpenJournal) -> None:
    secret = "nobody must read this"
    with pytest.raises(ValueError, match="value_is_whole") as raised:
        save(journal, check_in(note=secret, scores=(Score(secret, 3.5, NOW),)))  # type: ignore[arg-type]
    error: BaseException | None = raised.value
    while error is not None:
        assert secret not in repr(error) + str(error)
        error = error.__context__


def test_a_journal_opened_for_reading_takes_no_edits(journal: OpenJournal, path: Path) -> None:
    reader = store_at(path).open()
    with pytest.raises(ValueError, match="for reading"):
        save(reader, check_in())
    reader.close()
