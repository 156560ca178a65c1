"""The PHQ-9 and GAD-7 of the demo patient, and being safe on the evenings of low thoughts."""

from collections.abc import Iterator, Sequence
from datetime import time

from journal.demo.days import Course
from journal.domain.questionnaire import Answer, Response
from journal.domain.safety import SAFETY_ITEMS, YES, item_nine
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion

QUESTIONNAIRES_AGO = (169, 155, 141, 127, 113, 99, 86, 71, 57, 43, 27, 15, 1)
"""Days ago both were answered: about every two weeks, never on a session day."""

PHQ_9 = "phq-9"
GAD_7 = "gad-7"
ITEMS = {
    PHQ_9: ("1", "2", "3", "4", "5", "6", "7", "8", SAFETY_ITEMS[PHQ_9], "difficulty"),
    GAD_7: ("1", "2", "3", "4", "5", "6", "7"),
}
ANSWERS = {
    PHQ_9: (
        *("3232222212", "2222211102", "1122111101", "1222111111", "1212111101"),
        *("1222111101", "2222121101", "1222111101", "2222221102", "1112110101"),
        *("2222111101", "1122111101", "1222111101"),
    ),
    GAD_7: (
        *("2222222", "2221111", "2211111", "2221111", "2111111", "2211111", "2221111"),
        *("2211111", "2222111", "1111111", "2221111", "2211111", "2211111"),
    ),
}
"""A digit an item, on each of the days; the tenth of the PHQ-9 is the difficulty, not scored."""

_ASKED_AT = {PHQ_9: time(19, 30), GAD_7: time(19, 36)}
_SAFE_AT = time(19, 34)


def responses(course: Course) -> Iterator[Response]:
    """Every questionnaire, answered and finished; the PHQ-9 first, then the GAD-7."""
    for key, answers in ANSWERS.items():
        for ago, values in zip(QUESTIONNAIRES_AGO, answers, strict=True):
            yield _response(course, ago, key, values)


def _response(course: Course, ago: int, key: str, values: str) -> Response:
    moment = course.at(ago, _ASKED_AT[key])
    return Response(
        id=course.new_id(moment.instant),
        questionnaire=key,
        moment=moment,
        created_at=moment.instant,
        changed_at=moment.instant,
        answers=tuple(
            Answer(item, int(value)) for item, value in zip(ITEMS[key], values, strict=True)
        ),
        finished=True,
    )


def safe_tonight(course: Course, answered: Sequence[Response]) -> Iterator[SafetyAnswer]:
    """Safe, on each evening that item 9 was above 0."""
    for response in answered:
        if item_nine(response):
            ago = (course.last - response.moment.day).days
            moment = course.at(ago, _SAFE_AT)
            yield SafetyAnswer(
                id=course.new_id(moment.instant),
                question=SafetyQuestion.SAFE_TONIGHT,
                moment=moment,
                created_at=moment.instant,
                changed_at=moment.instant,
                answers=(YES,),
                about=response.id,
            )
