"""The Report as plain text, for portals, e-mail and reading aloud."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from journal.report.characters import printable
from journal.report.parts import Line, Report, Section, Table

WIDTH = 96
"""Characters a line of prose has at most."""

BETWEEN_COLUMNS = "  "


def render_text(report: Report) -> str:
    """The whole report, each paragraph wrapped, each table with its columns under each other."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    title = printable(report.title)
    yield from (title, "=" * len(title))
    for line in (report.identity, *report.overview):
        yield from _prose(_words(line))
    for section in report.sections:
        yield from _section(section)
    for rule in report.rules:
        yield ""
        yield from _prose(rule)


def _section(section: Section) -> Iterator[str]:
    title = printable(section.title)
    yield from ("", title, "-" * len(title))
    if section.note:
        yield from _prose(section.note)
    if section.table is not None:
        yield from _table(section.table)
    if section.figure is not None:
        yield from _prose(section.figure.description)
    for line in section.lines:
        yield from _prose(_words(line))


def _table(table: Table) -> Iterator[str]:
    headings = [column.heading for column in table.columns]
    rows = [headings, *([cell.text for cell in row] for row in table.rows)]
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return BETWEEN_COLUMNS.join(padded).rstrip()


def _words(line: Line) -> str:
    return "".join(part.text for part in line)


def _prose(text: str) -> list[str]:
    return wrap(printable(text), WIDTH, break_long_words=False, break_on_hyphens=False)
