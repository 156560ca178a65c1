"""The form of one session in a window of its own: it stays open until all can be true."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QWidget,
)

from journal.domain.errors import InvalidValue, Problem
from journal.domain.session import SessionState, TreatmentSession, check_session
from journal.i18n import _
from journal.ui.sessions.session_fields import SessionFields, Surroundings
from journal.ui.widgets.layout import column, label
from journal.wording import invalid_sentence

WIDTH = 600
AROUND_ERROR = 90
"""Pixels to keep in sight below a field with an error, so that its message is seen."""

_FIELD_OF = {"minutes": "end"}


class SessionDialog(QDialog):
    """`session` is what was entered, once it was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        draft: TreatmentSession,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._draft = draft
        self._surroundings = surroundings
        self.session: TreatmentSession | None = None
        self.fields = SessionFields(draft, surroundings)
        self.form = self.fields.form
        outer = column(self, spacing=16)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(label(title, "heading"))
        outer.addWidget(self._scrolled(), 1)
        outer.addWidget(self._buttons())
        self.resize(self._first_size())
        self.fields.treatment.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        draft: TreatmentSession,
        surroundings: Surroundings,
    ) -> TreatmentSession | None:
        """Let the person fill in or change `draft`; None where they think better of it."""
        dialog = cls(parent, title, draft, surroundings)
        dialog.exec()
        dialog.deleteLater()
        return dialog.session

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("kind", "page")
        inside = column(body)
        inside.setContentsMargins(2, 2, 14, 2)
        inside.addWidget(self.fields)
        inside.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        return self._area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _first_size(self) -> QSize:
        """All fields, as far as the screen has room."""
        wanted = self.fields.sizeHint().height() + 150
        return QSize(WIDTH, min(wanted, self.screen().availableGeometry().height() - 80))

    def accept(self) -> None:
        """Close with the session if it can be true; otherwise say at the field why not."""
        self.form.clear_errors()
        now = self._surroundings.clock.now()
        try:
            session = self.fields.session()
            check_session(session, now)
            self._check_plan(session, now)
        except InvalidValue as error:
            self._refuse(_FIELD_OF.get(error.field, error.field), invalid_sentence(error))
            return
        if session.no_side_effects and self._surroundings.has_side_effects:
            self._refuse(
                "no_side_effects",
                _(
                    "Side effects are written down for this session. "
                    "Remove them on their day first, or leave this open."
                ),
            )
            return
        self.session = session
        super().accept()

    def _check_plan(self, session: TreatmentSession, now: datetime) -> None:
        """A plan that is new or moved lies ahead; one whose time has passed may stand."""
        stands = self._draft.state is SessionState.PLANNED and session.start == self._draft.start
        planned = session.state is SessionState.PLANNED
        if planned and session.start.instant <= now and not stands:
            raise InvalidValue("start", Problem.PLANNED_IN_PAST)

    def _refuse(self, field_key: str, message: str) -> None:
        self.form.show_error(field_key, message)
        self.form.take_focus(field_key)
        self._area.ensureWidgetVisible(self.focusWidget(), 0, AROUND_ERROR)
