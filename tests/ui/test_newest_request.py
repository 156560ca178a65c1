"""Requests that overtake each other, with work that ends only when the test says so."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from journal.ui.newest_request import NewestRequest
from journal.ui.tasks import ImmediateTaskRunner


class HeldTasks:
    """Holds every piece of work until it is let go."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.held.append(lambda: ImmediateTaskRunner().run(work, done, failed))

    def let_go(self) -> None:
        """End the work that has waited longest."""
        self.held.pop(0)()

    def finish(self) -> None:
        """Nothing runs by itself."""


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


def fail() -> str:
    raise OSError


def unexpected(error: Exception) -> None:
    raise error


def test_a_request_is_answered(tasks: HeldTasks) -> None:
    answers: list[str] = []
    NewestRequest[str](tasks, answers.append, unexpected).ask(lambda: "the only one")

    tasks.let_go()

    assert answers == ["the only one"]


def test_only_the_newest_is_answered_and_those_between_never_begin(tasks: HeldTasks) -> None:
    begun: list[int] = []
    answers: list[int] = []
    request = NewestRequest[int](tasks, answers.append, unexpected)

    def begin(number: int) -> int:
        begun.append(number)
        return number

    for number in range(5):
        request.ask(partial(begin, number))

    tasks.let_go()
    tasks.let_go()

    assert (begun, answers, tasks.held) == ([0, 4], [4], [])


def test_the_failure_of_what_was_overtaken_is_nobodys_concern(tasks: HeldTasks) -> None:
    answers: list[str] = []
    request = NewestRequest[str](tasks, answers.append, unexpected)
    request.ask(fail)
    request.ask(lambda: "newer")

    tasks.let_go()
    tasks.let_go()

    assert answers == ["newer"]


def test_a_failure_of_the_newest_is_told(tasks: HeldTasks) -> None:
    failures: list[Exception] = []
    NewestRequest[str](tasks, pytest.fail, failures.append).ask(fail)

    tasks.let_go()

    assert [type(error) for error in failures] == [OSError]


def test_a_later_request_is_answered_again(tasks: HeldTasks) -> None:
    answers: list[str] = []
    request = NewestRequest[str](tasks, answers.append, unexpected)
    request.ask(lambda: "first")
    tasks.let_go()
    request.ask(lambda: "second")
    tasks.let_go()

    assert answers == ["first", "second"]


def test_what_is_forgotten_is_not_answered(tasks: HeldTasks) -> None:
    answers: list[str] = []
    request = NewestRequest[str](tasks, answers.append, unexpected)
    request.ask(lambda: "not wanted any more")
    request.forget()

    tasks.let_go()

    assert answers == []


def test_after_forgetting_a_new_request_counts(tasks: HeldTasks) -> None:
    answers: list[str] = []
    request = NewestRequest[str](tasks, answers.append, unexpected)
    request.ask(lambda: "forgotten")
    request.forget()
    request.ask(lambda: "wanted")

    tasks.let_go()
    tasks.let_go()

    assert answers == ["wanted"]
