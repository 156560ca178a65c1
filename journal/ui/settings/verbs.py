"""What the Settings page asks of the journal, as verbs that find their records when they run."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from journal.domain.checkin import MOOD, Scale, check_own_scale
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.journal_settings import JournalSettings, check_settings
from journal.domain.profile import TreatedFor, suggested_scales
from journal.domain.repository import OpenJournal
from journal.ui.journal_editor import Verb

Kept = TypeVar("Kept", Scale, JournalSettings)


def in_order(scales: Iterable[Scale]) -> tuple[Scale, ...]:
    """Scales as they are listed and asked: mood first, the others by position."""
    return tuple(sorted(scales, key=lambda scale: (scale.key != MOOD, scale.position)))


def switch_scale(scale_id: UUID, active: bool) -> Verb:
    """Ask a scale on Today from now on, or no longer; mood stays."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        scale = _find(journal, scale_id)
        if scale is None or scale.key == MOOD:
            return ()
        return _changed(scale, replace(scale, active=active), stamp)

    return verb


def move_scale(scale_id: UUID, step: int) -> Verb:
    """Move a scale one place up (-1) or down (1); nothing comes before mood."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        order = list(in_order(journal.scales.all()))
        at = next((i for i, scale in enumerate(order) if scale.id == scale_id), 0)
        to = at + step
        if at == 0 or not 0 < to < len(order):
            return ()
        order[at], order[to] = order[to], order[at]
        return _numbered(order, stamp)

    return verb


def _numbered(order: Iterable[Scale], stamp: Stamp) -> Edits:
    return tuple(
        edit
        for position, scale in enumerate(order)
        for edit in _changed(scale, replace(scale, position=position), stamp)
    )


def add_scale(scale: Scale) -> Verb:
    """Add an own scale after the others."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        others = journal.scales.all()
        check_own_scale(scale, others)
        last = max((other.position for other in others), default=-1)
        return (Edit(None, replace(scale, position=last + 1)),)

    return verb


def change_scale(scale: Scale) -> Verb:
    """Change an own scale's name, direction and ends; the ends stay where it has scores."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        kept = _find(journal, scale.id)
        if kept is None:
            return ()
        after = replace(kept, name=scale.name, direction=scale.direction)
        if (scale.low, scale.high) != (kept.low, kept.high) and not _has_scores(journal, kept):
            after = replace(after, low=scale.low, high=scale.high)
        check_own_scale(after, journal.scales.all())
        return _changed(kept, after, stamp)

    return verb


def remove_scale(scale_id: UUID) -> Verb:
    """Delete an own scale that was never rated; one with scores stays."""

    def verb(journal: OpenJournal, _stamp: Stamp) -> Edits:
        scale = _find(journal, scale_id)
        if scale is None or not scale.is_own or _has_scores(journal, scale):
            return ()
        return (Edit(scale, None),)

    return verb


def tell(field: str, value: object, today: date) -> Verb:
    """Set one field of the settings; bipolar treatment brings its scales (`TreatedFor`)."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = journal.settings()
        after = replace(before, **{field: value})  # type: ignore[arg-type]  # by the field's name
        check_settings(after, today)
        edits: Edits = _changed(before, after, stamp)
        if TreatedFor.BIPOLAR in after.treated_for - before.treated_for:
            edits += switch_on(journal, suggested_scales({TreatedFor.BIPOLAR}), stamp)
        return edits

    return verb


def switch_on(journal: OpenJournal, keys: Collection[str], stamp: Stamp) -> Edits:
    """Ask these scales from now on; those that are asked already stay as they are."""
    return tuple(
        edit
        for scale in journal.scales.all()
        if scale.key in keys
        for edit in _changed(scale, replace(scale, active=True), stamp)
    )


def _changed(before: Kept, after: Kept, stamp: Stamp) -> Edits:
    return () if after == before else (Edit(before, replace(after, changed_at=stamp.now)),)


def _find(journal: OpenJournal, scale_id: UUID) -> Scale | None:
    return next((scale for scale in journal.scales.all() if scale.id == scale_id), None)


def _has_scores(journal: OpenJournal, scale: Scale) -> bool:
    return any(check_in.value(scale.key) is not None for check_in in journal.check_ins.between())
