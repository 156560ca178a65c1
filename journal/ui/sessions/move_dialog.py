"""Another time for a planned session."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from journal.domain.course import clashes
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import TreatmentSession
from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.sessions.start_input import StartInput
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.sessions.words import full_when
from journal.ui.widgets.dialog_parts import SaveButtons, make_room
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.wording import invalid_sentence, treatment_name
from journal.wording.treatment import clash_sentence

WIDTH = 560


class MoveDialog(LastingDialog):
    """`start` is the new start, once it was accepted."""

    def __init__(
        self, parent: QWidget | None, session: TreatmentSession, surroundings: Surroundings
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Move a session"))
        self._session = session
        self._surroundings = surroundings
        self.start: Moment | None = None
        inside = column(self, spacing=16)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.addWidget(label(_("Move a session"), "heading"))
        planned = _("{treatment}, planned for {when}").format(
            treatment=treatment_name(session), when=full_when(session.start)
        )
        inside.addWidget(label(planned, "muted", wraps=True))
        self.form = Form()
        self.input = StartInput(session.start, surroundings.day_starts_at)
        self.form.add("start", _("New start"), self.input)
        inside.addWidget(self.form)
        inside.addStretch(1)
        buttons = SaveButtons(self, _("Move"))
        self.save = buttons.save
        inside.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.input.date.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: TreatmentSession, surroundings: Surroundings
    ) -> Moment | None:
        """Let the person choose another start; None where it stays."""
        dialog = cls(parent, session, surroundings)
        dialog.exec()
        dialog.deleteLater()
        return dialog.start

    def accept(self) -> None:
        """Close with the new start if a session can be then; otherwise say why not."""
        try:
            start = self.input.moment()
            if start.instant <= self._surroundings.now:
                raise InvalidValue("start", Problem.PLANNED_IN_PAST)
        except InvalidValue as error:
            self._refuse(invalid_sentence(error))
            return
        others = [each for each in self._surroundings.sessions if each.id != self._session.id]
        clashing = clashes([start], others)
        if clashing:
            self._refuse(clash_sentence(clashing))
            return
        self.start = start
        super().accept()

    def reject(self) -> None:
        """Close without a new start; one that was entered is thrown away only on being asked."""
        if not self.input.is_changed or may_discard(self):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the looks of the fields are known."""
        super().showEvent(event)
        make_room(self)

    def _refuse(self, message: str) -> None:
        self.form.show_error("start", message)
        make_room(self)
        self.form.take_focus("start")
