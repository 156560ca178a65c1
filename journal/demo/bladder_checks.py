"""The demo patient's monthly bladder check."""

from collections.abc import Iterator
from datetime import time

from journal.demo.days import Course
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion

BLADDER_CHECKS_AGO = (160, 128, 98, 68, 38, 8)


def bladder_checks(course: Course) -> Iterator[SafetyAnswer]:
    """None of the effects, every month."""
    for ago in BLADDER_CHECKS_AGO:
        moment = course.at(ago, time(19, 45))
        yield SafetyAnswer(
            id=course.new_id(moment.instant),
            question=SafetyQuestion.BLADDER,
            moment=moment,
            created_at=moment.instant,
            changed_at=moment.instant,
        )
