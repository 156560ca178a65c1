"""The Report as a PDF that screen readers and archives understand: PDF/UA-1 and PDF/A-2a."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from journal.charts.render import svg
from journal.charts.timeline import draw
from journal.domain.errors import ReportError, ReportProblem
from journal.paths import resources
from journal.report.characters import printable
from journal.report.parts import Paper, Report, Section
from journal.theme import PRINT

FONTS = ("Inter", "DejaVu Sans", "Last Resort High-Efficiency")
"""Tried in this order; the last one has a visible mark for every character there is."""

CHART_INCHES = {Paper.A4: (7.24, 3.0), Paper.US_LETTER: (7.47, 2.5)}
"""All the width between the margins, and as much of the height as leaves one page."""

LONGEST_OWNER = 60
"""Characters of a name at the foot of the page; its head has all of it."""


def write_pdf(report: Report, path: Path) -> None:
    """Save the report at `path`, whole or not at all, readable by its owner only.

    Raises ReportError: NOT_MADE as render_pdf does, NOT_SAVED where the file cannot be written; a
    file that stood there before is then untouched.
    """
    pdf = render_pdf(report)
    try:
        _write_atomically(pdf, path)
    except OSError:
        raise ReportError(ReportProblem.NOT_SAVED) from None


def render_pdf(report: Report, *, system_fonts: bool = True) -> bytes:
    """The bytes of the PDF; the same report gives the same bytes where fonts are the same.

    With `system_fonts` scripts that the program's own fonts lack print where the computer has them.
    Raises ReportError NOT_MADE.
    """
    made_on = datetime.combine(report.made_on, time(), UTC)
    try:
        with tempfile.TemporaryDirectory() as empty:
            pdf = typst.Compiler(
                (resources() / "report" / "summary.typ").read_bytes(),
                root=empty,
                font_paths=_fonts(system_fonts),
                sys_inputs={"report": json.dumps(_contents(report))},
            ).compile(
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                timestamp=int(made_on.timestamp()),
            )
    except (typst.TypstError, OSError):
        raise ReportError(ReportProblem.NOT_MADE) from None
    if not isinstance(pdf, bytes):
        raise ReportError(ReportProblem.NOT_MADE)
    return pdf


@cache
def _fonts(system_fonts: bool) -> typst.Fonts:
    """The program's fonts, and those of matplotlib, looked up without importing it."""
    matplotlib = find_spec("matplotlib")
    places = matplotlib.submodule_search_locations if matplotlib else None
    of_charts = [Path(place) / "mpl-data" / "fonts" / "ttf" for place in places or ()]
    return typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=[resources() / "fonts", *of_charts],
    )


def _contents(report: Report) -> dict[str, Any]:
    """What the template reads; every text in it is made printable."""
    head = {
        "title": report.title,
        "owner": _short(report.owner),
        "identity": [asdict(text) for text in report.identity],
        "overview": [[asdict(text) for text in line] for line in report.overview],
        "rules": report.rules,
    }
    return {
        **_cleaned(head),
        "language": report.language,
        "made": [report.made_on.year, report.made_on.month, report.made_on.day],
        "paper": report.paper,
        "fonts": FONTS,
        "rows": [
            [_section(section, report.paper) for section in row] for row in _side_by_side(report)
        ],
    }


def _short(owner: str) -> str:
    """What fits at the foot of the page beside its number."""
    return owner if len(owner) <= LONGEST_OWNER else f"{owner[:LONGEST_OWNER]}…"


def _side_by_side(report: Report) -> list[list[Section]]:
    rows: list[list[Section]] = []
    for section in report.sections:
        if section.beside and rows:
            rows[-1].append(section)
        else:
            rows.append([section])
    return rows


def _section(section: Section, paper: Paper) -> dict[str, Any]:
    words = {
        "title": section.title,
        "note": section.note,
        "table": asdict(section.table) if section.table else None,
        "alternative": section.figure.description if section.figure else "",
        "lines": [[asdict(text) for text in line] for line in section.lines],
    }
    figure = section.figure
    return {
        **_cleaned(words),
        "svg": svg(draw(figure.timeline, PRINT, CHART_INCHES[paper])) if figure else None,
    }


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return value


def _write_atomically(content: bytes, path: Path) -> None:
    """Through a file beside it: the name stands for the old file or for the new one, never less."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """So that the new name survives a power cut, where folders can be synced at all."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
