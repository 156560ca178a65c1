"""The demo patient's check-ins and day records, from one stream of chance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from random import Random

from journal.demo.days import DAYS, SESSIONS_AGO, Course
from journal.demo.side_effects import TIREDNESS_AGO
from journal.domain.checkin import MOOD, CheckIn, DayRecord, Scale, Score
from journal.domain.period import Moment

DAYS_NOT_LOGGED = 18
TOO_UNWELL_EVENINGS = 3
DAYS_LATE = 11
DAYS_LOGGED = DAYS - DAYS_NOT_LOGGED - TOO_UNWELL_EVENINGS

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


@dataclass(slots=True)
class Diary:
    """Writes the check-ins and day records, day by day, from one stream of chance."""

    course: Course
    scales: Mapping[str, Scale]
    # Not for secrets: the same patient every time.
    chance: Random = field(default_factory=lambda: Random(_SEED))  # noqa: S311

    def records(self) -> Iterator[CheckIn | DayRecord]:
        """All days, oldest first; the kinds of days are drawn before anything else."""
        drawn = self.chance.sample(
            ordinary_days(), DAYS_NOT_LOGGED + TOO_UNWELL_EVENINGS + DAYS_LATE
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
        none = self.chance.random() < 0.35 and ago != TIREDNESS_AGO and ago in ordinary_days()
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


def ordinary_days() -> list[int]:
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
