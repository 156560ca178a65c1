"""What concerns all pages: menus, undo, hiding, the title."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from tests.ui.driver import CONTROL, Driver

ESCAPE = Qt.Key.Key_Escape


def blanked(person: Driver) -> bool:
    return person.window.blanking.screen.isVisible()


def test_escape_twice_hides_everything(person: Driver) -> None:
    person.type("7")
    person.press(ESCAPE, ESCAPE)

    assert blanked(person)
    assert person.texts() == ["Symptom Journal\n\nPress any key to go on."]


def test_escape_once_hides_nothing(person: Driver) -> None:
    person.press(ESCAPE)

    assert not blanked(person)


def test_two_escapes_far_apart_hide_nothing(person: Driver) -> None:
    person.press(ESCAPE)
    person.window.blanking.timer.stop()
    person.press(ESCAPE)

    assert not blanked(person)


@pytest.mark.parametrize("key", [Qt.Key.Key_7, Qt.Key.Key_N, Qt.Key.Key_Space, ESCAPE])
def test_any_key_comes_back_and_does_nothing_else(person: Driver, key: Qt.Key) -> None:
    person.press(ESCAPE, ESCAPE)
    person.press(key)

    assert not blanked(person)
    assert person.check_ins() == []
    assert person.record() is None
    assert person.focused_name().startswith("Mood")


def test_a_click_comes_back(person: Driver) -> None:
    person.press(ESCAPE, ESCAPE)
    person.click(person.window.blanking.screen)

    assert not blanked(person)


def test_shortcuts_do_nothing_behind_the_hidden_window(person: Driver) -> None:
    person.type("7")
    person.press(ESCAPE, ESCAPE)
    person.undo()

    assert person.scores() == [{"mood": 7}]


def test_a_lone_modifier_does_not_come_back(person: Driver) -> None:
    person.press(ESCAPE, ESCAPE)
    person.press(Qt.Key.Key_Alt)

    assert blanked(person)


def test_hiding_saves_what_is_being_written(person: Driver) -> None:
    person.note.note.setFocus()
    person.type("Slept.")
    person.press(ESCAPE, ESCAPE)

    assert person.check_ins()[0].note == "Slept."


def test_the_title_never_tells_about_the_person(person: Driver) -> None:
    person.type("7")
    person.note.note.setFocus()
    person.type("Slept.")
    person.page.leave()
    titles = {person.window.windowTitle()}
    for key in ("sessions", "settings", "today"):
        person.window.show_page(key)
        titles.add(person.window.windowTitle())

    assert titles == {"Symptom Journal"}


def action(person: Driver, words: str) -> QAction:
    found = [a for a in person.window.findChildren(QAction) if a.text().replace("&", "") == words]
    assert len(found) == 1
    return found[0]


def test_undo_and_redo_are_in_the_menu_only_where_there_is_something(person: Driver) -> None:
    undo, redo = action(person, "Undo"), action(person, "Redo")
    before = (undo.isEnabled(), redo.isEnabled())
    person.type("7")
    after_entry = (undo.isEnabled(), redo.isEnabled())
    undo.trigger()

    assert before == (False, False)
    assert after_entry == (True, False)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)


def test_the_menus_have_the_standard_shortcuts(person: Driver) -> None:
    keys = QKeySequence.StandardKey
    for words, standard in (
        ("Undo", keys.Undo),
        ("Redo", keys.Redo),
        ("Quit", keys.Quit),
        ("Get help now", keys.HelpContents),
    ):
        assert action(person, words).shortcuts() == QKeySequence.keyBindings(standard)


def test_pages_have_numbers(person: Driver) -> None:
    person.press(Qt.Key.Key_2, modifier=CONTROL)
    there = person.window.current
    person.press(Qt.Key.Key_1, modifier=CONTROL)

    assert there == "journal"
    assert person.window.current == "today"
    assert person.focused_name().startswith("Mood")


def test_the_sidebar_shows_the_page_in_front(person: Driver) -> None:
    person.click_on("Settings")

    assert person.window.current == "settings"
    assert person.window._nav["settings"].isChecked()
    assert not person.window._nav["today"].isChecked()


def test_a_hidden_page_is_read_anew_when_it_is_shown(
    person: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed: list[str] = []
    settings = person.window.page("settings")
    person.window.show_page("settings")
    person.window.show_page("today")
    monkeypatch.setattr(settings, "refresh", lambda: refreshed.append("settings"))
    person.type("7")
    while_hidden = list(refreshed)
    person.window.show_page("settings")
    person.window.show_page("today")
    person.window.show_page("settings")

    assert while_hidden == []
    assert refreshed == ["settings"]


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_second_start_brings_a_minimised_window_back(person: Driver) -> None:
    person.window.showMinimized()
    person.window.come_to_front()

    assert not person.window.isMinimized()


def test_closing_is_told_before_the_last_backup_is_made(person: Driver) -> None:
    told: list[str] = []
    person.window.leaving.connect(lambda: told.append("leaving"))
    person.window.closing.connect(lambda: told.append("closing"))

    person.window.close()

    assert told == ["leaving", "closing"]
