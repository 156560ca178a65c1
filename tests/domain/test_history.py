"""The history: what stands on which day."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from journal.domain.checkin import CheckIn
from journal.domain.history import HistoryDay, Share, history
from journal.domain.medication import DoseTaken, Medication, MedicineChange
from journal.domain.questionnaire import Response
from journal.domain.repository import Records
from journal.domain.session import SessionState, Treatment
from tests.domain.diary import LONG_AGO, Diary, at

MONDAY = date(2026, 3, 9)
TODAY = MONDAY + timedelta(1)
NEXT_MORNING = at(TODAY, 9).instant


def only_day(diary: Diary) -> HistoryDay:
    (day,) = history(diary.records(), TODAY)
    return day


def add_note(diary: Diary, day: date, text: str, tags: tuple[str, ...] = ()) -> None:
    check_in = replace(diary.score(day, 5), note=text, tags=tags)
    diary.check_ins[-1] = check_in


# days


def test_a_new_journal_has_no_days() -> None:
    assert history(Diary().records(), TODAY) == ()


def test_days_stand_newest_first_and_missed_days_are_not_there() -> None:
    diary = Diary()
    for ago in (7, 0, 3):
        diary.score(TODAY - timedelta(ago), 5)

    days = [day.day for day in history(diary.records(), TODAY)]

    assert days == [TODAY, TODAY - timedelta(3), TODAY - timedelta(7)]


def test_every_rating_of_a_scale_keeps_its_moment() -> None:
    diary = Diary()
    diary.score(MONDAY, 7, hour=21)
    diary.score(MONDAY, 4, hour=8)
    diary.score(MONDAY, 3, "anxiety", hour=21)

    rated = {one.scale.key: one.ratings for one in only_day(diary).scores}

    assert [(r.moment, r.value) for r in rated["mood"]] == [(at(MONDAY, 8), 4), (at(MONDAY, 21), 7)]
    assert [r.value for r in rated["anxiety"]] == [3]


def test_scales_stand_in_their_order_switched_on_or_off() -> None:
    diary = Diary()
    diary.score(MONDAY, 3, "irritability")
    diary.score(MONDAY, 3, "anxiety")
    diary.score(MONDAY, 5)
    diary.scales = [replace(scale, active=False) for scale in reversed(diary.scales)]

    assert [one.scale.key for one in only_day(diary).scores] == ["mood", "anxiety", "irritability"]


def test_a_day_that_only_says_too_unwell_is_a_day() -> None:
    diary = Diary()
    diary.day(MONDAY, unwell=True)

    record = only_day(diary).record

    assert record is not None
    assert record.too_unwell


def test_sessions_are_numbered_as_in_the_whole_course() -> None:
    diary = Diary()
    for ago in (20, 10, 3):
        diary.session(TODAY - timedelta(ago))
    diary.session(TODAY - timedelta(3), hour=15, treatment=Treatment.PSYCHOTHERAPY)

    newest = history(diary.records(), TODAY)[0]

    assert [one.number for one in newest.sessions] == [3, None]


def test_a_planned_session_is_no_entry_and_a_cancelled_one_is() -> None:
    diary = Diary()
    diary.session(MONDAY, state=SessionState.PLANNED)
    diary.session(MONDAY - timedelta(1), state=SessionState.CANCELLED)

    day = only_day(diary)

    assert day.day == MONDAY - timedelta(1)
    assert not day.has_session


def test_days_to_come_are_not_history() -> None:
    diary = Diary()
    diary.session(TODAY + timedelta(5), state=SessionState.CANCELLED)

    assert history(diary.records(), TODAY) == ()


def test_no_side_effects_may_be_said_of_the_day_or_of_a_session() -> None:
    of_day, of_session, silent = Diary(), Diary(), Diary()
    of_day.day(MONDAY, none=True)
    of_session.session(MONDAY, no_side_effects=True)
    silent.session(MONDAY)

    assert only_day(of_day).no_side_effects
    assert only_day(of_session).no_side_effects
    assert not only_day(silent).no_side_effects


def test_notes_of_check_ins_and_sessions_stand_in_the_order_of_the_day() -> None:
    diary = Diary()
    add_note(diary, MONDAY, "In the evening.")
    session = diary.session(MONDAY, hour=10)
    diary.sessions[-1] = replace(session, note="Calm music.")

    notes = [(note.text, note.of_session) for note in only_day(diary).notes]

    assert notes == [("Calm music.", True), ("In the evening.", False)]


def test_a_tag_of_two_check_ins_stands_once() -> None:
    diary = Diary()
    add_note(diary, MONDAY, "", ("walk", "work"))
    add_note(diary, MONDAY, "", ("walk",))

    assert only_day(diary).tags == ("walk", "work")


# entered later, imported


@pytest.mark.parametrize(
    ("on_time", "late", "share"), [(1, 0, Share.NONE), (1, 1, Share.PART), (0, 2, Share.ALL)]
)
def test_a_day_tells_how_much_of_it_was_entered_later(
    on_time: int, late: int, share: Share
) -> None:
    diary = Diary()
    for _ in range(on_time):
        diary.score(MONDAY, 5)
    for _ in range(late):
        diary.score(MONDAY, 5, written=NEXT_MORNING)

    assert only_day(diary).late is share


def test_a_scale_rated_the_next_morning_makes_the_day_partly_late() -> None:
    diary = Diary()
    check_in = diary.score(MONDAY, 5)
    later = replace(check_in.scores[0], scale="anxiety", written_at=NEXT_MORNING)
    diary.check_ins[-1] = replace(check_in, scores=(*check_in.scores, later))

    assert only_day(diary).late is Share.PART


def test_a_note_alone_can_be_late_too() -> None:
    diary = Diary()
    diary.check_ins.append(
        CheckIn(UUID(int=1), at(MONDAY, 20), NEXT_MORNING, NEXT_MORNING, note="Forgot this.")
    )

    assert only_day(diary).late is Share.ALL


def test_a_night_before_the_day_starts_is_not_late() -> None:
    diary = Diary()
    diary.score(MONDAY, 5, written=at(MONDAY, 3, 59).instant)

    assert only_day(diary).late is Share.NONE


def test_imported_check_ins_are_marked_and_never_late() -> None:
    diary = Diary()
    diary.score(MONDAY, 5, written=NEXT_MORNING, source="daylio")

    assert only_day(diary).imported is Share.ALL
    assert only_day(diary).late is Share.NONE

    diary.score(MONDAY, 5)

    assert only_day(diary).imported is Share.PART


# questionnaires and medicines


def with_medicines(diary: Diary) -> Records:
    course = UUID(int=7)
    low = Medication(
        UUID(int=8), course, "Sertraline", MONDAY - timedelta(9), LONG_AGO, LONG_AGO, "50 mg"
    )
    high = replace(low, id=UUID(int=9), first=MONDAY, dose="100 mg")
    low = replace(low, last=MONDAY - timedelta(1), reason="too weak")
    taken = DoseTaken(UUID(int=10), high.id, at(MONDAY, 22), LONG_AGO, LONG_AGO, "1 mg")
    lost = replace(taken, id=UUID(int=11), medication_id=UUID(int=99))
    return replace(diary.records(), medications=(low, high), doses_taken=(taken, lost))


def test_a_changed_medicine_stands_on_the_first_day_of_its_new_dose() -> None:
    newest, oldest = history(with_medicines(Diary()), TODAY)

    assert [mark.change for mark in oldest.medicine_changes] == [MedicineChange.STARTED]
    assert [mark.change for mark in newest.medicine_changes] == [MedicineChange.CHANGED]
    assert newest.day == MONDAY


def test_a_dose_taken_stands_with_its_medicine() -> None:
    (taken,) = history(with_medicines(Diary()), TODAY)[0].doses_taken

    assert (taken.medication.name, taken.dose.amount) == ("Sertraline", "1 mg")


def test_an_answered_questionnaire_stands_on_its_day() -> None:
    response = Response(UUID(int=3), "phq-9", at(MONDAY, 19), LONG_AGO, LONG_AGO)
    records = replace(Diary().records(), responses=(response,))

    (day,) = history(records, TODAY)

    assert (day.day, day.responses) == (MONDAY, (response,))


def test_the_order_of_the_records_makes_no_difference() -> None:
    diary = Diary()
    for ago in range(30):
        add_note(diary, TODAY - timedelta(ago % 7), f"Note {ago}.", (f"tag {ago}",))
        diary.session(TODAY - timedelta(ago % 5), hour=8 + ago // 5)
        diary.effect(TODAY - timedelta(ago % 3), "nausea")
    records = diary.records()
    chance = Random(5)
    mixed = replace(
        records,
        check_ins=tuple(chance.sample(records.check_ins, len(records.check_ins))),
        sessions=tuple(chance.sample(records.sessions, len(records.sessions))),
        side_effects=tuple(chance.sample(records.side_effects, len(records.side_effects))),
    )

    assert history(mixed, TODAY) == history(records, TODAY)
