"""Own contacts before the journal is open: only where the person wants it, and only for so long."""

import stat
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from journal import preferences as kept
from journal.domain.errors import StorageProblem
from journal.paths import Places
from journal.preferences import Preferences
from journal.storage.store import JournalFile
from journal.ui.application import Application
from journal.ui.help_dialog import HelpDialog
from journal.ui.settings.page import SettingsPage
from journal.ui.tasks import TaskRunner
from tests.ui.driver import Driver
from tests.ui.twins import FaultyStore, HeldTasks

CLINIC, SAM = "555 0100", "555 0101"


def settings_page(person: Driver) -> SettingsPage:
    person.window.show_page("settings")
    page = person.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def enter(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def name_contacts(person: Driver) -> None:
    """Enter a clinic and a person on the Settings page."""
    contacts = settings_page(person).contacts
    enter(contacts.clinic_number, CLINIC)
    enter(contacts.person_name, "Sam")
    enter(contacts.person_number, SAM)


def tick_always(person: Driver) -> None:
    """Click the choice: on, or off again."""
    settings_page(person).contacts.always.click()


def on_disk(places: Places) -> str:
    """All that the file of preferences says."""
    return places.preferences.read_text("utf-8") if places.preferences.exists() else ""


def help_of(person: Driver) -> HelpDialog:
    """What F1 shows."""
    person.press(Qt.Key.Key_F1)
    (dialog,) = [d for d in person.window.findChildren(HelpDialog) if d.isVisible()]
    return dialog


Restart = Callable[[], Driver]


@pytest.fixture
def restart(person: Driver, own_places: Places, qtbot: QtBot) -> Restart:
    """Closes the window and starts the program anew, its journal still on the way."""

    def start() -> Driver:
        person.window.close()
        return started(qtbot, own_places, person, HeldTasks())

    return start


def started(qtbot: QtBot, places: Places, person: Driver, tasks: TaskRunner) -> Driver:
    store = FaultyStore(JournalFile(places.journal, person.clock.now))
    application = Application(store, places, person.clock, tasks)
    qtbot.addWidget(application.window)
    with qtbot.waitExposed(application.window):
        application.window.show()
    application.window.activateWindow()
    return Driver(application, person.clock, store)


def test_nothing_of_the_contacts_leaves_the_journal_by_itself(
    person: Driver, own_places: Places, restart: Restart
) -> None:
    name_contacts(person)
    again = restart()

    assert "window_width" in on_disk(own_places)
    assert CLINIC not in on_disk(own_places)
    assert SAM not in on_disk(own_places)
    assert not help_of(again).contacts.isVisible()


def test_with_the_choice_they_show_before_the_journal_is_open(
    person: Driver, restart: Restart
) -> None:
    name_contacts(person)
    tick_always(person)
    shown = help_of(restart())

    assert shown.contacts.isVisible()
    assert shown.clinic.number.text() == CLINIC
    assert shown.person.number.text() == SAM
    assert shown.person.about.text() == "Sam"
    assert shown.emergency.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_this_person_s_programs_can_read_the_copy(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    tick_always(person)

    assert SAM in on_disk(own_places)
    assert stat.S_IMODE(own_places.preferences.stat().st_mode) == 0o600


def test_without_the_choice_the_copy_is_gone_at_once(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    tick_always(person)
    tick_always(person)

    assert CLINIC not in on_disk(own_places)
    assert SAM not in on_disk(own_places)


def test_an_undone_choice_is_no_choice(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    tick_always(person)
    person.editor.undo()
    undone = on_disk(own_places)
    person.editor.redo()

    assert SAM not in undone
    assert SAM in on_disk(own_places)


def test_the_copy_follows_the_contacts(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    tick_always(person)
    enter(settings_page(person).contacts.person_number, "555 0199")
    changed = on_disk(own_places)
    person.editor.undo()

    assert "555 0199" in changed
    assert SAM not in changed
    assert "555 0199" not in on_disk(own_places)
    assert SAM in on_disk(own_places)


def test_another_theme_brings_no_old_copy_back(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    tick_always(person)
    page = settings_page(person)
    tick_always(person)
    page.looks.theme.chosen.emit(1)

    assert kept.load(own_places.preferences).theme == "light"
    assert SAM not in on_disk(own_places)


def test_another_theme_keeps_the_copy(person: Driver, own_places: Places) -> None:
    name_contacts(person)
    page = settings_page(person)
    tick_always(person)
    page.looks.theme.chosen.emit(1)

    assert kept.load(own_places.preferences).person_number == SAM


@pytest.mark.parametrize(
    "found", [f'person_number = "{SAM}"\n', f'person_number = "{SAM}\n', f'own = ["{SAM}"]\n']
)
def test_a_copy_that_the_journal_does_not_ask_for_goes_when_it_opens(
    opening: Driver, held_tasks: HeldTasks, own_places: Places, found: str
) -> None:
    """It may come from another journal, or lie in a damaged file."""
    own_places.preferences.write_text(found, "utf-8")
    opening.application.preferences = kept.load(own_places.preferences)
    held_tasks.let_go()

    assert opening.editor.is_open
    assert SAM not in on_disk(own_places)


def test_a_lost_copy_is_made_anew_when_the_journal_opens(
    person: Driver, own_places: Places, restart: Restart
) -> None:
    name_contacts(person)
    tick_always(person)
    person.window.close()
    own_places.preferences.unlink()
    again = restart()
    before = on_disk(own_places)
    again.editor.open()
    assert isinstance(again.editor.worker, HeldTasks)
    again.editor.worker.let_go()

    assert SAM not in before
    assert SAM in on_disk(own_places)
    again.window.close()


def test_without_any_choice_opening_writes_no_preferences(
    opening: Driver, held_tasks: HeldTasks, own_places: Places
) -> None:
    held_tasks.let_go()

    assert not own_places.preferences.exists()


@pytest.mark.parametrize("problem", [StorageProblem.DAMAGED, StorageProblem.NOT_REACHABLE])
def test_help_is_one_key_away_where_the_journal_could_not_be_opened(
    opening: Driver, held_tasks: HeldTasks, own_places: Places, problem: StorageProblem
) -> None:
    opening.application.preferences = Preferences(person_name="Sam", person_number=SAM)
    opening.store.opening_problem = problem
    held_tasks.let_go()
    shown = help_of(opening)

    assert [box.isVisible() for box in opening.window.findChildren(QMessageBox)] == [True]
    assert shown.person.number.text() == SAM
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said."""
    words: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: words.append(text))
    return words


def _refuse(*_: object) -> None:
    raise OSError


def test_a_copy_that_cannot_be_removed_is_told_and_removed_later(
    person: Driver,
    own_places: Places,
    told: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name_contacts(person)
    tick_always(person)
    with monkeypatch.context() as full:
        full.setattr(kept, "save", _refuse)
        tick_always(person)
        qtbot.waitUntil(lambda: bool(told))
    still_there = on_disk(own_places)
    person.window.close()

    assert "anyone can read it" in told[0]
    assert str(own_places.preferences) in told[0]
    assert SAM in still_there
    assert SAM not in on_disk(own_places)


def test_a_copy_that_cannot_be_made_is_told(
    person: Driver, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_contacts(person)
    monkeypatch.setattr(kept, "save", _refuse)
    tick_always(person)
    qtbot.waitUntil(lambda: bool(told))

    assert told[0].startswith("Your contacts could not be copied")


def test_other_settings_are_no_reason_to_complain(
    person: Driver, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person.application.preferences = Preferences(theme="dark")
    monkeypatch.setattr(kept, "save", _refuse)
    name_contacts(person)
    QApplication.processEvents()

    assert told == []


@pytest.mark.parametrize(
    "found",
    [
        b"\x00\xff\xfe",
        b"person_number = 5\nclinic_name = ['x']\ntheme = {}\n",
        b"window_width = 9" + b"9" * 40 + b"\nwindow_height = -1\n",
        b"a = " + b"[" * 30_000 + b"]" * 30_000,
        b'person_number = "' + b"5" * 1_000_000 + b'"',
        b'country = "..\\u0000"\nperson_number = "\\u0000<b>\\n"',
    ],
)
def test_a_damaged_file_never_stands_in_the_way(
    person: Driver, own_places: Places, restart: Restart, found: bytes
) -> None:
    person.window.close()
    own_places.preferences.write_bytes(found)
    again = restart()

    assert help_of(again).emergency.isVisible()
    again.editor.open()
    assert isinstance(again.editor.worker, HeldTasks)
    again.editor.worker.let_go()
    assert again.editor.is_open
    again.window.close()


def test_a_folder_in_the_place_of_the_file_is_no_reason_to_fail(
    person: Driver, own_places: Places, restart: Restart
) -> None:
    person.window.close()
    own_places.preferences.unlink(missing_ok=True)
    own_places.preferences.mkdir()
    again = restart()

    assert help_of(again).emergency.isVisible()
    again.window.close()
