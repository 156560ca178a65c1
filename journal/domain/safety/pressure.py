"""Blood pressure around a session: either figure counts."""

from collections.abc import Iterator

from journal.domain.safety.finding import Finding, FindingKind
from journal.domain.session import TreatmentSession
from journal.domain.vitals import VERY_HIGH, Vitals, is_high_before, is_very_high


def pressure_findings(session: TreatmentSession) -> Iterator[Finding]:
    """A finding for every reading of a session that is very high, or high before it."""
    for reading in session.vitals:
        if is_very_high(reading):
            yield _finding(FindingKind.BLOOD_PRESSURE, session, reading)
        elif is_high_before(reading):
            yield _finding(FindingKind.PRESSURE_BEFORE, session, reading)


def _finding(kind: FindingKind, session: TreatmentSession, reading: Vitals) -> Finding:
    day, setting = session.start.day, session.setting
    return Finding(kind, day, session.id, reading=reading, setting=setting)


def came_down(reading: Vitals, session: TreatmentSession) -> bool:
    """Whether a later reading of the session has every figure that was very high lower again."""
    upper, lower = VERY_HIGH
    return any(
        later.minutes > reading.minutes
        and _is_lower(reading.systolic, later.systolic, upper)
        and _is_lower(reading.diastolic, later.diastolic, lower)
        for later in session.vitals
    )


def _is_lower(value: int | None, later: int | None, limit: int) -> bool:
    if later is None:
        return value is None or value < limit
    return later < limit
