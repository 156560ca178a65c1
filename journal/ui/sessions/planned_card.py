"""The card of one planned session: the next one, or one whose time has passed."""

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from journal.domain.session import SessionState, TreatmentSession
from journal.i18n import _
from journal.ui.sessions.words import planned_details, planned_heading
from journal.ui.widgets.layout import card, column, label, row
from journal.wording import state_name


class PlannedCard(QFrame):
    """Signals carry the session's identifier."""

    change_requested = Signal(UUID)
    done_requested = Signal(UUID)
    move_requested = Signal(UUID)
    state_requested = Signal(UUID, object)

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
        self.other = QPushButton(_("More…"))
        self.other.setAccessibleName(_("More about this session"))
        self.other.clicked.connect(self._show_menu)
        self.change = self._button(_("Change"), self.change_requested)
        self.not_done = QPushButton(_("Did not take place"))
        self.not_done.clicked.connect(lambda: self._say(SessionState.DID_NOT_TAKE_PLACE))
        self.done = self._button(_("Mark as done"), self.done_requested)
        for button in (self.other, self.change, self.not_done, self.done):
            line.addWidget(button)
        inside.addLayout(line)

    def _button(self, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._request(signal))
        return button

    def _request(self, signal: SignalInstance) -> None:
        if self._session is not None:
            signal.emit(self._session.id)

    def _say(self, state: SessionState) -> None:
        if self._session is not None:
            self.state_requested.emit(self._session.id, state)

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What is done less often: move it, or say that it was called off."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        states = SessionState
        move = menu.addAction(_("Move to another time…"))
        move.triggered.connect(lambda: self._request(self.move_requested))
        for state in (states.CANCELLED, states.DID_NOT_TAKE_PLACE):
            action = menu.addAction(state_name(state))
            action.triggered.connect(lambda _checked=False, s=state: self._say(s))
        return menu

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
        for button in (self.other, self.change, self.not_done, self.done):
            button.setAccessibleDescription(heading)
