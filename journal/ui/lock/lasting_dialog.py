"""A form that can be hidden while it is asked, and shown again as it was."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from journal.ui.hushed import hush
from journal.ui.widgets.tab_order import tab_as_seen


class LastingDialog(QDialog):
    """Only its end ends `exec`: a QDialog would take hiding for a refusal.

    So a form that is not finished when the journal is locked stays in memory behind the lock.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hush(self)

    def exec(self) -> int:
        """Ask until the form is accepted or rejected; the result as QDialog has it."""
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.destroyed.connect(loop.quit)
        self.setModal(True)
        self.show()
        loop.exec(QEventLoop.ProcessEventsFlag.DialogExec)
        return self.result() if isValid(self) else QDialog.DialogCode.Rejected

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on by Tab the way the eye goes."""
        return tab_as_seen(self, forward=forward)
