"""The running program as a whole: looks, preferences, one window, and faults nobody foresaw."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from journal import preferences as kept
from journal.domain.errors import StorageError, StorageProblem
from journal.paths import Places
from journal.preferences import Preferences
from journal.storage.store import JournalFile
from journal.theme import DARK, HIGH_CONTRAST, LIGHT
from journal.ui import palette
from journal.ui.application import ASIDES_AFTER_MS, Application
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.journal_editor import JournalEditor
from journal.ui.quiet_excepthook import quiet_excepthook
from journal.ui.single_instance import SingleInstance
from journal.ui.summary.page import SummaryPage
from journal.ui.tasks import ImmediateTaskRunner
from tests.ui.driver import Driver
from tests.ui.twins import FaultyStore, SetClock


def window_colour() -> str:
    gui = QApplication.instance()
    assert isinstance(gui, QApplication)
    return gui.palette().color(QPalette.ColorRole.Window).name()


def test_a_chosen_theme_shows_at_once_and_is_kept(person: Driver, own_places: Places) -> None:
    person.application.set_preferences(Preferences(theme="dark"))
    dark = window_colour()
    person.application.set_preferences(Preferences(theme="light"))

    assert dark == DARK.window.lower()
    assert window_colour() == LIGHT.window.lower()
    assert kept.load(own_places.preferences).theme == "light"


SetHints = Callable[[Qt.ColorScheme, Qt.ContrastPreference], None]


@pytest.fixture
def hints(monkeypatch: pytest.MonkeyPatch) -> SetHints:
    """Sets what the system asks for."""

    def set_hints(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> None:
        accessibility = SimpleNamespace(contrastPreference=lambda: contrast)
        system = SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: accessibility)
        gui = SimpleNamespace(styleHints=lambda: system)
        monkeypatch.setattr(palette, "QGuiApplication", gui)

    return set_hints


NORMAL, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
LIGHT_SCHEME, DARK_SCHEME = Qt.ColorScheme.Light, Qt.ColorScheme.Dark


def test_light_and_dark_follow_the_system(
    hints: SetHints,
) -> None:
    hints(LIGHT_SCHEME, NORMAL)
    in_light = palette.chosen_theme("system")
    hints(DARK_SCHEME, NORMAL)

    assert (in_light, palette.chosen_theme("system")) == (LIGHT, DARK)
    assert palette.chosen_theme("light") == LIGHT


def test_the_systems_high_contrast_is_respected(
    hints: SetHints,
) -> None:
    hints(DARK_SCHEME, HIGH)

    assert palette.chosen_theme("system") == HIGH_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_every_theme_fills_the_style_sheet(theme: object) -> None:
    sheet = palette.style_sheet(theme)  # type: ignore[arg-type]

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_windows_size_is_kept(person: Driver, own_places: Places) -> None:
    person.window.resize(910, 620)
    person.window.close()

    loaded = kept.load(own_places.preferences)
    assert (loaded.window_width, loaded.window_height) == (910, 620)


def test_a_kept_size_is_no_larger_than_the_screen(
    qtbot: QtBot, own_places: Places, set_clock: SetClock
) -> None:
    kept.save(own_places.preferences, Preferences(window_width=9000, window_height=9000))
    store = JournalFile(own_places.journal, set_clock.now)
    application = Application(store, own_places, set_clock, ImmediateTaskRunner())
    qtbot.addWidget(application.window)

    screen = application.window.screen().availableSize()
    smallest = application.window.minimumSize()
    assert application.window.size() == screen.expandedTo(smallest)


def test_the_window_can_be_made_900_by_600(person: Driver) -> None:
    person.window.resize(900, 600)
    person.texts()

    assert person.window.size() == QSize(900, 600)


def test_a_choice_that_cannot_be_kept_is_told(
    person: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _p, _title, words: told.append(words))
    monkeypatch.setattr(kept, "save", _raise_os_error)
    person.application.set_preferences(Preferences(theme="dark"))

    assert told == ["Your choice could not be kept: the folder cannot be written to."]
    assert window_colour() == DARK.window.lower()


def _raise_os_error(*_: object) -> None:
    raise OSError


def test_closing_lets_go_of_the_journal(person: Driver, own_places: Places) -> None:
    person.window.close()

    writer = JournalFile(own_places.journal, person.clock.now).open(writer=True)
    writer.close()


def test_a_second_window_cannot_write(person: Driver, own_places: Places) -> None:
    second = JournalEditor(
        JournalFile(own_places.journal, person.clock.now), ImmediateTaskRunner(), person.clock
    )
    refused: list[StorageError] = []
    second.open_failed.connect(refused.append)
    second.open()

    assert [error.problem for error in refused] == [StorageProblem.IN_USE]


def test_a_second_start_raises_the_first_window(qtbot: QtBot, own_places: Places) -> None:
    first = SingleInstance(own_places.data)
    alone = first.raise_first()
    first.listen()

    with qtbot.waitSignal(first.raised):
        second_found_it = SingleInstance(own_places.data).raise_first()

    assert not alone
    assert second_found_it


def test_a_start_with_another_folder_is_a_window_of_its_own(
    qtbot: QtBot, own_places: Places
) -> None:
    first = SingleInstance(own_places.data)
    first.listen()

    assert not SingleInstance(own_places.data / "other").raise_first()


@dataclass
class Box:
    """The message box: what it said, and the button that the person presses on it."""

    told: list[str] = field(default_factory=list)
    presses: str = "Close"


@pytest.fixture
def box(person: Driver, monkeypatch: pytest.MonkeyPatch) -> Box:
    """A person who reads a message box and presses a button; a fault comes in meanwhile as well."""
    box = Box()

    def exec_(shown: QMessageBox) -> None:
        box.told.append(shown.text())
        fail(person, ValueError("second"))
        next(b for b in shown.buttons() if b.text().replace("&", "") == box.presses).click()

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return box


def fail(person: Driver, error: Exception) -> None:
    made = quiet_excepthook(person.window, person.application.restore)
    hook = person.__dict__.setdefault("hook", made)
    try:
        raise error
    except type(error):
        hook(*sys.exc_info())


def test_a_fault_nobody_foresaw_prints_no_values(
    person: Driver, box: Box, capfd: pytest.CaptureFixture[str]
) -> None:
    fail(person, ValueError("Slept badly."))

    printed = capfd.readouterr().err
    assert "Slept" not in printed
    assert "ValueError" in printed
    assert "test_application.py" in printed


def test_without_a_console_it_is_told_all_the_same(
    person: Driver, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows starts a program that is a window without any."""
    monkeypatch.setattr(sys, "stderr", None)
    fail(person, ValueError("first"))

    assert len(box.told) == 1


def test_it_is_told_once_at_a_time(person: Driver, box: Box) -> None:
    fail(person, ValueError("first"))

    assert box.told == [
        "Something went wrong. What was saved before is safe. Please start again.",
    ]


def test_a_disk_that_is_gone_is_told_in_its_own_words(person: Driver, box: Box) -> None:
    fail(person, StorageError(StorageProblem.NOT_REACHABLE))

    assert box.told[0].startswith("The journal’s folder cannot be reached.")


def test_damage_that_a_page_comes_across_leads_to_the_backups(person: Driver, box: Box) -> None:
    box.presses = "Restore from a backup…"

    fail(person, StorageError(StorageProblem.DAMAGED))

    assert box.told[0].startswith("The journal’s file is damaged. It was not changed.")
    (dialog,) = person.window.findChildren(RestoreDialog)
    assert dialog.isVisible()


def test_another_day_that_cannot_be_read_is_not_turned_to(
    person: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = person.page.day

    def gone(_day: object) -> None:
        raise StorageError(StorageProblem.NOT_REACHABLE)

    monkeypatch.setattr(person.editor, "entries", gone)
    with pytest.raises(StorageError):
        person.page.show_day(today.replace(day=1))

    assert person.page.day == today


def test_the_folder_a_summary_was_saved_in_is_remembered(
    person: Driver, own_places: Places
) -> None:
    page = person.window.page("summary")
    assert isinstance(page, SummaryPage)

    page.folder_chosen.emit("/media/stick")

    assert kept.load(own_places.preferences).summary_folder == "/media/stick"


def test_what_was_to_follow_ends_with_the_window(
    styled: QApplication,
    qtbot: QtBot,
    own_places: Places,
    faulty_store: FaultyStore,
    set_clock: SetClock,
) -> None:
    application = Application(faulty_store, own_places, set_clock, ImmediateTaskRunner())
    application.editor.open()
    delete(application.window)

    with qtbot.captureExceptions() as raised:
        qtbot.wait(2 * ASIDES_AFTER_MS)
    application.editor.close()
    assert raised == []
