"""The chart of a questionnaire in the window; the table below it has the same numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from journal.charts.totals import Totals, describe
from journal.i18n import _
from journal.theme import Theme
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.figure_view import FigureView

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

HEIGHT = 220


class TotalsPicture(FigureView):
    """Shows totals over time; the keyboard goes on to the table."""

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__(tasks, theme)
        self._totals: Totals | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(self, totals: Totals) -> None:
        """Show other totals; the old picture stays until the new one is drawn."""
        if totals == self._totals:
            return
        self._totals = totals

        def draw(theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
            from journal.charts.questionnaires import (  # noqa: PLC0415 - matplotlib loads late
                draw as draw_totals,
            )

            return draw_totals(totals, theme, size, dpi)

        name = _("{title} over time").format(title=totals.questionnaire.title)
        self.show_figure(draw, name, describe(totals))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, HEIGHT)
