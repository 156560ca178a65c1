"""The card of a check-in's note and tags; it saves itself a second after the last key."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
)

from journal.domain.checkin import CheckIn
from journal.i18n import _
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import card, column, label, row

SAVED_AFTER_MS = 1000


class NoteCard(QFrame):
    """A note, private unless ticked, and tags; `written` carries the whole note's text."""

    written = Signal(str)
    shared_changed = Signal(bool)
    tags_changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._kept = ""
        self._tags: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self._flush_note)
        head = row()
        self._privacy = label(_("Private"), "small")
        self.shared = QCheckBox(_("Put this note in summaries"))
        self.shared.toggled.connect(self.shared_changed)
        head.addWidget(label(_("Note"), "strong"))
        head.addWidget(self._privacy)
        head.addStretch(1)
        head.addWidget(self.shared)
        inside.addLayout(head)
        inside.addWidget(self._note_edit())
        inside.addLayout(self._foot())
        self._message = label("", "error", wraps=True)
        self._message.hide()
        inside.addWidget(self._message)

    def _note_edit(self) -> QPlainTextEdit:
        self.note = QPlainTextEdit()
        self.note.setProperty("kind", "note")
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Anything you want to remember"))
        self.note.setTabChangesFocus(True)
        self.note.document().setDocumentMargin(0)
        self.note.document().clearUndoRedoStacks()
        self.note.setFixedHeight(64)
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._on_typed)
        return self.note

    def _foot(self) -> QHBoxLayout:
        foot = row()
        self.saved = label("", "small")
        self.tags = QLineEdit()
        self.tags.setAccessibleName(_("Tags, separated by commas"))
        self.tags.setPlaceholderText(_("separated by commas"))
        self.tags.installEventFilter(self)
        self.tags.textEdited.connect(lambda: self.saved.setText(""))
        self.tags.editingFinished.connect(self._on_tags_edited)
        foot.addWidget(label(_("Tags"), "small"))
        foot.addWidget(self.tags, 1)
        foot.addStretch(1)
        foot.addWidget(self.saved)
        return foot

    def show_check_in(self, check_in: CheckIn | None) -> None:
        """Show a check-in's note and tags; what is being typed is left alone."""
        self.show_message("")
        note = check_in.note if check_in else ""
        if not self._timer.isActive() and self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        self._kept = note
        shared = bool(check_in and check_in.note_shared)
        show_checked(self.shared, shared)
        self.shared.setEnabled(bool(note))
        self._privacy.setText(_("In summaries") if shared else _("Private"))
        self._tags = check_in.tags if check_in else ()
        if not self.tags.hasFocus() or not self.tags.isModified():
            self.tags.setText(", ".join(self._tags))

    def offer_tags(self, tags: tuple[str, ...]) -> None:
        """Complete from the tags already in use."""
        if tags == self._offered:
            return
        self._offered = tags
        completer = QCompleter(list(tags), self.tags)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tags.setCompleter(completer)

    def show_saved(self, words: str) -> None:
        """Say when the last entry was committed."""
        self.saved.setText(words)

    def show_message(self, message: str) -> None:
        """Say what is wrong with the note."""
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def flush(self) -> None:
        """Hand over now what was changed and not handed over yet."""
        self._flush_note()
        self._on_tags_edited()

    def _flush_note(self) -> None:
        self._timer.stop()
        text = self.note.toPlainText()
        if text != self._kept:
            self._kept = text
            self.written.emit(text)

    def _on_typed(self) -> None:
        self.saved.setText("")
        self._timer.start()

    def _on_tags_edited(self) -> None:
        tags = tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip())
        self.tags.setModified(False)
        if tags != self._tags:
            self._tags = tags
            self.tags_changed.emit(tags)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note saves it; undo is the window's where there is no typing to undo."""
        if event.type() == QEvent.Type.FocusOut and watched is self.note:
            self._flush_note()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typing = self.note.document() if watched is self.note else self.tags
            if _is_for_window(event, typing):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _is_for_window(event: QKeyEvent, typing: QTextDocument | QLineEdit) -> bool:
    if event.matches(QKeySequence.StandardKey.Undo):
        return not typing.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not typing.isRedoAvailable()
