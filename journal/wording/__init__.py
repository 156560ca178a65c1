"""Names, findings and errors in words: the one place where the fixed wording stands."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journal.wording.errors import error_sentence, import_sentence, invalid_sentence
    from journal.wording.names import (
        dose_text,
        duration_text,
        effect_label,
        effect_name,
        minutes_text,
        route_name,
        setting_name,
        severity_meaning,
        severity_name,
        state_name,
        treatment_label,
        treatment_name,
        unit_name,
    )
    from journal.wording.scales import scale_end_words, scale_ends, scale_name
    from journal.wording.sentences import (
        count_check_ins,
        count_sessions,
        count_side_effects,
        driving_sentence,
        saved_at,
        session_line,
    )

__all__ = [
    "count_check_ins",
    "count_sessions",
    "count_side_effects",
    "dose_text",
    "driving_sentence",
    "duration_text",
    "effect_label",
    "effect_name",
    "error_sentence",
    "import_sentence",
    "invalid_sentence",
    "minutes_text",
    "route_name",
    "saved_at",
    "scale_end_words",
    "scale_ends",
    "scale_name",
    "session_line",
    "setting_name",
    "severity_meaning",
    "severity_name",
    "state_name",
    "treatment_label",
    "treatment_name",
    "unit_name",
]

_MODULES = ("scales", "errors", "sentences", "names")
"""In the order of what they load: the window starts with the words for scales alone."""


def __getattr__(name: str) -> Any:
    """Find the words where they stand, when they are first asked for."""
    if name in __all__:
        for module in _MODULES:
            words = vars(import_module(f"{__name__}.{module}"))
            if name in words:
                return words[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
