"""Responses that tests write down in a few words, on days of a diary in Berlin."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import count
from uuid import UUID

from journal.domain.questionnaire import Answer, Questionnaire, Response
from journal.domain.scoring import ScoredResponse, scored
from journal.questionnaire_files import shelf
from tests.domain.diary import Diary, at

_IDS = count(5000)


def questionnaire(key: str = "phq-9") -> Questionnaire:
    """One of those that ship."""
    found = shelf().find(key)
    assert found is not None
    return found


def paper(day: date, total: int, key: str = "phq-9", written: datetime | None = None) -> Response:
    """A total from paper, entered at once unless told otherwise."""
    moment = at(day, 12)
    written = written or moment.instant
    return Response(
        UUID(int=next(_IDS)), key, moment, written, written, entered_total=total, finished=True
    )


def answered(
    day: date,
    values: Iterable[int],
    key: str = "phq-9",
    hour: int = 20,
    left: bool = True,
    finished: bool = False,
) -> Response:
    """The first questions answered here, in their order."""
    moment = at(day, hour)
    items = questionnaire(key).items
    answers = tuple(Answer(item.key, v, left) for item, v in zip(items, values, strict=False))
    return Response(
        UUID(int=next(_IDS)),
        key,
        moment,
        moment.instant,
        moment.instant,
        answers,
        finished=finished,
    )


def scores(diary: Diary, *responses: Response, key: str = "phq-9") -> tuple[ScoredResponse, ...]:
    """The responses scored, over the diary's sessions and settings."""
    return scored(questionnaire(key), responses, diary.sessions, diary.settings)
