"""One part of a course: on which weekdays, how often, and how long."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from journal.domain.course import MOST_APART, MOST_WEEKS, CountedIn, Phase
from journal.i18n import _
from journal.ui.sessions.choice_box import ChoiceBox
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import FlowBox, column, label, row
from journal.wording.treatment import counted_in_name, every_weeks_text, weekday_name


class _CountBox(QSpinBox):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(1, MOST_WEEKS)
        self.setAccessibleName(name)
        self.setFixedWidth(72)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class PhaseInput(QWidget):
    """`changed` tells of every change; `removal_requested` that this part goes."""

    changed = Signal()
    removal_requested = Signal()

    def __init__(self, phase: Phase, number: int) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        self.days = [self._day(weekday, number) for weekday in range(7)]
        days = FlowBox(6)
        for day in self.days:
            days.add(day)
        inside.addWidget(days)
        weeks = range(1, MOST_APART + 1)
        self.every = ChoiceBox(tuple(weeks), [every_weeks_text(n) for n in weeks])
        self.every.setAccessibleName(_("How often, part {number}").format(number=number))
        self.count = _CountBox(_("How many, part {number}").format(number=number))
        self.counted_in = ChoiceBox(tuple(CountedIn), [counted_in_name(c) for c in CountedIn])
        self.counted_in.setAccessibleName(_("Counted in, part {number}").format(number=number))
        line = row()
        line.addWidget(self.every)
        line.addWidget(label(_("for"), "muted"))
        line.addWidget(self.count)
        line.addWidget(self.counted_in)
        line.addStretch(1)
        if number > 1:
            line.addWidget(self._remove())
        inside.addLayout(line)
        self.message = label("", "error", wraps=True)
        self.message.hide()
        inside.addWidget(self.message)
        self._show_phase(phase)
        self.every.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.counted_in.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.count.valueChanged.connect(lambda _value: self.changed.emit())

    def _day(self, weekday: int, number: int) -> QPushButton:
        button = QPushButton(weekday_name(weekday, short=True))
        button.setProperty("kind", "chip")
        button.setCheckable(True)
        button.setAutoDefault(False)
        name = _("{weekday}, part {number}").format(weekday=weekday_name(weekday), number=number)
        button.setAccessibleName(name)
        button.toggled.connect(self.changed)
        return button

    def _remove(self) -> QPushButton:
        remove = QPushButton(_("Remove"))
        remove.setProperty("kind", "link")
        remove.setAutoDefault(False)
        remove.clicked.connect(self.removal_requested)
        return remove

    def _show_phase(self, phase: Phase) -> None:
        for weekday, button in enumerate(self.days):
            show_checked(button, weekday in phase.weekdays)
        self.every.show_value(phase.every_weeks)
        self.count.setValue(phase.count)
        self.counted_in.show_value(phase.counted_in)

    def phase(self) -> Phase:
        """The part as it stands, possible or not."""
        weekdays = frozenset(n for n, button in enumerate(self.days) if button.isChecked())
        return Phase(weekdays, self.count.value(), self.counted_in.value, self.every.value)

    def show_message(self, message: str) -> None:
        """Say what is wrong with this part."""
        self.message.setText(message)
        self.message.setVisible(bool(message))
