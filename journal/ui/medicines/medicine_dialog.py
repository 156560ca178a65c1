"""Asks for a medicine: a new one, one begun again, or one that was entered wrongly."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from journal.domain.medication import Medication, MedicineClass, check_medication
from journal.i18n import _
from journal.ui.medicines.form_dialog import FormDialog
from journal.ui.medicines.inputs import DAY_WIDTH, day_input, text_input
from journal.ui.widgets.button_row import ButtonRow, show_checked
from journal.ui.widgets.dialog_parts import make_room
from journal.ui.widgets.narrow import narrow
from journal.wording.medicines import medicine_class_name

_KINDS = tuple(MedicineClass)


@dataclass(frozen=True, slots=True)
class Removal:
    """The person wants to delete what was entered."""


class MedicineDialog(FormDialog):
    """`answer` is what was entered once it was accepted; the last day is asked in corrections."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        draft: Medication,
        others: Iterable[Medication],
        today: date,
        *,
        corrects: bool = False,
    ) -> None:
        super().__init__(parent, title, _("Save") if corrects else _("Add"))
        self._draft = draft
        self._others = tuple(others)
        self._today = today
        self.answer: Medication | Removal | None = None
        self._add_medicine()
        self._add_days(corrects)
        if corrects:
            self.delete = self.add_deletion(_("Delete"))
            self.delete.clicked.connect(self._on_delete)
        self.name.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        draft: Medication,
        others: Iterable[Medication],
        today: date,
        *,
        corrects: bool = False,
    ) -> Medication | Removal | None:
        """Let the person fill in or correct `draft`; None where they think better of it."""
        dialog = cls(parent, title, draft, others, today, corrects=corrects)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.answer if accepted else None

    def _add_medicine(self) -> None:
        draft = self._draft
        self.name = text_input(draft.name)
        self.dose = text_input(draft.dose, _("100 mg"))
        self.how_often = text_input(draft.how_often, _("mornings"))
        self.kind = ButtonRow(_("Class"), [medicine_class_name(kind) for kind in _KINDS])
        self.kind.show_choice(_KINDS.index(draft.kind) if draft.name else None)
        self.kind.chosen.connect(self.kind.show_choice)
        self.kind.cleared.connect(lambda: self.kind.show_choice(None))
        self.as_needed = QCheckBox(_("Taken only when needed"))
        show_checked(self.as_needed, draft.as_needed)
        described = _("These matter around ketamine. Not sure? Leave it open.")
        form = self.form
        form.add("name", _("Name"), self.name)
        form.add("kind", _("Class"), self.kind, description=described)
        form.add("dose", _("Dose"), self.dose)
        form.add("how_often", _("How often"), self.how_often)
        form.add("as_needed", "", self.as_needed)

    def _add_days(self, corrects: bool) -> None:
        draft = self._draft
        self.first = day_input(draft.first)
        self.form.add("from", _("First day"), narrow(self.first, DAY_WIDTH))
        self.ended = QCheckBox(_("This dose is no longer taken"))
        self.last = day_input(draft.last or self._today)
        self.reason = text_input(draft.reason)
        if not corrects:
            return
        show_checked(self.ended, draft.last is not None)
        self.ended.toggled.connect(self._show_ending)
        self.form.add("ended", "", self.ended)
        self.form.add("to", _("Last day"), narrow(self.last, DAY_WIDTH))
        self.form.add(
            "reason", _("Why"), self.reason, description=_("Why it changed or was stopped.")
        )
        self._show_ending(self.ended.isChecked())

    def _show_ending(self, ended: bool) -> None:
        self.form.show_field("to", ended)
        self.form.show_field("reason", ended)
        if self.isVisible():
            make_room(self)

    def written(self) -> Medication:
        """The medicine as it stands in the fields, sound or not."""
        ended = self.ended.isChecked()
        kind = self.kind.choice
        return replace(
            self._draft,
            name=self.name.text().strip(),
            dose=self.dose.text().strip(),
            how_often=self.how_often.text().strip(),
            kind=MedicineClass.OTHER if kind is None else _KINDS[kind],
            as_needed=self.as_needed.isChecked(),
            first=self.first.day,
            last=self.last.day if ended else None,
            reason=self.reason.text().strip() if ended else "",
        )

    def read(self) -> None:
        """Take over the medicine; InvalidValue where it cannot be true."""
        entered = self.written()
        check_medication(entered, self._others, today=self._today)
        self.answer = entered

    def _on_delete(self) -> None:
        self.answer = Removal()
        QDialog.accept(self)
