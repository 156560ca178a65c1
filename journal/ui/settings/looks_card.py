"""The card of the window's looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal.i18n import N_, _
from journal.preferences import THEMES
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import card, column, label

_NAMES = {"system": N_("System"), "light": N_("Light"), "dark": N_("Dark")}


class LooksCard(QFrame):
    """`theme_chosen` carries `system`, `light` or `dark`."""

    theme_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        inside.addWidget(label(_("Looks"), "heading"))
        form = Form()
        self.theme = ButtonRow(_("Theme"), [_(_NAMES[theme]) for theme in THEMES])
        self.theme.chosen.connect(lambda index: self.theme_chosen.emit(THEMES[index]))
        form.add("theme", _("Theme"), self.theme)
        inside.addWidget(form)

    def show_theme(self, theme: str) -> None:
        """Show the theme in use."""
        self.theme.show_choice(THEMES.index(theme))
