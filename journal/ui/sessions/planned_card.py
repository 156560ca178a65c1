"""The card of one planned session: the next one, or one whose time has passed."""

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton

from journal.domain.session import TreatmentSession
from journal.i18n import _
from journal.ui.sessions.words import planned_details, planned_heading
from journal.ui.widgets.layout import card, column, label, row


class PlannedCard(QFrame):
    """Signals carry the session's identifier."""

    change_requested = Signal(UUID)
    done_requested = Signal(UUID)
    not_taken_place = Signal(UUID)

    def __init__(self) -> None:
        super().__init__()
        self._session: TreatmentSession | None = None
        frame, inside = card()
        column(self).addWidget(frame)
        line = row()
        words = column(spacing=2)
        self._heading = label("", "strong", wraps=True)
        self._details = label("", "small", wraps=True)
        words.addWidget(self._heading)
        words.addWidget(self._details)
        line.addLayout(words, 1)
        self.change = self._button(_("Change"), self.change_requested)
        self.not_done = self._button(_("Did not take place"), self.not_taken_place)
        self.done = self._button(_("Mark as done"), self.done_requested)
        for button in (self.change, self.not_done, self.done):
            line.addWidget(button)
        inside.addLayout(line)

    def _button(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._request(signal))
        return button

    def _request(self, signal: SignalInstance) -> None:
        if self._session is not None:
            signal.emit(self._session.id)

    def show_session(self, session: TreatmentSession | None, now: datetime, today: date) -> None:
        """Show a planned session; None hides the card."""
        self._session = session
        self.setVisible(session is not None)
        if session is None:
            return
        heading = planned_heading(session, now)
        self._heading.setText(heading)
        self._details.setText(planned_details(session, now, today))
        passed = session.start.instant <= now
        self.change.setVisible(not passed)
        self.not_done.setVisible(passed)
        for button in (self.change, self.not_done, self.done):
            button.setAccessibleDescription(heading)
