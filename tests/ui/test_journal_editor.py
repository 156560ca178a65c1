"""The one writer: what it announces, what it keeps in line, and what it takes back."""

from datetime import timedelta

import pytest

from journal.domain.checkin import CheckIn, Score
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.errors import InvalidValue, Problem, StorageProblem
from journal.domain.period import moment_at
from journal.domain.repository import OpenJournal
from journal.ui.journal_editor import JournalChange, JournalEditor
from tests.ui.twins import FaultyStore, HeldTasks, SetClock


@pytest.fixture
def editor(
    qapp: object, faulty_store: FaultyStore, held_tasks: HeldTasks, set_clock: SetClock
) -> JournalEditor:
    editor = JournalEditor(faulty_store, held_tasks, set_clock)
    editor.open()
    return editor


@pytest.fixture
def opened(editor: JournalEditor, held_tasks: HeldTasks) -> JournalEditor:
    held_tasks.let_go()
    return editor


def check_in(stamp: Stamp, mood: int = 7) -> CheckIn:
    moment = moment_at(stamp.now, "Europe/Berlin")
    scores = (Score("mood", mood, stamp.now),)
    return CheckIn(stamp.new_id(), moment, stamp.now, stamp.now, scores)


def add(_journal: OpenJournal, stamp: Stamp) -> Edits:
    return (Edit(None, check_in(stamp)),)


def refuse(_journal: OpenJournal, _stamp: Stamp) -> Edits:
    raise InvalidValue("at", Problem.IN_FUTURE)


def test_a_change_is_announced_after_it_is_on_the_disk(opened: JournalEditor) -> None:
    on_disk: list[int] = []
    opened.saved.connect(lambda *_: on_disk.append(len(opened.journal.check_ins.between())))
    opened.perform("Saved.", add)

    assert on_disk == [1]


def test_it_says_what_kind_of_record_changed(opened: JournalEditor) -> None:
    changes: list[JournalChange] = []
    opened.changed.connect(changes.append)
    opened.perform("", add)

    assert [change.kinds for change in changes] == [{CheckIn}]


def test_a_verb_without_edits_is_no_step(opened: JournalEditor) -> None:
    saved: list[object] = []
    opened.saved.connect(lambda *_: saved.append(1))
    opened.perform("", lambda _journal, _stamp: ())

    assert saved == []
    assert not opened.undo_stack.canUndo()


def test_a_refused_value_is_told_and_nothing_is_written(opened: JournalEditor) -> None:
    refused: list[InvalidValue] = []
    opened.refused.connect(refused.append)
    opened.perform("", refuse)

    assert [error.problem for error in refused] == [Problem.IN_FUTURE]
    assert not opened.has_unsaved
    assert opened.journal.check_ins.between() == ()


def test_what_waits_has_the_time_it_was_entered(
    editor: JournalEditor, held_tasks: HeldTasks, set_clock: SetClock
) -> None:
    entered = set_clock.now()
    editor.perform("", add)
    set_clock.forward(minutes=3)
    held_tasks.let_go()

    assert editor.journal.check_ins.between()[0].created_at == entered


def test_what_waits_is_seen_and_gets_the_same_identifier_later(
    editor: JournalEditor, held_tasks: HeldTasks, set_clock: SetClock
) -> None:
    editor.perform("", add)
    day = moment_at(set_clock.now(), "Europe/Berlin").day
    seen = editor.entries(day).check_ins
    seen_again = editor.entries(day).check_ins
    held_tasks.let_go()

    assert seen == seen_again == editor.journal.check_ins.between()
    assert editor.entries(day).check_ins == seen


def test_what_waits_is_seen_on_its_own_day_only(editor: JournalEditor, set_clock: SetClock) -> None:
    editor.perform("", add)
    day = moment_at(set_clock.now(), "Europe/Berlin").day

    assert editor.entries(day - timedelta(1)).check_ins == ()


def test_what_will_be_refused_is_not_seen(editor: JournalEditor, set_clock: SetClock) -> None:
    editor.perform("", refuse)
    editor.perform("", add)
    day = moment_at(set_clock.now(), "Europe/Berlin").day

    assert len(editor.entries(day).check_ins) == 1


def test_a_deletion_that_waits_is_seen_as_gone(
    opened: JournalEditor, faulty_store: FaultyStore, set_clock: SetClock
) -> None:
    opened.perform("", add)
    (kept,) = opened.journal.check_ins.between()
    faulty_store.problem = StorageProblem.DISK_FULL
    opened.perform("", lambda _journal, _stamp: (Edit(kept, None),))

    assert opened.entries(kept.moment.day).check_ins == ()
    assert opened.journal.check_ins.between() == (kept,)


def test_long_work_is_one_step_and_others_wait_meanwhile(
    opened: JournalEditor, held_tasks: HeldTasks
) -> None:
    finished: list[Edits] = []

    def many(journal: OpenJournal, stamp: Stamp) -> Edits:
        return add(journal, stamp) + add(journal, stamp)

    opened.perform_in_worker("", many, finished.append, lambda _error: None)
    opened.perform("", add)
    meanwhile = len(opened.journal.check_ins.between())
    held_tasks.let_go()
    after = len(opened.journal.check_ins.between())
    opened.undo()
    opened.undo()

    assert (meanwhile, after) == (0, 3)
    assert len(finished) == 1
    assert opened.journal.check_ins.between() == ()


def test_long_work_that_fails_changes_nothing_and_lets_others_go_on(
    opened: JournalEditor, held_tasks: HeldTasks
) -> None:
    errors: list[Exception] = []
    opened.perform_in_worker("", refuse, lambda _edits: None, errors.append)
    opened.perform("", add)
    held_tasks.let_go()

    assert [type(error) for error in errors] == [InvalidValue]
    assert len(opened.journal.check_ins.between()) == 1


def test_identifiers_are_ordered_by_time(opened: JournalEditor) -> None:
    ids = [opened.stamp().new_id() for _ in range(50)]

    assert ids == sorted(ids)
    assert all(one.version == 7 for one in ids)


def test_asking_for_the_journal_too_early_is_a_defect(editor: JournalEditor) -> None:
    with pytest.raises(RuntimeError):
        _ = editor.journal


def test_closing_twice_is_harmless(opened: JournalEditor) -> None:
    opened.close()
    opened.close()

    assert not opened.is_open
