"""Long work leaves the window's thread, comes back to it, and never runs twice at once."""

import threading
from functools import partial
from typing import Any

from pytestqt.qtbot import QtBot

from journal.ui.tasks import ImmediateTaskRunner, ThreadTaskRunner


class Answers:
    """Collects how pieces of work ended, and in which thread that was told."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.errors: list[Exception] = []
        self.threads: set[threading.Thread] = set()

    def done(self, value: Any) -> None:
        self.values.append(value)
        self.threads.add(threading.current_thread())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.current_thread())


def test_work_runs_elsewhere_and_is_told_here(qtbot: QtBot) -> None:
    tasks, answers = ThreadTaskRunner(), Answers()
    tasks.run(threading.current_thread, answers.done, answers.failed)
    qtbot.waitUntil(lambda: bool(answers.values))

    assert answers.values[0] is not threading.current_thread()
    assert answers.threads == {threading.current_thread()}
    tasks.finish()


def test_pieces_of_work_come_back_in_their_order(qtbot: QtBot) -> None:
    tasks, answers = ThreadTaskRunner(), Answers()
    for number in range(5):
        tasks.run(partial(int, number), answers.done, answers.failed)
    qtbot.waitUntil(lambda: len(answers.values) == 5)

    assert answers.values == [0, 1, 2, 3, 4]
    tasks.finish()


def test_an_error_is_told_as_one(qtbot: QtBot) -> None:
    tasks, answers = ThreadTaskRunner(), Answers()
    tasks.run(lambda: 1 / 0, answers.done, answers.failed)
    qtbot.waitUntil(lambda: bool(answers.errors))

    assert isinstance(answers.errors[0], ZeroDivisionError)
    assert answers.values == []
    tasks.finish()


def test_finishing_waits_for_work_under_way_and_drops_the_rest(qtbot: QtBot) -> None:
    tasks, answers = ThreadTaskRunner(), Answers()
    begun, may_end = threading.Event(), threading.Event()
    did: list[str] = []

    def slow() -> None:
        begun.set()
        may_end.wait(5)
        did.append("slow")

    tasks.run(slow, answers.done, answers.failed)
    tasks.run(lambda: did.append("dropped"), answers.done, answers.failed)
    begun.wait(5)
    threading.Timer(0.05, may_end.set).start()
    tasks.finish()

    assert did == ["slow"]
    assert answers.errors == []


def test_what_comes_after_the_end_does_not_begin(qtbot: QtBot) -> None:
    """A page that still works while the window closes asks for its next step."""
    tasks, answers = ThreadTaskRunner(), Answers()
    begun: list[str] = []
    tasks.run(lambda: begun.append("first"), answers.done, answers.failed)
    tasks.finish()

    tasks.run(lambda: begun.append("second"), answers.done, answers.failed)
    qtbot.wait(20)

    assert begun == ["first"]
    assert answers.errors == []


def test_the_immediate_twin_answers_at_once() -> None:
    tasks, answers = ImmediateTaskRunner(), Answers()
    tasks.run(lambda: 7, answers.done, answers.failed)
    tasks.run(lambda: 1 / 0, answers.done, answers.failed)

    assert answers.values == [7]
    assert isinstance(answers.errors[0], ZeroDivisionError)
