"""What the demo patient felt after the sessions, and one evening without any."""

from collections.abc import Iterator, Sequence
from datetime import time, timedelta

from journal.demo.days import Course
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect

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


def side_effects(course: Course, sessions: Sequence[TreatmentSession]) -> Iterator[SideEffect]:
    """What was felt after the ketamine sessions, effect by effect, then the tired evening."""
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
    course: Course, session: TreatmentSession, number: int, effect: str, severity: Severity
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
