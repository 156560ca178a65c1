"""What stands above a window, anyone may read: no title carries the person's words."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from uuid6 import uuid7

import journal.ui
from journal.domain.checkin import CheckIn, Direction, Score
from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.own_total import own_total
from journal.domain.profile import Contact
from journal.domain.questionnaire import Response
from journal.domain.session import Treatment
from journal.domain.side_effect import SideEffect
from journal.paths import places
from journal.ui.about import AboutDialog
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.bin.delete_everything_dialog import DeleteEverythingDialog
from journal.ui.bin.dialog import BinDialog
from journal.ui.help_dialog import HelpDialog
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.main_window import MainWindow
from journal.ui.medicines.ending_dialogs import DoseChangeDialog, StopDialog
from journal.ui.medicines.form_dialog import FormDialog
from journal.ui.medicines.medicine_dialog import MedicineDialog
from journal.ui.mood_levels_dialog import MoodLevelsDialog
from journal.ui.questionnaires.total_dialog import ANOTHER, TotalDialog
from journal.ui.quiet_excepthook import quiet_excepthook
from journal.ui.sessions.course_dialog import CourseDialog
from journal.ui.sessions.move_dialog import MoveDialog
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.settings.own_scale_dialog import OwnScaleDialog
from journal.ui.summary.notes_dialog import NotesDialog
from journal.ui.trends import board as boards
from journal.ui.trends.questions import QUESTIONS
from journal.ui.widgets.one_question import OneQuestion
from tests.domain.medicines import medicine
from tests.ui.driver import Driver
from tests.ui.eyes import Eyes
from tests.ui.lock.conftest import no_real_keychain, remembered_keys
from tests.ui.sessions.conftest import TODAY, at, planned, session
from tests.ui.test_accessibility import PAGES
from tests.ui.today.scales import own_scale

__all__ = ["no_real_keychain", "remembered_keys"]

WORD = "Quendel"
"""Stands in everything that the person wrote, and nowhere in the program."""

DIARY = f"full_date,date,weekday,time,mood,activities,note_title,note\n2026-03-09,,,22:00,{WORD},,,"

BASES = {LastingDialog, FormDialog}
"""No windows of their own: others are made of them."""

REALLY_ASK = QMessageBox.question


@pytest.fixture
def eyes(person: Driver, qtbot: QtBot, tmp_path: Path) -> Iterator[Eyes]:
    eyes = Eyes(qtbot, tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QMessageBox, "question", REALLY_ASK)
        for choose in ("getOpenFileName", "getSaveFileName"):
            patch.setattr(QFileDialog, choose, eyes.choose_file)
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *a: eyes.choose_file(*a)[0])
        patch.setattr(QMenu, "popup", lambda *_: None)  # there is no keyboard to grab
        patch.setattr(QPrintDialog, "exec", lambda box, *_: eyes.choose_printer(box))
        patch.setattr(QPrinter, "setDocName", lambda _printer, name: eyes.titles.append(name))
        patch.setattr(boards, "QUESTIONS", QUESTIONS[:1])
        yield eyes


@pytest.fixture
def marked(person: Driver) -> Driver:
    """Somebody who used one word wherever there is something to write."""
    told: Any = {"treatment_name": f"{WORD} drip", "provider": f"{WORD} clinic", "note": WORD}
    told |= {"with_whom": WORD, "taken_home_by": WORD, "treatment": Treatment.OTHER}
    own, now = own_total(f"{WORD} paper", 0, 10, Direction.NEITHER), at("2026-03-10 20:00")
    begun, stopped = TODAY - timedelta(60), TODAY - timedelta(30)
    contact = Contact(f"{WORD} contact", "12345")
    person.keep(
        own_scale(f"{WORD} scale", 0, 10),
        *(rated(back) for back in range(8)),
        SideEffect(uuid7(), now, None, now.instant, now.instant, name=f"{WORD} in the head"),
        replace(session("2026-03-03 10:00"), **told),
        replace(planned("2026-03-17 10:00"), **told),
        medicine(begun, None, f"{WORD} drops", WORD, uuid7()),
        medicine(begun, stopped, f"{WORD} pills", WORD, uuid7(), reason=WORD),
        Response(uuid7(), own.key, now, now.instant, now.instant, (), 4, finished=True),
    )
    kept = person.editor.journal.settings()
    about = replace(kept, patient_name=WORD, record_number=WORD, clinic=contact, person=contact)
    person.editor.journal.apply([Edit(kept, replace(about, contacts_always=True))])
    return person


def rated(days_back: int) -> CheckIn:
    moment = at(f"{TODAY - timedelta(days_back)} 19:00")
    scores = (Score("mood", 5, moment.instant), Score("own-scale", 4, moment.instant))
    instant = moment.instant
    return CheckIn(uuid7(), moment, instant, instant, scores, tags=(WORD,), note=f"{WORD} day")


Open = Callable[[Driver, Eyes], object]


def go(person: Driver, eyes: Eyes, words: str) -> None:
    """Click the visible button that says this, or is called so; else choose it from a menu."""

    def found() -> list[QAbstractButton | QAction]:
        buttons = filter(QWidget.isVisible, person.window.findChildren(QAbstractButton))
        named = [each for each in buttons if words in (each.text(), each.accessibleName())]
        return [*named] or [a for a in person.window.findChildren(QAction) if a.text() == words]

    eyes.qtbot.waitUntil(lambda: len(found()) == 1)
    (only,) = found()
    if isinstance(only, QAction):
        only.trigger()
    else:
        only.click()


def on(page: str, *words: str) -> Open:
    """Go from a page through buttons and menus."""

    def open_(person: Driver, eyes: Eyes) -> None:
        person.window.show_page(page)
        for each in words:
            go(person, eyes, each)

    return open_


def pages(person: Driver, eyes: Eyes) -> None:
    for key in PAGES:
        person.window.show_page(key)
        eyes.look()


def appointment(*words: str) -> Open:
    """Write what is to be asked, and go on from there."""

    def open_(person: Driver, eyes: Eyes) -> None:
        on("summary")(person, eyes)
        page: Any = person.window.page("summary")
        for line in page.choices.findChildren(QPlainTextEdit):
            line.setPlainText(f"{WORD}?")
        on("summary", *words)(person, eyes)

    return open_


def print_passphrase(person: Driver, eyes: Eyes) -> None:
    on("settings", "Set a passphrase…")(person, eyes)
    page: Any = person.window.page("settings")
    form = page.passphrase.asking.form
    for line in (form.new, form.again):
        line.setText(f"{WORD} onion tractor")
    form.submit()
    go(person, eyes, "Print your passphrase…")


def had_session(person: Driver, eyes: Eyes) -> None:
    person.window.show_page("sessions")
    page: Any = person.window.page("sessions")
    done = next(row.session.id for row in page.model.rows if row.session.is_done)
    page.table.change_requested.emit(done)


def diary(content: str) -> Open:
    def open_(person: Driver, eyes: Eyes) -> None:
        (eyes.folder / "diary.csv").write_text(content)
        go(person, eyes, "&Import from Daylio…")

    return open_


def bin_(person: Driver, eyes: Eyes) -> None:
    gone = person.check_ins()[0]
    person.editor.perform("", lambda _journal, _stamp: (Edit(gone, None),))
    on("settings", "Deleted in the last 30 days…")(person, eyes)


def backup(person: Driver, eyes: Eyes) -> None:
    person.editor.journal.backups.make()
    on("settings", "Restore from a backup…")(person, eyes)


def unsaved(person: Driver, eyes: Eyes) -> None:
    person.store.problem = StorageProblem.DISK_FULL
    person.click(person.score_button("Mood", 3))
    person.window.close()
    person.store.problem = None  # so that it can be closed in the end


def not_opened(person: Driver, eyes: Eyes) -> None:
    person.editor.open_failed.emit(StorageError(StorageProblem.DAMAGED))


def choice_not_kept(person: Driver, eyes: Eyes) -> None:
    places(eyes.folder).preferences.mkdir()
    on("settings", "Dark")(person, eyes)


def fault(person: Driver, eyes: Eyes) -> None:
    hook = quiet_excepthook(person.window, person.application.restore)
    hook(ValueError, ValueError(WORD), None)


Act = Callable[[Any, Eyes], object]


def write(form: QDialog, eyes: Eyes) -> None:
    """Write the word into the first field for words."""
    fields = [each for each in form.findChildren(QLineEdit) if each.isVisible()]
    next(each for each in fields if not each.objectName().startswith("qt_")).setText(f"{WORD} too")


def leave(form: QDialog, eyes: Eyes) -> None:
    """Write, and turn away: it asks whether that may be lost."""
    write(form, eyes)
    eyes.meet(form.reject)


def leave_total(form: TotalDialog, eyes: Eyes) -> None:
    form.which.setCurrentIndex(form.which.findData(ANOTHER))
    leave(form, eyes)


OWN_CHART = ("trends", "Show: Mood", f"{WORD} scale")


@dataclass(frozen=True)
class Case:
    """A way to a window; `shows` where the person's words stand in it."""

    name: str
    window: type[QWidget]
    open: Open
    act: Act = lambda _window, _eyes: None
    shows: bool = True
    waits: bool = True


CASES = (
    Case("every page", MainWindow, pages, waits=False),
    Case("help", HelpDialog, on("today", "Get help now")),
    Case("about", AboutDialog, on("today", "&About"), shows=False),
    Case("hours slept", OneQuestion, on("today", "other…"), shows=False),
    Case("own side effect", OneQuestion, on("today", "+ more", "In my own words…"), write),
    Case("new session", SessionDialog, on("sessions", "Add session"), leave),
    Case("planned session", SessionDialog, on("sessions", "Plan a session…"), leave),
    Case("changed plan", SessionDialog, on("sessions", "Change"), leave),
    Case("session done", SessionDialog, on("sessions", "Mark as done"), leave),
    Case("changed session", SessionDialog, had_session, leave),
    Case("moved session", MoveDialog, on("sessions", "More…", "Move to another time…")),
    Case("course", CourseDialog, on("sessions", "Plan a course…"), leave),
    Case("new total", TotalDialog, on("questionnaires", "Enter a total…"), leave_total),
    Case("changed total", TotalDialog, on("questionnaires", "Change…")),
    Case("new medicine", MedicineDialog, on("medicines", "Add medicine"), leave),
    Case("medicine", MedicineDialog, on("medicines", f"{WORD} drops: Correct…"), leave),
    Case("past medicine", MedicineDialog, on("medicines", f"{WORD} pills: Correct…"), leave),
    Case("medicine again", MedicineDialog, on("medicines", f"{WORD} pills: Take again…")),
    Case("dose", DoseChangeDialog, on("medicines", f"{WORD} drops: Change dose…"), leave),
    Case("stop", StopDialog, on("medicines", f"{WORD} drops: Stop…"), leave),
    Case("chart", QFileDialog, on(*OWN_CHART, "Save picture…"), shows=False),
    Case("numbers", QFileDialog, on(*OWN_CHART, "As table", "Save as CSV…"), shows=False),
    Case("notes", NotesDialog, appointment("Choose notes…")),
    Case("summary", QFileDialog, appointment("Save PDF…"), shows=False),
    Case("text", QFileDialog, appointment("Read as text", "Save as text…"), shows=False),
    Case("print", QPrintDialog, appointment("Print…"), shows=False, waits=False),
    Case("passphrase", QPrintDialog, print_passphrase, shows=False, waits=False),
    Case("new scale", OwnScaleDialog, on("settings", "Add a scale…"), leave),
    Case("scale", OwnScaleDialog, on("settings", f"Change {WORD} scale"), leave),
    Case("bin", BinDialog, bin_),
    Case("everything", DeleteEverythingDialog, on("settings", "Delete everything…"), shows=False),
    Case("backup folder", QFileDialog, on("settings", "Choose…"), shows=False, waits=False),
    Case("restore", RestoreDialog, backup, lambda d, eyes: eyes.meet(d.restore.click), shows=False),
    Case("another backup", RestoreDialog, backup, lambda d, _: d.other.click(), shows=False),
    Case("diary", MoodLevelsDialog, diary(DIARY)),
    Case("no diary", QMessageBox, diary(WORD), shows=False),
    Case("not saved yet", QMessageBox, unsaved, shows=False),
    Case("not opened", QMessageBox, not_opened, shows=False),
    Case("choice not kept", QMessageBox, choice_not_kept, shows=False),
    Case("fault", QMessageBox, fault, shows=False),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_no_title_carries_the_persons_words(marked: Driver, eyes: Eyes, case: Case) -> None:
    if case.waits:
        eyes.meet(lambda: case.open(marked, eyes), lambda window: case.act(window, eyes))
    else:
        case.open(marked, eyes)
        eyes.look()

    assert case.window in eyes.words
    assert WORD in eyes.words[case.window] or not case.shows
    assert [each for each in eyes.titles if WORD.casefold() in each.casefold()] == []


def test_no_dialog_is_forgotten() -> None:
    found = pkgutil.walk_packages(journal.ui.__path__, "journal.ui.")
    named = [each for module in found for each in vars(import_module(module.name)).values()]
    kinds = {each for each in named if isinstance(each, type) and issubclass(each, QDialog)}
    own = {each for each in kinds if each.__module__.startswith("journal.ui.")}

    assert own - BASES == {case.window for case in CASES} & own
