"""Rules for the person's safety: driving, and what a clinic has to hear of.

A finding is raised by what was written down (`finding`, and a module for each rule), shown where
it was entered, then kept as a dot while it is open; a summary tells what was asked and answered.
"""

from journal.domain.safety.answered import (
    Level,
    Pressure,
    PressureReading,
    Reported,
    SafetySummary,
    safety_summary,
)
from journal.domain.safety.driving import (
    DAILY_USE_DAYS,
    NO_DRIVING_FOR,
    Driving,
    driving,
    is_daily_use,
)
from journal.domain.safety.effects import BLADDER_EFFECTS, bladder, craving, unreality, urgent
from journal.domain.safety.elevated_mood import days_to_ask_about, little_sleep
from journal.domain.safety.finding import NO, NOT_SURE, YES, Finding, FindingKind
from journal.domain.safety.lower import (
    ClearlyLower,
    clearly_lower,
    lower_finding,
    lower_fortnight,
)
from journal.domain.safety.open_findings import findings_of, open_findings, recent_findings
from journal.domain.safety.pressure import pressure_findings
from journal.domain.safety.self_harm import (
    SAFETY_ITEMS,
    THOUGHTS,
    evening_thoughts,
    item_nine,
    self_harm,
)
from journal.domain.safety.session_findings import session_findings

__all__ = [
    "BLADDER_EFFECTS",
    "DAILY_USE_DAYS",
    "NO",
    "NOT_SURE",
    "NO_DRIVING_FOR",
    "SAFETY_ITEMS",
    "THOUGHTS",
    "YES",
    "ClearlyLower",
    "Driving",
    "Finding",
    "FindingKind",
    "Level",
    "Pressure",
    "PressureReading",
    "Reported",
    "SafetySummary",
    "bladder",
    "clearly_lower",
    "craving",
    "days_to_ask_about",
    "driving",
    "evening_thoughts",
    "findings_of",
    "is_daily_use",
    "item_nine",
    "little_sleep",
    "lower_finding",
    "lower_fortnight",
    "open_findings",
    "pressure_findings",
    "recent_findings",
    "safety_summary",
    "self_harm",
    "session_findings",
    "unreality",
    "urgent",
]
