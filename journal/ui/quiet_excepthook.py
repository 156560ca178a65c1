"""What happens to a fault that nobody foresaw: it is told, and carries no words of the person."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from journal import wording
from journal.domain.errors import JournalError
from journal.i18n import _


def quiet_excepthook(
    parent: QWidget,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Tell the person once at a time; print where it happened but none of the values involved."""
    is_telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        while trace is not None:
            code = trace.tb_frame.f_code
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
            sys.stderr.write(f"{place}\n")
            trace = trace.tb_next
        sys.stderr.write(f"{kind.__name__}\n")
        if is_telling:
            return
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely

        is_telling = True
        words = _("Something went wrong. What was saved before is safe. Please start again.")
        if isinstance(error, JournalError):
            words = wording.error_sentence(error)
        QMessageBox.warning(parent, _("Symptom Journal"), words)
        is_telling = False

    return hook
