"""The verbs of the Settings page over a real journal."""

from dataclasses import replace
from datetime import date, time

import pytest

from journal.domain.checkin import ELEVATED_MOOD, MOOD, Direction, Scale
from journal.domain.errors import InvalidValue, Problem
from journal.domain.profile import TreatedFor
from journal.ui.journal_editor import JournalEditor
from journal.ui.settings import verbs
from journal.ui.settings.own_scale_dialog import new_scale
from tests.ui.settings.conftest import rate

TODAY = date(2026, 3, 10)


def keys(editor: JournalEditor) -> list[str]:
    return [scale.key for scale in verbs.in_order(editor.journal.scales.all())]


def scale(editor: JournalEditor, key: str) -> Scale:
    return next(scale for scale in editor.journal.scales.all() if scale.key == key)


def own(editor: JournalEditor, name: str = "Tinnitus") -> Scale:
    added = replace(new_scale(editor.stamp()), name=name)
    editor.perform("", verbs.add_scale(added))
    return scale(editor, added.key)


def test_a_scale_switches_on_and_off(editor: JournalEditor) -> None:
    pain = scale(editor, "pain")
    editor.perform("", verbs.switch_scale(pain.id, False))
    assert not scale(editor, "pain").active
    editor.perform("", verbs.switch_scale(pain.id, True))
    assert scale(editor, "pain").active


def test_mood_stays_on(editor: JournalEditor) -> None:
    editor.perform("", verbs.switch_scale(scale(editor, MOOD).id, False))
    assert scale(editor, MOOD).active


def test_a_scale_moves_down_one_place(editor: JournalEditor) -> None:
    editor.perform("", verbs.move_scale(scale(editor, "anxiety").id, 1))
    assert keys(editor)[:4] == [MOOD, "energy", "anxiety", "pain"]


def test_nothing_moves_above_mood(editor: JournalEditor) -> None:
    before = keys(editor)
    editor.perform("", verbs.move_scale(scale(editor, "anxiety").id, -1))
    editor.perform("", verbs.move_scale(scale(editor, MOOD).id, 1))
    assert keys(editor) == before
    assert not editor.undo_stack.canUndo()


def test_the_last_scale_has_nowhere_further_to_go(editor: JournalEditor) -> None:
    before = keys(editor)
    editor.perform("", verbs.move_scale(scale(editor, before[-1]).id, 1))
    assert keys(editor) == before


def test_a_move_is_undone_in_one_step(editor: JournalEditor) -> None:
    before = keys(editor)
    editor.perform("", verbs.move_scale(scale(editor, "energy").id, 1))
    editor.undo()
    assert keys(editor) == before


def test_an_own_scale_comes_last(editor: JournalEditor) -> None:
    first, second = own(editor, "Tinnitus"), own(editor, "Appetite")
    assert keys(editor)[-2:] == [first.key, second.key]


def test_two_own_scales_cannot_share_a_name(editor: JournalEditor) -> None:
    own(editor, "Tinnitus")
    again = replace(new_scale(editor.stamp()), name="tinnitus")
    with pytest.raises(InvalidValue) as refused:
        verbs.add_scale(again)(editor.journal, editor.stamp())
    assert refused.value.problem is Problem.TAKEN


def test_an_own_scale_without_scores_changes_its_ends(editor: JournalEditor) -> None:
    kept = own(editor)
    editor.perform("", verbs.change_scale(replace(kept, low=1, high=5)))
    after = scale(editor, kept.key)
    assert (after.low, after.high) == (1, 5)


def test_an_own_scale_with_scores_keeps_its_ends_and_takes_the_name(
    editor: JournalEditor,
) -> None:
    kept = own(editor)
    rate(editor, kept.key, 7)
    changed = replace(kept, name="Ears", direction=Direction.HIGHER_WORSE, high=5)
    editor.perform("", verbs.change_scale(changed))
    after = scale(editor, kept.key)
    assert (after.name, after.direction, after.high) == ("Ears", Direction.HIGHER_WORSE, 10)


def test_an_own_scale_that_was_never_rated_can_be_deleted(editor: JournalEditor) -> None:
    kept = own(editor)
    editor.perform("", verbs.remove_scale(kept.id))
    assert kept.key not in keys(editor)
    editor.undo()
    assert kept.key in keys(editor)


def test_a_scale_with_scores_is_never_deleted(editor: JournalEditor) -> None:
    kept = own(editor)
    rate(editor, kept.key, 7)
    editor.perform("", verbs.remove_scale(kept.id))
    assert kept.key in keys(editor)


def test_a_standard_scale_is_never_deleted(editor: JournalEditor) -> None:
    editor.perform("", verbs.remove_scale(scale(editor, "irritability").id))
    assert "irritability" in keys(editor)


def test_whose_journal_it_is_can_be_said_and_taken_back(editor: JournalEditor) -> None:
    editor.perform("", verbs.tell("patient_name", "Alex Example", TODAY))
    editor.perform("", verbs.tell("birth_date", date(1980, 5, 21), TODAY))
    settings = editor.journal.settings()
    assert (settings.patient_name, settings.birth_date) == ("Alex Example", date(1980, 5, 21))
    editor.perform("", verbs.tell("birth_date", None, TODAY))
    assert editor.journal.settings().birth_date is None


def test_a_day_may_start_at_midnight_but_not_after_noon(editor: JournalEditor) -> None:
    editor.perform("", verbs.tell("day_starts_at", time(0), TODAY))
    assert editor.journal.settings().day_starts_at == time(0)
    with pytest.raises(InvalidValue):
        verbs.tell("day_starts_at", time(12, 1), TODAY)(editor.journal, editor.stamp())


def test_saying_the_same_again_is_no_change(editor: JournalEditor) -> None:
    editor.perform("", verbs.tell("patient_name", "", TODAY))
    assert not editor.undo_stack.canUndo()


def test_bipolar_treatment_is_one_step_with_its_scales(editor: JournalEditor) -> None:
    treated = frozenset({TreatedFor.BIPOLAR, TreatedFor.PTSD})
    editor.perform("", verbs.tell("treated_for", treated, TODAY))
    assert editor.journal.settings().treated_for == treated
    assert scale(editor, ELEVATED_MOOD).active
    assert editor.undo_stack.count() == 1
    editor.undo()
    assert not editor.journal.settings().treated_for
    assert not scale(editor, ELEVATED_MOOD).active


def test_a_scale_switched_off_stays_off_while_bipolar_treatment_goes_on(
    editor: JournalEditor,
) -> None:
    editor.perform("", verbs.tell("treated_for", frozenset({TreatedFor.BIPOLAR}), TODAY))
    editor.perform("", verbs.switch_scale(scale(editor, ELEVATED_MOOD).id, False))
    both = frozenset({TreatedFor.BIPOLAR, TreatedFor.PAIN})
    editor.perform("", verbs.tell("treated_for", both, TODAY))
    assert not scale(editor, ELEVATED_MOOD).active
