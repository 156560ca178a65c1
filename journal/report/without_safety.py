"""A summary without what the safety rows tell: where they are left out, nothing else tells it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from journal.domain.course_measures import Measure
from journal.domain.daily_table import DailyTable
from journal.domain.profile import TreatedFor
from journal.domain.safety import FindingKind
from journal.domain.safety.effects import EFFECTS, is_lasting_unreality
from journal.domain.scoring import ScoredResponse
from journal.domain.session import TreatmentSession
from journal.domain.session_effects import SessionEffects, felt_effects, over_a_day
from journal.domain.side_effect import SideEffect
from journal.domain.summary import SessionSummary, SideEffects, Summary

_SAFETY_EFFECTS = frozenset().union(*EFFECTS.values())


def without_safety(summary: Summary) -> Summary:
    """The same without findings: not in a picture, not among side effects, not to be computed.

    That suicidal thoughts are treated is not told either. Of a questionnaire with an item about
    self-harm only the total is left: beside the other answers it would tell that item.
    """
    others = OtherEffects(summary)
    sessions = tuple(
        replace(each, effects=tuple(others.of(each.effects))) for each in summary.sessions
    )
    return replace(
        summary,
        treated_for=summary.treated_for - {TreatedFor.SUICIDAL_THOUGHTS},
        measures=tuple(map(_measure, summary.measures)),
        sessions=sessions,
        side_effects=_side_effects(summary.side_effects, sessions, others),
        days=_days(summary.days, others),
    )


class OtherEffects:
    """Tells the side effects that no safety row is about."""

    def __init__(self, summary: Summary) -> None:
        self._sessions: Mapping[UUID, TreatmentSession] = {
            each.session.id: each.session for each in summary.sessions
        }

    def of(self, effects: Iterable[SideEffect]) -> Iterator[SideEffect]:
        """Those of them that may stay."""
        return (effect for effect in effects if self.has(effect))

    def has(self, effect: SideEffect) -> bool:
        """Unreality belongs to a session of the period, unless it was there for a day or longer."""
        if effect.effect in EFFECTS[FindingKind.UNREALITY]:
            of_session = effect.session_id in self._sessions
            return of_session and not is_lasting_unreality(effect, self._sessions)
        return effect.effect not in _SAFETY_EFFECTS


def _side_effects(
    before: SideEffects, sessions: Iterable[SessionSummary], others: OtherEffects
) -> SideEffects:
    felt = [SessionEffects(s.number, s.session, s.answered, s.effects) for s in sessions]
    return replace(
        before,
        effects=tuple(each.summary for each in felt_effects(felt)),
        over_a_day=over_a_day(felt),
        others=tuple(other for other in before.others if others.has(other.example)),
    )


def _days(table: DailyTable, others: OtherEffects) -> DailyTable:
    days = (replace(day, effects=tuple(others.of(day.effects))) for day in table.days)
    return replace(table, days=tuple(days))


def _measure(measure: Measure) -> Measure:
    """Items that are no part of the total tell nothing of it, and stay."""
    questionnaire = measure.questionnaire
    if not questionnaire.safety_item:
        return measure
    safety_item = questionnaire.safety_item
    items = tuple(i for i in questionnaire.items if not i.scored and i.key != safety_item)
    kept = frozenset(item.key for item in items)
    return replace(
        measure,
        questionnaire=replace(questionnaire, items=items),
        entries=tuple(_entry(entry, kept) for entry in measure.entries),
    )


def _entry(entry: ScoredResponse, kept: frozenset[str]) -> ScoredResponse:
    answers = tuple(a for a in entry.response.answers if a.item in kept)
    return replace(entry, response=replace(entry.response, answers=answers), safety=None)
