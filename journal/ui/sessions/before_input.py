"""The 24 hours before a session: what was taken, none of it, or not asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.domain.session import BeforeSession
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import column
from journal.wording.treatment import before_session_name, none_of_these


class BeforeInput(QWidget):
    """Nothing is ticked until somebody asks; "none of these" and the others exclude each other."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        self.taken = {each: QCheckBox(before_session_name(each)) for each in BeforeSession}
        self.none = QCheckBox(none_of_these())
        for box in self.taken.values():
            box.toggled.connect(self._on_taken)
            inside.addWidget(box)
        self.none.toggled.connect(self._on_none)
        inside.addWidget(self.none)
        self.setFocusProxy(next(iter(self.taken.values())))

    def show_before(self, before: frozenset[BeforeSession] | None) -> None:
        """Show an answer, or that nobody asked."""
        show_checked(self.none, before == frozenset())
        for each, box in self.taken.items():
            show_checked(box, before is not None and each in before)

    def before(self) -> frozenset[BeforeSession] | None:
        """What was taken, empty for none of these, None where nothing is ticked."""
        taken = frozenset(each for each, box in self.taken.items() if box.isChecked())
        return taken if taken or self.none.isChecked() else None

    def _on_taken(self) -> None:
        show_checked(self.none, False)
        self.changed.emit()

    def _on_none(self) -> None:
        for box in self.taken.values():
            show_checked(box, False)
        self.changed.emit()
