"""Asks before a form is closed with something in it that is not saved."""

from PySide6.QtWidgets import QMessageBox, QWidget

from journal.i18n import _


def may_discard(form: QWidget) -> bool:
    """Whether the person wants to throw away what they entered; keeping it is the default."""
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        form,
        form.windowTitle(),
        _("What you entered here is not saved. Discard it?"),
        buttons.Discard | buttons.Cancel,
        buttons.Cancel,
    )
    return answer == buttons.Discard
