"""The Trends page: at once a title, and below it what the worker has loaded by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from journal.i18n import _
from journal.ui.undisturbed import UndisturbedTasks, kept_for_good
from journal.ui.widgets.layout import GRID, label, page_body, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.theme import Theme
    from journal.ui.journal_editor import JournalEditor
    from journal.ui.trends.board import TrendsBoard


class TrendsPage(QWidget):
    """Holds the board of questions; `day_chosen` carries a day to open.

    The window would stand still while the board's modules load: the worker does that, and the
    board is None until then.
    """

    day_chosen = Signal(object)

    def __init__(self, editor: JournalEditor, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._editor = editor
        self._theme = theme
        self.board: TrendsBoard | None = None
        self._inside = page_body(self)
        self._top = row(spacing=2 * GRID)
        self._top.addWidget(label(_("Trends"), "title"), 1)
        self._inside.addLayout(self._top)
        self._inside.addStretch(1)
        self._tasks = UndisturbedTasks(editor.tasks)
        QTimer.singleShot(0, self, self._load)  # after the title is there

    def _load(self) -> None:
        self._tasks.run(_load_board, lambda _none: self._put_up_board(), _raise)

    def _put_up_board(self) -> None:
        from journal.ui.trends.board import TrendsBoard  # noqa: PLC0415 - the worker loaded it

        area = self.findChild(QScrollArea)
        assert area is not None  # noqa: S101 - a page has one
        self.board = TrendsBoard(self._editor, self._theme, area)
        self.board.day_chosen.connect(self.day_chosen)
        self._top.addWidget(self.board.ranges)
        self._inside.insertWidget(1, self.board)
        self.board.refresh()

    def refresh(self) -> None:
        """Have the journal read anew."""
        if self.board is not None:
            self.board.refresh()

    def show_theme(self) -> None:
        """Draw the pictures in the theme's colours."""
        if self.board is not None:
            self.board.show_theme()

    @property
    def is_at_rest(self) -> bool:
        """Whether all that is in sight is answered and drawn."""
        return self.board is not None and self.board.is_at_rest


def _load_board() -> None:
    with kept_for_good():
        from journal.ui.trends import board  # noqa: F401, PLC0415 - in the worker


def _raise(error: Exception) -> None:
    """Loading reads the program alone: what fails is a defect of it."""
    raise error
