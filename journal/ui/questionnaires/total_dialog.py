"""Asks for a total from the clinic's paper: which questionnaire, of which day, how much."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment, check_not_future, moment_on_day
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.scoring import check_total
from journal.i18n import _
from journal.ui.lock.lasting_dialog import LastingDialog
from journal.ui.questionnaires.own_fields import OwnFields
from journal.ui.widgets.day_input import DayInput
from journal.ui.widgets.dialog_parts import SaveButtons
from journal.ui.widgets.discarding import may_discard
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.narrow import narrow
from journal.wording import invalid_sentence
from journal.wording.questionnaires import total_range

ANOTHER = "another"
"""The choice that stands for a questionnaire of the person's own."""

PAPER_CLOCK = time(12)
"""The hour that a total of a past day is written for: paper knows only its day."""


class TotalDialog(LastingDialog):
    """`response` is what was entered once it was accepted; `now` is the present as a moment."""

    def __init__(
        self,
        parent: QWidget | None,
        questionnaires: Sequence[Questionnaire],
        draft: Response,
        now: Moment,
        day_starts_at: time,
    ) -> None:
        super().__init__(parent)
        self.response: Response | None = None
        self._questionnaires = tuple(questionnaires)
        self._draft, self._now, self._day_starts_at = draft, now, day_starts_at
        is_new = draft.entered_total is None
        title = _("Enter a total") if is_new else _("Change a total")
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        inside = column(self, spacing=16, margin=24)
        inside.addWidget(label(title, "heading"))
        inside.addWidget(label(_("From the paper your clinic gave you."), "muted", wraps=True))
        self.form = self._form(is_new)
        inside.addWidget(self.form)
        buttons = SaveButtons(self, _("Save"))
        self.save = buttons.save
        inside.addWidget(buttons)
        self._show_range()
        self._first_written = self._written()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        questionnaires: Sequence[Questionnaire],
        draft: Response,
        now: Moment,
        day_starts_at: time,
    ) -> Response | None:
        """The draft as the person filled it in, or None when they thought better of it."""
        dialog = cls(parent, questionnaires, draft, now, day_starts_at)
        dialog.exec()
        dialog.deleteLater()
        return dialog.response

    def _form(self, is_new: bool) -> Form:
        form = Form()
        self.which = QComboBox()
        for each in self._questionnaires:
            self.which.addItem(each.title, each.key)
        if is_new:
            self.which.addItem(_("Another one…"), ANOTHER)
        self.which.setCurrentIndex(max(self.which.findData(self._draft.questionnaire), 0))
        self.which.setEnabled(is_new)
        self.which.currentIndexChanged.connect(self._show_range)
        form.add("questionnaire", _("Questionnaire"), self.which)
        self.own = OwnFields(form)
        self.day = DayInput()
        self.day.show_day(self._draft.moment.day)
        total = self._draft.entered_total
        self.total = QLineEdit("" if total is None else str(total))
        self.total.setMaxLength(6)
        form.add("day", _("Day"), narrow(self.day, 150))
        form.add("total", _("Total"), narrow(self.total))
        self.range = label("", "small", wraps=True)
        form.add("range", "", self.range)
        return form

    def _chosen(self) -> Questionnaire:
        """The questionnaire that is chosen or described; raises InvalidValue."""
        if self.which.currentData() == ANOTHER:
            return self.own.entered()
        return self._questionnaires[self.which.currentIndex()]

    def _show_range(self) -> None:
        is_own = self.which.currentData() == ANOTHER
        self.own.show_fields(is_own)
        self.form.show_field("range", not is_own)
        self.range.setText("" if is_own else total_range(self._chosen()))
        self.total.setAccessibleDescription(self.range.text())
        self.adjustSize()

    def accept(self) -> None:
        """Close with a total in its range; otherwise say at the field what is wrong."""
        self.form.clear_errors()
        try:
            self.response = self._entered()
        except InvalidValue as error:
            self.form.show_error(error.field, invalid_sentence(error))
            self.form.take_focus(error.field)
            return
        super().accept()

    def reject(self) -> None:
        """Close without a total; what was written is thrown away only if the person says so."""
        if self._written() == self._first_written or may_discard(self):
            super().reject()

    def _written(self) -> tuple[object, ...]:
        return self.which.currentData(), self.day.day, self.total.text(), *self.own.written()

    def _entered(self) -> Response:
        questionnaire = self._chosen()
        moment = self._moment(self.day.day)
        check_not_future("day", moment, self._now.instant)
        total = _whole_number(self.total.text())
        check_total(questionnaire, total)
        return replace(
            self._draft,
            questionnaire=questionnaire.key,
            moment=moment,
            entered_total=total,
            finished=True,
        )

    def _moment(self, day: date) -> Moment:
        """The draft's own moment where the day stays, now for today, else noon of the day."""
        for known in (self._draft.moment, self._now):
            if day == known.day:
                return known
        return moment_on_day(day, PAPER_CLOCK, self._now.zone, "day", self._day_starts_at)


def _whole_number(text: str) -> int:
    if not text.strip():
        raise InvalidValue("total", Problem.MISSING)
    try:
        return int(text.strip())
    except ValueError:
        raise InvalidValue("total", Problem.NOT_A_NUMBER) from None
