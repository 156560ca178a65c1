"""The one fictional patient that --demo, the screenshots and the tests share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from journal.domain.checkin import MOOD, CheckIn, DayRecord, Scale, Score
from journal.domain.edit import Edit, Edits
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import Moment, day_ends, journal_day, moment_at, moment_on_day
from journal.domain.session import (
    Dose,
    DoseUnit,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    usual_route,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody who does not exist."""

    name: str
    birth_date: date


PATIENT = Patient("Alex Example", date(1980, 1, 1))
CLINIC = "Riverside Clinic"

DAYS = 180
DAYS_NOT_LOGGED = 18
TOO_UNWELL_EVENINGS = 3
DAYS_LATE = 11
DAYS_LOGGED = DAYS - DAYS_NOT_LOGGED - TOO_UNWELL_EVENINGS

SESSION_GAPS = (3, 4, 3, 4, 3, 18, 21, 21, 28, 28, 28)
"""Days from each session to the next; the first six sessions are the induction, in 17 days."""

SESSIONS = len(SESSION_GAPS) + 1
SESSIONS_AGO = tuple(sum(SESSION_GAPS[number:]) for number in range(SESSIONS))
"""How many days before the last day each session was; the last one is on it."""

DOSES_MG = (32,) * 8 + (35,) * 4
NEXT_SESSION_IN = 28
CANCELLED_AGO = 35
PSYCHOTHERAPY_AGO = 50

EFFECTS = {
    "dissociation": (3, 3, 2, 2, 2, 1, 1, 2, 1, 1, 1, 1),
    "dizziness": (2, 2, 1, 2, 1, 1, 0, 1, 1, 0, 1, 1),
    "nausea": (2, 1, 1, 0, 0, 0, 2, 1, 0, 0, 0, 2),
    "headache": (0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
}
"""How severe each side effect was at each session; 0: not felt."""

EFFECT_COUNTS = {effect: sum(map(bool, felt)) for effect, felt in EFFECTS.items()}
LONG_HEADACHE = 9
"""The session after which the headache lasted 30 hours."""

TIREDNESS_AGO = 63

NOTES = {
    178: "Starting this journal. The clinic asked for a line a day.",
    161: "First session. Strange, but I felt safe.",
    147: "Cooked dinner, the first time in months.",
    137: "My sister says I sound like myself.",
    112: "Hard to get up today.",
    94: "Two hours in the garden.",
    83: "Yesterday's headache is nearly gone.",
    70: "Rang an old friend.",
    57: "A low day. Stayed in.",
    40: "Back at work three days a week.",
    15: "The third week is the hard one.",
    0: "Walked to the lake in the evening. First time in weeks I wanted to.",
}
SHARED_NOTES_AGO = (40, 15)

_SEED = 4471
_SESSION_STARTS = tuple(
    time(9 + after_nine // 60, after_nine % 60)
    for after_nine in (40, 55, 40, 55, 40, 40, 70, 45, 60, 50, 65, 40)
)
_SESSION_MINUTES = 40
_BEFORE_SESSION = time(8, 20)
_MORNING = time(8, 10)
_LATE_MORNING = time(9, 5)
_LAST_EVENING = time(21, 14)
_LAST_EVENING_SCORES = {MOOD: 7, "anxiety": 4, "energy": 6}
_LAST_NIGHT_HOURS = 7
_TAGS = ("walk", "work", "friends", "garden", "music", "bad night")

_LEVEL_BEFORE = 3.1
"""Where mood lies without treatment."""

_LIFTS = (1.5, 2.6, 3.2, 3.6, 4.2, 4.2, 3.8, 3.6, 3.6, 3.4, 3.4, 3.4)
"""How far each session lifts mood; the lift holds for 2 days and is gone after 14."""


def demo_edits(
    now: datetime, zone: str, scales: Sequence[Scale], settings: JournalSettings
) -> Edits:
    """The patient's 180 days up to `now` (aware), for a new journal with `scales` and `settings`.

    Nothing lies after `now`: before 10:20 the last session is that much earlier, before the
    evening its check-in is missing. Within an hour of the day's start the last day is yesterday.
    The same arguments give the same records, identifiers included.
    """
    course = _Course(now.astimezone(UTC), zone, settings.day_starts_at)
    diary = _Diary(course, {scale.key: scale for scale in scales})
    sessions = tuple(_sessions(course))
    records = (*sessions, *_side_effects(course, sessions), *diary.records())
    return (
        Edit(settings, _settings(settings, course)),
        *(Edit(None, record) for record in records if record.created_at <= course.now),
    )


def _settings(settings: JournalSettings, course: "_Course") -> JournalSettings:
    last_visit = course.last - timedelta(SESSIONS_AGO[-2])
    return replace(
        settings,
        changed_at=course.now,
        visits=(last_visit,),
        patient_name=PATIENT.name,
        birth_date=PATIENT.birth_date,
    )


@dataclass(frozen=True, slots=True)
class _Course:
    """Turns "so many days ago, at that time" into moments, none of them after `now`."""

    now: datetime
    zone: str
    day_starts_at: time
    ids: Iterator[int] = field(default_factory=count)

    @property
    def last(self) -> date:
        """The last day; a day that has just begun has no room for a session."""
        an_hour_ago = self.now.astimezone(ZoneInfo(self.zone)) - timedelta(hours=1)
        return journal_day(an_hour_ago, self.day_starts_at)

    def at(self, ago: int, clock: time) -> Moment:
        """The moment at `clock` on the journal day `ago` days before the last, or after it."""
        moment = self._by_the_clock(ago, clock)
        if ago != 0:
            return moment
        began = day_ends(self.last - timedelta(1), self.zone, self.day_starts_at)
        return self.moment(max(moment.instant - self._brought_forward, began))

    def moment(self, instant: datetime) -> Moment:
        """The moment of an instant."""
        return moment_at(instant, self.zone, self.day_starts_at)

    def new_id(self, instant: datetime) -> UUID:
        """A time-ordered identifier (version 7) with a counter where chance would be."""
        milliseconds = int(instant.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | next(self.ids))

    @property
    def _brought_forward(self) -> timedelta:
        last_start = self._by_the_clock(0, _SESSION_STARTS[-1]).instant
        last_end = last_start + timedelta(minutes=_SESSION_MINUTES)
        return max(last_end - self.now, timedelta(0))

    def _by_the_clock(self, ago: int, clock: time) -> Moment:
        day = self.last - timedelta(ago)
        return moment_on_day(day, clock, self.zone, "at", self.day_starts_at)


def _sessions(course: _Course) -> Iterator[TreatmentSession]:
    """The twelve ketamine sessions, oldest first, then the others."""
    for index, ago in enumerate(SESSIONS_AGO):
        done = _session(course, course.at(ago, _SESSION_STARTS[index]), SessionState.DONE)
        yield replace(
            done,
            end=done.start.instant + timedelta(minutes=_SESSION_MINUTES),
            dose=Dose(Decimal(DOSES_MG[index]), DoseUnit.MG),
            body_weight_kg=Decimal("64.0") + Decimal(index) / 5,
        )
    yield _session(course, course.at(CANCELLED_AGO, time(10)), SessionState.CANCELLED)
    yield _session(course, course.at(-NEXT_SESSION_IN, time(10)), SessionState.PLANNED)
    yield _psychotherapy(course)


def _psychotherapy(course: _Course) -> TreatmentSession:
    start = course.at(PSYCHOTHERAPY_AGO, time(16))
    session = _session(course, start, SessionState.DONE, Treatment.PSYCHOTHERAPY)
    return replace(session, end=start.instant + timedelta(minutes=50))


def _session(
    course: _Course,
    start: Moment,
    state: SessionState,
    treatment: Treatment = Treatment.IV_KETAMINE,
) -> TreatmentSession:
    written = min(start.instant, course.now)
    return TreatmentSession(
        id=course.new_id(written),
        start=start,
        treatment=treatment,
        route=usual_route(treatment),
        state=state,
        created_at=written,
        changed_at=written,
        setting=Setting.CLINIC,
        provider=CLINIC,
    )


def _side_effects(course: _Course, sessions: Sequence[TreatmentSession]) -> Iterator[SideEffect]:
    for effect, felt in EFFECTS.items():
        for number, (session, severity) in enumerate(zip(sessions, felt, strict=False), 1):
            if severity:
                yield _side_effect(course, session, number, effect, Severity(severity))
    tired_at = course.at(TIREDNESS_AGO, time(20))
    yield SideEffect(
        id=course.new_id(tired_at.instant),
        noted=tired_at,
        severity=Severity.MILD,
        created_at=tired_at.instant,
        changed_at=tired_at.instant,
        effect="tiredness",
    )


def _side_effect(
    course: _Course, session: TreatmentSession, number: int, effect: str, severity: Severity
) -> SideEffect:
    """One effect, noted in the evening of its session or, today, by now."""
    noted = course.moment(min(session.start.instant + timedelta(hours=10), course.now))
    later = session.assumed_end + timedelta(hours=3) if effect == "headache" else None
    minutes = _minutes(effect, number, severity)
    over_at = (later or session.start.instant) + timedelta(minutes=minutes)
    over = over_at <= course.now
    return SideEffect(
        id=course.new_id(noted.instant),
        noted=noted,
        severity=severity,
        created_at=noted.instant,
        changed_at=max(noted.instant, over_at) if over else noted.instant,
        effect=effect,
        onset=Onset(instant=later) if later else Onset(during=True),
        duration=Duration(Lasted.MINUTES, minutes) if over else None,
        session_id=session.id,
    )


def _minutes(effect: str, number: int, severity: Severity) -> int:
    if effect == "headache":
        return (30 if number == LONG_HEADACHE else 8) * 60
    shortest = {"dissociation": 60, "dizziness": 150, "nausea": 180}[effect]
    return shortest * severity


@dataclass(slots=True)
class _Diary:
    """Writes the check-ins and day records, day by day, from one stream of chance."""

    course: _Course
    scales: Mapping[str, Scale]
    # Not for secrets: the same patient every time.
    chance: Random = field(default_factory=lambda: Random(_SEED))  # noqa: S311

    def records(self) -> Iterator[CheckIn | DayRecord]:
        """All days, oldest first; the kinds of days are drawn before anything else."""
        drawn = self.chance.sample(
            _ordinary_days(), DAYS_NOT_LOGGED + TOO_UNWELL_EVENINGS + DAYS_LATE
        )
        not_logged, drawn = drawn[:DAYS_NOT_LOGGED], drawn[DAYS_NOT_LOGGED:]
        unwell, late = drawn[:TOO_UNWELL_EVENINGS], drawn[TOO_UNWELL_EVENINGS:]
        for ago in reversed(range(DAYS)):
            if ago in unwell:
                yield self._unwell(ago)
            elif ago not in not_logged:
                yield from self._logged_day(ago, ago in late)

    def _unwell(self, ago: int) -> DayRecord:
        evening = self.course.at(ago, time(21, 30))
        record = self._day_record(evening, evening.instant)
        return replace(record, too_unwell=True)

    def _logged_day(self, ago: int, late: bool) -> Iterator[CheckIn | DayRecord]:
        if ago in SESSIONS_AGO:
            yield self._before_session(ago)
        elif self.chance.random() < 0.15 and not late:
            yield self._check_in(self.course.at(ago, _MORNING), self._scores(ago))
        written = self._written_late(ago) if late else None
        evening = self._evening(ago, written)
        yield evening
        yield from self._day(ago, evening.moment, written)

    def _before_session(self, ago: int) -> CheckIn:
        scores = self._scores(ago, before=True)
        asked = {key: scores[key] for key in (MOOD, "anxiety")}
        return self._check_in(self.course.at(ago, _BEFORE_SESSION), asked)

    def _evening(self, ago: int, written: datetime | None) -> CheckIn:
        clock = time(20 + self.chance.randrange(2), self.chance.randrange(60))
        scores = self._some(self._scores(ago))
        tags = self._tags()
        if ago == 0:
            clock, scores, tags = _LAST_EVENING, _LAST_EVENING_SCORES, ("walk",)
        check_in = self._check_in(self.course.at(ago, clock), scores, written)
        note, shared = NOTES.get(ago, ""), ago in SHARED_NOTES_AGO
        return replace(check_in, tags=tags, note=note, note_shared=shared)

    def _check_in(
        self, moment: Moment, scores: Mapping[str, int], late: datetime | None = None
    ) -> CheckIn:
        written = late or moment.instant
        return CheckIn(
            id=self.course.new_id(written),
            moment=moment,
            created_at=written,
            changed_at=written,
            scores=tuple(Score(key, value, written) for key, value in scores.items()),
        )

    def _day(self, ago: int, evening: Moment, written: datetime | None) -> Iterator[DayRecord]:
        """Sleep on most days, now and then "none today"."""
        none = self.chance.random() < 0.35 and ago != TIREDNESS_AGO and ago in _ordinary_days()
        slept = self.chance.random() < 0.85
        hours = _LAST_NIGHT_HOURS if ago == 0 else round(self.chance.gauss(6.3, 1.1))
        if not (slept or none or ago == 0):
            return
        # The last day's sleep is written in the morning, so that it is there whatever the time.
        first = self.course.at(ago, _BEFORE_SESSION).instant if ago == 0 else evening.instant
        record = self._day_record(evening, written or first)
        sleep = float(min(max(hours, 3), 10)) if slept or ago == 0 else None
        yield replace(record, no_side_effects=none, sleep_hours=sleep)

    def _day_record(self, moment: Moment, written: datetime) -> DayRecord:
        return DayRecord(self.course.new_id(written), moment.day, written, written)

    def _written_late(self, ago: int) -> datetime:
        """The morning after, or the one after that."""
        days = 1 if self.chance.random() < 0.7 else 2
        return self.course.at(ago - days, _LATE_MORNING).instant

    def _scores(self, ago: int, before: bool = False) -> dict[str, int]:
        mood = self._near(MOOD, _mood_level(ago, before), 0.7)
        return {
            MOOD: mood,
            "anxiety": self._near("anxiety", 8.5 - mood, 0.9),
            "energy": self._near("energy", mood - 0.3, 0.9),
            "pain": self._near("pain", 2.8, 0.9),
        }

    def _near(self, key: str, level: float, spread: float) -> int:
        """A rating near `level`, on the scale."""
        scale = self.scales[key]
        return min(max(round(self.chance.gauss(level, spread)), scale.low), scale.high)

    def _some(self, scores: Mapping[str, int]) -> dict[str, int]:
        """Mood always, of the others most."""
        return {
            key: value for key, value in scores.items() if self.chance.random() < 0.8 or key == MOOD
        }

    def _tags(self) -> tuple[str, ...]:
        several = self.chance.choices((0, 1, 2), weights=(70, 22, 8))[0]
        return tuple(self.chance.sample(_TAGS, several))


def _ordinary_days() -> list[int]:
    """Days ago that may be missed or late: no session then or the day before, no note.

    Not the first day, and not the last ones, after which nothing could have been written late.
    """
    return [
        ago
        for ago in range(3, DAYS - 1)
        if ago not in SESSIONS_AGO and ago + 1 not in SESSIONS_AGO and ago not in NOTES
    ]


def _mood_level(ago: int, before: bool) -> float:
    """Where mood lies on a day: what is left of the sessions' lifts, on top of where it began."""
    since = [session_ago - ago for session_ago in SESSIONS_AGO]
    lifts = [
        lift * min(1.0, max(0.0, (14 - days) / 12))
        for lift, days in zip(_LIFTS, since, strict=True)
        if days > 0 or (days == 0 and not before)
    ]
    return _LEVEL_BEFORE + max(lifts, default=0.0)
