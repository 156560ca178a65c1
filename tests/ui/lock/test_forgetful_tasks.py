"""What a page asked for before a lock is done, and not answered after it."""

from journal.ui.lock.forgetful_tasks import ForgetfulTasks
from tests.ui.twins import HeldTasks


def test_what_was_asked_before_is_done_and_not_answered() -> None:
    worker, done, answered = HeldTasks(), [], []
    tasks = ForgetfulTasks(worker)
    tasks.run(lambda: done.append("saved"), lambda _none: answered.append("saved"), _fail)
    tasks.forget()
    worker.let_go()

    assert done == ["saved"]
    assert answered == []


def test_an_error_of_it_is_not_told_either() -> None:
    worker = HeldTasks()
    tasks = ForgetfulTasks(worker)
    tasks.run(lambda: 1 / 0, _fail, _fail)
    tasks.forget()

    worker.let_go()


def test_what_is_asked_afterwards_is_answered() -> None:
    worker = HeldTasks()
    answered: list[int] = []
    tasks = ForgetfulTasks(worker)
    tasks.forget()
    tasks.run(lambda: 7, answered.append, _fail)
    worker.let_go()

    assert answered == [7]


def _fail(_value: object) -> None:
    raise AssertionError
