"""Drives the window as a person does: with keys, clicks, and eyes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.edit import Edits, Record
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.ui.application import Application
from journal.ui.today.page import TodayPage
from tests.ui.twins import FaultyStore, SetClock

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Driver:
    """A running window with the Today page in front."""

    def __init__(self, application: Application, clock: SetClock, store: FaultyStore) -> None:
        self.application = application
        self.window = application.window
        self.editor = application.editor
        self.clock = clock
        self.store = store
        page = self.window.page("today")
        assert isinstance(page, TodayPage)
        self.page = page
        self.card = page.check_in
        self.effects = page.effects
        self.note = page.note

    # hands

    def type(self, text: str) -> None:
        """Press the key of every character, wherever the keyboard is."""
        for character in text:
            QTest.keyClick(self.window.windowHandle(), character)  # type: ignore[call-overload]  # takes characters too

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press keys one after the other."""
        for key in keys:
            held = Qt.KeyboardModifier.NoModifier if modifier is None else modifier
            QTest.keyClick(self.window.windowHandle(), key, held)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, modifier=CONTROL)

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        self.press(Qt.Key.Key_Z, modifier=CONTROL | SHIFT)

    def click(self, widget: QWidget) -> None:
        """Click with the left button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_on(self, words: str, inside: QWidget | None = None) -> None:
        """Click the one visible button that says this."""
        self.click(self.button(words, inside))

    # eyes

    def button(self, words: str, inside: QWidget | None = None) -> QPushButton:
        """The visible button that says this."""
        found = [b for b in self._buttons(inside) if b.text() == words]
        assert len(found) == 1, (words, [b.text() for b in self._buttons(inside)])
        return found[0]

    def says(self, words: str) -> bool:
        """Whether a label or button of the window says this."""
        return any(words in text for text in self.texts())

    def texts(self, inside: QWidget | None = None) -> list[str]:
        """What the visible labels and buttons say."""
        QApplication.processEvents()
        labels = (inside or self.window).findChildren(QLabel)
        shown = [label.text() for label in labels if label.isVisible()]
        return shown + [button.text() for button in self._buttons(inside)]

    def _buttons(self, inside: QWidget | None) -> list[QPushButton]:
        found = (inside or self.window).findChildren(QPushButton)
        return [button for button in found if button.isVisible()]

    def score_button(self, scale: str, value: int) -> QPushButton:
        """The button of one score, by what a screen reader calls it."""
        name = f"{scale}: {value}"
        buttons = self.card.findChildren(QPushButton)
        return next(button for button in buttons if button.accessibleName() == name)

    def rated(self) -> dict[str, str]:
        """The scores that look rated, as text by scale."""
        names = [button.accessibleName() for button in self.chosen(self.card)]
        return dict(name.split(": ") for name in names if ": " in name)

    def chosen(self, inside: QWidget) -> list[QPushButton]:
        """The buttons that look pressed."""
        return [button for button in self._buttons(inside) if button.isChecked()]

    def focused_name(self) -> str:
        """What a screen reader calls the widget with the keyboard."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused else ""

    def saved_words(self) -> str:
        """What stands beside the note: `Saved 21:14`, or nothing."""
        return self.note.saved.text()

    # the journal

    def check_ins(self, day: date | None = None) -> list[CheckIn]:
        """The check-ins on the disk."""
        return list(self.editor.journal.check_ins.between(day, day))

    def scores(self) -> list[dict[str, int]]:
        """The scores on the disk, check-in by check-in."""
        return [{s.scale: s.value for s in c.scores} for c in self.check_ins()]

    def record(self) -> DayRecord | None:
        """What is on the disk for the day shown."""
        day = self.page.day
        return next(iter(self.editor.journal.days.between(day, day)), None)

    def kept_record(self) -> DayRecord:
        """The same where there has to be something."""
        record = self.record()
        assert record is not None
        return record

    def side_effects(self) -> list[SideEffect]:
        """The side effects on the disk."""
        return list(self.editor.journal.side_effects.between())

    def keep(self, *records: Record) -> None:
        """Put records into the journal from elsewhere, without a step to undo."""
        from journal.domain.edit import Edit

        edits: Edits = tuple(Edit(None, record) for record in records)
        self.editor.journal.apply(edits)
        self.page.refresh()

    def add_session(self, session: TreatmentSession) -> None:
        """Enter a treatment session."""
        self.keep(session)


Drive = Callable[..., Driver]
