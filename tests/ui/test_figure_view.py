"""A picture that is not over time: its spots pointed at, walked through and opened."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.charts.figure_bytes import Figure
from journal.charts.timeline import draw
from journal.theme import DARK, LIGHT, Theme
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.widgets.figure_view import SCREEN_DPI, FigureView
from journal.ui.widgets.spots import FindSpots, Spot
from tests.charts.diaries import mood

FIRST, SECOND, THIRD = (date(2026, 3, number) for number in (1, 5, 9))
DOT = Spot(1, 1, FIRST, ("Sun 1 March 2026", "Mood 4"))
CELL = Spot(3, 1, SECOND, ("Session 2", "Nausea: mild"), width=0.5, height=0.5)
LAST = Spot(4, 2, THIRD, ("Mon 9 March 2026", "Mood 7"))


def drawing(theme: Theme, size: tuple[float, float], dpi: float) -> Figure:
    return draw(mood(), theme, size, dpi)


def found(*spots: Spot) -> FindSpots:
    def find(_figure: Figure) -> Sequence[Spot]:
        return spots

    return find


@pytest.fixture(autouse=True)
def _quick_hand(qapp: QApplication) -> Iterator[None]:
    """Nobody waits long for the second half of a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(30)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FigureView]:
    """A picture on screen with three spots; the keyboard is elsewhere."""
    window = QWidget()
    qtbot.addWidget(window)
    button, view = QPushButton(window), FigureView(ImmediateTaskRunner(), LIGHT)
    view.setParent(window)
    view.resize(500, 300)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    view.show_figure(drawing, "Around a session", "The middle of 5.", found(DOT, CELL, LAST))
    yield view
    window.close()


def place_of(spot: Spot, right: float = 0) -> QPointF:
    return QPointF(spot.x * SCREEN_DPI + right, spot.y * SCREEN_DPI)


def mouse(view: FigureView, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, view.mapToGlobal(place), button, none, no_keys)
    QApplication.sendEvent(view, event)


def point_at(view: FigureView, spot: Spot, right: float = 0) -> tuple[str, ...]:
    """What is told of a place so many pixels right of a spot's middle."""
    mouse(view, QEvent.Type.MouseMove, place_of(spot, right))
    return view.marked_words()


def walk(qtbot: QtBot, view: FigureView, *keys: Qt.Key) -> Spot | None:
    """What is marked after these keys."""
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in keys:
        QTest.keyClick(view, key)
    return view.marked


def test_it_has_the_pixels_of_the_widget(view: FigureView) -> None:
    assert view.picture is not None
    assert view.picture.image.size() == QSize(500, 300)


def test_it_is_drawn_in_the_colours_of_the_theme(view: FigureView) -> None:
    view.show_theme(DARK)

    assert view.grab().toImage().pixelColor(1, 1).name() == DARK.card


def test_a_screen_reader_gets_a_chart_with_name_and_description(view: FigureView) -> None:
    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Around a session"
    assert chart.text(QAccessible.Text.Description) == (
        "The middle of 5. Left and Up go to the mark before, Right and Down to the next, Enter "
        "opens its day."
    )


@pytest.mark.parametrize(("right", "told"), [(0, DOT.words), (7, DOT.words), (12, ())])
def test_pointing_near_a_mark_tells_it(
    view: FigureView, right: float, told: tuple[str, ...]
) -> None:
    assert point_at(view, DOT, right) == told


@pytest.mark.parametrize(("right", "told"), [(23, CELL.words), (26, ())])
def test_pointing_into_a_cell_tells_it(
    view: FigureView, right: float, told: tuple[str, ...]
) -> None:
    assert point_at(view, CELL, right) == told


def test_the_pointer_leaves_no_mark_behind(view: FigureView) -> None:
    point_at(view, DOT)

    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    assert view.marked is None


def test_a_stretched_picture_still_knows_its_spots(view: FigureView) -> None:
    picture = view.picture
    assert picture is not None

    assert picture.spot_at(place_of(DOT) * 2, QSize(1000, 600)) == DOT


def test_a_click_chooses_the_day_and_a_double_click_chooses_it_once(
    qtbot: QtBot, view: FigureView
) -> None:
    days: list[date] = []
    view.day_chosen.connect(days.append)

    for kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonRelease):
        mouse(view, kind, place_of(CELL))

    qtbot.waitUntil(lambda: bool(days))
    qtbot.wait(60)
    assert days == [SECOND]


def test_a_click_beside_the_spots_opens_nothing(qtbot: QtBot, view: FigureView) -> None:
    with qtbot.assertNotEmitted(view.day_chosen, wait=80):
        mouse(view, QEvent.Type.MouseButtonRelease, QPointF(200, 200))


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        ((), LAST),
        ((Qt.Key.Key_Left,), CELL),
        ((Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up), DOT),
        ((Qt.Key.Key_Home, Qt.Key.Key_Right), CELL),
        ((Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down), LAST),
        ((Qt.Key.Key_Home, Qt.Key.Key_End), LAST),
    ],
)
def test_the_keyboard_walks_the_spots_from_the_last(
    qtbot: QtBot, view: FigureView, keys: tuple[Qt.Key, ...], marked: Spot
) -> None:
    assert walk(qtbot, view, *keys) == marked


def test_enter_opens_the_day_of_the_spot(qtbot: QtBot, view: FigureView) -> None:
    walk(qtbot, view, Qt.Key.Key_Home)

    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [FIRST]


def test_the_spot_is_the_charts_value(qtbot: QtBot, view: FigureView) -> None:
    walk(qtbot, view, Qt.Key.Key_Home)

    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.text(QAccessible.Text.Value) == "Sun 1 March 2026, Mood 4"


def test_a_spot_is_seen(view: FigureView) -> None:
    before = view.grab().toImage()

    point_at(view, CELL)

    assert view.grab().toImage() != before


def test_in_another_picture_the_keyboard_is_on_the_nearest_day(
    qtbot: QtBot, view: FigureView
) -> None:
    walk(qtbot, view, Qt.Key.Key_Home)

    view.show_figure(drawing, "Around a session", "", found(CELL, LAST))

    assert view.marked == CELL


def test_without_spots_the_keys_are_left_to_the_page(qtbot: QtBot, view: FigureView) -> None:
    view.show_figure(drawing, "Around a session", "")

    assert walk(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Return) is None
