"""The Summary page over a real journal: the choices, and the page they come to."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit, Edits
from journal.domain.errors import ReportError, ReportProblem
from journal.domain.repository import OpenJournal
from journal.theme import LIGHT
from journal.ui.journal_editor import JournalEditor
from journal.ui.palette import style_sheet
from journal.ui.summary.making import PageMaker
from journal.ui.summary.periods import Span
from journal.ui.tasks import ThreadTaskRunner
from tests.ui.summary.conftest import (
    DEMO_VISIT,
    Answers,
    Opened,
    PatientTaskRunner,
    Shown,
    choose,
    enter,
    texts,
    visits,
    words,
)


class TestPreview:
    def test_shows_the_page_of_180_days_at_first(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        assert page.choices.period.span.choice == Span.USUAL.value
        assert "16 September 2025 – 14 March 2026" in words(page.preview.document)
        assert "159 of 180 days logged" in words(page.preview.document)

    def test_says_what_the_page_contains(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        assert page.contents.text().startswith("Contains: your name, birth date")
        assert page.contents.text().endswith("Not: other notes, attached data.")

    def test_can_be_read_as_text(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        page.preview.as_text.click()
        assert page.preview.text.isVisible()
        assert not page.preview.view.isVisible()
        assert "159 of 180 days logged (88%)" in page.preview.text.toPlainText()
        page.preview.as_text.click()
        assert page.preview.view.isVisible()

    def test_is_named_for_screen_readers(self, editor: JournalEditor, shown: Shown) -> None:
        preview = shown(editor).preview
        for view, name in (
            (preview.view, "Preview of the summary"),
            (preview.text, "The summary as text"),
        ):
            read = QAccessible.queryAccessibleInterface(view)
            assert read.text(QAccessible.Text.Name) == name
        described = QAccessible.queryAccessibleInterface(preview.view)
        assert "Read as text" in described.text(QAccessible.Text.Description)

    def test_of_an_empty_journal_says_so(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        assert page.contents.text().startswith("Nothing is written down for this period")
        assert "No entries" in words(page.preview.document)
        assert page.save.isEnabled()

    def test_leaves_no_file_behind(
        self, editor: JournalEditor, shown: Shown, tmp_path: Path, home: Path
    ) -> None:
        shown(editor)
        kept = {path.name for path in (tmp_path / "data").iterdir()}
        assert kept <= {"journal.db", "journal.lock"}
        assert not list(home.rglob("*.pdf"))

    def test_follows_a_change_of_the_journal(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        demo_editor.perform("", lambda journal, _stamp: _without_check_ins(journal))
        assert "0 of 180 days logged" in words(page.preview.document)

    def test_stays_as_it_is_where_nothing_changed(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        before = page.preview.shown
        page.refresh()
        assert page.preview.shown is before

    def test_is_made_while_the_window_goes_on(self, opened: Opened, shown: Shown) -> None:
        tasks = PatientTaskRunner()
        editor = opened(tasks=tasks)
        page = shown(editor)
        assert "once the journal is open" in page.preview.message.text().lower()
        assert not page.save.isEnabled()
        tasks.work()
        assert page.preview.message.text() == "Making the preview…"
        assert page.save.isEnabled()
        tasks.work()
        assert page.preview.view.isVisible()

    def test_of_the_newest_choice_wins(self, opened: Opened, shown: Shown) -> None:
        tasks = PatientTaskRunner()
        editor = opened(tasks=tasks)
        tasks.work()
        page = shown(editor)
        choose(page, Span.OWN)
        enter(page.choices.period.first, date(2026, 3, 1))
        enter(page.choices.period.first, date(2026, 3, 3))
        while tasks.waiting:
            tasks.work()
        assert "0 of 12 days logged" in words(page.preview.document)

    def test_comes_from_the_worker(self, opened: Opened, shown: Shown, qtbot: QtBot) -> None:
        editor = opened(tasks=ThreadTaskRunner())
        page = shown(editor)
        qtbot.waitUntil(page.preview.view.isVisible, timeout=20_000)
        assert "No entries" in words(page.preview.document)

    def test_that_fails_can_be_tried_again(
        self, editor: JournalEditor, shown: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(PageMaker, "make", _not_made)
            page = shown(editor)
        assert "Your journal is safe" in page.preview.message.text()
        assert not page.preview.as_text.isEnabled()
        page.preview.retry.click()
        assert page.preview.view.isVisible()


def _without_check_ins(journal: OpenJournal) -> Edits:
    return tuple(Edit(check_in, None) for check_in in journal.check_ins.between())


def _not_made(*_arguments: object, **_named: object) -> None:
    raise ReportError(ReportProblem.NOT_MADE)


class TestPeriod:
    def test_since_the_last_visit(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        choose(page, Span.SINCE_VISIT)
        assert page.choices.period.last_visit.day == DEMO_VISIT
        assert page.choices.period.days.text() == "14 February 2026 – 14 March 2026, 29\u00a0days"
        assert "of 29 days logged" in words(page.preview.document)

    def test_a_first_visit_is_asked_for(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        choose(page, Span.SINCE_VISIT)
        assert (
            page.choices.period.form.error("last_visit")
            == "Please choose the day of your last visit."
        )
        assert not page.save.isEnabled()
        assert not page.print.isEnabled()
        enter(page.choices.period.last_visit, date(2026, 3, 1))
        assert visits(editor) == (date(2026, 3, 1),)
        assert page.choices.period.form.error("last_visit") == ""
        assert "0 of 14 days logged" in words(page.preview.document)

    def test_a_last_visit_set_here_can_be_undone(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        choose(page, Span.SINCE_VISIT)
        enter(page.choices.period.last_visit, date(2026, 3, 1))
        demo_editor.undo()
        assert page.choices.period.last_visit.day == DEMO_VISIT
        assert "of 29 days logged" in words(page.preview.document)

    def test_a_visit_in_the_future_is_refused_at_its_field(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        choose(page, Span.SINCE_VISIT)
        enter(page.choices.period.last_visit, date(2026, 3, 20))
        assert "before today" in page.choices.period.form.error("last_visit")
        assert page.choices.period.last_visit.day == date(2026, 3, 20)
        assert visits(demo_editor) == (DEMO_VISIT,)
        assert not page.save.isEnabled()

    def test_own_days(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        choose(page, Span.OWN)
        enter(page.choices.period.first, date(2025, 10, 1))
        enter(page.choices.period.last, date(2025, 10, 31))
        assert "1 October 2025 – 31 October 2025" in words(page.preview.document)

    def test_own_days_in_the_wrong_order_are_told_at_the_last(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        choose(page, Span.OWN)
        enter(page.choices.period.last, date(2025, 1, 1))
        assert page.choices.period.form.error("to") == "The last day comes before the first."
        assert not page.preview.view.isVisible()
        enter(page.choices.period.first, date(2024, 12, 1))
        assert page.choices.period.form.error("to") == ""
        assert page.preview.view.isVisible()

    def test_an_error_is_shown_in_full(
        self, editor: JournalEditor, shown: Shown, qtbot: QtBot
    ) -> None:
        page = shown(editor)
        page.setStyleSheet(style_sheet(LIGHT))
        choose(page, Span.SINCE_VISIT)
        told = page.choices.period.form.error("last_visit")
        message = next(label for label in page.findChildren(QLabel) if label.text() == told)
        qtbot.waitUntil(
            lambda: message.height() >= message.heightForWidth(message.width()), timeout=2_000
        )

    def test_only_the_fields_of_the_choice_are_shown(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        fields = (
            page.choices.period.last_visit,
            page.choices.period.first,
            page.choices.period.last,
        )
        seen = {}
        for span in Span:
            choose(page, span)
            seen[span] = tuple(field.isVisible() for field in fields)
        assert seen == {
            Span.SINCE_VISIT: (True, False, False),
            Span.USUAL: (False, False, False),
            Span.OWN: (False, True, True),
        }

    def test_a_day_being_typed_is_kept_on_leaving(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        choose(page, Span.SINCE_VISIT)
        page.choices.period.last_visit.setDate(QDate(2026, 3, 1))
        page.leave()
        assert visits(editor) == (date(2026, 3, 1),)


class TestSafety:
    def test_left_out_is_said_on_the_page_and_above_it(
        self, demo_editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(demo_editor)
        page.choices.contents.safety.click()
        page.preview.as_text.click()
        assert "Safety left out by the patient" in words(page.preview.document)
        assert "Safety\n------\nleft out by the patient\n" in page.preview.text.toPlainText()
        assert page.contents.text().endswith("Safety is left out; the page says so.")

    def test_can_be_put_back(self, demo_editor: JournalEditor, shown: Shown) -> None:
        page = shown(demo_editor)
        page.choices.contents.safety.click()
        page.choices.contents.safety.click()
        assert "left out by the patient" not in words(page.preview.document)
        assert "A 0 does not exclude risk" in words(page.preview.document)
        assert "safety answers" in page.contents.text()

    def test_the_saved_page_leaves_it_out_too(
        self, demo_editor: JournalEditor, shown: Shown, answers: Answers, tmp_path: Path
    ) -> None:
        page = shown(demo_editor)
        page.choices.contents.safety.click()
        answers.path = tmp_path / "summary.pdf"
        page.save.click()
        saved = QPdfDocument()
        saved.load(str(answers.path))
        assert "left out by the patient" in words(saved)
        assert "does not exclude risk" not in words(saved)

    def test_the_keyboard_stays_on_the_choice(
        self, demo_editor: JournalEditor, shown: Shown, qtbot: QtBot
    ) -> None:
        page = shown(demo_editor)
        page.activateWindow()
        page.choices.contents.safety.setFocus()
        qtbot.waitUntil(page.choices.contents.safety.hasFocus)
        QTest.keyClick(page.choices.contents.safety, Qt.Key.Key_Space)
        assert not page.choices.contents.safety.isChecked()
        assert page.choices.contents.safety.hasFocus()

    def test_is_no_choice_on_a_page_without_entries(
        self, editor: JournalEditor, shown: Shown
    ) -> None:
        page = shown(editor)
        assert not page.choices.contents.safety.isVisible()


class TestPaper:
    def test_follows_the_country_at_first(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor, "en_US")
        assert page.choices.look.paper.choice == 1
        assert page.preview.document.pagePointSize(0).toSize().toTuple() == (612, 792)

    def test_can_be_chosen(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor, "en_US")
        page.choices.look.paper.chosen.emit(0)
        assert page.preview.document.pagePointSize(0).toSize().toTuple() == (595, 842)


class TestLayout:
    @pytest.mark.parametrize(("width", "side_by_side"), [(1032, True), (692, False)])
    def test_cards_stand_side_by_side_where_there_is_room(
        self, editor: JournalEditor, shown: Shown, qtbot: QtBot, width: int, side_by_side: bool
    ) -> None:
        page = shown(editor)
        page.resize(width, 570)
        qtbot.waitUntil(
            lambda: (page.preview.x() > page.choices.geometry().right()) == side_by_side
        )

    def test_it_fits_the_narrowest_window(
        self, demo_editor: JournalEditor, shown: Shown, qtbot: QtBot
    ) -> None:
        page = shown(demo_editor)
        page.resize(592, 450)
        area = page.findChild(QScrollArea)
        assert area is not None
        body = area.widget()
        assert body is not None
        for span in Span:
            choose(page, span)
            qtbot.waitUntil(lambda: body.minimumSizeHint().width() <= 592)

    def test_its_cards_say_what_they_are(self, editor: JournalEditor, shown: Shown) -> None:
        page = shown(editor)
        assert "Summary for your provider" in texts(page)
        assert page.choices.period.span.accessibleName() == "Period"
        assert page.choices.period.last_visit.accessibleName() == "Last visit"


def test_the_page_is_shown_before_anything_slow_is_loaded() -> None:
    source = (
        "import sys, journal.ui.summary.page\n"
        "slow = {'matplotlib', 'numpy', 'typst', 'sqlalchemy'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(slow)) or 0)\n"
    )
    program = [sys.executable, "-c", source]
    ended = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
