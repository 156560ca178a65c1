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

from journal import catalogue, demo
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
from journal.domain.period import day_ends, last_days
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


CHECKS: dict[type[Record], Callable[..., None]] = {
    CheckIn: check_check_in,
    DayRecord: check_day_record,
    TreatmentSession: check_session,
    SideEffect: check_side_effect,
    JournalSettings: lambda settings, now: check_settings(settings, now.date()),
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
