"""What a screen reader is told, and that everything works without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from journal.domain.session import Treatment
from journal.ui.widgets.nav_button import NavButton
from tests.ui.driver import Driver
from tests.ui.today.conftest import AddSession, add_session

__all__ = ["add_session"]

PAGES = (
    "today",
    "journal",
    "sessions",
    "questionnaires",
    "medicines",
    "trends",
    "summary",
    "settings",
)
IGNORED = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def focusable(inside: QWidget) -> list[QWidget]:
    """The visible widgets that the Tab key stops at."""
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith(IGNORED)
    ]


def unnamed(inside: QWidget) -> list[str]:
    """The widgets whose name is missing, or is no word: a sign such as an arrow is none."""
    return [repr(w) for w in focusable(inside) if not any(c.isalnum() for c in name(w))]


@pytest.mark.parametrize("key", PAGES)
def test_everything_the_tab_key_stops_at_has_a_name(person: Driver, key: str) -> None:
    person.type("7")
    person.window.show_page(key)
    person.texts()

    assert focusable(person.window)
    assert unnamed(person.window) == []


def test_the_details_of_an_effect_have_names(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11, treatment=Treatment.ESKETAMINE)
    person.click_on("Nausea")
    person.click_on("later, at …", person.effects)
    person.click_on("… hours", person.effects)

    assert unnamed(person.effects) == []
    assert name(person.button("moderate", person.effects)) == "Strength: moderate"


def test_a_score_button_tells_scale_value_and_ends(person: Driver) -> None:
    button = person.score_button("Anxiety", 3)
    interface = QAccessible.queryAccessibleInterface(button)

    assert interface.text(QAccessible.Text.Name) == "Anxiety: 3"
    assert interface.text(QAccessible.Text.Description) == "0 none – 10 strong"


def test_a_score_button_tells_whether_it_is_chosen(person: Driver) -> None:
    person.type("7")

    def checked(value: int) -> bool:
        interface = QAccessible.queryAccessibleInterface(person.score_button("Mood", value))
        return bool(interface.state().checked)

    assert checked(7)
    assert not checked(6)


def test_chips_tell_what_they_stand_for(person: Driver) -> None:
    person.click_on("Nausea")
    person.click_on("mild", person.effects)
    names = [name(chip) for chip in person.effects.findChildren(QAbstractButton)]

    assert "No side effects today" in names
    assert "Nausea · mild" in names
    assert "More side effects" in names


def test_messages_stand_at_their_field_as_text(person: Driver) -> None:
    person.card.show_time_message("The time lies in the future.")

    labels = [x for x in person.card.findChildren(QLabel) if x.text().startswith("The time")]
    assert labels[0].property("kind") == "error"


def test_every_control_of_today_is_reached_with_tab(person: Driver) -> None:
    person.type("7")
    reached = set()
    for _ in range(80):
        person.press(Qt.Key.Key_Tab)
        reached.add(person.focused_name() or name(person.window.focusWidget()))

    expected = {name(widget) for widget in focusable(person.page)}
    assert expected <= reached | {""}


def test_what_is_one_of_several_is_called_so(person: Driver) -> None:
    three = QAccessible.queryAccessibleInterface(person.score_button("Mood", 3))
    (nav,) = (b for b in person.window.findChildren(NavButton) if b.text() == "Trends")
    trends = QAccessible.queryAccessibleInterface(nav)

    assert three.role() == QAccessible.Role.RadioButton
    assert trends.role() == QAccessible.Role.RadioButton


def test_a_choice_that_was_taken_back_is_not_chosen(person: Driver) -> None:
    person.type("3")
    three = QAccessible.queryAccessibleInterface(person.score_button("Mood", 3))
    before = three.state().checked
    person.undo()

    assert before
    assert not three.state().checked
