"""The form of one session in a window of its own: it stays open until all can be true."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from journal.domain.course import clashes
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import SessionState, TreatmentSession, check_session
from journal.domain.side_effect import SideEffect
from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.sessions.session_fields import SessionFields
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.sessions.vitals_row import VitalsRow
from journal.ui.widgets.dialog_parts import SaveButtons, scrolled, within_screen
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.layout import column, label
from journal.wording import invalid_sentence
from journal.wording.treatment import clash_sentence

WIDTH = 680
HEIGHT = 780
AROUND_ERROR = 90
"""Pixels to keep in sight below a field with an error, so that its message is seen."""

_FIELD_OF = {"minutes": "end"}


@dataclass(frozen=True, slots=True)
class Entered:
    """A session with all side effects tied to it; None leaves those as they are."""

    session: TreatmentSession
    effects: tuple[SideEffect, ...] | None


class SessionDialog(LastingDialog):
    """`entered` is what was entered, once it was accepted."""

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
        self.entered: Entered | None = None
        self.fields = SessionFields(draft, surroundings)
        self.form = self.fields.form
        outer = column(self, spacing=16)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(label(title, "heading"))
        self._area = scrolled(self.fields)
        outer.addWidget(self._area, 1)
        buttons = SaveButtons(self, _("Save"))
        self.save, self.cancel = buttons.save, buttons.cancel
        outer.addWidget(buttons)
        self.resize(self._first_size())
        self.fields.treatment.setFocus()
        # Once it has its place and the keyboard has gone on, which scrolls too.
        self.fields.vitals.warned.connect(
            lambda warning: QTimer.singleShot(0, warning, lambda: self._scroll_to(warning))
        )
        self._first_written = self.fields.written()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        draft: TreatmentSession,
        surroundings: Surroundings,
    ) -> Entered | None:
        """Let the person fill in or change `draft`; None where they think better of it."""
        dialog = cls(parent, title, draft, surroundings)
        dialog.exec()
        dialog.deleteLater()
        return dialog.entered

    def _first_size(self) -> QSize:
        """All fields, as far as the screen has room."""
        wanted = self.fields.sizeHint().height() + 150
        return within_screen(self, WIDTH, min(wanted, HEIGHT))

    def accept(self) -> None:
        """Close with the session if it can be true; otherwise say at the field why not."""
        self.form.clear_errors()
        now = self._surroundings.now
        questioned = self._questioned()
        if questioned is not None:
            self.form.section("vitals").open()
            questioned.take_focus()
            self._keep_in_sight(questioned)
            return
        try:
            session = self.fields.session()
            check_session(session, now)
            self._check_plan(session, now)
        except InvalidValue as error:
            self._refuse(_FIELD_OF.get(error.field, error.field), invalid_sentence(error))
            return
        if clashing := self._clashing(session):
            self._refuse("start", clash_sentence(clashing))
            return
        effects = self.fields.effects.value.effects if session.is_done else None
        self.entered = Entered(session, effects)
        super().accept()

    def _questioned(self) -> VitalsRow | None:
        """The first reading that cannot stand as it is, where readings are asked."""
        asked = self.form.shows_section("vitals")
        return self.fields.vitals.first_problem() if asked else None

    def reject(self) -> None:
        """Close without the session; what was written is thrown away only if the person says so."""
        if self.fields.written() == self._first_written or may_discard(self):
            super().reject()

    def _check_plan(self, session: TreatmentSession, now: datetime) -> None:
        """A plan that is new or moved lies ahead; one whose time has passed may stand."""
        if self._is_new_plan(session) and session.start.instant <= now:
            raise InvalidValue("start", Problem.PLANNED_IN_PAST)

    def _clashing(self, session: TreatmentSession) -> tuple[Moment, ...]:
        """The moment of a plan that is new or moved, where another session is then."""
        if not self._is_new_plan(session):
            return ()
        others = [each for each in self._surroundings.sessions if each.id != session.id]
        return clashes([session.start], others)

    def _is_new_plan(self, session: TreatmentSession) -> bool:
        stored = self._surroundings.stored(self._draft)
        stands = stored is not None and (stored.state, stored.start) == (
            session.state,
            session.start,
        )
        return session.state is SessionState.PLANNED and not stands

    def _refuse(self, field_key: str, message: str) -> None:
        self.form.show_error(field_key, message)
        self.form.take_focus(field_key)
        self._keep_in_sight(self.focusWidget())

    def _keep_in_sight(self, widget: QWidget) -> None:
        # A part that was only now opened has no height yet.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._scroll_to(widget)

    def _scroll_to(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, AROUND_ERROR)
