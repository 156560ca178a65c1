from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import mean
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from journal import catalogue, demo, questionnaire_files
from journal.domain.checkin import (
    MOOD,
    SLEEP_HOURS,
    STANDARD_SCALES,
    CheckIn,
    DayRecord,
    Scale,
    check_note,
    check_score,
)
from journal.domain.edit import Edits, Record
from journal.domain.journal_settings import JournalSettings, check_settings
from journal.domain.medication import (
    DoseTaken,
    Medication,
    MedicineChange,
    MedicineClass,
    changes,
    check_medication,
    current,
)
from journal.domain.period import check_not_future, day_ends, last_days
from journal.domain.profile import Contact, TreatedFor
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.safety import item_nine, self_harm
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.scoring import check_answer, total
from journal.domain.session import (
    SessionState,
    Treatment,
    TreatmentSession,
    check_session,
    numbered,
)
from journal.domain.side_effect import SideEffect, check_side_effect

ZONE = "Europe/Berlin"
MADE = datetime(2025, 1, 1, tzinfo=UTC)
READ_AT = [(-1, False), (40, False), (120, True)]
SCALES = tuple(
    Scale(
        UUID(int=n),
        s.key,
        s.low,
        s.high,
        s.direction,
        s.active,
        n,
        created_at=MADE,
        changed_at=MADE,
    )
    for n, s in enumerate(STANDARD_SCALES, 1)
)
SETTINGS = JournalSettings(UUID(int=100), created_at=MADE, changed_at=MADE)

ASKED = {
    questionnaire.key: questionnaire for questionnaire in questionnaire_files.shelf().questionnaires
}
PHQ_9, GAD_7 = ASKED["phq-9"], ASKED["gad-7"]

Kind = TypeVar("Kind", bound=Record)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


EVENING = local("2026-03-10T21:30")
TODAY = date(2026, 3, 10)


def edits_at(now: datetime, zone: str = ZONE) -> Edits:
    return demo.demo_edits(now, zone, SCALES, SETTINGS)


def every(kind: type[Kind], edits: Edits) -> list[Kind]:
    return [edit.record for edit in edits if isinstance(edit.record, kind)]


def ketamine(edits: Edits) -> list[TreatmentSession]:
    return [one.session for one in numbered(every(TreatmentSession, edits))]


def days_with_scores(edits: Edits) -> set[date]:
    return {check_in.moment.day for check_in in every(CheckIn, edits) if check_in.scores}


def test_the_patient_fills_180_days_up_to_today() -> None:
    edits = edits_at(EVENING)
    days = days_with_scores(edits)
    unwell = {record.day for record in every(DayRecord, edits) if record.too_unwell}
    period = last_days(demo.DAYS, TODAY)
    assert (demo.DAYS, demo.DAYS_LOGGED) == (180, 159)
    assert len(days) == demo.DAYS_LOGGED
    assert len(unwell) == demo.TOO_UNWELL_EVENINGS == 3
    assert not days & unwell
    assert (min(days), max(days)) == (period.first, period.last)


def totals(questionnaire: Questionnaire, edits: Edits) -> dict[date, int | None]:
    return {
        response.moment.day: total(questionnaire, response)
        for response in every(Response, edits)
        if response.questionnaire == questionnaire.key
    }


def test_some_days_were_written_down_after_they_had_ended() -> None:
    late = {
        check_in.moment.day
        for check_in in every(CheckIn, edits_at(EVENING))
        if all(s.written_at > day_ends(check_in.moment.day, ZONE) for s in check_in.scores)
    }
    assert len(late) == demo.DAYS_LATE == 11


def test_some_days_have_two_check_ins() -> None:
    by_day = Counter(check_in.moment.day for check_in in every(CheckIn, edits_at(EVENING)))
    assert set(by_day.values()) == {1, 2}
    assert sum(number == 2 for number in by_day.values()) > demo.SESSIONS


def test_twelve_sessions_an_induction_and_then_gaps() -> None:
    sessions = ketamine(edits_at(EVENING))
    days = [session.start.day for session in sessions]
    gaps = [(b - a).days for a, b in pairwise(days)]
    assert len(sessions) == demo.SESSIONS == 12
    assert (days[5] - days[0]).days == 17
    assert gaps[5:] == [18, 21, 21, 28, 28, 28]
    assert Counter(str(s.dose.amount) for s in sessions if s.dose) == {"32": 8, "35": 4}
    assert all(session.body_weight_kg and session.provider == demo.CLINIC for session in sessions)


def test_the_last_session_was_this_morning() -> None:
    last = ketamine(edits_at(EVENING))[-1]
    assert last.start.local == local("2026-03-10T09:40")
    assert last.end == local("2026-03-10T10:20")


def test_one_session_is_planned_one_was_cancelled_and_one_was_of_another_kind() -> None:
    others = [s for s in every(TreatmentSession, edits_at(EVENING)) if not s.counts]
    planned = next(s for s in others if s.state is SessionState.PLANNED)
    assert planned.start.local == local("2026-04-07T10:00")
    assert [s.treatment for s in others if s.is_done] == [Treatment.PSYCHOTHERAPY]
    assert sum(s.state is SessionState.CANCELLED for s in others) == 1
    assert len(others) == 3


def test_side_effects_are_tied_to_their_sessions() -> None:
    edits = edits_at(EVENING)
    effects = every(SideEffect, edits)
    number = {one.session.id: one.number for one in numbered(ketamine(edits))}
    tied = [effect for effect in effects if effect.session_id]
    assert Counter(effect.effect for effect in tied) == demo.EFFECT_COUNTS
    assert demo.EFFECT_COUNTS == {"dissociation": 12, "dizziness": 10, "nausea": 6, "headache": 2}
    assert sum(effect.severity == 3 for effect in effects) == 2
    assert all(effect.onset and effect.duration for effect in tied)
    fifth = {effect.effect for effect in tied if number[effect.session_id] == 5}  # type: ignore[index]
    assert fifth == {"dissociation", "dizziness"}


def test_one_headache_lasted_thirty_hours() -> None:
    minutes = [e.duration.minutes for e in every(SideEffect, edits_at(EVENING)) if e.duration]
    assert max(m for m in minutes if m is not None) == 30 * 60


def test_every_side_effect_is_in_the_catalogue() -> None:
    used = {effect.effect for effect in every(SideEffect, edits_at(EVENING))}
    assert used <= {effect.key for effect in catalogue.side_effects().effects}


def test_twelve_notes_two_of_them_for_summaries() -> None:
    notes = [check_in for check_in in every(CheckIn, edits_at(EVENING)) if check_in.note]
    assert len(notes) == len(demo.NOTES) == 12
    assert sum(check_in.note_shared for check_in in notes) == len(demo.SHARED_NOTES_AGO) == 2
    assert max(notes, key=lambda c: c.moment.instant).note == demo.NOTES[0]


def test_mood_is_low_before_treatment_and_rises_after_each_later_session() -> None:
    edits = edits_at(EVENING)
    mood = {c.moment.day: c.value(MOOD) for c in every(CheckIn, edits)}
    starts = [session.start.day for session in ketamine(edits)]

    def around(start: date, days: range) -> float:
        near = (mood.get(start + timedelta(day)) for day in days)
        return mean(value for value in near if value is not None)

    assert 2 <= around(starts[0], range(-18, 0)) <= 4
    for start in starts[6:11]:
        assert around(start, range(1, 4)) - around(start, range(-3, 0)) >= 2
        assert around(start, range(14, 18)) - around(start, range(-3, 0)) < 2


def test_every_session_day_has_a_rating_before_and_one_after() -> None:
    edits = edits_at(EVENING)
    check_ins = every(CheckIn, edits)
    for session in ketamine(edits):
        that_day = [c.moment.instant for c in check_ins if c.moment.day == session.start.day]
        assert min(that_day) < session.start.instant
        assert max(that_day) > session.effect_ends


def test_the_settings_name_the_patient() -> None:
    edit = edits_at(EVENING)[0]
    assert edit.before == SETTINGS
    assert isinstance(edit.after, JournalSettings)
    assert (edit.after.id, edit.after.patient_name) == (SETTINGS.id, "Alex Example")
    assert edit.after.birth_date == date(1980, 1, 1)
    assert edit.after.last_visit(TODAY) == date(2026, 2, 10)


def test_the_same_moment_gives_the_same_patient() -> None:
    assert edits_at(EVENING) == edits_at(EVENING)


def test_another_day_gives_the_same_course_a_day_later() -> None:
    one, other = (
        [c.value(MOOD) for c in every(CheckIn, edits_at(EVENING + timedelta(days)))]
        for days in (0, 1)
    )
    assert one == other


def test_identifiers_are_unique_and_ordered_by_time() -> None:
    records = [edit.record for edit in edits_at(EVENING)[1:]]
    ids = [record.id for record in records]
    assert len(set(ids)) == len(ids)
    assert {identifier.version for identifier in ids} == {7}
    created = [record.created_at for record in sorted(records, key=lambda record: record.id)]
    assert created == sorted(created)


TIMES = [
    pytest.param("2026-03-10T23:59", "2026-03-10", id="night"),
    pytest.param("2026-03-11T03:30", "2026-03-10", id="before the day's start"),
    pytest.param("2026-03-10T04:30", "2026-03-09", id="just after the day's start"),
    pytest.param("2026-03-10T05:00", "2026-03-10", id="early"),
    pytest.param("2026-03-10T10:00", "2026-03-10", id="in the middle of the session"),
    pytest.param("2026-03-10T10:20", "2026-03-10", id="at its end"),
    pytest.param("2026-03-29T08:00", "2026-03-29", id="the clocks went forward"),
    pytest.param("2025-10-26T21:30", "2025-10-26", id="the clocks went back"),
]


@pytest.mark.parametrize(("now", "last_day"), TIMES)
def test_at_any_time_the_patient_is_whole(now: str, last_day: str) -> None:
    edits = edits_at(local(now))
    assert len(days_with_scores(edits)) == demo.DAYS_LOGGED
    assert len(ketamine(edits)) == demo.SESSIONS
    assert ketamine(edits)[-1].start.day == max(days_with_scores(edits))
    assert max(days_with_scores(edits)) == date.fromisoformat(last_day)


@pytest.mark.parametrize(("now", "last_day"), TIMES)
@pytest.mark.parametrize("zone", [ZONE, "Pacific/Auckland", "America/St_Johns"])
def test_every_record_passes_the_journals_own_checks(now: str, last_day: str, zone: str) -> None:
    instant = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone))
    for edit in edits_at(instant, zone):
        CHECKS[type(edit.record)](edit.record, instant)
        assert edit.record.created_at <= edit.record.changed_at <= instant


def check_check_in(check_in: CheckIn, now: datetime) -> None:
    scales = {scale.key: scale for scale in SCALES}
    for score in check_in.scores:
        check_score(scales[score.scale], score.value)
        assert score.written_at <= now
    check_note(check_in.note)
    assert check_in.moment.instant <= now
    assert not check_in.is_empty


def check_day_record(record: DayRecord, now: datetime) -> None:
    assert not record.is_empty
    if record.sleep_hours is not None:
        check_score(next(s for s in SCALES if s.key == SLEEP_HOURS), record.sleep_hours)


def check_response(response: Response, now: datetime) -> None:
    for answer in response.answers:
        check_answer(ASKED[response.questionnaire], answer.item, answer.value)
    check_not_future("moment", response.moment, now)


CHECKS: dict[type[Record], Callable[..., None]] = {
    CheckIn: check_check_in,
    DayRecord: check_day_record,
    TreatmentSession: check_session,
    SideEffect: check_side_effect,
    JournalSettings: lambda settings, now: check_settings(settings, now.date()),
    Response: check_response,
    SafetyAnswer: lambda answer, now: check_not_future("moment", answer.moment, now),
    Medication: lambda medication, now: check_medication(medication, today=now.date()),
    DoseTaken: lambda dose, now: check_not_future("taken", dose.taken, now),
}


def test_none_today_never_stands_beside_a_side_effect() -> None:
    edits = edits_at(EVENING)
    affected = {effect.noted.day for effect in every(SideEffect, edits)}
    none = {record.day for record in every(DayRecord, edits) if record.no_side_effects}
    assert none
    assert not none & affected


def test_there_is_one_record_for_a_day_at_most() -> None:
    days = [record.day for record in every(DayRecord, edits_at(EVENING))]
    assert len(set(days)) == len(days)


def test_ratings_stay_on_shorter_scales() -> None:
    short = tuple(replace(scale, high=5) if scale.key == MOOD else scale for scale in SCALES)
    edits = demo.demo_edits(EVENING - timedelta(hours=1), ZONE, short, SETTINGS)
    moods = [c.value(MOOD) for c in every(CheckIn, edits)]
    assert max(mood for mood in moods if mood is not None) == 5


def test_every_session_has_its_readings_and_the_second_the_highest_pressure() -> None:
    sessions = ketamine(edits_at(EVENING))
    highest = [session.highest_pressure for session in sessions]
    peaks = [(r.systolic or 0, r.diastolic or 0) for r in highest if r]
    assert all([(r.minutes, r.leaving) for r in s.vitals] == READ_AT for s in sessions)
    assert all(r.pulse and r.spo2 for session in sessions for r in session.vitals)
    assert len(peaks) == demo.SESSIONS
    assert max(peaks) == peaks[1] == (146, 92)


def test_the_pressure_before_a_session_is_never_high() -> None:
    readings = [r for session in ketamine(edits_at(EVENING)) for r in session.vitals if r.is_before]
    assert max(r.systolic or 0 for r in readings) <= 136
    assert max(r.diastolic or 0 for r in readings) <= 86


def test_no_reading_lies_ahead() -> None:
    last = ketamine(edits_at(local("2026-03-10T11:00")))[-1]
    assert [r.minutes for r in last.vitals] == [-1, 40]


def test_before_all_sessions_but_one_they_were_asked_and_had_taken_nothing() -> None:
    asked = Counter(session.before for session in ketamine(edits_at(EVENING)))
    assert asked == {frozenset(): 11, None: 1}


def test_of_some_sessions_more_was_told() -> None:
    sessions = ketamine(edits_at(EVENING))
    for told in ([s.with_whom for s in sessions], [s.taken_home_by for s in sessions]):
        assert 0 < sum(map(bool, told)) < demo.SESSIONS
    assert 0 < sum(bool(session.felt) for session in sessions) < demo.SESSIONS


def test_phq_9_falls_from_19_to_8_and_comes_back_to_11() -> None:
    edits = edits_at(EVENING)
    by_day = totals(PHQ_9, edits)
    values = [value for value in by_day.values() if value is not None]
    start = ketamine(edits)[0].start.day
    lowest = min(by_day, key=lambda day: by_day[day] or 0)
    assert min(by_day) < start
    assert (values[0], min(values), values[-1]) == (19, 8, 11)
    assert (lowest - start).days == 118


def test_gad_7_falls_from_14_to_7_and_comes_back_to_9() -> None:
    values = [value for value in totals(GAD_7, edits_at(EVENING)).values() if value is not None]
    assert (values[0], min(values), values[-1]) == (14, 7, 9)


def test_both_questionnaires_are_answered_about_every_two_weeks_and_between_sessions() -> None:
    edits = edits_at(EVENING)
    days = list(totals(PHQ_9, edits))
    assert days == list(totals(GAD_7, edits))
    assert {(b - a).days for a, b in pairwise(days)} <= {12, 13, 14, 15, 16}
    assert not set(days) & {session.start.day for session in ketamine(edits)}
    assert set(days) <= days_with_scores(edits)


def test_every_question_was_answered_and_left() -> None:
    for response in every(Response, edits_at(EVENING)):
        items = [item.key for item in ASKED[response.questionnaire].items]
        assert [answer.item for answer in response.answers] == items
        assert all(answer.left for answer in response.answers)
        assert response.finished


def test_item_9_was_above_0_on_two_evenings_both_of_them_safe() -> None:
    edits = edits_at(EVENING)
    start = ketamine(edits)[0].start.day
    responses, answers = every(Response, edits), every(SafetyAnswer, edits)
    above = [response for response in responses if item_nine(response)]
    assert [(item_nine(r), (r.moment.day - start).days) for r in above] == [(1, -8), (1, 34)]
    for response in above:
        finding = self_harm(response, responses, answers)
        assert finding is not None
        assert finding.answer == "yes"


def test_the_bladder_check_is_answered_every_month_with_none() -> None:
    answers = every(SafetyAnswer, edits_at(EVENING))
    checks = [answer for answer in answers if answer.question is SafetyQuestion.BLADDER]
    gaps = [(b.moment.day - a.moment.day).days for a, b in pairwise(checks)]
    assert len(checks) == len(demo.BLADDER_CHECKS_AGO) == 6
    assert all(check.answers == () for check in checks)
    assert all(30 <= gap <= 32 for gap in gaps)


def test_sertraline_was_lowered_after_twenty_days() -> None:
    medications = every(Medication, edits_at(EVENING))
    (changed,) = (m for m in changes(medications) if m.change is MedicineChange.CHANGED)
    assert changed.before is not None
    assert (changed.before.dose, changed.medication.dose) == ("150 mg", "100 mg")
    assert changed.reason == "slept badly"
    assert changed.day == last_days(demo.DAYS, TODAY).first + timedelta(20)
    assert changed.before.last == changed.day - timedelta(1)
    assert [m.name for m in current(medications, TODAY)] == ["Lorazepam", "Sertraline"]


def test_lorazepam_is_taken_as_needed_and_was_not_since_treatment_began() -> None:
    edits = edits_at(EVENING)
    (lorazepam,) = (m for m in every(Medication, edits) if m.as_needed)
    doses = every(DoseTaken, edits)
    assert (lorazepam.kind, lorazepam.dose) == (MedicineClass.BENZODIAZEPINE, "0.5 mg")
    assert [dose.medication_id for dose in doses] == [lorazepam.id] * 2
    assert max(dose.taken.day for dose in doses) < ketamine(edits)[0].start.day


def test_the_settings_say_what_is_treated_and_whom_to_call() -> None:
    settings = edits_at(EVENING)[0].after
    assert isinstance(settings, JournalSettings)
    assert settings.treated_for == {TreatedFor.DEPRESSION}
    assert settings.record_number == "4471"
    assert settings.clinic == Contact("Riverside Clinic", "555 0100")
    assert settings.set_up
