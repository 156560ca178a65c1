"""What was found that a clinic has to hear of: never a diagnosis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import Setting
from journal.domain.vitals import Vitals

YES = "yes"
NO = "no"
NOT_SURE = "not-sure"


class FindingKind(StrEnum):
    """What a clinic looks for first, in the order in which it is told."""

    SELF_HARM = "self-harm"
    MIGHT_ACT = "might-act"
    THOUGHTS = "thoughts"
    LITTLE_SLEEP = "little-sleep"
    BLADDER = "bladder"
    BLOOD_PRESSURE = "blood-pressure"
    PRESSURE_BEFORE = "pressure-before"
    URGENT = "urgent"
    UNREALITY = "unreality"
    CRAVING = "craving"
    LOWER = "lower"


_QUESTIONS = {
    FindingKind.SELF_HARM: SafetyQuestion.SAFE_TONIGHT,
    FindingKind.THOUGHTS: SafetyQuestion.SAFE_TONIGHT,
    FindingKind.URGENT: SafetyQuestion.HAPPENING_NOW,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the clinic, found in what was written down for journal day `day`.

    `about` is the one record that raised it, None where it takes several. `effects` are the
    catalogue's keys behind it, `reading` is the blood pressure, `setting` where its session is.
    `more_than` is the day of the last, lower answer; `call_now` that waiting is wrong at this age.
    `answer` is what was said to its question, empty where it has none or none was given.
    """

    kind: FindingKind
    day: date
    about: UUID | None = None
    effects: tuple[str, ...] = ()
    reading: Vitals | None = None
    setting: Setting | None = None
    more_than: date | None = None
    call_now: bool = False
    answer: str = ""

    @property
    def question(self) -> SafetyQuestion | None:
        """What is asked about it, where something is."""
        return _QUESTIONS.get(self.kind)

    @property
    def waits(self) -> bool:
        """Whether its question has no answer yet."""
        return self.question is not None and not self.answer


def answer_about(answers: Iterable[SafetyAnswer], question: SafetyQuestion, about: UUID) -> str:
    """The last answer given to a question about one record, or an empty string."""
    given = [a for a in answers if a.question is question and a.about == about and a.answers]
    return max(given, key=lambda answer: answer.moment).answers[0] if given else ""
