"""The card of backups in Settings: the last one, another folder, and the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QPushButton, QWidget

from journal.i18n import _
from journal.ui.palette import set_kind
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import FlowBox, card, column, label, row
from journal.ui.widgets.unremembered import unremembered
from journal.wording.backups import open_to_others


class BackupsCard(QFrame):
    """`folder_chosen` carries a Path, or None for the data folder alone."""

    backup_requested = Signal()
    restore_requested = Signal()
    go_back_requested = Signal()
    folder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Backups"), "heading"))
        self.state = label("", wraps=True)
        inside.addWidget(self.state)
        self.earlier = label("", wraps=True)
        self.earlier.hide()
        inside.addWidget(self.earlier)
        explained = _(
            "One is made when you close the window and every 30 minutes of use, if anything "
            "changed. Each is opened and checked before it counts."
        )
        inside.addWidget(label(explained, "small", wraps=True))
        self.form = Form()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(_("none: beside the journal only"))
        described = _("It gets every backup too. A synced folder is fine for backups.")
        self.form.add("folder", _("One more folder"), self._place(), description=described)
        inside.addWidget(self.form)
        self.open_to_others = label(open_to_others(), "small", wraps=True)
        inside.addWidget(self.open_to_others)
        inside.addWidget(self._buttons())
        self.go_back = QPushButton(_("Go back to the journal as it was before"))
        self.go_back.clicked.connect(self.go_back_requested)
        self.go_back.hide()
        inside.addWidget(self.go_back, 0, Qt.AlignmentFlag.AlignLeft)

    def _place(self) -> QWidget:
        place = QWidget()
        place.setFocusProxy(self.folder)
        self.choose = QPushButton(_("Choose…"))
        self.choose.setAccessibleName(_("Choose one more folder for backups"))
        self.forget = QPushButton(_("None"))
        self.forget.setAccessibleName(_("No other folder for backups"))
        line = row(place)
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose)
        line.addWidget(self.forget)
        self.forget.hide()
        return place

    def _buttons(self) -> FlowBox:
        self.now = QPushButton(_("Back up now"))
        self.restore = QPushButton(_("Restore from a backup…"))
        self.now.clicked.connect(self.backup_requested)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(lambda: self.folder_chosen.emit(None))
        self.restore.clicked.connect(self.restore_requested)
        buttons = FlowBox()
        buttons.add(self.now)
        buttons.add(self.restore)
        return buttons

    def show_state(self, words: str, *, is_fault: bool = False) -> None:
        """Say when the last backup was made, or why there is none."""
        set_kind(self.state, "error" if is_fault else "")
        self.state.setText(words)

    def show_earlier(self, words: str) -> None:
        """Say which backups open with an earlier passphrase, where there are any."""
        self.earlier.setText(words)
        self.earlier.setVisible(bool(words))

    def show_folder(self, folder: Path | None, message: str = "") -> None:
        """Show where backups go besides the data folder, and what ails that folder.

        Where there is something to say about none, "None" is an answer to it.
        """
        self.folder.setText("" if folder is None else str(folder))
        self.folder.setCursorPosition(0)
        self.forget.setVisible(folder is not None or bool(message))
        self.form.show_error("folder", message)

    def offer_way_back(self, offered: bool) -> None:
        """Offer the journal that the last restore replaced."""
        self.go_back.setVisible(offered)

    def _on_choose(self) -> None:
        with unremembered():
            chosen = QFileDialog.getExistingDirectory(
                self, _("A folder for backups"), self.folder.text()
            )
        if chosen:
            self.folder_chosen.emit(Path(chosen))
