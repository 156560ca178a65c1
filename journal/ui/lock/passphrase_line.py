"""A line for a passphrase: dots, until the person wants to see it."""

from PySide6.QtWidgets import QCheckBox, QLineEdit

from journal.i18n import _


class PassphraseLine(QLineEdit):
    """What is typed is shown as dots; nothing can be copied out of it meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.show_words(False)

    def show_words(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)

    def forget(self) -> None:
        """Empty it, also of what could be undone."""
        self.setText("")
        self.show_words(False)


def show_tick(*lines: PassphraseLine) -> QCheckBox:
    """A tick that shows what is typed in `lines`."""
    tick = QCheckBox(_("Show what I type"))
    for line in lines:
        tick.toggled.connect(line.show_words)
    return tick
