"""The evening line: four answers, none chosen beforehand; the last one opens help."""

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.safety.evening_thoughts import EveningThoughts


@pytest.fixture
def line(qtbot: QtBot) -> EveningThoughts:
    line = EveningThoughts()
    qtbot.addWidget(line)
    line.show()
    return line


def test_nothing_looks_chosen_before_it_is(line: EveningThoughts) -> None:
    line.show_answer("")
    assert not any(button.isChecked() for button in line.answers.buttons)


@pytest.mark.parametrize(
    ("button", "code", "opens_help"),
    [(0, "none", False), (1, "some", False), (2, "strong", False), (3, "might-act", True)],
)
def test_an_answer_is_told_and_only_the_last_opens_help(
    line: EveningThoughts, button: int, code: str, opens_help: bool
) -> None:
    said: list[str] = []
    line.answered.connect(said.append)
    line.help_requested.connect(lambda: said.append("help"))
    line.answers.buttons[button].click()
    assert said == [code, *(["help"] if opens_help else [])]


def test_it_shows_what_was_answered(line: EveningThoughts) -> None:
    line.show_answer("some")
    assert [button.isChecked() for button in line.answers.buttons] == [False, True, False, False]


def test_an_answer_can_be_taken_back(line: EveningThoughts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.cleared):
        line.answers.cleared.emit()
