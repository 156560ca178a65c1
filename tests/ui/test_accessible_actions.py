"""What a screen reader, a switch or a voice does to a control is what a click does.

They do not click what can be checked: they have it toggled. So each test drives two windows, one
by clicks and one by toggles, and looks for a difference on the screen and on the disk.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from journal.demo import demo_edits
from journal.paths import places
from journal.report import pdf as pdf_module
from journal.storage.store import JournalFile
from journal.ui.questionnaires.total_dialog import ANOTHER, TotalDialog
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.nav_button import NavButton
from tests.ui.conftest import window_of
from tests.ui.driver import Driver
from tests.ui.eyes import Eyes, words_of
from tests.ui.test_accessibility import PAGES, name
from tests.ui.twins import FaultyStore, SetClock

TOGGLE = QAccessibleActionInterface.toggleAction()

Act = Callable[[QAbstractButton], object]
Sit = Callable[..., Driver]


def click(button: QAbstractButton) -> None:
    button.click()


def toggle(button: QAbstractButton) -> None:
    """What assistive technology does to a button that can be checked."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert TOGGLE in actions.actionNames()
    actions.doAction(TOGGLE)


@pytest.fixture
def sit(styled: object, closes_anyway: None, qtbot: QtBot, tmp_path: Path) -> Sit:
    """Sets a person before a new window with the journal of the demo, or an empty one."""
    windows: list[QWidget] = []

    def sit(*, empty: bool = False) -> Driver:
        own, clock = places(tmp_path / str(len(windows))), SetClock()
        store = FaultyStore(JournalFile(own.journal, clock.now))
        if not empty:
            journal = store.open(writer=True)
            scales, settings = journal.scales.all(), journal.settings()
            journal.apply(demo_edits(clock.now(), clock.zone(), scales, settings))
            journal.close()
        application = window_of(qtbot, own, store, clock, ImmediateTaskRunner())
        application.editor.open()
        windows.append(application.window)
        return Driver(application, clock, store)

    return sit


@pytest.fixture(autouse=True)
def _printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page for the provider takes long to print, and is not what this is about."""
    printed: list[Any] = []
    print_ = pdf_module.render_pdf

    def render(*arguments: Any, **named: Any) -> Any:
        if not printed:
            printed.append(print_(*arguments, **named))
        return printed[0]

    monkeypatch.setattr(pdf_module, "render_pdf", render)


def checkable(inside: QWidget) -> list[QAbstractButton]:
    """What can be checked and is in use; of a row of options the last that is not chosen."""
    buttons = [each for each in inside.findChildren(QAbstractButton) if each.isCheckable()]
    found = [each for each in buttons if each.isVisible() and each.isEnabled()]
    last = {each.parent(): each for each in found if not each.isChecked()}
    in_row = (isinstance(each.parent(), ButtonRow) for each in found)
    return [
        each
        for each, is_option in zip(found, in_row, strict=True)
        if not is_option or last.get(each.parent()) is each
    ]


def offered(inside: QWidget) -> list[str]:
    """The names of what can be checked and is in use."""
    return [name(each) for each in checkable(inside)]


def walked(
    inside: QWidget, act: Act, person: Driver, told: Callable[[QWidget], object] = offered
) -> list[object]:
    """Act on every control in turn, the last first: what is shown and was saved after each."""
    person.texts()
    seen: list[object] = []
    for wanted in offered(inside)[::-1]:
        for button in [each for each in checkable(inside) if name(each) == wanted][:1]:
            act(button)
            person.texts()
            chosen = [name(each) for each in person.chosen(inside)]
            seen.append((wanted, chosen, person.store.tried, told(inside)))
    assert seen
    return [*seen, kept(person)]


def kept(person: Driver) -> str:
    """What is on the disk, without the numbers by which records are known."""
    journal = person.editor.journal
    said = repr((journal.records(), journal.settings(), journal.scales.all()))
    return re.sub(r"UUID\('[^']*'\)", "", said)


WITH_CHECKABLE = [key for key in PAGES if key not in ("sessions", "medicines", "trends")]


@pytest.mark.parametrize("key", WITH_CHECKABLE)
def test_every_control_of_a_page(sit: Sit, key: str) -> None:
    def walk(act: Act) -> list[object]:
        person = sit()
        person.window.show_page(key)
        return walked(person.window.page(key), act, person)

    assert walk(toggle) == walk(click)


def test_every_control_of_today_before_anything_is_written(sit: Sit, qtbot: QtBot) -> None:
    """With "None today", and the first steps one after the other."""

    def walk(act: Act) -> list[object]:
        person = sit(empty=True)
        qtbot.waitUntil(lambda: "Skip" in person.texts())
        seen = walked(person.page, act, person)
        person.click_on("Skip")
        return [*seen, *walked(person.page, act, person)]

    assert walk(toggle) == walk(click)


def test_the_answers_of_a_questionnaire(sit: Sit) -> None:
    def walk(act: Act) -> list[object]:
        person, seen = sit(), list[object]()
        person.window.show_page("questionnaires")
        page: Any = person.window.page("questionnaires")
        page.ask("phq-9")
        for _one_by_one_then_all in range(2):
            seen += walked(page, act, person)
        return seen

    assert walk(toggle) == walk(click)


def test_the_ranges_and_options_of_trends(sit: Sit, qtbot: QtBot) -> None:
    def walk(act: Act) -> list[object]:
        person = sit()
        person.window.resize(1240, 3000)
        person.window.show_page("trends")
        page: Any = person.window.page("trends")
        qtbot.waitUntil(lambda: page.board is not None and page.board.is_at_rest)
        card = next(each for each in page.board.cards if each.question.key == "around-sessions")

        def rested(inside: QWidget) -> str:
            qtbot.waitUntil(lambda: page.board.is_at_rest)
            return words_of(inside)

        return [
            *walked(card, act, person, rested),
            *walked(page.board.ranges, act, person, lambda _row: rested(card)),
        ]

    assert walk(toggle) == walk(click)


FORMS = {
    "session": ("sessions", "Add session"),
    "course": ("sessions", "Plan a course…"),
    "total": ("questionnaires", "Enter a total…"),
    "medicine": ("medicines", "Add medicine"),
    "scale": ("settings", "Add a scale…"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_control_of_a_form(sit: Sit, qtbot: QtBot, tmp_path: Path, form: str) -> None:
    page, words = FORMS[form]

    def walk(act: Act) -> list[object]:
        person, seen = sit(), list[object]()

        def fill_in(dialog: QDialog) -> None:
            if isinstance(dialog, TotalDialog):
                dialog.which.setCurrentIndex(dialog.which.findData(ANOTHER))
            for _part_closed_then_open in range(2):
                seen.extend(walked(dialog, act, person, words_of))

        person.window.show_page(page)
        Eyes(qtbot, tmp_path).meet(lambda: person.click_on(words), fill_in)
        return seen

    assert walk(toggle) == walk(click)


def test_the_sidebar(sit: Sit) -> None:
    person = sit()
    for button in person.window.findChildren(NavButton)[::-1]:
        toggle(button)

        assert button.isChecked()
        assert person.window.page(person.window.current).accessibleName() == button.text()
        assert person.window.page(person.window.current).isVisible()


def test_a_page_in_front_stays_so(sit: Sit) -> None:
    person = sit()
    today = next(each for each in person.window.findChildren(NavButton) if each.isChecked())
    toggle(today)

    assert today.isChecked()
    assert person.window.current == "today"


def test_a_click_on_the_page_in_front_puts_the_keyboard_there(sit: Sit) -> None:
    person = sit(empty=True)
    today = next(each for each in person.window.findChildren(NavButton) if each.isChecked())
    today.setFocus()
    person.click(today)

    assert person.page.isAncestorOf(person.window.focusWidget())


def test_one_click_changes_the_page_once(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving a page counts: a question about safety that was shown was then not answered."""
    person, left = sit(), list[str]()
    monkeypatch.setattr(person.window, "leave_page", lambda: left.append(person.window.current))
    click(next(b for b in person.window.findChildren(NavButton) if b.text() == "Questionnaires"))

    assert left == ["today"]


def test_a_score_is_saved(sit: Sit) -> None:
    person = sit(empty=True)
    toggle(person.score_button("Mood", 3))

    assert person.scores() == [{"mood": 3}]
    assert person.rated() == {"Mood": "3"}


def test_what_is_chosen_stays_so_until_it_is_taken_back(qtbot: QtBot) -> None:
    row = ButtonRow("Strength", ("mild", "moderate"))
    qtbot.addWidget(row)
    chosen: list[int] = []
    row.chosen.connect(chosen.append)
    row.show_choice(1)
    toggle(row.buttons[1])

    assert chosen == [1]
    assert row.buttons[1].isChecked()


def test_what_is_shown_is_not_chosen(sit: Sit) -> None:
    """Undo shows the journal as it was, and that is not saved once more."""
    person = sit(empty=True)
    toggle(person.score_button("Mood", 3))
    before = person.store.tried
    person.undo()

    assert person.rated() == {}
    assert person.store.tried == before + 1
    person.redo()
    assert person.rated() == {"Mood": "3"}
