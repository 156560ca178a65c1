"""Saving and printing: the page that is seen is the page that is handed over."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from journal.report.parts import PagePart, Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary import handing_over
from journal.ui.summary.page import SummaryPage
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

    def test_tells_which_folder_to_start_from_the_next_time(
        self, editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        told: list[str] = []
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        page.folder_chosen.connect(told.append)
        page.save.click()
        page.save.click()
        assert told == [str(tmp_path)]

    @pytest.mark.parametrize(("kept", "proposed"), [("", "home"), ("gone", "home"), (".", "here")])
    def test_starts_in_the_folder_of_the_last_time_while_it_is_there(
        self,
        editor: JournalEditor,
        shown: Shown,
        answers: Answers,
        tmp_path: Path,
        home: Path,
        kept: str,
        proposed: str,
    ) -> None:
        page = shown(editor, folder=str(tmp_path / kept) if kept else "")
        page.save.click()
        assert answers.proposed[0].parent == {"home": home, "here": tmp_path}[proposed]

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
        assert page.choices.period.last_visit.day == DEMO_VISIT
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
        page.choices.period.first.setDate(QDate(2026, 3, 1))
        page.save.click()
        assert "0 of 14 days logged" in saved_words(answers.path)


class TestText:
    def test_writes_what_can_be_read_beside_the_preview(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.txt"
        page = shown(demo_editor)
        page.preview.as_text.click()
        page.preview.save_text.click()
        assert answers.proposed[0].name == "summary-2026-03-14.txt"
        assert answers.path.read_text("utf-8") == page.preview.text.toPlainText()
        assert page.outcome.words.text() == "Saved as text, without data or password."
        assert visits(demo_editor) == (DEMO_VISIT, TODAY)

    def test_can_be_copied(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        page.preview.as_text.click()
        page.preview.copy.click()
        assert QGuiApplication.clipboard().text() == page.preview.text.toPlainText()

    def test_is_offered_only_where_it_is_read(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        assert not page.preview.save_text.isVisible()
        assert not page.preview.copy.isVisible()


class TestData:
    def test_is_off_until_ticked_and_says_how_much_it_is(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        file = page.choices.file
        assert not file.attach.isChecked()
        assert "162 days; anyone with the file can read them." in texts(file)
        assert "Not: other notes, attached data." in page.contents.text()
        file.attach.click()
        assert "the records as data" in page.contents.text()
        assert "attached data" not in page.contents.text()

    def test_goes_along_in_the_saved_file_when_ticked(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(demo_editor)
        page.save.click()
        with pikepdf.open(answers.path) as saved:
            assert list(saved.attachments) == []
        page.choices.file.attach.click()
        page.save.click()
        with pikepdf.open(answers.path) as saved:
            assert sorted(saved.attachments) == ["records.csv", "records.json"]
        assert saved_words(answers.path) == words(page.preview.document)

    def test_leaves_out_what_the_page_leaves_out(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(demo_editor)
        page.choices.file.attach.click()
        page.choices.contents.parts[PagePart.MEDICINES].click()
        page.save.click()
        with pikepdf.open(answers.path) as saved:
            table = saved.attachments["records.csv"].get_file().read_bytes().decode()
        assert ",check-in," in table
        assert ",medicine," not in table


class TestPassword:
    def test_is_needed_to_open_the_saved_file(
        self, editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        answers.path = tmp_path / "page.pdf"
        page = shown(editor)
        self.type(page, "blue heron", "blue heron")
        page.save.click()
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(answers.path)
        with pikepdf.open(answers.path, password="blue heron") as saved:
            assert len(saved.pages) == 1
        assert page.outcome.words.text() == "Saved with a password."

    def type(self, page: SummaryPage, password: str, again: str) -> None:
        page.choices.file.protect.setChecked(True)
        page.choices.file.password.setText(password)
        page.choices.file.again.setText(again)

    @pytest.mark.parametrize(
        ("password", "again", "field", "told"),
        [
            ("", "", "password", "Please type a password"),
            ("heron", "Heron", "again", "not the same"),
            ("é" * 64, "é" * 64, "password", "choose a shorter one"),
        ],
    )
    def test_that_will_not_do_is_told_at_its_field_and_nothing_is_saved(
        self,
        editor: JournalEditor,
        shown: Shown,
        answers: Answers,
        password: str,
        again: str,
        field: str,
        told: str,
    ) -> None:
        page = shown(editor)
        self.type(page, password, again)
        page.save.click()
        assert told in page.choices.file.form.error(field)
        assert answers.proposed == []

    def test_is_forgotten_on_leaving_and_asked_for_again(
        self, editor: JournalEditor, shown: Shown, answers: Answers
    ) -> None:
        page = shown(editor)
        self.type(page, "heron", "heron")
        page.leave()
        assert page.choices.file.password.text() == ""
        page.save.click()
        assert "Please type a password" in page.choices.file.form.error("password")
        assert answers.proposed == []

    def test_is_explained_beside_its_field(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        assert "PDF/A" not in texts(page.choices.file)
        page.choices.file.protect.click()
        assert "no archive PDF (PDF/A) any more" in texts(page.choices.file)


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
        monkeypatch.setattr(handing_over, "print_pdf", lambda _pdf, _printer: False)
        answers.printer = self.printer(tmp_path / "printed.pdf")
        page = shown(editor)
        page.print.click()
        assert "did not take the page" in page.outcome.words.text()
        assert page.outcome.next.text() == "Try again"
        assert visits(editor) == ()
