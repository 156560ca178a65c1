"""The notes that the person chose for this summary, and no other."""

from collections.abc import Iterator
from uuid import UUID

from journal.domain.notes import Note
from journal.domain.summary import Summary
from journal.i18n import _, format_date, format_time
from journal.report.parts import Line, Section, Text


def chosen_notes(summary: Summary, ids: frozenset[UUID] | None) -> tuple[Note, ...]:
    """The notes with these ids, newest first; for None those marked as they were written."""
    if ids is None:
        return tuple(note for note in summary.notes if note.marked)
    return tuple(note for note in summary.notes if note.id in ids)


def notes_section(summary: Summary, ids: frozenset[UUID] | None) -> Section | None:
    """The chosen notes in full, a line for each of their paragraphs; None without one."""
    chosen = chosen_notes(summary, ids)
    if not chosen:
        return None
    lines = tuple(line for note in chosen for line in _lines(note))
    return Section(_("Notes chosen by the patient"), lines=lines)


def _lines(note: Note) -> Iterator[Line]:
    when = f"{format_date(note.moment.day)}, {format_time(note.moment.local)}"
    if note.session is not None:
        when = _("{when}, session {number}").format(when=when, number=note.session)
    paragraphs = [each for each in note.text.splitlines() if each.strip()]
    for number, paragraph in enumerate(paragraphs):
        yield (Text(when, bold=True), Text(f" {paragraph}")) if number == 0 else (Text(paragraph),)
