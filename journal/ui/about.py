"""What this program is, and what it is not."""

from PySide6.QtWidgets import QMessageBox, QWidget

import journal
from journal.i18n import _


def show_about(parent: QWidget) -> None:
    """Name the version and what to expect of the program."""
    words = _(
        "Symptom Journal {version}\n\n"
        "A private journal for people in ketamine or esketamine treatment. Everything stays on "
        "this computer. Nobody watches this journal, and it makes no diagnosis.\n\n"
        "Made for adults. Under 18: use it only together with your clinic."
    )
    QMessageBox.about(parent, _("About"), words.format(version=journal.__version__))
