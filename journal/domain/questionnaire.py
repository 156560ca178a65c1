"""Questionnaires and what was answered: totals, bands, and whether a change means something."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from journal.domain.checkin import Direction
from journal.domain.period import Moment

RESUMES_FOR = timedelta(hours=24)
"""How long an unfinished questionnaire goes on where it was left; afterwards a fresh one starts."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with its value and, where there is one, its LOINC answer code."""

    value: int
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question; an item without options of its own takes the questionnaire's."""

    key: str
    text: str
    code: str = ""
    scored: bool = True
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of totals, both ends included."""

    low: int
    high: int
    name: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a change of the total means something; None where there is no validated value.

    `response_percent` and `remission_below` need a baseline of `baseline_at_least`; `change` and
    `may_be_change` are in points of the total (clinical reference, Response and remission).
    """

    response_percent: int | None = None
    remission_below: int | None = None
    change: int | None = None
    may_be_change: int | None = None
    baseline_at_least: int = 10


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire as its file describes it; one without items takes totals only.

    `low` and `high` are the ends of the total, `looks_back_days` what its questions ask about,
    `every_days` how often it is due (None: never by itself). `notice` is printed wherever its
    text is shown. `safety_item` is the item that is a finding in its own right.
    """

    key: str
    title: str
    low: int
    high: int
    direction: Direction
    stem: str = ""
    instructions: str = ""
    items: tuple[Item, ...] = ()
    options: tuple[Option, ...] = ()
    bands: tuple[Band, ...] = ()
    looks_back_days: int | None = None
    every_days: int | None = None
    thresholds: Thresholds = Thresholds()
    code: str = ""
    total_code: str = ""
    source: str = ""
    notice: str = ""
    safety_item: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether its questions may be asked here, and not only a total entered."""
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class Answer:
    """The value chosen for one item; `left` once the person has gone on from the question."""

    item: str
    value: int
    left: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """One time a questionnaire was answered, or a total that was entered from paper.

    `entered_total` is None where the items were answered here; `finished` once the person said so.
    """

    id: UUID
    questionnaire: str
    moment: Moment
    created_at: datetime
    changed_at: datetime
    answers: tuple[Answer, ...] = ()
    entered_total: int | None = None
    finished: bool = False

    def value(self, item: str) -> int | None:
        """The value chosen for an item, or None."""
        return next((answer.value for answer in self.answers if answer.item == item), None)
