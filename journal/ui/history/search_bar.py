"""What is looked for: words in notes and tags, and what a day must have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from journal.domain.history_search import Filter
from journal.i18n import N_, _
from journal.ui.history.look import Query
from journal.ui.widgets.layout import FlowBox, column, label, row

_FILTERS = {
    Filter.NOTES: N_("With notes"),
    Filter.SESSIONS: N_("With sessions"),
    Filter.SIDE_EFFECTS: N_("With side effects"),
    Filter.LATE: N_("Entered later"),
}


class SearchField(QLineEdit):
    """`left` tells that the person goes on to what was found: Enter or Down."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on; the rest edits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(QWidget):
    """`query_changed` carries the Query after every key and every filter."""

    query_changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField()
        self.field.setPlaceholderText(_("Search notes and tags"))
        self.field.setAccessibleName(_("Search notes and tags"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(420)
        self.found = label("", "muted", wraps=True)
        self.filters = {filter_: self._chip(_(words)) for filter_, words in _FILTERS.items()}
        inside = column(self)
        line = row(spacing=12)
        line.addWidget(self.field, 3)
        line.addWidget(self.found, 2)
        inside.addLayout(line)
        inside.addWidget(self._chips())
        self.field.textChanged.connect(lambda _text: self._tell())
        self.field.left.connect(self.left)

    def _chip(self, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.setAccessibleDescription(_("Shows only such days."))
        chip.toggled.connect(lambda _on: self._tell())
        return chip

    def _chips(self) -> FlowBox:
        box = FlowBox()
        for chip in self.filters.values():
            box.add(chip)
        return box

    @property
    def query(self) -> Query:
        """What is looked for now."""
        chosen = (filter_ for filter_, chip in self.filters.items() if chip.isChecked())
        return Query(self.field.text(), frozenset(chosen))

    def take_focus(self) -> None:
        """Put the keyboard on the words; typing replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_found(self, sentence: str) -> None:
        """Say what was found."""
        self.found.setText(sentence)
        self.field.setAccessibleDescription(sentence)

    def _tell(self) -> None:
        self.query_changed.emit(self.query)
