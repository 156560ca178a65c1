"""How the page looks: how much of the name is on it, and the paper."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.i18n import N_, _
from journal.report.parts import Choices, NameForm, Paper
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.layout import GRID, column, label

_NAMES = {
    NameForm.FULL: N_("Name"),
    NameForm.INITIALS: N_("Initials"),
    NameForm.NONE: N_("No name"),
}
_PAPERS = {Paper.A4: N_("A4"), Paper.US_LETTER: N_("US Letter")}


class LookPart(QWidget):
    """`chosen` carries the Choices with another name or paper."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self.name = ButtonRow(_("Your name on it"), [_(name) for name in _NAMES.values()])
        self.name.chosen.connect(self._on_name)
        self.paper = ButtonRow(_("Paper"), [_(name) for name in _PAPERS.values()])
        self.paper.chosen.connect(self._on_paper)
        inside = column(self)
        inside.addWidget(label(_("Your name on it"), "heading"))
        inside.addWidget(self.name)
        inside.addSpacing(GRID)
        inside.addWidget(label(_("Paper"), "heading"))
        inside.addWidget(self.paper)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen."""
        self._choices = choices
        self.name.show_choice(tuple(_NAMES).index(choices.name))
        self.paper.show_choice(tuple(_PAPERS).index(choices.paper))

    def _on_name(self, index: int) -> None:
        self.chosen.emit(replace(self._choices, name=tuple(_NAMES)[index]))

    def _on_paper(self, index: int) -> None:
        self.chosen.emit(replace(self._choices, paper=tuple(_PAPERS)[index]))
