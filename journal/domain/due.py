"""When a questionnaire is due, and whether one that was begun goes on or starts afresh."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType

from journal.domain.journal_settings import OwnInterval
from journal.domain.questionnaire import RESUMES_FOR, Questionnaire, Response
from journal.domain.scoring import total

AS_IN_ITS_FILE: Mapping[str, int | None] = MappingProxyType({})


def due_on(
    questionnaire: Questionnaire,
    responses: Iterable[Response],
    today: date,
    every_days: Mapping[str, int | None] = AS_IN_ITS_FILE,
) -> date | None:
    """The day a questionnaire is due: `today` if it has no total yet, None if never by itself.

    `every_days` are the person's own intervals by key, None for never.
    """
    every = every_days.get(questionnaire.key, questionnaire.every_days)
    if every is None:
        return None
    days = [response.moment.day for response in _complete(questionnaire, responses)]
    return max(days) + timedelta(every) if days else today


def _complete(questionnaire: Questionnaire, responses: Iterable[Response]) -> list[Response]:
    own = (response for response in responses if response.questionnaire == questionnaire.key)
    return [response for response in own if total(questionnaire, response) is not None]


def due(
    questionnaires: Iterable[Questionnaire],
    responses: Sequence[Response],
    today: date,
    every_days: Mapping[str, int | None] = AS_IN_ITS_FILE,
) -> Questionnaire | None:
    """The one questionnaire to ask next, the longest due first; None where none is due yet.

    Whether an evening asks for anything at all is for `prompts`.
    """
    asked = [each for each in questionnaires if each.is_asked]
    days = [due_on(each, responses, today, every_days) for each in asked]
    ready = [(day, place) for place, day in enumerate(days) if day is not None and day <= today]
    return asked[min(ready)[1]] if ready else None


def with_interval(
    intervals: Iterable[OwnInterval], questionnaire: str, own: OwnInterval | None
) -> tuple[OwnInterval, ...]:
    """The person's intervals with `own` for one questionnaire; None is as its file says."""
    others = [each for each in intervals if each.questionnaire != questionnaire]
    kept = others if own is None else [*others, own]
    return tuple(sorted(kept, key=lambda each: each.questionnaire))


def to_resume(key: str, responses: Iterable[Response], now: datetime) -> Response | None:
    """The unfinished response to go on with: the latest, if begun at most 24 h before `now`."""
    own = [response for response in responses if response.questionnaire == key]
    last = max(own, key=lambda response: response.moment.instant, default=None)
    return last if last is not None and resumes(last, now) else None


def resumes(response: Response, now: datetime) -> bool:
    """Whether a response goes on: asked here, not finished, begun at most 24 h ago."""
    if response.finished or response.entered_total is not None:
        return False
    return now - response.moment.instant <= RESUMES_FOR
