"""The one way to ask for values: each with its label, its unit, help, and a place for its error."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from journal.i18n import _
from journal.ui.widgets.layout import GRID, column, label, row


@dataclass(frozen=True, slots=True)
class _Field:
    place: QWidget
    input: QWidget
    message: QLabel
    description: str


class Form(QWidget):
    """Fields one below the other, their labels in a column of their own while there is room.

    A field is known by its key, as in the errors of the domain. Where a field has several inputs,
    the widget's focus proxy is the one the label belongs to; the others are named by whoever
    makes them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, _Field] = {}
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(2 * GRID)
        self._rows.setVerticalSpacing(GRID + 4)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def add(
        self, field_key: str, name: str, widget: QWidget, *, description: str = "", unit: str = ""
    ) -> None:
        """Add a field at the end; `unit` stands behind the input, `description` below it.

        An empty `name` is for an input that shows its own, such as a check box.
        """
        asked = widget.focusProxy() or widget
        caption = label(name)
        if name:
            asked.setAccessibleName(name)
        told = " ".join(part for part in (_in_unit(unit), description) if part)
        asked.setAccessibleDescription(told)
        message = label("", "error", wraps=True)
        message.hide()
        place = _place(widget, unit, description, message)
        self._rows.addRow(caption, place)
        caption.setBuddy(asked)
        self._fields[field_key] = _Field(place, asked, message, told)

    def show_error(self, field_key: str, message: str) -> None:
        """Say at its field what is wrong with a value; KeyError for a key that was not added."""
        field = self._fields[field_key]
        field.message.setText(message)
        field.message.setVisible(bool(message))
        told = " ".join(part for part in (message, field.description) if part)
        field.input.setAccessibleDescription(told)
        # Otherwise the rows keep the height they had without the message.
        self._rows.invalidate()

    def clear_errors(self) -> None:
        """Take every error away."""
        for field_key in self._fields:
            self.show_error(field_key, "")

    def error(self, field_key: str) -> str:
        """The error that stands at a field, or an empty text."""
        return self._fields[field_key].message.text()

    def take_focus(self, field_key: str) -> None:
        """Put the keyboard on a field."""
        self._fields[field_key].input.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, field_key: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._rows.setRowVisible(self._fields[field_key].place, shown)

    def shows_field(self, field_key: str) -> bool:
        """Whether a field is not hidden."""
        return self._rows.isRowVisible(self._fields[field_key].place)

    def has_field(self, field_key: str) -> bool:
        """Whether a field with this key was added."""
        return field_key in self._fields


def _in_unit(unit: str) -> str:
    return _("In {unit}.").format(unit=unit) if unit else ""


def _place(widget: QWidget, unit: str, description: str, message: QLabel) -> QWidget:
    place = QWidget()
    inside = column(place, spacing=3)
    line = row()
    line.addWidget(widget, 0 if unit else 1)
    if unit:
        line.addWidget(label(unit, "muted"), 1)
    inside.addLayout(line)
    if description:
        inside.addWidget(label(description, "small", wraps=True))
    inside.addWidget(message)
    return place
