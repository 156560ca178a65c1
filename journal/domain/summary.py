"""The Summary: every number that the screen, the page, the text and the command line show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain import trends
from journal.domain.around_sessions import AroundSessions, around_sessions
from journal.domain.before_and_now import BeforeAndNow, before_and_now
from journal.domain.checkin import ELEVATED_MOOD, CheckIn, Scale
from journal.domain.course_measures import Measure, measures
from journal.domain.daily_table import DailyTable, daily_table
from journal.domain.day_scores import DayScore, day_scores
from journal.domain.durations import Durations, durations
from journal.domain.medicines_taken import MedicinesTaken, medicines_taken
from journal.domain.nights import Sleep, slept
from journal.domain.notes import Note, notes
from journal.domain.period import EARLIEST_DAY, Period
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.domain.questionnaire import Questionnaire
from journal.domain.repository import Records
from journal.domain.safety import ClearlyLower, SafetySummary, lower_fortnight, safety_summary
from journal.domain.session import NumberedSession, TreatmentSession, numbered
from journal.domain.session_effects import EffectSummary as EffectSummary
from journal.domain.session_effects import LongEffect as LongEffect
from journal.domain.session_effects import OtherEffect as OtherEffect
from journal.domain.session_effects import (
    SessionEffects,
    effects_by_session,
    felt_effects,
    other_effects,
    over_a_day,
)
from journal.domain.side_effect import SideEffect
from journal.domain.stretches import course as course_of
from journal.domain.treatments import (
    Pace,
    TreatmentSummary,
    gap,
    next_from,
    pace,
    treatments,
)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of the period stands behind the numbers, in journal days and imported rows.

    A day is logged when it has a score; `late` days were written down after they had ended.
    Imported days are neither late nor on time; `too_unwell` evenings are counted apart.
    """

    days: int
    logged: int
    late: int
    imported_days: int
    imported_rows: int
    too_unwell: int

    @property
    def percent(self) -> int:
        """Logged days in whole percent, rounded down: 100 means every day."""
        return 100 * self.logged // self.days


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One ketamine session of the period: what came before and after, and what it left behind.

    `gap` is days since the session before it in the whole course; None for the first. `answered`
    says whether side effects were asked; `effects` are those tied to it.
    """

    number: int
    session: TreatmentSession
    gap: int | None
    before: float | None
    next_day: float | None
    answered: bool
    effects: tuple[SideEffect, ...]


@dataclass(frozen=True, slots=True)
class SideEffects:
    """All about side effects; `sessions_asked` of `sessions` were answered."""

    sessions: int
    sessions_asked: int
    effects: tuple[EffectSummary, ...]
    over_a_day: tuple[LongEffect, ...]
    others: tuple[OtherEffect, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a journal says about a period; `treatments` has ketamine first, then other treatments.

    The sessions' scores, `timeline`, `around`, `durations` and the first of `daily` are on one
    scale; `daily` are before and now of it and, where bipolar depression is treated, of elevated
    mood, which has a timeline of its own then. `next_planned` is the next session planned for
    `made_on` or later; `notes` are all of them, whoever may read them.
    """

    period: Period
    made_on: date
    patient_name: str
    birth_date: date | None
    record_number: str
    treated_for: frozenset[TreatedFor]
    begun_in_treatment: bool
    clinic_should_know: frozenset[ClinicShouldKnow]
    completeness: Completeness
    sessions: tuple[SessionSummary, ...]
    treatments: tuple[TreatmentSummary, ...]
    pace: Pace
    next_planned: TreatmentSession | None
    measures: tuple[Measure, ...]
    daily: tuple[BeforeAndNow, ...]
    timeline: trends.Timeline
    elevated_mood: trends.Timeline | None
    around: AroundSessions
    durations: Durations
    side_effects: SideEffects
    safety: SafetySummary
    clearly_lower: ClearlyLower | None
    medicines: MedicinesTaken
    sleep: Sleep
    days: DailyTable
    notes: tuple[Note, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the period holds no entries at all."""
        return not (
            self.completeness.logged
            or self.completeness.too_unwell
            or self.treatments
            or self.side_effects.others
            or self.medicines.taken
            or not self.safety.is_empty
            or any(measure.entries for measure in self.measures)
            or self.days.days
            or self.notes
        )


def summarise(
    records: Records,
    period: Period,
    today: date,
    questionnaires: Iterable[Questionnaire],
    scale_key: str = "",
) -> Summary:
    """All numbers for `period` as of `today`; days after today are not part of it.

    `questionnaires` are those that can be read. The daily scale is the one of `scale_key`, else,
    and where there is none of that key, the one with most logged days.
    """
    if period.first <= today < period.last:
        period = Period(period.first, today)
    settings = records.settings
    scale = _daily_scale(records, period, scale_key)
    scores = _scores(records, scale, today)
    beside = tuple(_beside(records, scale))
    around = around_sessions(records, scale, period, today, scores)
    course = numbered(records.sessions)
    effects = tuple(e for e in effects_by_session(records) if e.session.start.day in period)
    return Summary(
        period=period,
        made_on=today,
        patient_name=settings.patient_name,
        birth_date=settings.birth_date,
        record_number=settings.record_number,
        treated_for=settings.treated_for,
        begun_in_treatment=settings.begun_in_treatment,
        clinic_should_know=settings.clinic_should_know,
        completeness=_completeness(records, period),
        sessions=_sessions(records, scale, effects, course),
        treatments=treatments(s for s in records.sessions if s.start.day in period),
        pace=pace(course, [effect.number for effect in effects]),
        next_planned=next_from(records.sessions, today),
        measures=measures(records, period, questionnaires),
        daily=(
            before_and_now(records, scale, period.last, scores),
            *(before_and_now(records, s, period.last) for s in beside),
        ),
        timeline=trends.timeline(records, scale, period, scores),
        elevated_mood=next((trends.timeline(records, s, period) for s in beside), None),
        around=around,
        durations=durations(around, scores),
        side_effects=_side_effects(effects, other_effects(records, effects, period)),
        safety=safety_summary(records, period),
        clearly_lower=lower_fortnight(records, period.last),
        medicines=medicines_taken(records.medications, records.doses_taken, period),
        sleep=slept(records.days, period),
        days=daily_table(records, period),
        notes=notes(records, period),
    )


def _daily_scale(records: Records, period: Period, key: str) -> Scale:
    chosen = (scale for scale in records.scales if scale.key == key and not scale.of_day)
    return next(chosen, None) or trends.fullest_scale(records, period)


def _scores(records: Records, scale: Scale, today: date) -> tuple[DayScore, ...]:
    """The day scores of the whole journal up to today."""
    whole = Period(EARLIEST_DAY, max(today, EARLIEST_DAY))
    sessions = course_of(s for s in records.sessions if s.start.day <= today)
    return tuple(day_scores(records, scale, whole, sessions))


def _beside(records: Records, scale: Scale) -> Iterator[Scale]:
    """Elevated mood, where bipolar depression is treated and it is not the daily scale itself."""
    if TreatedFor.BIPOLAR in records.settings.treated_for and scale.key != ELEVATED_MOOD:
        yield from (each for each in records.scales if each.key == ELEVATED_MOOD)


def _completeness(records: Records, period: Period) -> Completeness:
    days: dict[date, list[CheckIn]] = defaultdict(list)
    for check_in in records.check_ins:
        if check_in.scores and check_in.moment.day in period:
            days[check_in.moment.day].append(check_in)
    day_starts_at = records.settings.day_starts_at
    return Completeness(
        days=len(period),
        logged=len(days),
        late=sum(trends.entered_late(of_day, day_starts_at) for of_day in days.values()),
        imported_days=sum(trends.is_imported(of_day) for of_day in days.values()),
        imported_rows=sum(
            bool(check_in.source) and check_in.moment.day in period
            for check_in in records.check_ins
        ),
        too_unwell=sum(record.too_unwell and record.day in period for record in records.days),
    )


def _sessions(
    records: Records,
    scale: Scale,
    effects: Iterable[SessionEffects],
    course: Sequence[NumberedSession],
) -> tuple[SessionSummary, ...]:
    around = {each.session.id: each for each in trends.scores_around_sessions(records, scale)}
    return tuple(
        SessionSummary(
            one.number,
            one.session,
            gap(course, one.number),
            around[one.session.id].before,
            around[one.session.id].next_day,
            one.answered,
            one.effects,
        )
        for one in effects
    )


def _side_effects(
    sessions: Sequence[SessionEffects], others: tuple[OtherEffect, ...]
) -> SideEffects:
    return SideEffects(
        len(sessions),
        sum(session.answered for session in sessions),
        tuple(felt.summary for felt in felt_effects(sessions)),
        over_a_day(sessions),
        others,
    )
