"""What the Today page asks of the journal, as verbs that find their records when they run.

A verb may run later than it was made (the journal is still opening, the disk was full), so it
looks the day up itself instead of carrying what the page showed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.domain import entry
from journal.domain.checkin import CheckIn
from journal.domain.day_entries import DayEntries, read_entries
from journal.domain.edit import Edits, Stamp
from journal.domain.period import check_not_future
from journal.ui.today.target import Target as Target

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from journal.domain.checkin import Scale
    from journal.domain.period import Moment
    from journal.domain.repository import OpenJournal
    from journal.ui.journal_editor import Verb


CheckInRule = Callable[[DayEntries, CheckIn | None, Stamp], Edits]


def _on_check_in(target: Target, rule: CheckInRule) -> Verb:
    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        entries = read_entries(journal, target.day)
        check_in = target.find(entries, stamp)
        if check_in is None:
            check_not_future("at", target.moment, stamp.now)
        return rule(entries, check_in, target.stamp(stamp))

    return verb


def rate(target: Target, scale: Scale, value: int) -> Verb:
    """Rate a scale."""
    return _on_check_in(
        target,
        lambda entries, check_in, stamp: entry.rate(
            entries, check_in, scale, value, target.moment, stamp
        ),
    )


def take_back(target: Target, scale: str) -> Verb:
    """Take a rating back."""
    return _on_check_in(
        target,
        lambda _entries, check_in, stamp: (
            entry.take_back_rating(check_in, scale, stamp) if check_in else ()
        ),
    )


def note(target: Target, text: str) -> Verb:
    """Write the note."""
    return _on_check_in(
        target,
        lambda _entries, check_in, stamp: entry.write_note(check_in, text, target.moment, stamp),
    )


def share(target: Target, shared: bool) -> Verb:
    """Put the note in summaries, or keep it private."""
    return _on_check_in(
        target,
        lambda _entries, check_in, stamp: (
            entry.share_note(check_in, shared, stamp) if check_in else ()
        ),
    )


def tags(target: Target, words: tuple[str, ...]) -> Verb:
    """Set the tags."""
    return _on_check_in(
        target,
        lambda _entries, check_in, stamp: entry.set_tags(check_in, words, target.moment, stamp),
    )


def move(day: date, check_in: UUID, moment: Moment) -> Verb:
    """Give a check-in another moment, not one in the future."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        check_not_future("at", moment, stamp.now)
        found = _find(read_entries(journal, day), check_in)
        return entry.move_check_in(found, moment, stamp) if found else ()

    return verb


def remove_check_in(day: date, check_in: UUID) -> Verb:
    """Delete a check-in."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        found = _find(read_entries(journal, day), check_in)
        return entry.remove(found) if found else ()

    return verb


def _find(entries: DayEntries, check_in: UUID) -> CheckIn | None:
    return next((c for c in entries.check_ins if c.id == check_in), None)


def sleep(day: date, scale: Scale, value: float | None) -> Verb:
    """Set or clear the night's sleep."""
    return lambda journal, stamp: entry.set_sleep(read_entries(journal, day), scale, value, stamp)


def too_unwell(day: date, too_unwell: bool) -> Verb:
    """Mark the evening as too bad to rate, or take the mark back."""
    return lambda journal, stamp: entry.mark_too_unwell(
        read_entries(journal, day), too_unwell, stamp
    )


def none_today(day: date, none: bool) -> Verb:
    """Say that there were no side effects, or take it back."""
    return lambda journal, stamp: entry.mark_none_today(read_entries(journal, day), none, stamp)
