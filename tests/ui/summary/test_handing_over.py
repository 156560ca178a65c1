"""Saving and printing: the page that is seen is the page that is handed over."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from journal.report.parts import Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary import page as page_module
from journal.ui.summary.periods import Span
from journal.ui.tasks import ThreadTaskRunner
from tests.ui.summary.conftest import (
    DEMO_VISIT,
    TODAY,
    Answers,
    Opened,
    Shown,
    choose,
    texts,
    visits,
    words,
)


def saved_words(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    text = words(document)
    document.close()
    return text


class TestSave:
    def test_writes_the_page_that_is_seen(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(demo_editor)
        page.save.click()
        assert saved_words(answers.path) == words(page.preview.document)
        assert page.outcome.words.text() == "Saved."

    def test_proposes_a_neutral_name_and_then_the_folder_used_last(
        self, editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path, home: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        page.save.click()
        page.save.click()
        name = "summary-2026-03-14.pdf"
        assert answers.proposed == [home / name, tmp_path / name]

    def test_keeps_today_as_a_visit_once(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(demo_editor)
        page.save.click()
        page.save.click()
        assert visits(demo_editor) == (DEMO_VISIT, TODAY)
        assert demo_editor.undo_stack.count() == 1
        demo_editor.undo()
        assert visits(demo_editor) == (DEMO_VISIT,)

    def test_does_not_shorten_the_page_it_just_saved(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(demo_editor)
        choose(page, Span.SINCE_VISIT)
        page.save.click()
        assert page.choices.last_visit.day == DEMO_VISIT
        assert "of 29 days logged" in words(page.preview.document)

    def test_thought_better_of_changes_nothing(
        self, editor: JournalEditor, shown: Shown, answers: Answers
    ) -> None:
        page = shown(editor)
        page.save.click()
        assert answers.proposed
        assert visits(editor) == ()
        assert not page.outcome.isVisible()

    def test_that_fails_says_so_and_tries_again(
        self, editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "gone" / "page.pdf"
        page = shown(editor)
        page.save.click()
        assert "Try another folder" in page.outcome.words.text()
        assert visits(editor) == ()
        answers.path = tmp_path / "page.pdf"
        page.outcome.next.click()
        assert answers.path.exists()
        assert page.outcome.words.text() == "Saved."

    def test_shows_the_folder_as_a_local_address(
        self,
        editor: JournalEditor,
        shown: Shown,
        answers: Answers,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        asked: list[str] = []

        def open_url(url: QUrl) -> bool:
            asked.append(url.toLocalFile())
            return True

        monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        page.save.click()
        page.outcome.next.click()
        assert asked == [str(tmp_path)]

    def test_names_the_folder_that_does_not_open(
        self,
        editor: JournalEditor,
        shown: Shown,
        answers: Answers,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        page.save.click()
        page.outcome.next.click()
        assert str(tmp_path) in page.outcome.words.text()

    def test_takes_a_day_that_is_still_being_typed(
        self, editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        choose(page, Span.OWN)
        page.choices.first.setDate(QDate(2026, 3, 1))
        page.save.click()
        assert "0 of 14 days logged" in saved_words(answers.path)


class TestPrint:
    def printer(self, path: Path) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return printer

    def test_hands_the_page_to_the_printer_and_keeps_the_visit(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        printed = tmp_path / "printed.pdf"
        answers.printer = self.printer(printed)
        page = shown(demo_editor)
        page.print.click()
        assert answers.papers == [Paper.A4]
        assert printed.stat().st_size > 10_000
        assert page.outcome.words.text() == "Handed to the printer."
        assert visits(demo_editor) == (DEMO_VISIT, TODAY)

    def test_draws_in_the_worker(
        self, opened: Opened, shown: Shown, answers: Answers, tmp_path: Path, qtbot: QtBot
    ) -> None:
        answers.printer = self.printer(tmp_path / "printed.pdf")
        editor = opened(tasks=ThreadTaskRunner())
        page = shown(editor)
        qtbot.waitUntil(page.print.isEnabled, timeout=20_000)
        page.print.click()
        assert page.outcome.words.text() == "Printing…"
        qtbot.waitUntil(lambda: visits(editor) == (TODAY,), timeout=20_000)

    def test_warns_of_copies_beside_the_button(self, editor: JournalEditor, shown: Shown) -> None:
        assert "The printer or its queue may keep a copy." in texts(shown(editor))

    def test_thought_better_of_changes_nothing(
        self, editor: JournalEditor, shown: Shown, answers: Answers
    ) -> None:
        page = shown(editor)
        page.print.click()
        assert answers.papers
        assert visits(editor) == ()

    def test_refused_by_the_printer_is_told(
        self,
        editor: JournalEditor,
        shown: Shown,
        answers: Answers,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(page_module, "print_images", lambda _images, _printer: False)
        answers.printer = self.printer(tmp_path / "printed.pdf")
        page = shown(editor)
        page.print.click()
        assert "did not take the page" in page.outcome.words.text()
        assert page.outcome.next.text() == "Try again"
        assert visits(editor) == ()
