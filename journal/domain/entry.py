"""The rules of entering: which records one tap on the page changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.checkin import (
    MOOD,
    SLEEP_HOURS,
    CheckIn,
    DayRecord,
    Scale,
    Score,
    check_note,
    check_score,
)
from journal.domain.day_entries import DayEntries as DayEntries
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.period import check_not_future

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.period import Moment
    from journal.domain.session import TreatmentSession
    from journal.domain.side_effect import SideEffect


def rate(
    entries: DayEntries,
    check_in: CheckIn | None,
    scale: Scale,
    value: int,
    moment: Moment,
    stamp: Stamp,
) -> Edits:
    """Rate `scale` in `check_in`, or in a new one at `moment`; a mood lifts "too unwell".

    A changed rating keeps the instant it was first written. Raises InvalidValue off the scale.
    """
    check_score(scale, value)
    changed = _check_in(check_in, moment, stamp)
    first_written = next((s.written_at for s in changed.scores if s.scale == scale.key), stamp.now)
    others = tuple(score for score in changed.scores if score.scale != scale.key)
    scores = (*others, Score(scale.key, value, first_written))
    edits: Edits = (Edit(check_in, replace(changed, scores=scores)),)
    if scale.key == MOOD and entries.record is not None and entries.record.too_unwell:
        edits += _day_edit(entries.record, replace(entries.record, too_unwell=False), stamp)
    return edits


def new_check_in(
    entries: DayEntries,
    scores: Iterable[tuple[Scale, float]],
    written: CheckIn,
    stamp: Stamp,
) -> Edits:
    """A check-in entered as a whole: `written` has its moment, tags and note, `scores` the rest.

    Sleep among the scores goes to the day's record. Raises InvalidValue off a scale, for a note
    that is too long, and for a moment in the future.
    """
    check_not_future("at", written.moment, stamp.now)
    check_note(written.note)
    record, check_in = entries.record, written
    for scale, value in scores:
        check_score(scale, value)
        if scale.of_day:
            record = _with_sleep(record or _day_record(entries, stamp), scale, value)
            continue
        score = Score(scale.key, int(value), stamp.now)
        check_in = replace(check_in, scores=(*check_in.scores, score))
        if scale.key == MOOD and record is not None:
            record = replace(record, too_unwell=False)
    edits: Edits = () if check_in.is_empty else (Edit(None, check_in),)
    if record is not None and record != entries.record:
        edits += _day_edit(entries.record, record, stamp)
    return edits


def take_back_rating(check_in: CheckIn, scale: str, stamp: Stamp) -> Edits:
    """Remove one rating; a check-in with nothing left in it goes too."""
    scores = tuple(score for score in check_in.scores if score.scale != scale)
    return _kept_or_removed(check_in, replace(check_in, scores=scores, changed_at=stamp.now))


def write_note(check_in: CheckIn | None, note: str, moment: Moment, stamp: Stamp) -> Edits:
    """Set the note of `check_in`, or of a new one at `moment`; an emptied note becomes private."""
    check_note(note)
    changed = _check_in(check_in, moment, stamp)
    shared = changed.note_shared and bool(note)
    return _kept_or_removed(check_in, replace(changed, note=note, note_shared=shared))


def share_note(check_in: CheckIn, shared: bool, stamp: Stamp) -> Edits:
    """Put the note in summaries, or keep it private."""
    return (Edit(check_in, replace(check_in, note_shared=shared, changed_at=stamp.now)),)


def set_tags(check_in: CheckIn | None, tags: Iterable[str], moment: Moment, stamp: Stamp) -> Edits:
    """Set the tags of `check_in`, or of a new one at `moment`; blanks and repeats are dropped."""
    cleaned = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    changed = replace(_check_in(check_in, moment, stamp), tags=cleaned)
    return _kept_or_removed(check_in, changed)


def move_check_in(check_in: CheckIn, moment: Moment, stamp: Stamp) -> Edits:
    """Give a check-in another moment; when it was written down does not change."""
    return (Edit(check_in, replace(check_in, moment=moment, changed_at=stamp.now)),)


def _check_in(check_in: CheckIn | None, moment: Moment, stamp: Stamp) -> CheckIn:
    if check_in is not None:
        return replace(check_in, changed_at=stamp.now)
    return CheckIn(stamp.new_id(), moment, created_at=stamp.now, changed_at=stamp.now)


def _kept_or_removed(before: CheckIn | None, after: CheckIn) -> Edits:
    if after.is_empty:
        return () if before is None else (Edit(before, None),)
    return (Edit(before, after),)


def mark_none_today(entries: DayEntries, none: bool, stamp: Stamp) -> Edits:
    """Say, or take back, that there were no side effects on this day.

    Nothing happens while effects stand on the day: the two cannot both be true.
    """
    if none and entries.side_effects:
        return ()
    record = _day_record(entries, stamp)
    return _day_edit(entries.record, replace(record, no_side_effects=none), stamp)


def mark_too_unwell(entries: DayEntries, too_unwell: bool, stamp: Stamp) -> Edits:
    """Say, or take back, that this evening was too bad to rate."""
    record = replace(_day_record(entries, stamp), too_unwell=too_unwell)
    return _day_edit(entries.record, record, stamp)


def set_sleep(entries: DayEntries, scale: Scale, value: float | None, stamp: Stamp) -> Edits:
    """Set or clear the sleep of the night before on one of the two sleep scales."""
    if value is not None:
        check_score(scale, value)
    record = _with_sleep(_day_record(entries, stamp), scale, value)
    return _day_edit(entries.record, record, stamp)


def _with_sleep(record: DayRecord, scale: Scale, value: float | None) -> DayRecord:
    if scale.key == SLEEP_HOURS:
        return replace(record, sleep_hours=value)
    return replace(record, sleep_quality=None if value is None else int(value))


def _day_record(entries: DayEntries, stamp: Stamp) -> DayRecord:
    return entries.record or DayRecord(stamp.new_id(), entries.day, stamp.now, stamp.now)


def _day_edit(before: DayRecord | None, after: DayRecord, stamp: Stamp) -> Edits:
    if after.is_empty:
        return () if before is None else (Edit(before, None),)
    return (Edit(before, replace(after, changed_at=stamp.now)),)


def put_side_effect(
    entries: DayEntries, before: SideEffect | None, after: SideEffect, stamp: Stamp
) -> Edits:
    """Add or change a side effect; it lifts "none today" and its session's "no side effects".

    Raises InvalidValue where check_side_effect does.
    """
    from journal.domain.side_effect import check_side_effect  # noqa: PLC0415 - not for a rating

    check_side_effect(after, stamp.now)
    edits: Edits = (Edit(before, replace(after, changed_at=stamp.now)),)
    if entries.record is not None and entries.record.no_side_effects:
        edits += _day_edit(entries.record, replace(entries.record, no_side_effects=False), stamp)
    for session in entries.sessions:
        if session.id == after.session_id and session.no_side_effects:
            lifted = replace(session, no_side_effects=False, changed_at=stamp.now)
            edits += (Edit(session, lifted),)
    return edits


def remove(record: CheckIn | SideEffect) -> Edits:
    """Delete a check-in or a side effect."""
    return (Edit(record, None),)


def remove_session(session: TreatmentSession, effects: Iterable[SideEffect], stamp: Stamp) -> Edits:
    """Delete a session; its side effects stay on their days, no longer tied to it."""
    untied = tuple(
        Edit(effect, replace(effect, session_id=None, changed_at=stamp.now))
        for effect in effects
        if effect.session_id == session.id
    )
    return (*untied, Edit(session, None))
