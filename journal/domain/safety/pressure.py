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


def was_measured_again(reading: Vitals, session: TreatmentSession) -> bool:
    """Whether a later reading of the session has every figure again that was very high.

    A later one that is very high itself is a finding of its own.
    """
    upper, lower = VERY_HIGH
    needs_upper = (reading.systolic or 0) >= upper
    needs_lower = (reading.diastolic or 0) >= lower
    return any(
        later.minutes > reading.minutes
        and (later.systolic is not None or not needs_upper)
        and (later.diastolic is not None or not needs_lower)
        for later in session.vitals
    )
