"""A long form in parts that open and close, each with one line that tells what is inside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label, row, rule, shortened

CLOSED, OPEN = "▸", "▾"


class Section(QFrame):
    """A card with its title; closed it shows only that, and what is inside in a few words.

    Without a title it is always open.
    """

    def __init__(self, title: str, inside: QWidget) -> None:
        super().__init__()
        self._title = title
        self.inside = inside
        frame, self._column = card()
        self._column.setContentsMargins(16, 12, 16, 12)
        column(self).addWidget(frame)
        self.header = QPushButton()
        self._told = label("", "muted")
        self._rule = rule()
        if title:
            self._add_header()
        self._column.addWidget(inside)
        self.open(not title)

    def _add_header(self) -> None:
        self.header.setProperty("kind", "entry")
        self.header.setAutoDefault(False)
        self.header.setCheckable(True)
        self.header.setAccessibleName(self._title)
        self.header.toggled.connect(self.open)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row()
        head.addWidget(self.header)
        head.addWidget(self._told, 1)
        self._column.addLayout(head)
        self._column.addWidget(self._rule)

    @property
    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return not self.inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Show the inside, or only the title."""
        self.inside.setVisible(opened)
        if not self._title:
            return
        self._rule.setVisible(opened)
        show_checked(self.header, opened)
        self.header.setText(f"{OPEN if opened else CLOSED}  {self._title}")

    def tell(self, told: str) -> None:
        """Say in a few words what is inside."""
        self._told.setText(shortened(told, 44))
        self.header.setAccessibleDescription(told)


class SectionedForm(QWidget):
    """Forms one below the other that answer as one; fields are known by their keys."""

    def __init__(self) -> None:
        super().__init__()
        self._sections: dict[str, Section] = {}
        self._forms: dict[str, Form] = {}
        self._column = column(self, spacing=12)

    def add_form(self, key: str, title: str = "") -> Form:
        """Add a part with fields at the end; without a title it is always open."""
        form = Form()
        self._forms[key] = form
        self.add_part(key, title, form)
        return form

    def add_part(self, key: str, title: str, inside: QWidget) -> None:
        """Add a part that is no form of fields."""
        section = Section(title, inside)
        self._sections[key] = section
        self._column.addWidget(section)

    def add_card(self, inside: QWidget) -> None:
        """Add a part that is a card of its own and always open."""
        self._column.addWidget(inside)

    def section(self, key: str) -> Section:
        """A part by its key."""
        return self._sections[key]

    def show_section(self, key: str, shown: bool) -> None:
        """Show or hide a part."""
        self._sections[key].setVisible(shown)

    def shows_section(self, key: str) -> bool:
        """Whether a part is not hidden."""
        return not self._sections[key].isHidden()

    def _form_of(self, field_key: str) -> tuple[Section, Form]:
        key = next(key for key, form in self._forms.items() if form.has_field(field_key))
        return self._sections[key], self._forms[key]

    def show_error(self, field_key: str, message: str) -> None:
        """Say at its field what is wrong, and open the part it is in."""
        section, form = self._form_of(field_key)
        form.show_error(field_key, message)
        section.open()

    def clear_errors(self) -> None:
        """Take every error away."""
        for form in self._forms.values():
            form.clear_errors()

    def error(self, field_key: str) -> str:
        """The error that stands at a field, or an empty text."""
        return self._form_of(field_key)[1].error(field_key)

    def take_focus(self, field_key: str) -> None:
        """Put the keyboard on a field."""
        self._form_of(field_key)[1].take_focus(field_key)

    def show_field(self, field_key: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._form_of(field_key)[1].show_field(field_key, shown)

    def shows_field(self, field_key: str) -> bool:
        """Whether a field is shown, its part open or closed."""
        section, form = self._form_of(field_key)
        return form.shows_field(field_key) and not section.isHidden()
