"""What becomes of the windows over the journal's own when it is locked."""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QDialog

from journal.ui.help_dialog import HelpDialog
from journal.ui.lock.lasting_dialog import LastingDialog

_MOST_POPUPS = 8
"""A menu in a menu in a menu; one that does not close must not hold up the lock."""


def put_aside() -> tuple[tuple[LastingDialog, ...], bool]:
    """Hide the forms that are being filled in, and close the rest.

    The forms, and whether numbers to call were shown: those may be in use.
    """
    for _popup in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    windows = QApplication.topLevelWidgets()
    shown = [each for each in windows if isinstance(each, QDialog) and each.isVisible()]
    forms = tuple(each for each in shown if isinstance(each, LastingDialog))
    for window in shown:
        if window not in forms:
            window.reject()
    for form in forms:
        form.hide()
    return forms, any(isinstance(each, HelpDialog) for each in shown)


def offer_again(forms: Iterable[LastingDialog]) -> None:
    """Show the forms as they were left."""
    for form in forms:
        form.show()
