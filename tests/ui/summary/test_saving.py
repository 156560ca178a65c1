"""Asking where to save, with the real dialog."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.summary.saving import ask_path, file_name, first_folder, with_suffix
from tests.ui.summary.conftest import TODAY


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(kind: type[QDialog], act: Callable[..., None]) -> None:
    """Act on the next dialog of this kind once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def type_name(name: str) -> Callable[[QFileDialog], None]:
    def act(dialog: QFileDialog) -> None:
        edit = dialog.findChild(QLineEdit)
        assert edit is not None
        edit.setText(name)
        dialog.accept()

    return act


def test_the_name_says_neither_who_nor_what() -> None:
    assert file_name(TODAY) == "summary-2026-03-14.pdf"


def test_documents_come_first_where_there_are_any(home: Path) -> None:
    assert first_folder() == home
    (home / "Documents").mkdir()
    assert first_folder() == home / "Documents"


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("a", "a.pdf"), ("a.pdf", "a.pdf"), ("a.PDF", "a.PDF"), ("a.txt", "a.txt.pdf")],
)
def test_the_suffix_is_put_behind_what_was_typed(typed: str, saved: str, tmp_path: Path) -> None:
    assert with_suffix(tmp_path / typed) == tmp_path / saved


def test_the_proposed_name_can_be_taken(parent: QWidget, tmp_path: Path) -> None:
    answer(QFileDialog, lambda dialog: dialog.accept())
    assert ask_path(parent, tmp_path / "summary.pdf") == tmp_path / "summary.pdf"


def test_thinking_better_of_it_answers_nothing(parent: QWidget, tmp_path: Path) -> None:
    answer(QFileDialog, lambda dialog: dialog.reject())
    assert ask_path(parent, tmp_path / "summary.pdf") is None


@pytest.mark.parametrize(
    ("button", "kept"),
    [(QMessageBox.StandardButton.Yes, False), (QMessageBox.StandardButton.No, True)],
)
def test_a_file_that_the_suffix_leads_to_is_asked_about(
    parent: QWidget, tmp_path: Path, button: QMessageBox.StandardButton, kept: bool
) -> None:
    path = tmp_path / "old.pdf"
    path.write_text("old")
    answer(QFileDialog, type_name("old"))
    answer(QMessageBox, lambda box: box.button(button).click())
    assert ask_path(parent, tmp_path / "summary.pdf") == (None if kept else path)


def test_the_dialog_itself_asks_about_the_name_as_typed(parent: QWidget, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_text("old")

    def accept_and_refuse(dialog: QFileDialog) -> None:
        answer(QMessageBox, lambda box: box.button(QMessageBox.StandardButton.No).click())
        type_name("old.pdf")(dialog)
        dialog.reject()

    answer(QFileDialog, accept_and_refuse)
    assert ask_path(parent, tmp_path / "summary.pdf") is None
