"""What becomes of the windows over the journal's own when it is locked."""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from journal.ui.help_dialog import HelpDialog
from journal.ui.lock.lasting_dialog import LastingDialog

_MOST_POPUPS = 8
"""A menu in a menu in a menu; one that does not close must not hold up the lock."""


def put_aside() -> tuple[tuple[QDialog, ...], bool]:
    """Hide the forms that are being filled in, and close the rest.

    What was hidden, and whether numbers to call were shown: those may be in use. A window that
    does not close in the middle of its work is hidden like a form.
    """
    for _popup in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    windows = QApplication.topLevelWidgets()
    shown = [each for each in windows if isinstance(each, QDialog) and each.isVisible()]
    for window in shown:
        if not isinstance(window, LastingDialog):
            window.reject()
    hidden = tuple(each for each in shown if isValid(each) and each.isVisible())
    for window in hidden:
        window.hide()
    return hidden, any(isinstance(each, HelpDialog) for each in shown)


def offer_again(hidden: Iterable[QDialog]) -> None:
    """Show what was hidden as it was left."""
    for window in hidden:
        if isValid(window):
            window.show()
