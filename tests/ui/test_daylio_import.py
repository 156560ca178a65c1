"""Bringing in a Daylio export through the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from journal.storage.store import JournalFile
from journal.ui.daylio_import import DaylioImport
from journal.ui.journal_editor import JournalEditor
from journal.ui.mood_levels_dialog import MoodLevelsDialog
from journal.ui.tasks import ImmediateTaskRunner
from tests.ui.settings.conftest import FixedClock

SAMPLES = Path(__file__).parents[1] / "interchange" / "samples"
DEFAULT_MOODS = SAMPLES / "staticf0x_test_data.csv"
OWN_MOODS = SAMPLES / "MichaelCurrin_sample.csv"


@pytest.fixture
def editor(tmp_path: Path, qapp: object) -> Iterator[JournalEditor]:
    clock = FixedClock()
    editor = JournalEditor(
        JournalFile(tmp_path / "journal.db", clock.now), ImmediateTaskRunner(), clock
    )
    editor.open()
    yield editor
    editor.close()


class Person:
    """Answers the questions an import asks, and remembers what was said."""

    def __init__(self, file: Path | None, levels: dict[str, int] | None = None) -> None:
        self.file, self.levels = file, levels
        self.asked: list[tuple[str, ...]] = []
        self.told: list[str] = []

    def choose(self, _parent: QWidget) -> Path | None:
        return self.file

    def ask(self, names: tuple[str, ...], _parent: QWidget) -> dict[str, int] | None:
        self.asked.append(names)
        return self.levels

    def tell(self, _parent: QWidget, words: str) -> None:
        self.told.append(words)

    def imports(self, editor: JournalEditor, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        DaylioImport(editor, window, self.choose, self.ask, self.tell).start()


def check_ins(editor: JournalEditor) -> int:
    return len(editor.journal.check_ins.between())


def test_a_diary_with_daylios_own_moods_comes_in_without_a_question(
    editor: JournalEditor, qtbot: QtBot
) -> None:
    person = Person(DEFAULT_MOODS)
    person.imports(editor, qtbot)
    assert check_ins(editor) == 32
    assert person.asked == []
    assert person.told == ["Saved 32 check-ins; in the journal already: 0"]


def test_the_same_file_adds_nothing_the_second_time(editor: JournalEditor, qtbot: QtBot) -> None:
    Person(DEFAULT_MOODS).imports(editor, qtbot)
    person = Person(DEFAULT_MOODS)
    person.imports(editor, qtbot)
    assert check_ins(editor) == 32
    assert person.told == ["Saved 0 check-ins; in the journal already: 32"]


def test_own_moods_are_asked_for_their_level(editor: JournalEditor, qtbot: QtBot) -> None:
    person = Person(OWN_MOODS, {"sad": 2, "average": 3})
    person.imports(editor, qtbot)
    assert [sorted(names) for names in person.asked] == [["average", "sad"]]
    scores = [c.value("daylio-mood") for c in editor.journal.check_ins.between()]
    assert sorted(score for score in scores if score is not None) == [2, 3, 3]


def test_who_would_rather_not_name_levels_imports_nothing(
    editor: JournalEditor, qtbot: QtBot
) -> None:
    Person(OWN_MOODS, None).imports(editor, qtbot)
    assert check_ins(editor) == 0


def test_an_import_is_one_step_to_undo(editor: JournalEditor, qtbot: QtBot) -> None:
    Person(DEFAULT_MOODS).imports(editor, qtbot)
    editor.undo()
    assert check_ins(editor) == 0
    Person(DEFAULT_MOODS).imports(editor, qtbot)
    assert check_ins(editor) == 32


def test_a_bad_line_refuses_the_file_and_is_named(
    editor: JournalEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    text = DEFAULT_MOODS.read_text("utf-8").splitlines()
    text[3] = text[3].replace("2020-05-30", "2020-05-32")
    file = tmp_path / "export.csv"
    file.write_text("\n".join(text), "utf-8")
    person = Person(file)
    person.imports(editor, qtbot)
    assert check_ins(editor) == 0
    assert person.told == ["Line 4: the date cannot be read. Nothing was imported."]


def test_a_file_that_is_gone_is_said_plainly(
    editor: JournalEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(tmp_path / "gone.csv")
    person.imports(editor, qtbot)
    assert person.told == ["The file cannot be read as text. Nothing was imported."]


def test_levels_are_complete_before_they_can_be_accepted(qtbot: QtBot) -> None:
    dialog = MoodLevelsDialog(["sad", "average"])
    qtbot.addWidget(dialog)
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.rows["sad"].buttons[1].click()
    assert not accept.isEnabled()
    dialog.rows["average"].buttons[2].click()
    assert accept.isEnabled()
    assert dialog.levels == {"sad": 2, "average": 3}
