"""What happens to a fault that nobody foresaw: it is told, and carries no words of the person."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from journal import wording
from journal.domain.errors import JournalError, StorageError, StorageProblem
from journal.i18n import _

Restore = Callable[[QWidget], object]


def quiet_excepthook(
    parent: QWidget, restore: Restore
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Tell the person once at a time; print where it happened but none of the values involved.

    `restore` lets them choose a backup: damage that a page comes across leads there.
    """
    is_telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        while trace is not None:
            code = trace.tb_frame.f_code
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
            _print(place)
            trace = trace.tb_next
        _print(kind.__name__)
        if is_telling:
            return
        is_telling = True
        wants_backup = _tell(error, parent)
        is_telling = False
        if wants_backup:
            restore(parent)

    return hook


def _print(line: str) -> None:
    """Print a line where there is a place for it: a program without a console has none."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")


def _tell(error: BaseException, parent: QWidget) -> bool:
    """Say what happened; whether the person wants to go back to a backup."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely

    words = _("Something went wrong. What was saved before is safe. Please start again.")
    if isinstance(error, JournalError):
        words = wording.error_sentence(error)
    box = QMessageBox(QMessageBox.Icon.Warning, _("Symptom Journal"), words, parent=parent)
    back = None
    if isinstance(error, StorageError) and error.problem is StorageProblem.DAMAGED:
        back = box.addButton(_("Restore from a backup…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    box.deleteLater()
    return back is not None and box.clickedButton() is back
