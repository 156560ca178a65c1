"""Mood around a session, to be read only: it is logged on Today and tied by its time."""

from PySide6.QtWidgets import QWidget

from journal.domain.session import TreatmentSession
from journal.i18n import _
from journal.ui.sessions.hours import HoursAround, hours_lines
from journal.ui.widgets.layout import column, label


class HoursView(QWidget):
    """One line for each score, or a sentence where there is none."""

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        self._title = label("", "heading")
        self._lines = label("", wraps=True)
        inside.addWidget(self._title)
        inside.addWidget(self._lines)

    def show_hours(self, hours: HoursAround, session: TreatmentSession) -> None:
        """Show what was logged around a session."""
        scale = hours.scale or _("Mood")
        self._title.setText(_("{scale} around this session").format(scale=scale))
        lines = hours_lines(hours, session)
        nothing = _("Nothing is logged yet. What you log on Today appears here by its time.")
        self._lines.setText("\n".join(lines) or nothing)

    @property
    def lines(self) -> list[str]:
        """What is shown below the title."""
        return self._lines.text().split("\n")
