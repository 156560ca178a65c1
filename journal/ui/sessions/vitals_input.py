"""The table of readings over the time since a session's start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.catalogue import HelpNumbers
from journal.domain.session import Setting
from journal.domain.vitals import BEFORE, PRESETS, Vitals
from journal.i18n import _
from journal.ui.sessions.vitals_row import FIGURE_WIDTH, TIME_WIDTH, VitalsRow
from journal.ui.widgets.layout import FlowBox, column, label, row
from journal.wording.treatment import reading_time, second_reading

Slot = tuple[int, bool]
"""The minutes of a reading, and whether it is the one on leaving."""


class VitalsInput(QWidget):
    """Rows for the usual times, and buttons that add others; empty rows are no readings.

    `warned` carries the widget that says what is to be done about a reading.
    """

    changed = Signal()
    warned = Signal(QWidget)

    def __init__(self, numbers: HelpNumbers) -> None:
        super().__init__()
        self._numbers = numbers
        self._setting: Setting | None = None
        self._left_after = 0
        self.rows: list[VitalsRow] = []
        inside = column(self, spacing=8)
        inside.addWidget(_header())
        self._column = column(spacing=6)
        inside.addLayout(self._column)
        self.more = FlowBox(6)
        inside.addWidget(self.more)

    def show_vitals(self, vitals: tuple[Vitals, ...]) -> None:
        """Show readings as they were entered."""
        for reading in vitals:
            leaving = reading.leaving
            self._row((reading.minutes, leaving)).show_reading(reading)
        self._arrange()

    def show_occasion(self, usual: tuple[int | None, ...], setting: Setting | None) -> None:
        """Offer rows for these minutes; None is the one on leaving."""
        self._setting = setting
        for minutes in usual:
            self._row((self._left_after, True) if minutes is None else (minutes, False))
        for row_ in self.rows:
            row_.show_place(setting, self._numbers)
        self._arrange()

    def show_left_after(self, minutes: int) -> None:
        """Say when a person leaves who says nothing else: when the session ends."""
        self._left_after = minutes

    def _row(self, slot: Slot) -> VitalsRow:
        minutes, leaving = slot
        for row_ in self.rows:
            if row_.is_leaving if leaving else row_.slot == slot:
                return row_
        return self._add_row(VitalsRow(None if leaving else minutes, leaving=leaving))

    def _add_row(self, row_: VitalsRow) -> VitalsRow:
        row_.left_after = self._left_after
        row_.show_place(self._setting, self._numbers)
        row_.changed.connect(self.changed)
        row_.warned.connect(lambda: self.warned.emit(row_.finding))
        self.rows.append(row_)
        return row_

    def _arrange(self) -> None:
        """Rows in the order of their time, leaving last, one without a time at the end."""
        self.rows.sort(key=lambda row_: row_.place)
        for place, row_ in enumerate(self.rows):
            self._column.insertWidget(place, row_)
        self._show_more()

    def _show_more(self) -> None:
        present = {row_.slot[0] for row_ in self.rows if not row_.is_leaving}
        offered = [BEFORE if minutes is None else minutes for minutes in PRESETS]
        self.more.clear()
        for minutes in offered:
            if minutes not in present:
                self._offer(reading_time(Vitals(minutes)), (minutes, False))
        if not any(row_.is_leaving for row_ in self.rows):
            self._offer(reading_time(Vitals(0, leaving=True)), (self._left_after, True))
        self._offer(_("another time"), None)

    def _offer(self, text: str, slot: Slot | None) -> None:
        button = QPushButton(_("+ {time}").format(time=text))
        button.setProperty("kind", "chip")
        button.setAutoDefault(False)
        button.setAccessibleName(_("Add a reading: {time}").format(time=text))
        button.clicked.connect(lambda: self.add_reading(slot))
        self.more.add(button)

    def add_reading(self, slot: Slot | None) -> VitalsRow:
        """Add an empty row for these minutes, or for minutes that the person says."""
        added = self._add_row(VitalsRow(None)) if slot is None else self._row(slot)
        self._arrange()
        added.show()
        (added.after if slot is None else added.systolic).setFocus()
        return added

    def vitals(self) -> tuple[Vitals, ...]:
        """The readings in the order of their minutes; the one on leaving is never before others."""
        last = max(
            (r.minutes or 0 for r in self.rows if not (r.is_empty or r.is_leaving)), default=0
        )
        for row_ in self.rows:
            row_.left_after = max(self._left_after, last)
        readings = [reading for row_ in self.rows if (reading := row_.reading()) is not None]
        return tuple(sorted(readings, key=lambda reading: (reading.minutes, reading.leaving)))

    def first_problem(self) -> VitalsRow | None:
        """The first row that cannot stand as it is, once it said why."""
        seen: set[Slot] = set()
        for row_ in self.rows:
            if row_.is_empty:
                continue
            if not row_.judge():
                return row_
            if row_.slot in seen:
                row_.show_problem(second_reading(row_.slot[0]))
                return row_
            seen.add(row_.slot)
        return None

    def told(self) -> str:
        """The readings in a few words: when there were some."""
        return ", ".join(reading_time(reading) for reading in self.vitals())


def _header() -> QWidget:
    place = QWidget()
    line = row(place, spacing=6)
    when = label(_("after the start"), "small")
    when.setFixedWidth(TIME_WIDTH)
    line.addWidget(when)
    both = label(_("Blood pressure"), "small")
    both.setFixedWidth(2 * FIGURE_WIDTH + 20)
    line.addWidget(both)
    line.addSpacing(10)
    pulse = label(_("Pulse"), "small")
    pulse.setFixedWidth(FIGURE_WIDTH)
    line.addWidget(pulse)
    line.addSpacing(14)
    line.addWidget(label(_("SpO₂ %"), "small"))
    line.addStretch(1)
    return place
