"""Saving a file: its name, whether another is replaced, and that none is ever half written."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journal.report.saving import write_whole
from journal.ui.widgets.file_saving import (
    FileKind,
    ask_path,
    free_name,
    refused_sentence,
    with_suffix,
)
from journal.whole_files import FileHeld
from tests.ui.twins import files_in

PNG, SVG = FileKind("PNG picture", ".png"), FileKind("SVG drawing", ".svg")
KINDS = (PNG, SVG)
DAY = date(2026, 3, 10)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answering(work: Callable[[QFileDialog], None]) -> None:
    """What the person does once the dialog is there."""

    def on_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        work(dialog)

    QTimer.singleShot(0, on_open)


def typing(name: str) -> Callable[[QFileDialog], None]:
    def work(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(name)
        dialog.accept()

    return work


def test_the_name_says_the_day_and_nothing_else(tmp_path: Path) -> None:
    assert free_name(tmp_path, "chart", DAY, ".png").name == "chart-2026-03-10.png"


def test_a_name_that_is_taken_is_not_proposed(tmp_path: Path) -> None:
    (tmp_path / "chart-2026-03-10.png").touch()
    (tmp_path / "chart-2026-03-10-2.png").touch()

    assert free_name(tmp_path, "chart", DAY, ".png").name == "chart-2026-03-10-3.png"


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("mood", "mood.png"), ("mood.PNG", "mood.PNG"), ("mood.svg", "mood.svg"), ("a.b", "a.b.png")],
)
def test_the_end_of_the_name_says_what_it_is(typed: str, saved: str) -> None:
    assert with_suffix(Path(typed), PNG, KINDS) == Path(saved)


def test_the_dialog_starts_with_what_is_proposed(tmp_path: Path, parent: QWidget) -> None:
    answering(lambda dialog: dialog.accept())

    assert ask_path(parent, "Save", tmp_path / "new.png", KINDS) == tmp_path / "new.png"


def test_another_kind_changes_the_end_of_the_name(tmp_path: Path, parent: QWidget) -> None:
    def choose_svg(dialog: QFileDialog) -> None:
        dialog.selectNameFilter(SVG.filter)
        dialog.filterSelected.emit(SVG.filter)
        dialog.accept()

    answering(choose_svg)

    assert ask_path(parent, "Save", tmp_path / "new.png", KINDS) == tmp_path / "new.svg"


def test_turning_away_saves_nothing(tmp_path: Path, parent: QWidget) -> None:
    answering(lambda dialog: dialog.reject())

    assert ask_path(parent, "Save", tmp_path / "new.png", KINDS) is None


@pytest.mark.parametrize(
    ("said", "replaced"),
    [(QMessageBox.StandardButton.Yes, True), (QMessageBox.StandardButton.No, False)],
)
def test_a_file_is_replaced_only_after_a_yes(
    tmp_path: Path,
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    said: QMessageBox.StandardButton,
    replaced: bool,
) -> None:
    asked: list[str] = []

    def question(_parent: QWidget, _title: str, words: str) -> QMessageBox.StandardButton:
        asked.append(words)
        return said

    monkeypatch.setattr(QMessageBox, "question", question)
    (tmp_path / "old.png").touch()
    answering(typing("old"))

    path = ask_path(parent, "Save", tmp_path / "new.png", KINDS)

    assert (path == tmp_path / "old.png") is replaced
    assert asked == ["There is a file named old.png already. Replace it?"]


def test_a_file_is_written_with_nothing_left_beside_it(tmp_path: Path) -> None:
    write_whole(b"content", tmp_path / "chart.png")

    assert (tmp_path / "chart.png").read_bytes() == b"content"
    assert files_in(tmp_path) == {"chart.png"}


def test_a_full_disk_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chart.png").write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_whole(b"new", tmp_path / "chart.png")

    assert (tmp_path / "chart.png").read_bytes() == b"old"
    assert files_in(tmp_path) == {"chart.png"}


def test_a_refusal_says_where_what_is_safe_and_what_to_do() -> None:
    words = refused_sentence(Path("/media/stick/chart.png"), OSError())

    assert "/media/stick" in words
    assert "Your journal is safe." in words
    assert "another folder" in words


def test_a_file_that_is_open_elsewhere_is_not_laid_to_the_folder() -> None:
    words = refused_sentence(Path("/media/stick/chart.png"), FileHeld())

    assert "another program is using the file chart.png" in words
    assert "Your journal is safe." in words
    assert "another name" in words


ASKING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from journal.ui.widgets.file_saving import FileKind, ask_path

application = QApplication([])
parent = QWidget()
QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
print(ask_path(parent, "Save", Path(sys.argv[1]) / "new.png", [FileKind("PNG", ".png")]))
QApplication.processEvents()
"""


@pytest.mark.parametrize(
    "before", ["", "[FileDialog]\nhistory=file:///srv/other, file:///srv/one\nviewMode=List\n"]
)
def test_what_qt_remembers_for_all_programs_stays_as_it_was(tmp_path: Path, before: str) -> None:
    config, folder = tmp_path / "config", tmp_path / "PrivateFolder"
    config.mkdir()
    folder.mkdir()
    (config / "QtProject.conf").write_text(before)

    asked = subprocess.run(
        [sys.executable, "-c", ASKING, str(folder)],
        env={**os.environ, "XDG_CONFIG_HOME": str(config), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.stdout == f"{folder / 'new.png'}\n"
    kept = {file.name: file.read_text() for file in config.iterdir()}
    assert set(kept) == {"QtProject.conf"}
    assert kept["QtProject.conf"].strip() == before.strip()
