"""Daylio's CSV exports, in the three layouts it has had."""

import codecs
import csv
import html
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from journal.domain.checkin import MAX_NAME, MAX_NOTE, MAX_STEPS
from journal.domain.errors import ImportProblem, ImportRefused
from journal.domain.import_plan import ExportRow, ScaleEntry
from journal.domain.period import EARLIEST_DAY

SOURCE = "daylio-csv"

LAYOUTS = (
    ("year", "date", "weekday", "time", "mood", "activities", "note"),
    ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"),
    ("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"),
)

LOWEST_SCALE_VALUE = 0
"""The export names the highest value of a scale only; 0 leaves room for every lowest one."""

_Cells = Mapping[str, str]


def read(data: bytes) -> tuple[ExportRow, ...]:
    """The entries of an export in the file's order, newest first; none for a header alone.

    Raises ImportRefused for the whole file, with the line of its first bad entry.
    """
    records = _records(_text(data))
    _, header = next(records, (1, []))
    layout = tuple(cell.strip().casefold() for cell in header)
    if layout not in LAYOUTS:
        raise ImportRefused(ImportProblem.NOT_THIS_FORMAT)
    return tuple(_row(line, layout, cells) for line, cells in records)


def _text(data: bytes) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRefused(ImportProblem.UNREADABLE) from None
    if "\0" in text:
        raise ImportRefused(ImportProblem.UNREADABLE)
    return text


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line of the file it begins in, from 1; blank lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A quotation mark that is never closed swallows the columns behind it.
            raise ImportRefused(ImportProblem.WRONG_COLUMNS, line) from None
        if "".join(cells).strip() or len(cells) > 1:
            yield line, cells


def _row(line: int, layout: tuple[str, ...], cells: list[str]) -> ExportRow:
    if len(cells) != len(layout):
        raise ImportRefused(ImportProblem.WRONG_COLUMNS, line)
    named = dict(zip(layout, cells, strict=True))
    day, clock = _day(named, line), _clock(named["time"], line)
    mood = named["mood"].strip()
    if not mood:
        raise ImportRefused(ImportProblem.MISSING_MOOD, line)
    scales, times = _scales(_parts(named.get("scales", "")), line)
    return ExportRow(
        line=line,
        day=day,
        time_text=named["time"],
        clock=clock,
        mood=mood,
        activities=_activities(named["activities"], line),
        note=_note((named.get("note_title", ""), named["note"], *times), line),
        scales=scales,
    )


def _parts(cell: str) -> tuple[str, ...]:
    parts = (part.strip() for part in re.split(r"\s\|(?=\s)", f" {cell} "))
    return tuple(dict.fromkeys(part for part in parts if part))


def _activities(cell: str, line: int) -> tuple[str, ...]:
    activities = _parts(cell)
    if any(len(activity) > MAX_NAME for activity in activities):
        raise ImportRefused(ImportProblem.TOO_LONG, line)
    return activities


# English whatever the computer's language is; other languages' dates are refused.
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s+([a-z]+)|([a-z]+)\s+(\d{1,2})", re.ASCII)


def _day(cells: _Cells, line: int) -> date:
    try:
        if "full_date" in cells:
            day = _iso_date(cells["full_date"].strip())
        else:
            day = _written_date(cells["year"].strip(), cells["date"].strip().casefold())
    except ValueError:
        raise ImportRefused(ImportProblem.BAD_DATE, line) from None
    if day < EARLIEST_DAY:
        raise ImportRefused(ImportProblem.BAD_DATE, line)
    return day


def _iso_date(text: str) -> date:
    # `fromisoformat` would also take week dates and dates without hyphens.
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError
    return date.fromisoformat(text)


def _written_date(year: str, day_and_month: str) -> date:
    """The date of the oldest layout, such as year `2018` and `18 May` or `May 18`."""
    match = _DAY_AND_MONTH.fullmatch(day_and_month)
    if match is None:
        raise ValueError
    month = _MONTHS.index(match[2] or match[3]) + 1
    return date(int(year), month, int(match[1] or match[4]))


_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*([ap])\.?\s*m\.?)?", re.IGNORECASE)


def _clock(text: str, line: int) -> time:
    """The time that a text such as `18:52`, `8:30 pm` or `8:30 p. m.` names."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ImportRefused(ImportProblem.BAD_TIME, line)
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").casefold()
    if half and not 1 <= hour <= 12:
        raise ImportRefused(ImportProblem.BAD_TIME, line)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise ImportRefused(ImportProblem.BAD_TIME, line) from None


_SCALE = re.compile(r"(?P<name>.+?)\s*:\s*(?P<value>\d{1,4})\s*/\s*(?P<high>\d{1,4})(?:\s+\D.*)?")
_TIME_SCALE = re.compile(r".+:\s*\d+:\d\d")


def _scales(parts: tuple[str, ...], line: int) -> tuple[tuple[ScaleEntry, ...], tuple[str, ...]]:
    """The scale entries, and the times such as `Sleep Time: 7:00`, which lie on no scale."""
    times = tuple(part for part in parts if _TIME_SCALE.fullmatch(part))
    entries = tuple(_scale(part, line) for part in parts if part not in times)
    if len({entry.name.casefold() for entry in entries}) < len(entries):
        raise ImportRefused(ImportProblem.BAD_SCALE, line)
    return entries, times


def _scale(part: str, line: int) -> ScaleEntry:
    match = _SCALE.fullmatch(part)
    if match is None or len(match["name"]) > MAX_NAME:
        raise ImportRefused(ImportProblem.BAD_SCALE, line)
    value, high = int(match["value"]), int(match["high"])
    # Numbers are never rescaled, so a scale of more steps than an own scale may have is refused.
    if high == LOWEST_SCALE_VALUE or high - LOWEST_SCALE_VALUE + 1 > MAX_STEPS or value > high:
        raise ImportRefused(ImportProblem.BAD_SCALE, line)
    return ScaleEntry(match["name"], value, LOWEST_SCALE_VALUE, high)


def _note(parts: tuple[str, ...], line: int) -> str:
    note = "\n".join(plain for part in parts if (plain := _plain(part)))
    if len(note) > MAX_NOTE:
        raise ImportRefused(ImportProblem.TOO_LONG, line)
    return note


# Only these are markup: people also write "<3" and "a < b".
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^>]*)?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|strike|del|big|small|sub|sup|font|span|p|div|ul|ol|h[1-6])"
    r"(?:\s[^>]*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)


def _plain(text: str) -> str:
    """A note without its markup, its lines kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _TAG.sub("", _ITEM.sub("- ", _BREAK.sub("\n", text)))
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), text).replace("\xa0", " ")
    lines = (line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
