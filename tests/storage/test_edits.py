"""Edits are written whole, in any order, and can be taken back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from journal.domain.checkin import DayRecord, Score
from journal.domain.edit import Edit, Edits, Record, Stamp, undone
from journal.domain.entry import remove_session
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.questionnaire import Answer
from journal.domain.repository import OpenJournal
from journal.domain.session import Dose, DoseUnit, Feeling, TreatmentSession
from journal.domain.vitals import Vitals
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
    medication,
    own_scale,
    response,
    safety_answer,
    save,
    session,
    side_effect,
    side_effects,
    store_at,
    writer,
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


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)


def test_a_changed_session_has_its_new_vitals_and_feelings_and_no_others(
    journal: OpenJournal,
) -> None:
    before = full_session()
    after = replace(before, vitals=before.vitals[:0:-1], felt=())
    save(journal, before)
    journal.apply([Edit(before, after)])
    assert journal.sessions.between() == (after,)


def test_a_deleted_session_takes_its_vitals_and_feelings_along(
    journal: OpenJournal, path: Path
) -> None:
    entered, other = full_session(), full_session()
    save(journal, entered, other)
    journal.apply([Edit(entered, None)])
    assert journal.sessions.between() == (other,)
    assert (rows(path, "vitals"), rows(path, "felt")) == (3, 2)
    assert journal.check().is_sound


def test_a_changed_response_has_its_new_answers_and_no_others(journal: OpenJournal) -> None:
    before = full_response()
    after = replace(before, answers=(Answer("9", 0), Answer("3", 1)), finished=False)
    save(journal, before)
    journal.apply([Edit(before, after)])
    assert journal.responses.between() == (after,)


def test_a_deleted_response_takes_its_answers_along(journal: OpenJournal, path: Path) -> None:
    entered = full_response()
    save(journal, entered)
    journal.apply([Edit(entered, None)])
    assert rows(path, "answer") == 0


def test_a_medicine_with_doses_is_not_deleted_alone(journal: OpenJournal) -> None:
    medicine = full_medication()
    dose = dose_taken(medicine.id)
    save(journal, medicine, dose)
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        journal.apply([Edit(medicine, None)])
    journal.apply([Edit(medicine, None), Edit(dose, None)])
    assert journal.medications.all() == ()
    assert journal.medications.doses_between() == ()


def test_a_safety_answer_stays_when_what_it_is_about_is_gone(journal: OpenJournal) -> None:
    raised_by = full_response()
    answered = full_safety_answer(about=raised_by.id)
    save(journal, raised_by, answered)
    journal.apply([Edit(raised_by, None)])
    assert journal.safety_answers.between() == (answered,)
    assert journal.check().is_sound


def test_a_row_that_came_in_stays_known_when_its_check_in_is_gone(journal: OpenJournal) -> None:
    entered = full_check_in()
    row = imported_row(entered.id)
    save(journal, entered, row)
    journal.apply([Edit(entered, None)])
    assert journal.imports.known("daylio") == {row.identity}


MAKERS = [
    full_check_in,
    day_record,
    full_session,
    side_effect,
    own_scale,
    full_response,
    full_medication,
    safety_answer,
]


def _changed(record: Record) -> Record:
    return replace(record, changed_at=LATER)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
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
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
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
        (_treatment(dose_taken=Dose(Decimal(-1), DoseUnit.MG)), "dose_taken_amount_range"),
        pytest.param(_treatment(vitals=(Vitals(-1441, 120),)), "minutes_range", id="too early"),
        pytest.param(_treatment(vitals=(Vitals(20161, 120),)), "minutes_range", id="too late"),
        (_treatment(vitals=(Vitals(15),)), "something_measured"),
        (_treatment(vitals=(Vitals(15, -1),)), "systolic_range"),
        (_treatment(vitals=(Vitals(15, diastolic=-1),)), "diastolic_range"),
        (_treatment(vitals=(Vitals(15, pulse=-1),)), "pulse_range"),
        (_treatment(vitals=(Vitals(15, spo2=-1),)), "spo2_range"),
        pytest.param(_treatment(felt=((Feeling.CALM, 11),)), "felt_value_range", id="too much"),
        pytest.param(_treatment(felt=((Feeling.CALM, -1),)), "felt_value_range", id="too little"),
        (_treatment(felt=((Feeling.CALM, 2.5),)), "felt_value_is_whole"),
        (response(answers=(Answer("1", 0.5),)), "answer_value_is_whole"),  # type: ignore[arg-type]
        (response(entered_total=7.5), "entered_total_is_whole"),
        (replace(response(), questionnaire=""), "questionnaire_is_named"),
        (medication(last=date(2026, 2, 28)), "days_in_order"),
        (safety_answer(answers=("Yes",)), "answers_are_codes"),
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


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE treatment_session SET taken_before = 'beer'",
        "UPDATE treatment_session SET taken_before = 'opioids alcohol'",
        "UPDATE treatment_session SET taken_before = 'alcohol alcohol'",
        "UPDATE treatment_session SET taken_before = 'alcohol '",
        "UPDATE treatment_session SET dose_taken_unit = NULL",
        "UPDATE treatment_session SET dose_taken_amount = NULL",
        "UPDATE treatment_session SET dose_taken_unit = 'drops'",
        "UPDATE journal_settings SET treated_for = 'everything'",
        "UPDATE journal_settings SET clinic_should_know = 'bladder heart'",
        "UPDATE journal_settings SET evening_question = 2",
        "INSERT INTO vitals SELECT 9, 'nowhere', 0, 120, 80, 60, 99, 2, 0",
    ],
)
def test_the_file_refuses_what_no_domain_value_can_be(
    journal: OpenJournal, path: Path, change: str
) -> None:
    save(journal, full_session())
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"),
    ):
        connection.execute(change)


def test_a_constraint_that_is_damaged_itself_is_told_as_damage(path: Path) -> None:
    entered = check_in(note_shared=True)
    with closing(writer(path)) as journal:
        save(journal, entered)
    sound = b"note_shared IN (0, 1)"
    path.write_bytes(path.read_bytes().replace(sound, sound.replace(b"1", b"3")))
    with closing(writer(path)) as journal:
        with pytest.raises(StorageError) as raised:
            save(journal, check_in(note_shared=True))
        assert journal.check_ins.between() == (entered,)
    assert raised.value.problem is StorageProblem.DAMAGED


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
