"""Answers what the window asks in a message box: nobody sits before it in a test."""

import pytest
from PySide6.QtWidgets import QMessageBox

Answer = QMessageBox.StandardButton

NOT_SAVED = "What you entered here is not saved. Discard it?"


def answering(monkeypatch: pytest.MonkeyPatch, button: Answer) -> list[str]:
    """Answer every question so; the list fills with what was asked."""
    asked: list[str] = []

    def question(*arguments: object) -> Answer:
        asked.append(str(arguments[2]))
        return button

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked
