"""Handing the page over: saved as a PDF or as text, or printed, and the day kept as a visit."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.report.parts import Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary import verbs
from journal.ui.summary.making import Asked, FileWishes, PageMaker
from journal.ui.summary.outcome_line import OutcomeLine
from journal.ui.summary.printing import print_pdf
from journal.ui.widgets.file_saving import AskPath, FileKind, documents, free_name
from journal.wording import error_sentence

STEM = "summary"
"""Names of files say neither who they are about nor what."""

T = TypeVar("T")

AskPrinter = Callable[[QWidget, Paper], QPrinter | None]


@dataclass(frozen=True, slots=True)
class Order:
    """The page that is wanted and who makes it; `again` is how the person asks once more."""

    asked: Asked
    maker: PageMaker
    reread: bool
    again: Callable[[], None]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What came of it in words, whether somebody has the page now, and the folder of a file."""

    words: str
    took: bool
    folder: Path | None = None


class HandingOver(QObject):
    """Asks where to, has the worker do it, and says in `outcome` what came of it.

    `folder_chosen` carries the folder of a file where it is another than the last one's.
    """

    folder_chosen = Signal(str)

    def __init__(
        self,
        editor: JournalEditor,
        outcome: OutcomeLine,
        parent: QWidget,
        folder: str,
        asks: tuple[AskPath, AskPrinter],
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._outcome = outcome
        self._parent = parent
        self._folder = Path(folder) if folder and Path(folder).is_dir() else documents()
        self._ask_path, self._ask_printer = asks

    def save_pdf(self, order: Order, wishes: FileWishes) -> None:
        """Save the page as it is wished for."""
        path = self._ask_where(order, FileKind(_("PDF file"), ".pdf"))
        if path is not None:
            words = _("Saved with a password.") if wishes.password else _("Saved.")
            self._outcome.tell_busy(_("Saving…"))
            self._run(
                order,
                lambda: order.maker.save_pdf(order.asked, wishes, path, reread=order.reread),
                lambda _none: HandedOver(words, took=True, folder=path.parent),
            )

    def save_text(self, order: Order) -> None:
        """Save the words of the page."""
        path = self._ask_where(order, FileKind(_("Plain text"), ".txt"))
        if path is not None:
            words = _("Saved as text, without data or password.")
            self._outcome.tell_busy(_("Saving…"))
            self._run(
                order,
                lambda: order.maker.save_text(order.asked, path, reread=order.reread),
                lambda _none: HandedOver(words, took=True, folder=path.parent),
            )

    def _ask_where(self, order: Order, kind: FileKind) -> Path | None:
        proposed = free_name(self._folder, STEM, order.asked.today, kind.suffix)
        path = self._ask_path(self._parent, _("Save the summary"), proposed, (kind,))
        if path is not None and path.parent != self._folder:
            self._folder = path.parent
            self.folder_chosen.emit(str(self._folder))
        return path

    def _run(self, order: Order, work: Callable[[], T], came_to: Callable[[T], HandedOver]) -> None:
        """Do it in the worker; where the page went with a lock meanwhile, a box tells instead."""
        editor, window = self._editor, self._parent.window()

        def tell(outcome: HandedOver) -> None:
            is_there = isValid(self)
            if is_there:
                self._show(order, outcome)
            if outcome.took:
                words = _("Today is kept as a visit.")
                editor.perform(words, verbs.hand_over(order.asked.today))
            if not is_there and isValid(window):
                QMessageBox.information(window, _("Summary"), outcome.words)

        def failed(error: Exception) -> None:
            if not isinstance(error, JournalError):
                raise error
            tell(HandedOver(error_sentence(error), took=False))

        editor.run_and_tell(work, lambda value: tell(came_to(value)), failed)

    def _show(self, order: Order, outcome: HandedOver) -> None:
        folder = outcome.folder
        if not outcome.took:
            self._outcome.refuse(outcome.words, _("Try again"), order.again)
        elif folder is None:
            self._outcome.tell(outcome.words)
        else:
            show = partial(self._show_folder, folder)
            self._outcome.offer(outcome.words, _("Show in folder"), show)

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("Saved. The folder could not be opened; it is {folder}.")
            self._outcome.tell(words.format(folder=folder))

    def print(self, order: Order) -> None:
        """Print the page through the system's dialog."""
        printer = self._ask_printer(self._parent, order.asked.choices.paper)
        if printer is None:
            return
        self._outcome.tell_busy(_("Printing…"))
        self._run(
            order,
            lambda: print_pdf(order.maker.make(order.asked, reread=order.reread).pdf, printer),
            _printed,
        )


def _printed(took: bool) -> HandedOver:
    words = _("The printer did not take the page. Check it, or save the PDF instead.")
    return HandedOver(_("Handed to the printer.") if took else words, took=took)
