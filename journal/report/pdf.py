"""The Report as a PDF that screen readers and archives understand: PDF/UA-1 and PDF/A-2a.

With files attached it is PDF/A-3a, which is made for that.
"""

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from journal.domain.errors import ReportError, ReportProblem
from journal.i18n import _
from journal.paths import font_folders, resources
from journal.report.attachments import Attachment
from journal.report.characters import printable
from journal.report.drawings import Drawings
from journal.report.parts import Line, Paper, Report, Section, Table, runs
from journal.report.saving import save_whole

FONTS = ("Inter", "DejaVu Sans", "Last Resort High-Efficiency")
"""Tried in this order; the last one has a visible mark for every character there is."""

LONGEST_OWNER = 60
"""Characters of a name at the foot of the page; its head has all of it."""


def write_pdf(report: Report, path: Path, attachments: Sequence[Attachment] = ()) -> None:
    """Save the report at `path`, whole or not at all, readable by its owner only.

    Raises ReportError: NOT_MADE as render_pdf does, and what `save_whole` raises where the file
    cannot be written; a file that stood there before is then untouched.
    """
    save_whole(render_pdf(report, attachments), path)


def render_pdf(
    report: Report,
    attachments: Sequence[Attachment] = (),
    *,
    drawings: Drawings | None = None,
    system_fonts: bool = True,
) -> bytes:
    """The bytes of the PDF; the same report gives the same bytes where fonts are the same.

    `drawings` has the pictures of pages made before, where they are kept.
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
                sys_inputs=_inputs(report, attachments, drawings or Drawings()),
            ).compile(
                format="pdf",
                pdf_standards=["a-3a" if attachments else "a-2a", "ua-1"],
                timestamp=int(made_on.timestamp()),
            )
    except (typst.TypstError, OSError):
        raise ReportError(ReportProblem.NOT_MADE) from None
    if not isinstance(pdf, bytes):
        raise ReportError(ReportProblem.NOT_MADE)
    return pdf


def _inputs(
    report: Report, attachments: Sequence[Attachment], drawings: Drawings
) -> dict[str, str]:
    """What the template reads: the report, and each attached file under its name."""
    files = {each.name: each.content.decode() for each in attachments}
    told = [(each.name, each.mime_type, each.description) for each in attachments]
    return {"report": json.dumps({**_contents(report, drawings), "attached": told}), **files}


@cache
def _fonts(system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=list(font_folders()),
    )


def _contents(report: Report, drawings: Drawings) -> dict[str, Any]:
    """What the template reads; every text in it is made printable."""
    head = {
        "title": report.title,
        "owner": _short(report.owner),
        "identity": _lines(report.identity),
        "overview": _lines(report.overview),
        "asked": _line(report.asked),
        "rules": report.rules,
        "page_number": report.page_number,
        "further": _further(report),
    }
    return {
        **_cleaned(head),
        "language": report.language,
        "made": [report.made_on.year, report.made_on.month, report.made_on.day],
        "paper": report.paper,
        "fonts": FONTS,
        "rows": [
            [_section(section, report.paper, drawings) for section in row]
            for row in _side_by_side(report.sections)
        ],
        "following": [_section(each, report.paper, drawings) for each in report.following],
    }


def _further(report: Report) -> str:
    """What is said of parts that the first page has no room for."""
    return _("Further on page 2: {parts}") if report.following else _("Left out for room: {parts}")


def _short(owner: str) -> str:
    """What fits at the foot of the page beside its number."""
    return owner if len(owner) <= LONGEST_OWNER else f"{owner[:LONGEST_OWNER]}…"


def _side_by_side(sections: Iterable[Section]) -> list[list[Section]]:
    rows: list[list[Section]] = []
    for section in sections:
        if section.beside and rows:
            rows[-1].append(section)
        else:
            rows.append([section])
    return rows


def _section(section: Section, paper: Paper, drawings: Drawings) -> dict[str, Any]:
    words = {
        "title": section.title,
        "note": section.note,
        "table": _table(section.table) if section.table else None,
        "alternative": section.figure.description if section.figure else "",
        "lines": _lines(section.lines),
    }
    svg = drawings.svg(section.figure, paper) if section.figure else None
    return {**_cleaned(words), "svg": svg}


def _table(table: Table) -> dict[str, Any]:
    return {
        "columns": [asdict(column) for column in table.columns],
        "rows": [[_cell(runs(cell)) for cell in row] for row in table.rows],
    }


def _cell(line: Line) -> str | list[list[Any]]:
    """As it is where it is of one weight: so are most of the thousands of cells."""
    return line[0].text if len(line) == 1 and not line[0].bold else _line(line)


def _lines(lines: Iterable[Line]) -> list[list[list[Any]]]:
    return [_line(line) for line in lines]


def _line(line: Line) -> list[list[Any]]:
    """Words and whether they are bold."""
    return [[run.text, run.bold] for run in line]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return value
