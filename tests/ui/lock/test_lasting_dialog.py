"""A form that outlives being hidden: only its end ends the asking."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journal.ui.lock.lasting_dialog import LastingDialog


def test_hiding_it_ends_nothing_and_its_end_does(styled: QApplication, qtbot: QtBot) -> None:
    dialog = LastingDialog()
    qtbot.addWidget(dialog)
    seen = []

    def hide_and_show() -> None:
        dialog.hide()
        QApplication.processEvents()
        seen.append("hidden")
        dialog.show()
        seen.append("shown")
        dialog.accept()

    QTimer.singleShot(0, hide_and_show)
    result = dialog.exec()

    assert seen == ["hidden", "shown"]
    assert result == QDialog.DialogCode.Accepted


def test_it_is_refused_as_any_other(styled: QApplication, qtbot: QtBot) -> None:
    dialog = LastingDialog()
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, dialog.reject)

    assert dialog.exec() == QDialog.DialogCode.Rejected


def test_nobody_waits_for_one_that_is_gone(styled: QApplication) -> None:
    dialog = LastingDialog()
    QTimer.singleShot(0, dialog.deleteLater)

    assert dialog.exec() == QDialog.DialogCode.Rejected
