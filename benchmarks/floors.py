"""The same work by the libraries alone, as short as it can be written.

Imports nothing of the journal: what the program does besides the work itself shows in the ratio.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import typst
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from sqlcipher3 import dbapi2

_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "temp_store = 2",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


def connected(path: Path) -> Any:
    """A bare connection to a journal's file, with the pragmas of the program."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def save_check_in(connection: Any, day: date) -> None:
    """A check-in and its score as rows, committed."""
    key, now = str(uuid4()), datetime.now(UTC).isoformat(timespec="microseconds")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO check_in"
        " (id, created_at, changed_at, instant, zone, day, note, note_shared, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, now, now, now, "Europe/Berlin", day.isoformat(), "", 0, ""),
    )
    connection.execute(
        "INSERT INTO score (check_in_id, scale, value, written_at) VALUES (?, ?, ?, ?)",
        (key, "mood", 7, now),
    )
    connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class BareMoment:
    """The shape of a moment."""

    instant: datetime
    zone: str
    day: date


@dataclass(frozen=True, slots=True)
class BareScore:
    """The shape of a score."""

    scale: str
    value: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class BareCheckIn:
    """The shape of a check-in."""

    id: UUID
    moment: BareMoment
    created_at: datetime
    changed_at: datetime
    scores: tuple[BareScore, ...]
    tags: tuple[str, ...]
    note: str
    note_shared: bool
    source: str


def check_ins(connection: Any) -> tuple[BareCheckIn, ...]:
    """Every check-in with its scores and tags, oldest first."""
    scores: dict[str, list[BareScore]] = defaultdict(list)
    for key, scale, value, written_at in connection.execute(
        "SELECT check_in_id, scale, value, written_at FROM score ORDER BY sequence"
    ):
        scores[key].append(BareScore(scale, value, datetime.fromisoformat(written_at)))
    tags: dict[str, list[str]] = defaultdict(list)
    for key, tag in connection.execute(
        "SELECT check_in_id, tag FROM check_in_tag ORDER BY sequence"
    ):
        tags[key].append(tag)
    rows = connection.execute(
        "SELECT id, created_at, changed_at, instant, zone, day, note, note_shared, source"
        " FROM check_in ORDER BY instant, id"
    )
    return tuple(
        BareCheckIn(
            UUID(key),
            BareMoment(datetime.fromisoformat(instant), zone, date.fromisoformat(day)),
            datetime.fromisoformat(created_at),
            datetime.fromisoformat(changed_at),
            tuple(scores[key]),
            tuple(tags[key]),
            note,
            bool(note_shared),
            source,
        )
        for key, created_at, changed_at, instant, zone, day, note, note_shared, source in rows
    )


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panel:
    """What one pair of axes draws, as plain numbers."""

    dots: Sequence[Point]
    ranges: Sequence[tuple[Point, Point]] = ()
    lines: Sequence[Sequence[Point]] = ()
    sessions: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture: its panels, one above another."""

    inches: tuple[float, float]
    panels: Sequence[Panel]


def chart_svg(chart: Chart) -> str:
    """The chart by bare matplotlib, its words as outlines."""
    figure = Figure(figsize=chart.inches, layout="constrained")
    every = figure.subplots(len(chart.panels), squeeze=False)[:, 0]
    for axes, panel in zip(every, chart.panels, strict=True):
        axes.plot([x for x, _y in panel.dots], [y for _x, y in panel.dots], "o", markersize=2)
        axes.add_collection(LineCollection(panel.ranges))
        axes.add_collection(LineCollection(panel.lines))
        low, high = axes.get_ylim()
        axes.vlines(panel.sessions, low, high, linestyles="dotted")
    text = StringIO()
    FigureCanvasSVG(figure).print_svg(text)  # type: ignore[no-untyped-call]
    return text.getvalue()


Rows = Sequence[Sequence[str]]

_PAGE = b"""
#for part in json(bytes(sys.inputs.parts)) {
  if type(part) == str { par(part) } else { table(columns: part.first().len(), ..part.flatten()) }
}
"""
_FONTS = typst.Fonts(include_system_fonts=False)


def page_pdf(parts: Sequence[str | Rows]) -> bytes:
    """Text and tables by bare Typst: a paragraph for each text, the rows of each table."""
    inputs = {"parts": json.dumps(parts)}
    pdf = typst.Compiler(_PAGE, font_paths=_FONTS, sys_inputs=inputs).compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf
