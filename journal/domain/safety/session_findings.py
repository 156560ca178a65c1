"""What is found in the sessions that are being entered, as far as it has to be said now."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from journal.domain.repository import Records
from journal.domain.safety.finding import Finding, FindingKind
from journal.domain.safety.open_findings import recent_findings
from journal.domain.safety.pressure import was_measured_again
from journal.domain.session import SessionState, TreatmentSession

_KINDS = frozenset(
    {
        FindingKind.BLADDER,
        FindingKind.BLOOD_PRESSURE,
        FindingKind.PRESSURE_BEFORE,
        FindingKind.URGENT,
        FindingKind.UNREALITY,
        FindingKind.CRAVING,
    }
)
"""What the readings and the side effects of a session can raise."""


def session_findings(records: Records, today: date) -> tuple[Finding, ...]:
    """The findings of the last 14 days that the form of a session can raise, answered or not.

    A very high reading is no longer among them once it was measured again, nor is one before a
    session that is no longer planned: what is to be done about it was to be done before.
    """
    sessions = {session.id: session for session in records.sessions}
    found = (each for each in recent_findings(records, today) if each.kind in _KINDS)
    return tuple(each for each in found if not _is_past(each, sessions))


def _is_past(finding: Finding, sessions: Mapping[UUID, TreatmentSession]) -> bool:
    session = sessions.get(finding.about) if finding.about else None
    if session is None or finding.reading is None:
        return False
    if finding.kind is FindingKind.PRESSURE_BEFORE:
        return session.state is not SessionState.PLANNED
    return was_measured_again(finding.reading, session)
