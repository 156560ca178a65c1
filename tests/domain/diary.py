"""A diary that tests write down in a few words; all times are those of Berlin, in 2026."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from journal.domain.checkin import STANDARD_SCALES, CheckIn, DayRecord, Scale, Score
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import Moment, moment_on_day
from journal.domain.repository import Records
from journal.domain.session import (
    Dose,
    DoseUnit,
    SessionState,
    Treatment,
    TreatmentSession,
    usual_route,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def at(day: date, hour: int, minute: int = 0) -> Moment:
    """A moment of a journal day by the clock in Berlin."""
    return moment_on_day(day, time(hour, minute), "Europe/Berlin", "at")


def minutes(count: int) -> Duration:
    """A duration in minutes."""
    return Duration(Lasted.MINUTES, count)


def scale_of(key: str) -> Scale:
    """A standard scale, switched on."""
    place, found = next((n, s) for n, s in enumerate(STANDARD_SCALES) if s.key == key)
    return Scale(
        UUID(int=place),
        key,
        found.low,
        found.high,
        found.direction,
        True,
        place,
        LONG_AGO,
        LONG_AGO,
    )


class Diary:
    """Collects records; every method that adds one gives it back."""

    def __init__(self, name: str = "", birth_date: date | None = None) -> None:
        self.check_ins: list[CheckIn] = []
        self.days: list[DayRecord] = []
        self.sessions: list[TreatmentSession] = []
        self.side_effects: list[SideEffect] = []
        self.scales = [scale_of(standard.key) for standard in STANDARD_SCALES]
        self.settings = JournalSettings(
            UUID(int=1), LONG_AGO, LONG_AGO, patient_name=name, birth_date=birth_date
        )
        self._next_id = 1000

    def score(
        self,
        day: date,
        value: int,
        scale: str = "mood",
        hour: int = 20,
        written: datetime | None = None,
        source: str = "",
        note_shared: bool = False,
    ) -> CheckIn:
        """One score at `hour`, written down at once unless told otherwise."""
        moment = at(day, hour)
        scores = (Score(scale, value, written or moment.instant),)
        check_in = CheckIn(
            self._id(),
            moment,
            moment.instant,
            moment.instant,
            scores,
            note="A note." if note_shared else "",
            note_shared=note_shared,
            source=source,
        )
        self.check_ins.append(check_in)
        return check_in

    def day(
        self,
        day: date,
        none: bool = False,
        unwell: bool = False,
        slept: float | None = None,
    ) -> DayRecord:
        """What belongs to a whole day."""
        record = DayRecord(self._id(), day, LONG_AGO, LONG_AGO, none, unwell, slept)
        self.days.append(record)
        return record

    def session(
        self,
        day: date,
        hour: int = 10,
        length: int | None = 40,
        state: SessionState = SessionState.DONE,
        treatment: Treatment = Treatment.IV_KETAMINE,
        mg: int | None = None,
        no_side_effects: bool = False,
        name: str = "",
    ) -> TreatmentSession:
        """A session that begins at `hour` and lasts `length` minutes."""
        start = at(day, hour)
        session = TreatmentSession(
            self._id(),
            start,
            treatment,
            usual_route(treatment),
            state,
            LONG_AGO,
            LONG_AGO,
            end=None if length is None else start.instant + timedelta(minutes=length),
            treatment_name=name,
            dose=None if mg is None else Dose(Decimal(mg), DoseUnit.MG),
            no_side_effects=no_side_effects,
        )
        self.sessions.append(session)
        return session

    def effect(
        self,
        day: date,
        effect: str = "",
        severity: Severity | None = Severity.MILD,
        duration: Duration | None = None,
        session: TreatmentSession | None = None,
        hour: int = 20,
        name: str = "",
        onset: Onset | None = None,
    ) -> SideEffect:
        """A side effect noted at `hour`."""
        moment = at(day, hour)
        side_effect = SideEffect(
            self._id(),
            moment,
            severity,
            moment.instant,
            moment.instant,
            effect,
            name,
            onset,
            duration,
            None if session is None else session.id,
        )
        self.side_effects.append(side_effect)
        return side_effect

    def records(self) -> Records:
        """Everything, as a journal would hand it over."""
        return Records(
            tuple(sorted(self.check_ins, key=lambda check_in: check_in.moment)),
            tuple(sorted(self.days, key=lambda record: record.day)),
            tuple(sorted(self.sessions, key=lambda session: session.start)),
            tuple(sorted(self.side_effects, key=lambda effect: effect.noted)),
            tuple(self.scales),
            self.settings,
        )

    def _id(self) -> UUID:
        self._next_id += 1
        return UUID(int=self._next_id)
