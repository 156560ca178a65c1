"""Questions asked for safety's sake, and what was answered: a summary tells of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from journal.domain.period import Moment


class SafetyQuestion(StrEnum):
    """What is asked; the answers are codes, their words stand in `wording`."""

    SAFE_TONIGHT = "safe-tonight"
    HAPPENING_NOW = "happening-now"
    TIRED = "tired"
    BLADDER = "bladder"
    EVENING_THOUGHTS = "evening-thoughts"
    NOT_NOW = "not-now"


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """One answered question; `about` is the record that raised it, where there is one.

    `answers` are the codes chosen: `yes`, `no` or `not-sure`; `none`, `some`, `strong` or
    `might-act` for evening thoughts; keys of the catalogue's bladder effects, or empty for none;
    for NOT_NOW the prompt that was put off.
    """

    id: UUID
    question: SafetyQuestion
    moment: Moment
    created_at: datetime
    changed_at: datetime
    answers: tuple[str, ...] = ()
    about: UUID | None = None
