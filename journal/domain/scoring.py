"""Scoring: what one time of answering a questionnaire comes to, and where it stands in treatment.

A total exists only when every scored item is answered, or when it was entered from paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.domain.errors import InvalidValue, Problem
from journal.domain.journal_settings import JournalSettings
from journal.domain.period import day_ends
from journal.domain.questionnaire import Answer, Band, Item, Option, Questionnaire, Response
from journal.domain.session import NumberedSession, TreatmentSession, numbered

ADULT_FROM = 18
"""Below this age there are totals only: bands and thresholds were found with adults."""


@dataclass(frozen=True, slots=True)
class Place:
    """So many journal days after the ketamine session of this number; 0 is the session's day."""

    session: int
    days: int


@dataclass(frozen=True, slots=True)
class ScoredResponse:
    """A response and what follows from it.

    `answered` of `asked` scored items have an answer; both are 0 for a total from paper. `band` is
    None without a total, without bands, and under 18: then `minor_age` is the age on that day.
    `late` means entered after that journal day had ended, `safety` is the value of the safety
    item once its question was left, `place` is None before session 1.
    """

    response: Response
    answered: int
    asked: int
    total: int | None
    band: Band | None
    minor_age: int | None
    late: bool
    safety: int | None
    place: Place | None
    looks_back_to: date | None

    @property
    def day(self) -> date:
        """The journal day it is for."""
        return self.response.moment.day

    @property
    def from_paper(self) -> bool:
        """Whether only its total was entered."""
        return self.response.entered_total is not None


def options_of(questionnaire: Questionnaire, item: Item) -> tuple[Option, ...]:
    """The answers an item offers: its own, else the questionnaire's."""
    return item.options or questionnaire.options


def total(questionnaire: Questionnaire, response: Response) -> int | None:
    """The total entered from paper, else the sum of the scored items, None while one is open."""
    if response.entered_total is not None:
        return response.entered_total
    values = _scored_values(questionnaire, response)
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _scored_values(questionnaire: Questionnaire, response: Response) -> list[int | None]:
    return [response.value(item.key) for item in questionnaire.items if item.scored]


def band_of(questionnaire: Questionnaire, value: int) -> Band | None:
    """The band a total lies in, or None where there are no bands."""
    return next((band for band in questionnaire.bands if band.low <= value <= band.high), None)


def safety_value(questionnaire: Questionnaire, response: Response) -> int | None:
    """The answer to the safety item, None until the person has gone on from the question."""
    for answer in response.answers:
        if answer.item == questionnaire.safety_item and answer.left:
            return answer.value
    return None


def minor_age(settings: JournalSettings, day: date) -> int | None:
    """The age on `day` where adults' thresholds do not apply; None for adults and if unknown."""
    age = settings.age(day)
    return age if age is not None and age < ADULT_FROM else None


def check_total(questionnaire: Questionnaire, value: int) -> None:
    """Raise InvalidValue unless a total from paper lies in its range, both ends included."""
    if not questionnaire.low <= value <= questionnaire.high:
        limits = {"low": questionnaire.low, "high": questionnaire.high}
        raise InvalidValue("total", Problem.OFF_SCALE, limits)


def check_answer(questionnaire: Questionnaire, item: str, value: int) -> None:
    """Raise InvalidValue unless the questionnaire has this item, and the item this answer."""
    found = next((each for each in questionnaire.items if each.key == item), None)
    if found is None or value not in {option.value for option in options_of(questionnaire, found)}:
        raise InvalidValue("answer", Problem.UNKNOWN)


def with_answer(
    response: Response, item: str, value: int | None, *, left: bool, finished: bool = False
) -> Response:
    """The response with another answer to `item`, or None for none; every other one is left."""
    others = tuple(replace(answer, left=True) for answer in response.answers if answer.item != item)
    new = () if value is None else (Answer(item, value, left),)
    return replace(response, answers=others + new, finished=response.finished or finished)


def all_left(response: Response, *, finished: bool = False) -> Response:
    """The response once the person has gone on from every question, or said that it is done."""
    answers = tuple(replace(answer, left=True) for answer in response.answers)
    return replace(response, answers=answers, finished=response.finished or finished)


def scored(
    questionnaire: Questionnaire,
    responses: Iterable[Response],
    sessions: Iterable[TreatmentSession],
    settings: JournalSettings,
) -> tuple[ScoredResponse, ...]:
    """Every response to this questionnaire, oldest first; sessions may be of any kind and state."""
    course = numbered(sessions)
    own = [response for response in responses if response.questionnaire == questionnaire.key]
    own.sort(key=lambda response: (response.moment.instant, response.created_at))
    return tuple(_scored(questionnaire, response, course, settings) for response in own)


def _scored(
    questionnaire: Questionnaire,
    response: Response,
    course: Sequence[NumberedSession],
    settings: JournalSettings,
) -> ScoredResponse:
    moment, value = response.moment, total(questionnaire, response)
    values = () if response.entered_total is not None else _scored_values(questionnaire, response)
    minor = minor_age(settings, moment.day)
    back = questionnaire.looks_back_days
    return ScoredResponse(
        response=response,
        answered=sum(each is not None for each in values),
        asked=len(values),
        total=value,
        band=None if value is None or minor is not None else band_of(questionnaire, value),
        minor_age=minor,
        late=response.created_at >= day_ends(moment.day, moment.zone, settings.day_starts_at),
        safety=safety_value(questionnaire, response),
        place=_place(response, course),
        looks_back_to=None if back is None else moment.day - timedelta(back),
    )


def _place(response: Response, course: Sequence[NumberedSession]) -> Place | None:
    last = next((one for one in reversed(course) if _begun(one.session, response)), None)
    if last is None:
        return None
    return Place(last.number, max((response.moment.day - last.session.start.day).days, 0))


def _begun(session: TreatmentSession, response: Response) -> bool:
    """Whether a session had begun; a total from paper on its day was asked before it."""
    if session.start.day == response.moment.day and response.entered_total is not None:
        return False
    return session.start.instant <= response.moment.instant
