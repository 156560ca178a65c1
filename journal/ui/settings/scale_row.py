"""One scale in the list: whether it is asked, what it is called, and its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSizePolicy, QWidget

from journal.domain.checkin import MOOD, Direction, Scale
from journal.i18n import N_, _
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import column, label, row
from journal.wording import scale_ends, scale_name

_OWN_ENDS = {
    Direction.HIGHER_BETTER: N_("{ends} · higher is better"),
    Direction.HIGHER_WORSE: N_("{ends} · higher is worse"),
    Direction.NEITHER: N_("{ends}"),
}


class ScaleRow(QWidget):
    """`active_changed` carries the tick, `moved` a step up (-1) or down (1)."""

    active_changed = Signal(bool)
    moved = Signal(int)
    change_requested = Signal()
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self._name = _squeezable(label("", "strong", wraps=True))
        self._ends = _squeezable(label("", "small", wraps=True))
        self.change = _button(_("Change…"), "link")
        self.remove = _button(_("Delete"), "link")
        self.up = _button("↑", "score", 32)
        self.down = _button("↓", "score", 32)
        self._lay_out()
        self.tick.toggled.connect(self.active_changed)
        self.change.clicked.connect(self.change_requested)
        self.remove.clicked.connect(self.removal_requested)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self._add_key("Alt+Up", self.up)
        self._add_key("Alt+Down", self.down)

    def _lay_out(self) -> None:
        line = row(self)
        words = column(spacing=0)
        words.addWidget(self._name)
        words.addWidget(self._ends)
        line.addWidget(self.tick)
        line.addLayout(words, 1)
        for button in (self.change, self.remove, self.up, self.down):
            line.addWidget(button)

    def _add_key(self, keys: str, button: QPushButton) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)

    def show_scale(self, scale: Scale, *, bipolar: bool = False) -> None:
        """Show a scale; mood has a tick that cannot be taken away, and no other place."""
        name, ends = scale_name(scale), scale_ends(scale, bipolar=bipolar)
        is_mood = scale.key == MOOD
        if is_mood:
            ends = _("{ends} · always asked").format(ends=ends)
        if scale.is_own:
            ends = _(_OWN_ENDS[scale.direction]).format(ends=ends)
        self._name.setText(name)
        self._ends.setText(ends)
        show_checked(self.tick, scale.active or is_mood)
        self.tick.setEnabled(not is_mood)
        self.tick.setAccessibleName(name)
        self.tick.setAccessibleDescription(ends)
        self.setToolTip(_("Mood is always asked: it is what a day needs.") if is_mood else "")
        self.change.setVisible(scale.is_own)
        for button in (self.up, self.down):
            button.setVisible(not is_mood)
        self._name_buttons(name)

    def _name_buttons(self, name: str) -> None:
        words = {
            self.change: _("Change {scale}"),
            self.remove: _("Delete {scale}"),
            self.up: _("Move {scale} up"),
            self.down: _("Move {scale} down"),
        }
        for button, sentence in words.items():
            button.setAccessibleName(sentence.format(scale=name))
        self.up.setToolTip(_("Move up (Alt+Up)"))
        self.down.setToolTip(_("Move down (Alt+Down)"))

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Offer the ways that lead somewhere; the keyboard stays on the row."""
        focused = self.up.hasFocus() or self.down.hasFocus()
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        if focused and not (self.up.hasFocus() or self.down.hasFocus()):
            (self.down if is_first else self.up).setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The name is as good as the tick."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.tick.click()


def _squeezable(text: QLabel) -> QLabel:
    # A name of one very long word must not make the page wider than the window.
    text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return text


def _button(text: str, kind: str, size: int | None = None) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    if size is not None:
        button.setFixedSize(size, size)
    return button
