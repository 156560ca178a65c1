"""Thoughts of self-harm: item 9 of the PHQ-9, and the evening line."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from journal.domain.questionnaire import Response
from journal.domain.safety.finding import Finding, FindingKind, answer_about
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion

SAFETY_ITEMS = {"phq-9": "9"}
"""The item of a questionnaire that is a finding in its own right, by the questionnaire's key."""

THOUGHTS = ("none", "some", "strong", "might-act")
"""The evening line's answers, from the least on."""


def item_nine(response: Response) -> int | None:
    """The answer to the safety item once its question was left, else None."""
    item = SAFETY_ITEMS.get(response.questionnaire)
    left = (answer.value for answer in response.answers if answer.item == item and answer.left)
    return next(left, None)


def self_harm(
    response: Response, responses: Iterable[Response], answers: Iterable[SafetyAnswer] = ()
) -> Finding | None:
    """What item 9 of one response says: a finding above 0, `more_than` where it was lower before.

    `responses` are all there are, in any order. A value that was corrected to 0 leaves nothing.
    """
    value = item_nine(response)
    if not value:
        return None
    last = _last_before(response, responses)
    was_lower = last is not None and (item_nine(last) or 0) < value
    return Finding(
        FindingKind.SELF_HARM,
        response.moment.day,
        response.id,
        more_than=last.moment.day if last is not None and was_lower else None,
        answer=answer_about(answers, SafetyQuestion.SAFE_TONIGHT, response.id),
    )


def _last_before(response: Response, responses: Iterable[Response]) -> Response | None:
    earlier = (
        other
        for other in responses
        if other.questionnaire == response.questionnaire
        and other.id != response.id
        and other.moment < response.moment
        and item_nine(other) is not None
    )
    return max(earlier, key=attrgetter("moment"), default=None)


def evening_level(answer: SafetyAnswer) -> int | None:
    """The evening line's answer as its place in THOUGHTS; None for any other question."""
    if answer.question is not SafetyQuestion.EVENING_THOUGHTS or len(answer.answers) != 1:
        return None
    code = answer.answers[0]
    return THOUGHTS.index(code) if code in THOUGHTS else None


def evening_thoughts(answers: Iterable[SafetyAnswer]) -> Iterator[Finding]:
    """A finding for every evening with strong thoughts, or with "I might act on them"."""
    answers = tuple(answers)
    for answer in answers:
        level = evening_level(answer)
        if level is not None and level >= THOUGHTS.index("strong"):
            yield Finding(
                FindingKind.MIGHT_ACT if answer.answers[0] == "might-act" else FindingKind.THOUGHTS,
                answer.moment.day,
                answer.id,
                answer=answer_about(answers, SafetyQuestion.SAFE_TONIGHT, answer.id),
            )
