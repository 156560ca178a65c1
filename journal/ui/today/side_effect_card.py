"""The card of a day's side effects: chips to tap, and the details of the one tapped last."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton

from journal import catalogue
from journal.domain.side_effect import SideEffect
from journal.i18n import _
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import FlowBox, card, column, label, rule, shortened
from journal.wording import effect_label, effect_name, severity_name

if TYPE_CHECKING:
    from journal.ui.today.side_effect_details import SideEffectDetails

NONE = ":none"
"""Marks the chip that says there were no side effects; no effect is called so."""


@dataclass(frozen=True, slots=True)
class ShownSideEffects:
    """A day's side effects; `offered` are catalogue keys not among them, in the order to show.

    `session` is the number of the session the day's effects belong to, None away from sessions.
    """

    none_today: bool
    effects: tuple[SideEffect, ...]
    offered: tuple[str, ...]
    session: int | None


class SideEffectCard(QFrame):
    """Adds, details and removes side effects; at most one shows its details."""

    none_changed = Signal(bool)
    added = Signal(str)
    own_added = Signal(str)
    changed = Signal(object, object)
    removed = Signal(object)

    def __init__(self, title: str = "") -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._selected: UUID | None = None
        inside.addWidget(label(title or _("Side effects today"), "heading"))
        self._chips = FlowBox(6)
        inside.addWidget(self._chips)
        self._message = label("", "error", wraps=True)
        self._message.hide()
        inside.addWidget(self._message)
        self._rule = rule()
        inside.addWidget(self._rule)
        self._below = column()
        inside.addLayout(self._below)
        inside.addStretch(1)
        self._build_chips(ShownSideEffects(False, (), (), None))
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_N), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._on_none_key)

    @cached_property
    def _details(self) -> "SideEffectDetails":
        from journal.ui.today.side_effect_details import (  # noqa: PLC0415 - at the first effect
            SideEffectDetails,
        )

        details = SideEffectDetails()
        details.changed.connect(self.changed)
        details.removed.connect(self.removed)
        self._below.addWidget(details)
        return details

    def select(self, effect_id: UUID | None) -> None:
        """Show the details of this effect."""
        self._selected = effect_id
        self._show_details()

    def show_side_effects(self, shown: ShownSideEffects) -> None:
        """Show a day's effects as chips, those present first."""
        self.show_message("")
        if shown != self._shown:
            self._build_chips(shown)
        self._show_details()

    def _build_chips(self, shown: ShownSideEffects) -> None:
        focused = self._focused_chip()
        self._shown = shown
        self._chips.clear()
        self._chips.add(self._none_chip())
        for effect in shown.effects:
            self._chips.add(self._present_chip(effect))
        for key in shown.offered:
            self._chips.add(self._offered_chip(key))
        self._more = self._chip(_("+ more"))
        self._more.setAccessibleName(_("More side effects"))
        self._more.clicked.connect(self._show_more)
        self._chips.add(self._more)
        if focused is not None:
            self._focus_chip(focused)

    def show_message(self, message: str) -> None:
        """Say what is wrong with an effect."""
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def _show_details(self) -> None:
        effect = next((e for e in self._shown.effects if e.id == self._selected), None)
        self._rule.setVisible(effect is not None)
        if effect is not None:
            self._details.show_effect(effect, self._shown.session)
            self._details.show()
        elif self._has_details:
            self._hide_details()

    @property
    def _has_details(self) -> bool:
        return "_details" in vars(self)

    def _hide_details(self) -> None:
        keyboard = QApplication.focusWidget()
        if keyboard is not None and self._details.isAncestorOf(keyboard):
            self._focus_chip(NONE)
        self._details.hide()

    def _chip(self, text: str, *, checked: bool = False) -> QPushButton:
        chip = QPushButton(shortened(text))
        chip.setAccessibleName(text)
        chip.setProperty("kind", "chip")
        chip.setCheckable(checked)
        show_checked(chip, checked)
        return chip

    def _none_chip(self) -> QPushButton:
        chip = self._chip(_("None today   N"))
        chip.setCheckable(True)
        show_checked(chip, self._shown.none_today)
        chip.setAccessibleName(_("No side effects today"))
        chip.setAccessibleDescription(_("Key N"))
        chip.setProperty("effect", NONE)
        chip.setEnabled(not self._shown.effects)
        if self._shown.effects:
            chip.setToolTip(_("There are side effects on this day. Remove them first."))
        chip.toggled.connect(self.none_changed)
        self._none = chip
        return chip

    def _present_chip(self, effect: SideEffect) -> QPushButton:
        text = effect_name(effect)
        if effect.severity is not None:
            text = f"{text} · {severity_name(effect.severity)}"
        chip = self._chip(text, checked=True)
        chip.setToolTip(text if text != chip.text() else "")
        chip.setProperty("effect", effect.kind)
        chip.toggled.connect(lambda: self._on_present_toggled(chip, effect))
        return chip

    def _on_present_toggled(self, chip: QPushButton, effect: SideEffect) -> None:
        show_checked(chip, True)
        self.select(effect.id)

    def _offered_chip(self, key: str) -> QPushButton:
        chip = self._chip(effect_label(key))
        chip.setProperty("effect", key)
        chip.clicked.connect(lambda: self.added.emit(key))
        return chip

    def _focused_chip(self) -> str | None:
        """What the chip with the keyboard stands for; empty for one that is no effect."""
        chips = self._chips.findChildren(QPushButton)
        focused = next((chip for chip in chips if chip.hasFocus()), None)
        return None if focused is None else str(focused.property("effect") or "")

    def _focus_chip(self, effect: str) -> None:
        chips = [chip for chip in self._chips.findChildren(QPushButton) if chip.isEnabled()]
        same = (chip for chip in chips if str(chip.property("effect") or "") == effect)
        next(same, self._more).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_none_key(self) -> None:
        if self.isVisible() and self._none.isEnabled():
            self.none_changed.emit(not self._shown.none_today)

    def _show_more(self) -> None:
        menu = self.more_menu([effect.effect for effect in self._shown.effects])
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def more_menu(self, present: Sequence[str]) -> QMenu:
        """Every side effect of the catalogue that is not present, by group, and an own one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = catalogue.side_effects()
        for group, title in listed.groups.items():
            part = menu.addMenu(_(title))
            for effect in listed.effects:
                if effect.group == group and effect.key not in present:
                    text = f"{_(effect.name)} ({_(effect.hint)})" if effect.hint else _(effect.name)
                    action = part.addAction(text)
                    action.triggered.connect(lambda _c=False, k=effect.key: self.added.emit(k))
        menu.addSeparator()
        menu.addAction(_("In my own words…")).triggered.connect(self._ask_own)
        return menu

    def _ask_own(self) -> None:
        from journal.ui.widgets.one_question import ask_words  # noqa: PLC0415 - at the first one

        name = ask_words(self, _("Side effect"), _("What was it, in your own words?"))
        if name:
            self.own_added.emit(name)
