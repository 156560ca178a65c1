"""The card of what is deleted in Settings: the bin, and everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.i18n import _
from journal.ui.widgets.layout import FlowBox, card, column, label
from journal.wording.bin import backups_hold_it, stays_for


class DeletingCard(QFrame):
    """Asks for the bin, and for the end of everything."""

    bin_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Deleting"), "heading"))
        for words in (stays_for(), backups_hold_it()):
            inside.addWidget(label(words, "small", wraps=True))
        self.bin = QPushButton(_("Deleted in the last 30 days…"))
        self.bin.clicked.connect(self.bin_requested)
        inside.addWidget(_at_the_left(self.bin))
        words = _("“Delete everything” removes the journal, its backups and the keychain’s entry.")
        inside.addWidget(label(words, "small", wraps=True))
        self.all = QPushButton(_("Delete everything…"))
        self.all.clicked.connect(self.all_requested)
        inside.addWidget(_at_the_left(self.all))


def _at_the_left(button: QPushButton) -> QWidget:
    box = FlowBox()
    box.add(button)
    return box
