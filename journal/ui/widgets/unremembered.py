"""Dialogs that ask for a file, without the traces that Qt keeps of them outside the journal."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSettings


@contextmanager
def unremembered() -> Iterator[None]:
    """Afterwards Qt remembers of folders what it remembered before.

    A dialog writes its latest folders, as it is destroyed, into settings that all programs with Qt
    share: it has to be destroyed within.
    """
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setFallbacksEnabled(False)
    settings.beginGroup("FileDialog")
    before = {key: settings.value(key) for key in settings.allKeys()}
    try:
        yield
    finally:
        settings.remove("")
        for key, value in before.items():
            settings.setValue(key, value)
