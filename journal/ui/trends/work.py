"""What the board has the worker do."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.charts.descriptions.headline import numbers as numbers_of_headline
from journal.charts.numbers import NumbersTable
from journal.domain.checkin import Scale
from journal.domain.headline import headline
from journal.domain.questionnaire import Questionnaire
from journal.domain.repository import OpenJournal
from journal.i18n import _
from journal.ui.trends.choice import Choice
from journal.ui.trends.question import Answer, Question, answer
from journal.ui.trends.reading import Look, Reading
from journal.ui.undisturbed import kept_for_good
from journal.wording.headline import sentence


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the cards: the sentence, and what can be shown over time.

    `numbers` are those that the sentence stands on, None where there is nothing to say, `days`
    those of their rows.
    `scored` are the scales with a score on any day, `others` those that are asked but have none,
    `answered` the questionnaires with a total, and `totals` those of them that are shown.
    """

    sentence: str
    numbers: NumbersTable | None
    is_empty: bool
    shown: tuple[Scale, ...]
    scored: tuple[Scale, ...]
    others: tuple[Scale, ...]
    answered: tuple[Questionnaire, ...] = ()
    totals: tuple[Questionnaire, ...] = ()
    days: tuple[date, ...] = ()


class Loaded:
    """What draws pictures is there."""


def read(journal: OpenJournal, today: date) -> Reading:
    """Read the whole journal.

    Raises StorageError.
    """
    with kept_for_good():
        return Reading(journal.records(), today)


def load_drawing() -> Loaded:
    """Load what pictures are drawn with."""
    with kept_for_good():
        from journal.charts import figure_bytes, render  # noqa: F401, PLC0415 - 0.6 s
    return Loaded()


def head(reading: Reading, choice: Choice) -> Head:
    """Work out what stands above the cards."""
    look = Look(reading, choice)
    scored = reading.scored(reading.whole)
    others = (s for s in look.records.scales if s.active and s not in scored)
    words, numbers, days = _headline(look)
    return Head(
        words,
        numbers,
        look.is_empty,
        look.scales,
        scored,
        tuple(others),
        tuple(each.questionnaire for each in reading.answered),
        tuple(each.questionnaire for each in look.answered),
        days,
    )


def _headline(look: Look) -> tuple[str, NumbersTable | None, tuple[date, ...]]:
    """What the data say of the day after a session; a warm word where there is nothing."""
    if look.is_empty:
        return _("There is nothing to draw yet, and that is all right."), None, ()
    scores = look.reading.timeline(look.scale).scores
    result = headline(look.reading.around(look.scale, look.period), scores)
    days = tuple(rise.day for rise in result.rises)
    return sentence(result), numbers_of_headline(result), days


def answered(
    question: Question[Any], reading: Reading, choice: Choice, width: int, before: Answer | None
) -> Answer:
    """Work a question out for a picture `width` pixels wide; `before` is its last answer."""
    return answer(question, Look(reading, choice), width, before)
