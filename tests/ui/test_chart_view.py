"""The chart in the window: its picture, the pointer, the keyboard, and for screen readers."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.charts import render
from journal.charts.description import describe
from journal.charts.render import RenderedChart
from journal.domain.medication import MedicineChange, MedicineMark
from journal.domain.period import Period
from journal.domain.trends import Timeline
from journal.theme import DARK, LIGHT, Theme
from journal.ui.tasks import ImmediateTaskRunner, TaskRunner, ThreadTaskRunner
from journal.ui.widgets.chart_picture import ChartPicture, Panels, day_name, drawn_picture
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.timeline_window import cut
from tests.charts.diaries import WEEKS, day, mood, nothing
from tests.domain.medicines import medicine
from tests.ui.test_newest_request import HeldTasks

SIZE = QSize(640, 300)
LOGGED = day(33)
NOT_LOGGED = day(24)
SESSION = day(30)

Show = Callable[[TaskRunner], ChartView]


def show_timeline(
    view: ChartView, timeline: Timeline, period: Period | None = None, *noted: date
) -> None:
    """Show a timeline, or some of its days."""

    def draw(shown: Period, theme: Theme, size: QSize, ratio: float) -> ChartPicture:
        return drawn_picture(Panels((cut(timeline, shown),), (), noted), theme, size, ratio)

    limits = timeline.period
    view.show_chart(draw, period or limits, limits, "How have I been?", describe(timeline))


@pytest.fixture(autouse=True)
def _quick_hand(qapp: QApplication) -> Iterator[None]:
    """Nobody waits long for the second half of a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(30)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a view of the given tasks, with nothing to draw yet; the keyboard is elsewhere."""
    windows: list[QWidget] = []

    def show(tasks: TaskRunner) -> ChartView:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        button, view = QPushButton(window), ChartView(tasks, LIGHT)
        view.setParent(window)
        view.resize(SIZE)
        window.show()
        window.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        return view

    return show


@pytest.fixture
def view(show: Show) -> ChartView:
    """The diary's forty days of mood, drawn."""
    view = show(ImmediateTaskRunner())
    show_timeline(view, mood())
    return view


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[ThreadTaskRunner]:
    tasks = ThreadTaskRunner()
    yield tasks
    tasks.finish()


def picture(view: ChartView) -> ChartPicture:
    assert view.picture is not None
    return view.picture


def place_of(view: ChartView, on: date) -> QPointF:
    """Where a day is: its dot, or the middle of its line."""
    dots = picture(view).dots(on, view.size())
    return dots[0] if dots else picture(view).column(on, view.size()).center()


def mouse(view: ChartView, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, place, view.mapToGlobal(place), button, none, no_keys)
    QApplication.sendEvent(view, event)


def point_at(view: ChartView, on: date) -> None:
    mouse(view, QEvent.Type.MouseMove, place_of(view, on))


def click(view: ChartView, on: date) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        mouse(view, kind, place_of(view, on))


def drag(view: ChartView, begin: date, end: date) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, place_of(view, begin))
    mouse(view, QEvent.Type.MouseMove, place_of(view, end))
    mouse(view, QEvent.Type.MouseButtonRelease, place_of(view, end))


def turn_wheel(view: ChartView, notches: int, key: Qt.KeyboardModifier, on: date) -> None:
    place = place_of(view, on)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        key,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def shown(view: ChartView) -> Period:
    assert view.shown is not None
    return view.shown


def take_focus(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)


def colours_near(view: ChartView, place: QPointF) -> set[str]:
    image, middle = view.grab().toImage(), place.toPoint()
    around = [QPoint(x, y) for x in range(-7, 8) for y in range(-7, 8)]
    return {image.pixelColor(middle + step).name() for step in around}


def test_the_picture_has_the_widgets_pixels(view: ChartView) -> None:
    assert picture(view).image.size() == SIZE
    assert picture(view).target(SIZE) == QRectF(0, 0, SIZE.width(), SIZE.height())


def test_a_dot_is_painted_where_it_says(view: ChartView) -> None:
    assert LIGHT.chart_dot in colours_near(view, place_of(view, LOGGED))


def test_a_sharper_screen_gets_more_pixels(
    view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place_of(view, LOGGED)
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)

    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))

    assert picture(view).image.size() == SIZE * 2
    assert picture(view).target(SIZE) == QRectF(0, 0, SIZE.width(), SIZE.height())
    assert (place_of(view, LOGGED) - before).manhattanLength() < 3


def test_the_figure_is_drawn_by_the_worker(
    qtbot: QtBot, show: Show, worker: ThreadTaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def watched(*arguments: object) -> RenderedChart:
        threads.append(threading.current_thread())
        return rendered(*arguments)

    rendered: Callable[..., RenderedChart] = render.rendered_panels
    monkeypatch.setattr(render, "rendered_panels", watched)
    view = show(worker)

    with qtbot.waitSignal(view.drawn):
        show_timeline(view, mood())

    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_the_newest_request_wins_over_those_under_way(
    qtbot: QtBot, show: Show, worker: ThreadTaskRunner
) -> None:
    view = show(worker)
    timelines = [mood(), nothing(), mood(), nothing()]
    for timeline in timelines:
        show_timeline(view, timeline)

    with qtbot.waitSignal(view.drawn):
        pass

    assert picture(view).panels.timelines == (timelines[-1],)
    assert not view._requests._under_way


def test_a_resized_view_scales_the_old_picture_until_the_sharp_one_comes(show: Show) -> None:
    tasks = HeldTasks()
    view = show(tasks)
    show_timeline(view, mood())
    tasks.let_go()
    old, wider = picture(view), QSize(900, 400)

    view.resize(wider)

    assert picture(view) is old
    assert old.target(wider) == QRectF(0, 0, 900, 400)
    tasks.let_go()
    assert picture(view).image.size() == wider


def test_a_scaled_picture_still_knows_its_days(show: Show) -> None:
    tasks = HeldTasks()
    view = show(tasks)
    show_timeline(view, mood())
    tasks.let_go()
    view.resize(1280, 600)

    for on in (LOGGED, NOT_LOGGED, SESSION):
        assert picture(view).day_at(place_of(view, on), view.size()) == on


def test_nothing_is_drawn_before_it_is_seen(qtbot: QtBot) -> None:
    tasks = HeldTasks()
    view = ChartView(tasks, LIGHT)
    qtbot.addWidget(view)
    show_timeline(view, mood())
    assert tasks.held == []

    view.show()

    tasks.let_go()
    assert view.picture is not None


def test_another_theme_draws_anew(view: ChartView) -> None:
    view.show_theme(DARK)

    assert DARK.chart_dot in colours_near(view, place_of(view, LOGGED))


def test_pointing_at_a_dot_tells_its_day_and_score(view: ChartView) -> None:
    point_at(view, LOGGED)

    assert view.marked_words() == ("Mon 2 February 2026", "Mood 4 · the day")
    assert LIGHT.text in colours_near(view, place_of(view, LOGGED))


def test_a_session_day_tells_both_sides_and_the_session(view: ChartView) -> None:
    point_at(view, SESSION)

    assert view.marked_words() == (
        "Fri 30 January 2026",
        "Mood 3 · before session 3",
        "Mood 8 · after session 3",
        "Session 3: IV ketamine",
    )


def test_a_day_that_is_not_logged_says_so(view: ChartView) -> None:
    point_at(view, NOT_LOGGED)

    assert view.marked_words() == ("Sat 24 January 2026", "Mood: not logged")


def test_the_pointer_leaves_no_mark_behind(view: ChartView) -> None:
    point_at(view, LOGGED)

    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    assert view.marked_day is None


def test_beside_the_plot_there_is_no_day(view: ChartView) -> None:
    mouse(view, QEvent.Type.MouseMove, QPointF(2, 100))

    assert view.marked_day is None


@pytest.mark.parametrize("on", [LOGGED, NOT_LOGGED, WEEKS.first, WEEKS.last])
def test_a_click_chooses_the_day(qtbot: QtBot, view: ChartView, on: date) -> None:
    with qtbot.waitSignal(view.day_chosen) as chosen:
        click(view, on)

    assert chosen.args == [on]


def test_the_keyboard_walks_day_by_day_from_the_last(qtbot: QtBot, view: ChartView) -> None:
    take_focus(qtbot, view)
    walked = [view.marked_day]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
        walked.append(view.marked_day)

    last = WEEKS.last
    assert walked == [last, last - timedelta(1), last - timedelta(2), last - timedelta(1)]


def test_home_and_end_go_to_the_ends_and_nothing_leads_beyond(
    qtbot: QtBot, view: ChartView
) -> None:
    take_focus(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.marked_day == WEEKS.first
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.marked_day == WEEKS.first
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.marked_day == WEEKS.last
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.marked_day == WEEKS.last


def test_enter_chooses_the_day_the_keyboard_is_on(qtbot: QtBot, view: ChartView) -> None:
    take_focus(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Home)

    with qtbot.waitSignal(view.day_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [WEEKS.first]


def test_the_cursor_is_seen_and_so_is_the_focus(qtbot: QtBot, view: ChartView) -> None:
    middle_of_left_edge = QPointF(7, SIZE.height() / 2)
    assert LIGHT.focus not in colours_near(view, middle_of_left_edge)

    take_focus(qtbot, view)

    assert LIGHT.focus in colours_near(view, middle_of_left_edge)
    assert LIGHT.text in colours_near(view, place_of(view, WEEKS.last))


def test_a_screen_reader_gets_a_chart_its_name_and_what_it_shows(view: ChartView) -> None:
    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "How have I been?"
    description = chart.text(QAccessible.Text.Description)
    assert description.startswith("Mood, 1 January 2026 to 9 February 2026: 37 of 40 days logged.")


def test_its_value_is_the_day_the_keyboard_is_on(qtbot: QtBot, view: ChartView) -> None:
    take_focus(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Home)

    chart = QAccessible.queryAccessibleInterface(view)

    assert chart.text(QAccessible.Text.Value) == "Thu 1 January 2026, Mood 5 · the day"


def test_a_timeline_without_scores_is_walked_all_the_same(qtbot: QtBot, view: ChartView) -> None:
    show_timeline(view, nothing())
    take_focus(qtbot, view)

    assert view.marked_words() == ("Mon 9 February 2026", "Anxiety: not logged")


def test_the_wheel_scrolls_the_page(qtbot: QtBot) -> None:
    area, view = QScrollArea(), ChartView(ImmediateTaskRunner(), LIGHT)
    view.setFixedSize(300, 1000)
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(320, 200)
    area.show()
    show_timeline(view, mood())

    QTest.wheelEvent(area.windowHandle(), QPointF(150, 100), QPoint(0, -120))

    assert area.verticalScrollBar().value() > 0


FORTNIGHT = Period(day(14), day(27))


@pytest.fixture
def fortnight(show: Show) -> ChartView:
    """Fourteen days of the forty that there are."""
    view = show(ImmediateTaskRunner())
    show_timeline(view, mood(), FORTNIGHT)
    return view


def test_dragging_zooms_to_the_days_between(view: ChartView) -> None:
    drag(view, day(30), day(11))

    assert shown(view) == Period(day(11), day(30))
    assert picture(view).period == Period(day(11), day(30))


def test_a_short_drag_shows_ten_days(view: ChartView) -> None:
    drag(view, day(20), day(21))

    assert shown(view) == Period(day(16), day(25))


def test_a_drag_is_seen_while_it_goes_on(view: ChartView) -> None:
    before = colours_near(view, place_of(view, NOT_LOGGED))
    mouse(view, QEvent.Type.MouseButtonPress, place_of(view, day(20)))
    mouse(view, QEvent.Type.MouseMove, place_of(view, day(30)))

    assert colours_near(view, place_of(view, NOT_LOGGED)) != before


def test_a_drag_chooses_no_day(qtbot: QtBot, view: ChartView) -> None:
    with qtbot.assertNotEmitted(view.day_chosen, wait=80):
        drag(view, day(11), day(30))


def test_a_double_click_goes_back_and_opens_no_day(qtbot: QtBot, view: ChartView) -> None:
    drag(view, day(11), day(30))

    with qtbot.assertNotEmitted(view.day_chosen, wait=80):
        click(view, day(20))
        mouse(view, QEvent.Type.MouseButtonDblClick, place_of(view, day(20)))
        mouse(view, QEvent.Type.MouseButtonRelease, place_of(view, day(20)))

    assert shown(view) == WEEKS


def test_ctrl_and_the_wheel_zoom_about_the_pointer(view: ChartView) -> None:
    place = place_of(view, LOGGED).x()

    turn_wheel(view, 2, Qt.KeyboardModifier.ControlModifier, LOGGED)

    assert len(shown(view)) < len(WEEKS)
    assert abs(place_of(view, LOGGED).x() - place) < picture(view).plot(view.size()).width() / 20
    turn_wheel(view, -3, Qt.KeyboardModifier.ControlModifier, LOGGED)
    assert shown(view) == WEEKS


def test_shift_and_the_wheel_move_the_window(fortnight: ChartView) -> None:
    turn_wheel(fortnight, 1, Qt.KeyboardModifier.ShiftModifier, day(20))
    assert shown(fortnight) == Period(day(13), day(26))

    turn_wheel(fortnight, -100, Qt.KeyboardModifier.ShiftModifier, day(20))

    assert shown(fortnight) == Period(day(27), day(40))


def test_a_moved_picture_is_shifted_at_once_and_the_sharp_one_follows(show: Show) -> None:
    tasks = HeldTasks()
    view = show(tasks)
    show_timeline(view, mood(), FORTNIGHT)
    tasks.let_go()
    old, place = picture(view), place_of(view, day(20))
    one_day = place.x() - place_of(view, day(19)).x()

    turn_wheel(view, 1, Qt.KeyboardModifier.ShiftModifier, day(20))

    assert picture(view) is old
    assert LIGHT.chart_dot in colours_near(view, place + QPointF(one_day, 0))
    tasks.let_go()
    assert picture(view).period == Period(day(13), day(26))
    assert abs(place_of(view, day(20)).x() - place.x() - one_day) < 1


def test_of_several_moves_only_the_last_is_drawn(show: Show) -> None:
    tasks = HeldTasks()
    view = show(tasks)
    show_timeline(view, mood(), FORTNIGHT)
    tasks.let_go()
    drawn: list[Period] = []
    view.drawn.connect(lambda: drawn.append(picture(view).period))

    for _ in range(5):
        turn_wheel(view, 1, Qt.KeyboardModifier.ShiftModifier, day(20))
    while tasks.held:
        tasks.let_go()

    assert drawn == [Period(day(9), day(22))]


def test_the_keys_zoom_about_the_day_they_are_on(qtbot: QtBot, view: ChartView) -> None:
    take_focus(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert shown(view) == Period(day(12), day(40))

    QTest.keyClick(view, Qt.Key.Key_Minus)

    assert shown(view) == WEEKS


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Escape])
def test_a_key_goes_back(qtbot: QtBot, view: ChartView, key: Qt.Key) -> None:
    take_focus(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Plus)

    QTest.keyClick(view, key)

    assert shown(view) == WEEKS


def test_the_window_follows_the_keyboard(qtbot: QtBot, fortnight: ChartView) -> None:
    take_focus(qtbot, fortnight)

    QTest.keyClick(fortnight, Qt.Key.Key_Right)

    assert fortnight.marked_day == day(28)
    assert shown(fortnight) == Period(day(15), day(28))


@pytest.mark.parametrize(
    ("notches", "marked"), [(2, day(25)), (-100, day(27))], ids=["to the left", "to the right"]
)
def test_the_keyboards_day_stays_among_those_that_are_shown(
    qtbot: QtBot, fortnight: ChartView, notches: int, marked: date
) -> None:
    """It was on day 27, the last of the fortnight."""
    take_focus(qtbot, fortnight)

    turn_wheel(fortnight, notches, Qt.KeyboardModifier.ShiftModifier, day(20))

    assert fortnight.marked_day == marked
    assert marked in shown(fortnight)
    assert fortnight.marked_words()[0] == day_name(marked)
    with qtbot.waitSignal(fortnight.day_chosen) as chosen:
        QTest.keyClick(fortnight, Qt.Key.Key_Return)
    assert chosen.args == [marked]


def test_after_a_drag_the_keyboard_is_on_a_shown_day(qtbot: QtBot, view: ChartView) -> None:
    take_focus(qtbot, view)

    drag(view, day(11), day(22))

    assert view.marked_words()[0] == day_name(day(22))


def test_a_day_that_is_still_being_drawn_is_told_once_it_is_there(
    qtbot: QtBot, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, said = HeldTasks(), list[str]()
    view = show(tasks)
    show_timeline(view, mood(), FORTNIGHT)
    tasks.let_go()
    take_focus(qtbot, view)
    monkeypatch.setattr(view, "tell_screen_reader", said.append)

    QTest.keyClick(view, Qt.Key.Key_Right)

    assert (view.marked_day, view.marked_words(), said) == (day(28), (), [])
    tasks.let_go()
    assert said == [", ".join(view.marked_words())]
    assert said[0].startswith("Wed 28 January 2026, Mood ")


def test_home_and_end_go_to_the_ends_of_more_days_than_the_first(
    qtbot: QtBot, fortnight: ChartView
) -> None:
    take_focus(qtbot, fortnight)
    for _ in range(9):
        QTest.keyClick(fortnight, Qt.Key.Key_Minus)
    assert shown(fortnight) == WEEKS

    ends = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(fortnight, key)
        ends.append(fortnight.marked_day)

    assert ends == [WEEKS.first, WEEKS.last]


def test_it_tells_when_it_is_zoomed_and_when_no_longer(qtbot: QtBot, view: ChartView) -> None:
    with qtbot.waitSignal(view.zoomed) as told:
        drag(view, day(11), day(30))
    assert told.args == [True]

    with qtbot.waitSignal(view.zoomed) as told:
        view.go_back()

    assert told.args == [False]


def test_a_day_with_a_note_has_a_mark(show: Show) -> None:
    view = show(ImmediateTaskRunner())
    show_timeline(view, mood(), None, LOGGED)

    point_at(view, LOGGED)

    assert view.marked_words()[-1] == "✎ with a note"
    point_at(view, NOT_LOGGED)
    assert "✎" not in "".join(view.marked_words())


def test_a_change_of_a_medicine_is_told_whether_its_name_fits_or_not(show: Show) -> None:
    marks = tuple(
        MedicineMark(day(number), MedicineChange.STARTED, medicine(day(number)))
        for number in (20, 21)
    )
    view = show(ImmediateTaskRunner())
    show_timeline(view, replace(mood(), medicines=marks))

    point_at(view, day(20))

    assert view.marked_words()[-1] == "Medicine: Sertraline 50 mg"
    assert not any("Medicine" in line for line in picture(view).words(day(19)))


def test_what_is_scrolled_away_is_not_drawn_until_it_is_seen(qtbot: QtBot) -> None:
    area, body, tasks = QScrollArea(), QWidget(), HeldTasks()
    view = ChartView(tasks, LIGHT)
    view.setParent(body)
    body.setFixedSize(300, 2000)
    view.setGeometry(0, 1500, 300, 300)
    area.setWidget(body)
    qtbot.addWidget(area)
    area.resize(320, 200)
    area.show()
    show_timeline(view, mood())
    QApplication.processEvents()
    assert tasks.held == []

    area.verticalScrollBar().setValue(1500)

    qtbot.waitUntil(lambda: len(tasks.held) == 1)


def test_the_same_is_not_drawn_twice(qtbot: QtBot, show: Show) -> None:
    tasks = HeldTasks()
    view = show(tasks)
    show_timeline(view, mood())
    tasks.let_go()

    view.hide()
    view.show()
    view.repaint()

    assert tasks.held == []
