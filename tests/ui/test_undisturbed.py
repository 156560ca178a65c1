"""Work beside which the window goes on: Python's own settings are given back afterwards."""

import gc
import sys

import pytest

from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.undisturbed import MANY, SECONDS_IN_TURN, UndisturbedTasks, kept_for_good


@pytest.fixture
def tasks() -> UndisturbedTasks:
    return UndisturbedTasks(ImmediateTaskRunner())


def unexpected(error: object) -> None:
    raise AssertionError(error)


def test_the_window_is_let_in_often_meanwhile(tasks: UndisturbedTasks) -> None:
    turns: list[float] = []

    tasks.run(sys.getswitchinterval, turns.append, unexpected)

    assert turns == [pytest.approx(SECONDS_IN_TURN)]
    assert sys.getswitchinterval() > SECONDS_IN_TURN


def test_nothing_is_collected_meanwhile_and_everything_again_afterwards(
    tasks: UndisturbedTasks,
) -> None:
    collecting: list[bool] = []

    tasks.run(gc.isenabled, collecting.append, unexpected)

    assert collecting == [False]
    assert gc.isenabled()


def test_work_that_fails_gives_back_what_it_found(tasks: UndisturbedTasks) -> None:
    before, failed = sys.getswitchinterval(), list[Exception]()

    def fail() -> None:
        raise OSError

    tasks.run(fail, unexpected, failed.append)

    assert len(failed) == 1
    assert sys.getswitchinterval() == before
    assert gc.isenabled()


def test_what_the_work_left_behind_is_cleared_away(tasks: UndisturbedTasks) -> None:
    class Knot:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            untied.append(True)

    untied: list[bool] = []

    def tie() -> None:
        Knot()

    tasks.run(tie, lambda _none: None, unexpected)

    assert untied == [True]


@pytest.mark.parametrize(("count", "kept"), [(2 * MANY, True), (MANY // 2, False)])
def test_much_that_stays_is_left_out_of_collections_and_little_is_not(
    tasks: UndisturbedTasks, count: int, kept: bool
) -> None:
    before = gc.get_freeze_count()
    made: list[list[int]] = []

    def make() -> None:
        with kept_for_good():
            made.extend([] for _ in range(count))

    tasks.run(make, lambda _none: None, unexpected)

    assert (gc.get_freeze_count() >= before + count) is kept
