"""What can be chosen about the page, and that the page follows."""

from itertools import count
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.repository import Records
from journal.report.head import LONGEST_LINE
from journal.report.parts import PagePart, ThreeLines
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary.notes_dialog import NotesDialog
from journal.ui.summary.page import SummaryPage
from tests.ui.summary.conftest import Answers, Opened, PatientTaskRunner, Shown, texts, words

BY_A_GARDEN = "Two hours in the garden."
MARKED = "Back at work three days a week."


def page_words(page: SummaryPage) -> str:
    assert page.preview.shown is not None
    return " ".join(page.preview.shown.text.split())


def ids_of(page: SummaryPage, *texts: str) -> frozenset[UUID]:
    assert page.preview.shown is not None
    return frozenset(note.id for note in page.preview.shown.summary.notes if note.text in texts)


class TestParts:
    def test_everything_is_on_the_page_at_first(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        contents = shown(demo_editor).choices.contents
        assert contents.safety.isChecked()
        assert all(tick.isChecked() for tick in contents.parts.values())
        assert not contents.first_page_only.isChecked()

    def test_one_left_out_is_said_in_its_place(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        page.choices.contents.parts[PagePart.COURSE].click()
        assert "Course ------ left out by the patient" in page_words(page)
        assert "Not: Course, other notes" in page.contents.text()

    def test_one_can_be_put_back(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        before = page_words(page)
        for _twice in range(2):
            page.choices.contents.parts[PagePart.TREATMENT].click()
        assert page_words(page) == before

    def test_the_first_page_only_is_one_page(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        assert page.preview.document.pageCount() > 1
        page.choices.contents.first_page_only.click()
        assert page.preview.document.pageCount() == 1
        assert not page.choices.contents.parts[PagePart.DAYS].isEnabled()
        assert not page.choices.contents.choose_notes.isEnabled()
        assert page.choices.contents.parts[PagePart.COURSE].isEnabled()

    def test_there_is_nothing_to_choose_from_on_a_page_without_entries(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        assert not shown(editor).choices.contents.isVisible()


class TestNotes:
    def test_only_those_marked_as_they_were_written_go_along(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        assert page.choices.contents.note_count.text() == "2 of 12 notes"
        assert MARKED in page_words(page)
        assert BY_A_GARDEN not in page_words(page)

    def test_are_chosen_one_by_one(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers
    ) -> None:
        page = shown(demo_editor)
        answers.notes = ids_of(page, BY_A_GARDEN)
        page.choices.contents.choose_notes.click()
        assert answers.ticked == [ids_of(page, MARKED, "The third week is the hard one.")]
        assert len(answers.offered[0]) == 12
        assert page.choices.contents.note_count.text() == "1 of 12 notes"
        assert BY_A_GARDEN in page_words(page)
        assert MARKED not in page_words(page)

    def test_thought_better_of_changes_nothing(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers
    ) -> None:
        page = shown(demo_editor)
        before = page.preview.shown
        page.choices.contents.choose_notes.click()
        assert answers.offered
        assert page.preview.shown is before

    def test_are_not_spoken_of_where_there_are_none(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        assert "notes" not in texts(shown(editor).choices)


def note_at(dialog: NotesDialog, row: int) -> QTableWidgetItem:
    item = dialog.list.item(row, 0)
    assert item is not None
    return item


class TestNotesDialog:
    @pytest.fixture
    def dialog(self, demo_editor: JournalEditor, shown: Shown, qtbot: QtBot) -> NotesDialog:
        page = shown(demo_editor)
        assert page.preview.shown is not None
        notes = page.preview.shown.summary.notes
        dialog = NotesDialog(page, notes, ids_of(page, MARKED))
        qtbot.addWidget(dialog)
        return dialog

    def test_shows_each_by_its_day_and_first_words(self, dialog: NotesDialog) -> None:
        newest = note_at(dialog, 0).text()
        assert newest == (
            "14 March 2026: Walked to the lake in the evening. First time in weeks I wa…"
        )

    def test_shows_the_whole_of_the_one_that_is_looked_at(self, dialog: NotesDialog) -> None:
        assert dialog.whole.toPlainText().endswith("First time in weeks I wanted to.")
        dialog.list.setCurrentCell(1, 0)
        assert dialog.whole.toPlainText() == "The third week is the hard one."

    def test_ticks_nothing_that_was_not_chosen(self, dialog: NotesDialog) -> None:
        rows = [note_at(dialog, row) for row in range(dialog.list.rowCount())]
        ticked = [row.text() for row in rows if row.checkState() == Qt.CheckState.Checked]
        assert ticked == [f"2 February 2026: {MARKED}"]

    def test_hands_over_what_is_ticked(self, dialog: NotesDialog) -> None:
        before = dialog.ticked
        dialog.list.setCurrentCell(0, 0)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        assert len(dialog.ticked - before) == 1

    def test_is_named_for_screen_readers(self, dialog: NotesDialog) -> None:
        named: list[tuple[QWidget, str]] = [
            (dialog.list, "Notes"),
            (dialog.whole, "The whole note"),
        ]
        for widget, name in named:
            read = QAccessible.queryAccessibleInterface(widget)
            assert read.text(QAccessible.Text.Name) == name

    def test_can_be_taken_by_its_button(self, dialog: NotesDialog) -> None:
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        box.button(QDialogButtonBox.StandardButton.Ok).click()
        assert dialog.result() == NotesDialog.DialogCode.Accepted


class TestName:
    @pytest.mark.parametrize(
        ("index", "there", "away"),
        [(0, "Alex Example", "A. E."), (1, "A. E.", "Alex"), (2, "record 4471", "Alex")],
    )
    def test_is_printed_as_chosen(
        self, demo_editor: JournalEditor, shown: Shown, index: int, there: str, away: str
    ) -> None:
        page = shown(demo_editor)
        page.choices.look.name.chosen.emit(index)
        assert there in words(page.preview.document)
        assert away not in words(page.preview.document)
        assert page.choices.look.name.choice == index


class TestLines:
    def test_are_on_the_page_once_they_were_typed(
        self, demo_editor: JournalEditor, shown: Shown, qtbot: QtBot
    ) -> None:
        page = shown(demo_editor)
        page.choices.lines.to_ask.setPlainText("Could the next one\ncome later?")
        qtbot.waitUntil(
            lambda: "To ask: Could the next one come later?" in page_words(page), timeout=5_000
        )
        assert "your lines for this appointment" in page.contents.text()

    def test_are_there_again_after_another_page(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        page.choices.lines.noticed.setPlainText("The third week is hard.")
        page.leave()
        page.refresh()
        assert page.choices.lines.noticed.toPlainText() == "The third week is hard."
        assert "Noticed: The third week is hard." in page_words(page)

    def test_are_handed_out_and_taken_up_again(self, editor: JournalEditor, qtbot: QtBot) -> None:
        before = SummaryPage(editor)
        after: list[ThreeLines] = []
        before.lines_entered.connect(after.append)
        before.choices.lines.changed.setPlainText("Back at work.")
        before.leave()
        again = SummaryPage(editor, lines=after[0])
        for page in (before, again):
            qtbot.addWidget(page)
        assert again.choices.lines.changed.toPlainText() == "Back at work."
        assert "Changed: Back at work." in page_words(again)

    def test_are_not_touched_while_they_are_typed(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        page.choices.lines.changed.setPlainText("Back at")
        page.refresh()
        assert page.choices.lines.changed.toPlainText() == "Back at"

    def test_that_do_not_fit_are_told_at_their_field(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        lines = shown(editor).choices.lines
        lines.changed.setPlainText("x" * (LONGEST_LINE + 1))
        lines.flush()
        assert f"first {LONGEST_LINE} characters" in lines.form.error("changed")
        lines.changed.setPlainText("x" * LONGEST_LINE)
        lines.flush()
        assert lines.form.error("changed") == ""

    def test_are_named_for_screen_readers(self, editor: JournalEditor, shown: Shown) -> None:
        lines = shown(editor).choices.lines
        names = [each.accessibleName() for each in (lines.to_ask, lines.changed, lines.noticed)]
        assert names == ["To ask", "Changed", "Noticed"]

    def test_shows_lines_of_before(self, editor: JournalEditor, shown: Shown) -> None:
        lines = shown(editor).choices.lines
        lines.show_lines(ThreeLines("a", "b", "c"))
        assert lines.changed.toPlainText() == "b"


class TestMaking:
    def test_a_changed_choice_reads_the_journal_no_second_time(
        self, opened: Opened, shown: Shown, demo_journal: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tasks = PatientTaskRunner()
        editor = opened(demo_journal, tasks)
        tasks.work()
        page = shown(editor)
        tasks.work()
        times = count()
        records = editor.journal.records

        def counted(_self: object) -> Records:
            next(times)
            return records()

        monkeypatch.setattr(type(editor.journal), "records", counted)
        page.choices.look.paper.chosen.emit(1)
        tasks.work()
        page.refresh()
        tasks.work()
        assert next(times) == 1

    def test_long_work_shows_that_it_goes_on(
        self, opened: Opened, shown: Shown, qtbot: QtBot
    ) -> None:
        tasks = PatientTaskRunner()
        editor = opened(tasks=tasks)
        tasks.work()
        page = shown(editor)
        bar = page.preview.busy.findChildren(QWidget)[0]
        qtbot.waitUntil(bar.isVisible, timeout=5_000)
        tasks.work()
        assert not bar.isVisible()
