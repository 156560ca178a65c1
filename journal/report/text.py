"""The Report as plain text, for portals, e-mail and reading aloud."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from journal.report.characters import printable
from journal.report.parts import Report, Section, Table, plain

WIDTH = 96
"""Characters a line has at most, but for a word that is longer."""

BETWEEN_COLUMNS = "  "
NARROWEST_COLUMN = 6


def render_text(report: Report) -> str:
    """The whole report, each paragraph wrapped, each table with its columns under each other."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    title = printable(report.title)
    yield from (title, "=" * len(title))
    for line in (*report.identity, *report.overview):
        yield from _prose(plain(line))
    if report.asked:
        yield ""
        yield from _prose(plain(report.asked))
    for section in report.all_sections:
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
        yield from _prose(plain(line))


def _table(table: Table) -> Iterator[str]:
    headings = [column.heading for column in table.columns]
    rows = [headings, *([plain(cell) for cell in row] for row in table.rows)]
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = _widths([max(map(len, column)) for column in zip(*cells, strict=True)])
    for row in cells:
        yield from _row(row, widths)


def _widths(needed: Sequence[int]) -> list[int]:
    """What each column needs, the widest narrowed until all stand beside each other."""
    widths = list(needed)
    room = WIDTH - len(BETWEEN_COLUMNS) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST_COLUMN:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The cells beside each other, each wrapped to its column's width."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
        yield BETWEEN_COLUMNS.join(padded).rstrip()


def _wrapped(cell: str, width: int) -> list[str]:
    if len(cell) <= width:
        return [cell]
    return wrap(cell, width, break_long_words=True, break_on_hyphens=False) or [""]


def _prose(text: str) -> list[str]:
    return wrap(printable(text), WIDTH, break_long_words=False, break_on_hyphens=False)
