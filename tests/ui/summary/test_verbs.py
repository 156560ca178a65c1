"""The days on which a summary was handed over, as they are kept."""

from datetime import date

from journal.domain.errors import InvalidValue, JournalError
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary import verbs
from tests.ui.summary.conftest import TODAY


def visits(editor: JournalEditor) -> tuple[date, ...]:
    return editor.journal.settings().visits


def test_a_handed_over_summary_is_a_visit_once_a_day(editor: JournalEditor) -> None:
    for _twice in range(2):
        editor.perform("", verbs.hand_over(TODAY))
    assert visits(editor) == (TODAY,)
    assert editor.undo_stack.count() == 1


def test_visits_stay_in_order(editor: JournalEditor) -> None:
    editor.perform("", verbs.hand_over(TODAY))
    editor.perform("", verbs.set_last_visit(date(2026, 2, 1), TODAY))
    assert visits(editor) == (date(2026, 2, 1), TODAY)


def test_an_earlier_last_visit_takes_the_place_of_later_ones(editor: JournalEditor) -> None:
    for day in (date(2026, 1, 10), date(2026, 2, 14), date(2026, 2, 10)):
        editor.perform("", verbs.set_last_visit(day, TODAY))
    assert visits(editor) == (date(2026, 1, 10), date(2026, 2, 10))
    assert editor.journal.settings().last_visit(TODAY) == date(2026, 2, 10)


def test_setting_the_last_visit_can_be_undone(editor: JournalEditor) -> None:
    editor.perform("", verbs.set_last_visit(date(2026, 2, 14), TODAY))
    editor.perform("", verbs.set_last_visit(date(2026, 2, 10), TODAY))
    editor.undo()
    assert visits(editor) == (date(2026, 2, 14),)


def test_today_is_no_last_visit(editor: JournalEditor) -> None:
    refused: list[JournalError] = []
    editor.refused.connect(refused.append)
    editor.perform("", verbs.set_last_visit(TODAY, TODAY))
    assert isinstance(refused[0], InvalidValue)
    assert visits(editor) == ()
