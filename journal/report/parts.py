"""What a Report is made of: plain values that the PDF and the text print in their own ways."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from journal.charts.totals import Totals
from journal.domain.around_sessions import AroundSessions
from journal.domain.trends import Timeline


class Paper(StrEnum):
    """The size of the page."""

    A4 = "a4"
    US_LETTER = "us-letter"


class NameForm(StrEnum):
    """How much of the patient's name is printed."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


class PagePart(StrEnum):
    """What a person may leave out besides the safety rows; the last three follow the first page."""

    COURSE = "course"
    OVER_TIME = "over-time"
    AROUND = "around"
    SIDE_EFFECTS = "side-effects"
    TREATMENT = "treatment"
    MEDICINES = "medicines"
    SESSIONS = "sessions"
    DAYS = "days"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class ThreeLines:
    """What the patient brings to this appointment, in their own words; each may be empty."""

    to_ask: str = ""
    changed: str = ""
    noticed: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose about the page; without `safety` it says that this is left out.

    A part of the first page that is left out says so in its place, a following one is not there.
    `notes` are the ids of those to print, None for those marked as they were written. `scale` is
    the key of the daily scale, empty for the one with most logged days.
    """

    paper: Paper = Paper.A4
    safety: bool = True
    left_out: frozenset[PagePart] = frozenset()
    name: NameForm = NameForm.FULL
    lines: ThreeLines = ThreeLines()
    notes: frozenset[UUID] | None = None
    first_page_only: bool = False
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one weight."""

    text: str
    bold: bool = False


Line = tuple[Text, ...]

Cell = Text | Line
"""What stands in a table's cell: words in one weight, or in several."""


def runs(cell: Cell) -> Line:
    """The words of a cell, one after the other."""
    return (cell,) if isinstance(cell, Text) else cell


def plain(words: Cell) -> str:
    """The words of a cell or a line without their weights."""
    return "".join(run.text for run in runs(words))


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the table's width."""

    heading: str
    width: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; every row has one cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """Daily scales, at least one, and the totals of questionnaires on one time axis."""

    timelines: tuple[Timeline, ...]
    totals: tuple[Totals, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What is to be drawn, and its alternative in words."""

    drawn: OverTime | AroundSessions
    description: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a note beside it, then a table or a figure, then lines.

    A section with `beside` stands at the right of the one before it, where the page is wide enough.
    """

    title: str
    note: str = ""
    table: Table | None = None
    figure: Figure | None = None
    lines: tuple[Line, ...] = ()
    beside: bool = False


def one_line(title: str, sentence: str, *, note: str = "", beside: bool = False) -> Section:
    """A section that says in one sentence why there is nothing else in it."""
    return Section(title, note, lines=((Text(sentence),),), beside=beside)


def as_lines(sentences: Iterable[str]) -> tuple[Line, ...]:
    """Sentences of one weight, each a line."""
    return tuple((Text(sentence),) for sentence in sentences)


@dataclass(frozen=True, slots=True)
class Report:
    """A summary in words, ready to print.

    `identity` and `overview` stand at the head, `asked` (may be empty) below them, then `sections`:
    all of the first page, with `rules` at its foot. `following` are the pages after it. `owner`
    and `page_number`, a template with `{page}` and `{pages}`, stand on every page.
    """

    title: str
    language: str
    made_on: date
    paper: Paper
    owner: str
    identity: tuple[Line, ...]
    overview: tuple[Line, ...]
    asked: Line
    sections: tuple[Section, ...]
    following: tuple[Section, ...]
    rules: tuple[str, ...]
    page_number: str

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Those of the first page, then the following."""
        return self.sections + self.following
