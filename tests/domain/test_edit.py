"""Edits turn round: undo is the same edits backwards."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.edit import Edit, Record, undone
from tests.domain.diary import Diary


def records(count: int) -> list[Record]:
    diary = Diary()
    return [diary.score(date(2026, 3, 10), n % 11) for n in range(count)]


def carried_out(edits: tuple[Edit, ...], kept: dict[UUID, Record]) -> dict[UUID, Record]:
    """What a journal holds after these edits."""
    kept = dict(kept)
    for edit in edits:
        if edit.before is not None:
            assert kept.pop(edit.before.id) == edit.before
        if edit.after is not None:
            assert edit.after.id not in kept
            kept[edit.after.id] = edit.after
    return kept


@given(st.integers(1, 6), st.data())
def test_undone_edits_lead_back_to_where_one_was(count: int, data: st.DataObject) -> None:
    before: dict[UUID, Record] = {record.id: record for record in records(count)}
    removed = data.draw(st.permutations(list(before.values())))[: count // 2]
    edits = tuple(Edit(record, None) for record in removed)
    edits += tuple(Edit(None, record) for record in removed[:1])

    after = carried_out(edits, before)

    assert carried_out(undone(edits), after) == before


def test_an_edit_is_about_what_it_leaves_or_took() -> None:
    first, second = records(2)

    assert Edit(first, second).record == second
    assert Edit(None, second).record == second
    assert Edit(first, None).record == first


def test_an_edit_of_nothing_is_a_defect() -> None:
    with pytest.raises(ValueError, match="without a record"):
        _ = Edit(None, None).record
