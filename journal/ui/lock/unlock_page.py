"""The page before a locked journal: one field, or one key, and the numbers to call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QWidget

from journal.i18n import _
from journal.ui.lock.passphrase_line import PassphraseLine, show_tick
from journal.ui.safety.help_button import HelpButton
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, label, page_body, row
from journal.wording.lock import keychain_warning

WIDTH = 520
HELP_WIDTH = 184
"""The button is where it is beside every other page."""

ABOVE = 0.2
"""Of the height; the card stays in its place when a line is added to it."""


class UnlockPage(QWidget):
    """`unlock_requested` carries the passphrase, and whether the keychain shall have a copy of it.

    That is None where there is no keychain. `keychain_requested` asks to open with its copy.
    `restore_requested` is offered once a passphrase did not open the journal: a damaged one is not
    told from one with another passphrase. `delete_requested` is, too: without the passphrase there
    is no other way to begin anew.
    """

    unlock_requested = Signal(str, object)
    keychain_requested = Signal()
    help_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asks_key = False
        self._inside = inside = page_body(self)
        inside.addLayout(_centred(self._card()))
        inside.addStretch(1)
        self.help = HelpButton()
        self.help.setFixedWidth(HELP_WIDTH)
        self.help.clicked.connect(self.help_requested)
        foot = row()
        foot.addWidget(self.help)
        foot.addStretch(1)
        inside.addLayout(foot)

    def _card(self) -> QFrame:
        frame, inside = card()
        frame.setFixedWidth(WIDTH)
        inside.setSpacing(14)
        inside.addWidget(label(_("Symptom Journal"), "title"))
        self.state = label("", "muted", wraps=True)
        inside.addWidget(self.state)
        inside.addWidget(self._form())
        foot = row()
        self.lost = label(_("There is no recovery code. Did you print it?"), "small", wraps=True)
        foot.addWidget(self.lost, 1)
        self.unlock = QPushButton()
        self.unlock.setProperty("kind", "primary")
        self.unlock.setAutoDefault(True)
        self.unlock.clicked.connect(self._on_unlock)
        foot.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignRight)
        inside.addLayout(foot)
        self._ways_on = row()
        self.restore = self._way_on(_("Restore from a backup…"))
        self.restore.clicked.connect(self.restore_requested)
        self.delete = self._way_on(_("Delete everything…"))
        self.delete.clicked.connect(self.delete_requested)
        self._ways_on.addStretch(1)
        inside.addLayout(self._ways_on)
        return frame

    def _way_on(self, words: str) -> QPushButton:
        link = QPushButton(words)
        link.setProperty("kind", "link")
        link.hide()
        self._ways_on.addWidget(link)
        return link

    def _form(self) -> Form:
        self.form = Form()
        self.passphrase = PassphraseLine()
        self.passphrase.returnPressed.connect(self._on_unlock)
        self.form.add("passphrase", _("Passphrase"), self.passphrase)
        self.show_words = show_tick(self.passphrase)
        self.form.add("show", "", self.show_words)
        self.keychain = QCheckBox(_("Remember it in this computer’s keychain"))
        self.form.add("keychain", "", self.keychain, description=keychain_warning())
        self.form.show_field("keychain", False)
        return self.form

    def ask_passphrase(self, message: str = "") -> None:
        """Ask for the passphrase; what was typed is selected, and `message` stands at the field."""
        self._asks_key = False
        self.form.show()
        self.lost.show()
        self._rest(_("Your journal is locked. Type your passphrase to open it."), _("Unlock"))
        self.form.show_error("passphrase", message)
        self._show_ways_on(bool(message))
        self.take_focus()

    def ask_key(self) -> None:
        """Ask for one key: the keychain has the passphrase."""
        self._asks_key = True
        self.form.hide()
        self.lost.hide()
        self._show_ways_on(False)
        self._rest(_("Your journal is locked. Press Enter to open it."), _("Open"))
        self.take_focus()

    def _show_ways_on(self, shown: bool) -> None:
        self.restore.setVisible(shown)
        self.delete.setVisible(shown)

    def ask_again(self) -> None:
        """Ask as before: the journal did not open for another reason."""
        if self._asks_key:
            self.ask_key()
        else:
            self.ask_passphrase()

    def _rest(self, state: str, action: str) -> None:
        self.state.setText(state)
        self.unlock.setText(action)
        self.unlock.setEnabled(True)
        self.passphrase.setReadOnly(False)

    def show_opening(self) -> None:
        """Say that it takes a moment."""
        self.form.show_error("passphrase", "")
        self.unlock.setText(_("Opening…"))
        self.unlock.setEnabled(False)
        self.passphrase.setReadOnly(True)

    def offer_keychain(self, is_chosen: bool) -> None:
        """Let the person choose the keychain: there is one."""
        show_checked(self.keychain, is_chosen)
        self.form.show_field("keychain", True)

    def take_focus(self) -> None:
        """Put the keyboard where it is needed."""
        if self._asks_key:
            self.unlock.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.passphrase.selectAll()
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stands a little above the middle."""
        super().resizeEvent(event)
        self._inside.setContentsMargins(12, round(event.size().height() * ABOVE), 12, 24)

    def _on_unlock(self) -> None:
        if not self.unlock.isEnabled():
            return
        if self._asks_key:
            self.keychain_requested.emit()
        elif self.passphrase.text():
            is_offered = self.form.shows_field("keychain")
            wants_keychain = self.keychain.isChecked() if is_offered else None
            self.unlock_requested.emit(self.passphrase.text(), wants_keychain)
        else:
            self.form.show_error("passphrase", _("Please type your passphrase."))


def _centred(widget: QWidget) -> QHBoxLayout:
    line = row()
    line.addStretch(1)
    line.addWidget(widget)
    line.addStretch(1)
    return line
