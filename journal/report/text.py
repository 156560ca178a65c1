"""The Report as plain text, for portals, e-mail and reading aloud."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from journal.report.characters import printable
from journal.report.parts import Report, Section, Table, plain

WIDTH = 72
"""Characters a line has at most, as in e-mail, but for a word that is longer."""

BETWEEN_COLUMNS = "  "
IN_A_ROW = "  "
"""Before the further lines of a row that is read out."""


def render_text(report: Report) -> str:
    """The whole report, each paragraph wrapped.

    A table whose rows fit on a line has its columns under each other; of a wider one each row is
    read out, every cell after its heading.
    """
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
    headings = [printable(column.heading) for column in table.columns]
    rows = [[printable(plain(cell)) for cell in row] for row in table.rows]
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    if sum(widths) + len(BETWEEN_COLUMNS) * (len(widths) - 1) > WIDTH:
        for row in rows:
            yield from _read_out(headings, row)
    else:
        for row in (headings, *rows):
            padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield BETWEEN_COLUMNS.join(padded).rstrip()


def _read_out(headings: Sequence[str], cells: Sequence[str]) -> list[str]:
    """A row as it is read aloud: each cell after its heading, empty ones left away."""
    named = (
        f"{heading}: {cell}" if heading else cell
        for heading, cell in zip(headings, cells, strict=True)
        if cell.strip()
    )
    return _wrapped("; ".join(named), IN_A_ROW)


def _prose(text: str) -> list[str]:
    return _wrapped(printable(text))


def _wrapped(text: str, indent: str = "") -> list[str]:
    """Lines of whole words, all but the first indented."""
    return wrap(
        text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
