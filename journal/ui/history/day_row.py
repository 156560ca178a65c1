"""A day as the list shows it: its heading and its lines, and the same as one text to be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from journal.domain.history import HistoryDay, Note
from journal.domain.history_search import Excerpt, Match, Place, excerpts, one_line
from journal.i18n import _, format_time, ngettext
from journal.questionnaire_files import Shelf
from journal.wording.history import (
    day_heading,
    day_in_full,
    day_marks,
    history_session,
    medicine_change_text,
    response_text,
    safety_answer_text,
    scores_lines,
    session_details,
    side_effects_text,
    tags_text,
    taken_dose_text,
)

BEFORE, AFTER = 24, 40
"""So many characters stand around a match."""

UNBROKEN = "\N{NO-BREAK SPACE}"

MOST_EXCERPTS = 5
"""So many pieces of one note are shown; what more was found in it is said."""

LONGEST_NOTE = 1000
"""What of a note can come into view in the list; all of it stands on its day."""


class Tone(Enum):
    """How a line is set."""

    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `places` are the words that were looked for."""

    text: str
    tone: Tone = Tone.PLAIN
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day; `marks` tell that it was entered later or imported."""

    day: date
    heading: str
    marks: str
    lines: tuple[Line, ...]

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        parts = [day_in_full(self.day), self.marks, *(line.text for line in self.lines)]
        return ". ".join(_said(part) for part in parts if part)


def _said(part: str) -> str:
    return part.replace(UNBROKEN, " ").replace(" · ", ", ").rstrip(".")


def day_row(match: Match, files: Shelf) -> DayRow:
    """The row of a day that was found; `files` have the questionnaires behind its responses."""
    lines = tuple(_lines(match, files))
    day = match.day
    return DayRow(day.day, day_heading(day.day), ", ".join(day_marks(day)), lines)


def _lines(match: Match, files: Shelf) -> Iterator[Line]:
    day = match.day
    for text in scores_lines(day):
        yield Line(_in_pieces(text))
    for text in _other_entries(day, files):
        yield Line(text, Tone.QUIET)
    for note, places in zip(day.notes, match.notes, strict=True):
        yield from _note_lines(note, places, has_company=len(day.notes) > 1)
    if day.tags:
        yield _tags_line(match)


def _other_entries(day: HistoryDay, files: Shelf) -> Iterator[str]:
    for one in day.sessions:
        yield _in_pieces(history_session(one))
        yield from map(_in_pieces, session_details(one.session))
    if effects := side_effects_text(day):
        yield _in_pieces(effects)
    for response in day.responses:
        yield response_text(response, files.find(response.questionnaire))
    yield from map(safety_answer_text, day.safety_answers)
    yield from map(medicine_change_text, day.medicine_changes)
    yield from map(taken_dose_text, day.doses_taken)


def _in_pieces(text: str) -> str:
    """The text as it wraps only between its parts, never between a name and its value."""
    whole = UNBROKEN.join(text.split(" "))
    for mark in (",", "·"):
        whole = whole.replace(f"{mark}{UNBROKEN}", f"{mark} ")
    return whole.replace(f"{UNBROKEN}(", " (")


def _note_lines(note: Note, places: tuple[Place, ...], *, has_company: bool) -> Iterator[Line]:
    lead = _lead(note, has_company=has_company)
    if not places:
        yield Line(f"{lead}{one_line(note.text[:LONGEST_NOTE])}")
        return
    pieces = excerpts(note.text, places, BEFORE, AFTER)
    for piece in pieces[:MOST_EXCERPTS]:
        yield _excerpt_line(lead, piece)
    if more := sum(len(piece.places) for piece in pieces[MOST_EXCERPTS:]):
        words = ngettext("{count} more in this note", "{count} more in this note", more)
        yield Line(words.format(count=more), Tone.QUIET)


def _lead(note: Note, *, has_company: bool) -> str:
    if note.of_session:
        return _("Session note: ")
    return f"{format_time(note.moment.local)} · " if has_company else ""


def _excerpt_line(lead: str, piece: Excerpt) -> Line:
    lead += "… " if piece.cut_before else ""
    end = " …" if piece.cut_after else ""
    return Line(f"{lead}{piece.text}{end}", places=_moved(piece.places, len(lead)))


def _tags_line(match: Match) -> Line:
    text = tags_text(match.day.tags)
    places: tuple[Place, ...] = ()
    start = text.rindex(", ".join(match.day.tags))
    for tag, found in zip(match.day.tags, match.tags, strict=True):
        places += _moved(found, start)
        start += len(tag) + len(", ")
    return Line(text, Tone.QUIET, places)


def _moved(places: tuple[Place, ...], by: int) -> tuple[Place, ...]:
    return tuple(Place(place.start + by, place.end + by) for place in places)
