"""What a Report is made of: plain values that the PDF and the text print in their own ways."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.trends import Timeline


class Paper(StrEnum):
    """The size of the page."""

    A4 = "a4"
    US_LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose about the page; without `safety` it says that this is left out."""

    paper: Paper = Paper.A4
    safety: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one weight."""

    text: str
    bold: bool = False


Line = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and its share of the table's width."""

    heading: str
    width: float = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; every row has one cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart to draw, and its alternative in words."""

    timeline: Timeline
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


@dataclass(frozen=True, slots=True)
class Report:
    """A summary in words, ready to print; `owner` stands on every page, `rules` at the end."""

    title: str
    language: str
    made_on: date
    paper: Paper
    owner: str
    identity: Line
    overview: tuple[Line, ...]
    sections: tuple[Section, ...]
    rules: tuple[str, ...]
