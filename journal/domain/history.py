"""The journal's history: what is written down for each day, newest day first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.day_scores import entered_late, is_imported
from journal.domain.medication import MedicineMark, TakenDose, changes
from journal.domain.period import Moment, day_ends
from journal.domain.questionnaire import Response
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import SessionState, TreatmentSession, numbered
from journal.domain.side_effect import SideEffect

T = TypeVar("T")


class Share(StrEnum):
    """How much of a day something is true of."""

    NONE = "none"
    PART = "part"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rating:
    """One value on a scale, and the moment it is for."""

    moment: Moment
    value: int


@dataclass(frozen=True, slots=True)
class RatedScale:
    """What was rated on one scale on one day, earliest first; at least one rating."""

    scale: Scale
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class DaySession:
    """A session; `number` is its place among the ketamine sessions that took place, else None."""

    session: TreatmentSession
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a check-in, or of the session that begins at `moment`; never empty."""

    moment: Moment
    text: str
    of_session: bool = False


@dataclass(frozen=True, slots=True)
class HistoryDay:
    """All that is written down for one journal day, each kind in the order of its moments.

    `scores` are by the scales' positions. `late` and `imported` count the check-ins: all of them,
    some, or none. `record` has sleep, "none today" and "too unwell".
    """

    day: date
    scores: tuple[RatedScale, ...] = ()
    record: DayRecord | None = None
    sessions: tuple[DaySession, ...] = ()
    side_effects: tuple[SideEffect, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()
    medicine_changes: tuple[MedicineMark, ...] = ()
    doses_taken: tuple[TakenDose, ...] = ()
    safety_answers: tuple[SafetyAnswer, ...] = ()
    late: Share = Share.NONE
    imported: Share = Share.NONE

    @property
    def has_session(self) -> bool:
        """Whether a session took place."""
        return any(one.session.is_done for one in self.sessions)

    @property
    def no_side_effects(self) -> bool:
        """Whether "none today" was said, for the day or for one of its sessions."""
        of_day = self.record is not None and self.record.no_side_effects
        return of_day or any(one.session.no_side_effects for one in self.sessions)


def history(records: Records, today: date) -> tuple[HistoryDay, ...]:
    """The days up to `today` on which anything is written down, newest first.

    `records` may be in any order. A planned session is a plan and not yet an entry.
    """
    book = _book(records)
    return tuple(book.page(day) for day in sorted(book.days(), reverse=True) if day <= today)


@dataclass(frozen=True, slots=True)
class _Book:
    """The records by their days."""

    day_starts_at: time
    scales: Sequence[Scale]
    numbers: Mapping[UUID, int]
    check_ins: Mapping[date, Sequence[CheckIn]]
    records: Mapping[date, DayRecord]
    sessions: Mapping[date, Sequence[TreatmentSession]]
    side_effects: Mapping[date, Sequence[SideEffect]]
    responses: Mapping[date, Sequence[Response]]
    medicine_changes: Mapping[date, Sequence[MedicineMark]]
    doses_taken: Mapping[date, Sequence[TakenDose]]
    safety_answers: Mapping[date, Sequence[SafetyAnswer]]

    def days(self) -> set[date]:
        """Every day that something is written down for."""
        return {
            *self.check_ins,
            *self.records,
            *self.sessions,
            *self.side_effects,
            *self.responses,
            *self.medicine_changes,
            *self.doses_taken,
            *self.safety_answers,
        }

    def page(self, day: date) -> HistoryDay:
        """All that is written down for one day."""
        check_ins = self.check_ins.get(day, ())
        sessions = self.sessions.get(day, ())
        return HistoryDay(
            day,
            _scores(check_ins, self.scales),
            self.records.get(day),
            tuple(DaySession(session, self.numbers.get(session.id)) for session in sessions),
            tuple(self.side_effects.get(day, ())),
            _notes(check_ins, sessions),
            tuple(dict.fromkeys(tag for check_in in check_ins for tag in check_in.tags)),
            tuple(self.responses.get(day, ())),
            tuple(self.medicine_changes.get(day, ())),
            tuple(self.doses_taken.get(day, ())),
            tuple(self.safety_answers.get(day, ())),
            late_share(check_ins, self.day_starts_at),
            _imported_share(check_ins),
        )


def _book(records: Records) -> _Book:
    kept = [s for s in records.sessions if s.state is not SessionState.PLANNED]
    medicines = {medication.id: medication for medication in records.medications}
    taken = [
        TakenDose(medicines[dose.medication_id], dose)
        for dose in records.doses_taken
        if dose.medication_id in medicines
    ]
    return _Book(
        records.settings.day_starts_at,
        sorted(records.scales, key=attrgetter("position")),
        {one.session.id: one.number for one in numbered(records.sessions)},
        _by_day(records.check_ins, attrgetter("moment")),
        {record.day: record for record in records.days},
        _by_day(kept, attrgetter("start")),
        _by_day(records.side_effects, attrgetter("noted")),
        _by_day(records.responses, attrgetter("moment")),
        _by_mark(changes(records.medications)),
        _by_day(taken, attrgetter("dose.taken"), attrgetter("dose.id")),
        _by_day(_told(records.safety_answers), attrgetter("moment")),
    )


def _told(answers: Iterable[SafetyAnswer]) -> Iterator[SafetyAnswer]:
    """All but "Not now": that is no entry."""
    return (answer for answer in answers if answer.question is not SafetyQuestion.NOT_NOW)


def _by_day(
    things: Iterable[T],
    moment: Callable[[T], Moment],
    identifier: Callable[[T], UUID] = attrgetter("id"),
) -> Mapping[date, Sequence[T]]:
    days: dict[date, list[T]] = defaultdict(list)
    for thing in sorted(things, key=lambda one: (moment(one).instant, identifier(one))):
        days[moment(thing).day].append(thing)
    return days


def _by_mark(marks: Iterable[MedicineMark]) -> Mapping[date, Sequence[MedicineMark]]:
    days: dict[date, list[MedicineMark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: (mark.day, mark.medication.id, mark.change)):
        days[mark.day].append(mark)
    return days


def _scores(check_ins: Iterable[CheckIn], scales: Iterable[Scale]) -> tuple[RatedScale, ...]:
    ratings: dict[str, list[Rating]] = defaultdict(list)
    for check_in in check_ins:
        for score in check_in.scores:
            ratings[score.scale].append(Rating(check_in.moment, score.value))
    return tuple(
        RatedScale(scale, tuple(ratings[scale.key])) for scale in scales if scale.key in ratings
    )


def _notes(check_ins: Iterable[CheckIn], sessions: Iterable[TreatmentSession]) -> tuple[Note, ...]:
    notes = [Note(check_in.moment, check_in.note) for check_in in check_ins if check_in.note]
    notes += [Note(s.start, s.note, of_session=True) for s in sessions if s.note]
    return tuple(sorted(notes, key=lambda note: note.moment.instant))


def late_share(check_ins: Sequence[CheckIn], day_starts_at: time) -> Share:
    """How much of a day's check-ins was written down only after that journal day had ended.

    ALL as the counting rules have it: every score; where nothing was rated, every check-in.
    """
    own = [check_in for check_in in check_ins if not check_in.source]
    late = [_written_late(check_in, day_starts_at) for check_in in own]
    if entered_late(own, day_starts_at):
        return Share.ALL
    if late and all(late) and not any(check_in.scores for check_in in own):
        return Share.ALL
    return Share.PART if any(late) else Share.NONE


def _written_late(check_in: CheckIn, day_starts_at: time) -> bool:
    """Whether the check-in was begun, or something in it first rated, after its day had ended."""
    moment = check_in.moment
    written = max([check_in.created_at, *(score.written_at for score in check_in.scores)])
    if written <= moment.instant:
        return False  # most are written as they are felt, and no zone has to be looked up
    return written >= day_ends(moment.day, moment.zone, day_starts_at)


def _imported_share(check_ins: Sequence[CheckIn]) -> Share:
    if is_imported(check_ins):
        return Share.ALL
    return Share.PART if any(check_in.source for check_in in check_ins) else Share.NONE
