"""The Tab key goes the way the eye goes, on every page and in the forms."""

from itertools import pairwise
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.profile import Contact
from journal.ui.help_dialog import HelpDialog
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.settings import verbs
from journal.ui.settings.page import SettingsPage
from journal.ui.widgets.layout import FlowBox, column, page_body, row
from journal.ui.widgets.nav_button import NavButton
from journal.ui.widgets.tab_order import tab_as_seen
from tests.ui.driver import Driver
from tests.ui.test_accessibility import PAGES, name

FEWEST = {"trends": 4, "sessions": 5}


class Form(LastingDialog):
    """Inputs named by a letter, which the Tab key is pressed on."""

    def walked(self, start: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> str:
        """What one round of the Tab key comes by, letter by letter."""
        self.show()
        start.setFocus()
        seen: list[QWidget] = []
        while (here := self.focusWidget()) not in seen:
            seen.append(here)
            QTest.keyClick(here, key)
        return "".join(each.objectName() for each in seen)


def stop(letter: str) -> QLineEdit:
    """An input of this name."""
    made = QLineEdit()
    made.setObjectName(letter)
    return made


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """An empty form."""
    made = Form()
    qtbot.addWidget(made)
    return made


def test_what_was_added_late_has_its_turn_where_it_stands(form: Form) -> None:
    inside = column(form)
    first, last = stop("a"), stop("d")
    inside.addWidget(first)
    inside.addWidget(last)
    line = row()
    inside.insertLayout(1, line)
    line.addWidget(stop("c"))
    line.insertWidget(0, stop("b"))

    assert form.walked(first) == "abcd"
    assert form.walked(first, Qt.Key.Key_Backtab) == "adcb"


def test_a_row_that_wraps_has_its_turn_where_it_stands(form: Form) -> None:
    inside = column(form)
    box = FlowBox()
    first = stop("a")
    inside.addWidget(first)
    inside.addWidget(box)
    inside.addWidget(stop("d"))
    box.add(stop("b"))
    box.add(stop("c"))

    assert form.walked(first) == "abcd"


def test_a_grid_is_walked_line_by_line(form: Form) -> None:
    grid = QGridLayout(form)
    first = stop("a")
    for letter, line, place in (("d", 1, 1), ("c", 1, 0), ("b", 0, 1)):
        grid.addWidget(stop(letter), line, place)
    grid.addWidget(first, 0, 0)

    assert form.walked(first) == "abcd"


def test_what_is_hidden_or_switched_off_is_passed_over(form: Form) -> None:
    inside = column(form)
    stops = [stop(letter) for letter in "abcd"]
    for each in stops:
        inside.addWidget(each)
    stops[1].hide()
    stops[2].setEnabled(False)

    assert form.walked(stops[0]) == "ad"


def test_a_row_that_hands_the_keyboard_on_is_no_stop_itself(form: Form) -> None:
    inside = column(form)
    holder = QWidget()
    last = stop("b")
    row(holder).addWidget(last)
    first = stop("a")
    inside.addWidget(first)
    inside.addWidget(holder)
    holder.setFocusProxy(last)

    assert form.walked(first) == "ab"


def test_a_window_without_inputs_says_so(form: Form) -> None:
    assert not tab_as_seen(form, forward=True)


def test_what_lies_below_is_scrolled_to(form: Form) -> None:
    form.resize(300, 200)
    inside = page_body(form)
    first, last = stop("a"), stop("b")
    inside.addWidget(first)
    inside.addSpacing(900)
    inside.addWidget(last)
    form.show()
    first.setFocus()
    QApplication.processEvents()
    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert form.focusWidget() is last
    assert not last.visibleRegion().isEmpty()


def place(widget: QWidget, page: QWidget) -> QRect:
    """Where a widget lies on its page, however far that is scrolled."""
    corner = QPoint()
    each = widget
    while each is not page:
        around = each.parentWidget()
        assert around is not None
        if around.objectName() != "qt_scrollarea_viewport":
            corner += each.pos()
        each = around
    return QRect(corner, widget.size())


def goes_back(before: QRect, after: QRect) -> bool:
    """Whether the eye would have to: up within a column, or to the left within a line."""
    up = after.bottom() < before.top() and after.left() < before.right()
    beside = after.top() <= before.bottom() and before.top() <= after.bottom()
    return up or (beside and after.left() < before.left())


def walk(person: Driver, page: QWidget) -> list[QWidget]:
    """All that the Tab key comes by on the page in front, from the sidebar on."""
    person.window.findChildren(NavButton)[0].setFocus()
    seen: list[QWidget] = []
    for _step in range(200):
        person.press(Qt.Key.Key_Tab)
        here = person.window.focusWidget()
        if here in seen[:-1]:
            break
        if here not in seen and page.isAncestorOf(here):  # hours and minutes of one time
            seen.append(here)
    return seen


@pytest.mark.parametrize("key", PAGES)
def test_no_page_sends_the_eye_back(demo_person: Driver, key: str) -> None:
    demo_person.window.show_page(key)
    demo_person.texts()
    page = demo_person.window.page(key)
    places = [(each, place(each, page)) for each in walk(demo_person, page)]

    assert len(places) >= FEWEST.get(key, 8)
    back = [(a[0], b[0]) for a, b in pairwise(places) if goes_back(a[1], b[1])]
    assert [(name(before), name(after)) for before, after in back] == []


def test_the_scales_are_walked_in_their_order(person: Driver) -> None:
    person.window.show_page("settings")
    page = person.window.page("settings")
    assert isinstance(page, SettingsPage)
    (pain,) = (s.id for s in person.editor.journal.scales.all() if s.key == "pain")
    page.scales.rows[pain].up.click()
    tick_of: dict[QWidget, UUID] = {r.tick: key for key, r in page.scales.rows.items()}
    visited = [tick_of[each] for each in walk(person, page) if each in tick_of]
    wanted = [each.id for each in verbs.in_order(person.editor.journal.scales.all())]

    assert visited == wanted[1:], "mood is always asked: its tick is no stop"


def test_help_begins_with_the_own_numbers(qtbot: QtBot) -> None:
    dialog = HelpDialog("DE")
    qtbot.addWidget(dialog)
    dialog.show_contacts(Contact("Clinic", "555-0101"), Contact("Sam", "555-0102"))
    dialog.show()
    dialog.person.number.setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.clinic.number

    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.emergency.number
