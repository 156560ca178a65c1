"""Side effects that a clinic has to hear of, and the monthly bladder check."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from journal.domain.safety.finding import Finding, FindingKind, answer_about
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import Lasted, SideEffect

A_DAY = timedelta(hours=24)

BLADDER_EFFECTS = (
    "urinary-pain",
    "urinary-urgency",
    "urinary-frequency",
    "nights-up",
    "blood-in-urine",
    "flank-pain",
)
"""What the monthly check asks for, as keys of the catalogue."""

EFFECTS: Mapping[FindingKind, frozenset[str]] = {
    FindingKind.LITTLE_SLEEP: frozenset({"elevated-mood-little-sleep"}),
    FindingKind.BLADDER: frozenset(BLADDER_EFFECTS),
    FindingKind.BLOOD_PRESSURE: frozenset({"raised-blood-pressure"}),
    FindingKind.URGENT: frozenset(
        {
            "chest-pain",
            "trouble-breathing",
            "fainting",
            "hard-to-wake",
            "seizure",
            "severe-headache",
        }
    ),
    FindingKind.UNREALITY: frozenset({"dissociation", "hallucinations", "paranoia"}),
    FindingKind.CRAVING: frozenset({"craving", "took-more"}),
}
"""Keys of the catalogue by the kind of finding a summary reports them under."""


def urgent(
    effects: Iterable[SideEffect], answers: Collection[SafetyAnswer] = ()
) -> Iterator[Finding]:
    """A finding for every chest pain, trouble breathing, fainting and the like."""
    for effect in effects:
        if effect.effect in EFFECTS[FindingKind.URGENT]:
            yield Finding(
                FindingKind.URGENT,
                effect.noted.day,
                effect.id,
                (effect.effect,),
                answer=answer_about(answers, SafetyQuestion.HAPPENING_NOW, effect.id),
            )


def unreality(
    effects: Iterable[SideEffect], sessions: Iterable[TreatmentSession]
) -> Iterator[Finding]:
    """Unreality, voices or paranoia that were still there after 24 hours, one finding a day."""
    by_id = {session.id: session for session in sessions}
    lasting = [effect for effect in effects if is_lasting_unreality(effect, by_id)]
    return _by_day(FindingKind.UNREALITY, [(e.noted.day, e.effect) for e in lasting])


def is_lasting_unreality(effect: SideEffect, sessions: Mapping[UUID, TreatmentSession]) -> bool:
    """Whether it is unreality, voices or paranoia that was there for 24 hours or longer.

    "Still there" counts from when it began, else from the end of its session; where neither is
    known it counts at once: no session explains it.
    """
    if effect.effect not in EFFECTS[FindingKind.UNREALITY] or effect.duration is None:
        return False
    if effect.duration.lasted is not Lasted.STILL_THERE:
        return timedelta(minutes=effect.duration.minutes or 0) >= A_DAY
    session = sessions.get(effect.session_id) if effect.session_id else None
    began = effect.began_at or (session.assumed_end if session else None)
    return began is None or effect.noted.instant - began >= A_DAY


def craving(effects: Iterable[SideEffect]) -> Iterator[Finding]:
    """Craving, or more or other times than agreed, one finding a day."""
    return _by_day(FindingKind.CRAVING, _entries(FindingKind.CRAVING, effects))


def bladder(
    effects: Iterable[SideEffect], answers: Iterable[SafetyAnswer] = ()
) -> Iterator[Finding]:
    """Bladder trouble entered as a side effect or in the monthly check, one finding a day."""
    checked = [
        (answer.moment.day, effect)
        for answer in answers
        if answer.question is SafetyQuestion.BLADDER
        for effect in answer.answers
    ]
    return _by_day(FindingKind.BLADDER, _entries(FindingKind.BLADDER, effects) + checked)


def _entries(kind: FindingKind, effects: Iterable[SideEffect]) -> list[tuple[date, str]]:
    return [(e.noted.day, e.effect) for e in effects if e.effect in EFFECTS[kind]]


def _by_day(kind: FindingKind, entries: Iterable[tuple[date, str]]) -> Iterator[Finding]:
    days: dict[date, dict[str, None]] = {}
    for day, effect in entries:
        days.setdefault(day, {})[effect] = None
    for day in sorted(days):
        yield Finding(kind, day, effects=tuple(days[day]))
