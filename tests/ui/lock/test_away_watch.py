"""Nobody there: 15 minutes without a key or the mouse, or a computer that slept."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.ui.lock.away_watch import LOOKS_EVERY_MS, AwayWatch
from tests.ui.twins import SetClock


@dataclass
class Watched:
    """A watch over one field, with clocks that are set."""

    line: QLineEdit
    clock: SetClock
    seconds: float = 0
    told: list[datetime] = field(default_factory=list)
    watch: AwayWatch = field(init=False)

    def __post_init__(self) -> None:
        self.watch = AwayWatch(self.clock.now, lambda: self.seconds, self.line)
        self.watch.away.connect(lambda: self.told.append(self.clock.now()))
        self.watch.start()

    def pass_time(self, seconds: float) -> None:
        """Let both clocks go on, looked at as often as the program does."""
        step = LOOKS_EVERY_MS / 1000
        while seconds > 0:
            self.seconds += min(step, seconds)
            self.clock.forward(seconds=min(step, seconds))
            self.watch.look()
            seconds -= step


@pytest.fixture
def watched(styled: object, qtbot: QtBot, set_clock: SetClock) -> Watched:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    return Watched(line, set_clock)


def type_key(watched: Watched) -> None:
    QTest.keyClick(watched.line.windowHandle(), Qt.Key.Key_A)


def test_after_15_minutes_nobody_is_there(watched: Watched) -> None:
    watched.pass_time(15 * 60 - 5)
    before = len(watched.told)
    watched.pass_time(5)

    assert before == 0
    assert len(watched.told) == 1


def test_a_key_begins_the_15_minutes_anew(watched: Watched) -> None:
    watched.pass_time(14 * 60)
    type_key(watched)
    watched.pass_time(14 * 60)

    assert watched.told == []


def test_the_mouse_begins_them_anew(watched: Watched) -> None:
    watched.pass_time(14 * 60)
    QTest.mouseMove(watched.line.windowHandle(), QPoint(3, 3))
    QTest.mouseMove(watched.line.windowHandle(), QPoint(5, 5))
    watched.pass_time(14 * 60)

    assert watched.told == []


def test_whoever_dictates_is_there(watched: Watched) -> None:
    """Words written through accessibility make no event in the window."""
    watched.line.setFocus()
    for _minutes in range(4):
        watched.pass_time(14 * 60)
        accessible = QAccessible.queryAccessibleInterface(watched.line)
        accessible.editableTextInterface().insertText(0, "walked a little ")

    assert watched.told == []


def test_words_that_another_field_got_count_no_longer(watched: Watched, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    watched.pass_time(14 * 60)
    watched.line.setText("told by the program")
    watched.pass_time(60)

    assert len(watched.told) == 1


def test_whoever_types_for_an_hour_is_there(watched: Watched) -> None:
    for _minute in range(60):
        watched.pass_time(60)
        type_key(watched)

    assert watched.told == []


def test_typing_in_a_window_opened_later_counts(watched: Watched, qtbot: QtBot) -> None:
    later = QLineEdit()
    qtbot.addWidget(later)
    with qtbot.waitActive(later):
        later.show()
        later.activateWindow()
    watched.pass_time(14 * 60)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    watched.pass_time(14 * 60)

    assert watched.told == []


@pytest.mark.parametrize(("slept", "is_away"), [(61, True), (60, False)])
def test_a_computer_that_slept_longer_than_a_minute(
    watched: Watched, slept: int, is_away: bool
) -> None:
    watched.clock.forward(seconds=slept)
    watched.watch.look()

    assert bool(watched.told) is is_away


def test_sleep_is_noticed_where_no_clock_stands_still(watched: Watched) -> None:
    watched.clock.forward(minutes=3)
    watched.seconds += 3 * 60
    watched.watch.look()

    assert len(watched.told) == 1


def test_a_clock_set_back_is_no_sleep(watched: Watched) -> None:
    watched.clock.instant -= timedelta(hours=1)
    watched.watch.look()
    watched.pass_time(60)

    assert watched.told == []


def test_the_first_key_after_sleep_goes_nowhere(watched: Watched) -> None:
    watched.clock.forward(minutes=30)
    type_key(watched)

    assert len(watched.told) == 1
    assert watched.line.text() == ""


def test_stopped_it_tells_nothing(watched: Watched) -> None:
    watched.watch.stop()
    watched.pass_time(60 * 60)
    type_key(watched)

    assert watched.told == []
    assert watched.line.text() == "a"


@pytest.mark.parametrize("kind", [QEvent.Type.Expose, QEvent.Type.UpdateRequest])
def test_a_window_that_is_shown_again_after_sleep_is_noticed_at_once(
    watched: Watched, kind: QEvent.Type
) -> None:
    watched.clock.forward(minutes=30)
    watched.watch.eventFilter(watched.line, QEvent(kind))

    assert len(watched.told) == 1


def test_being_painted_is_no_sign_that_somebody_is_there(watched: Watched) -> None:
    watched.pass_time(14 * 60)
    watched.watch.eventFilter(watched.line, QEvent(QEvent.Type.UpdateRequest))
    watched.pass_time(60)

    assert len(watched.told) == 1
