"""A calendar of one month: it shows which days have entries, and goes to any day."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from journal.domain.period import EARLIEST_DAY
from journal.i18n import N_, _, month_name
from journal.ui.history.month_delegate import MonthDelegate
from journal.ui.history.month_model import DAYS, WEEKS, DayMarks, MonthModel
from journal.ui.widgets.layout import column, label, row

CELL_WIDTH, CELL_HEIGHT = 34, 32

_WEEKDAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))

_DAY_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
_MONTH_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthView(QTableView):
    """Arrows and Page keys ask for another day, Enter opens the one the mark is on."""

    day_picked = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, model: MonthModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(MonthDelegate(self, model))
        self.setAccessibleName(_("Calendar of days with entries"))
        self.setAccessibleDescription(_("Arrows go to a day, Enter opens it."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._measure()
        self.clicked.connect(lambda index: self.day_picked.emit(model.day_at(index)))
        self.doubleClicked.connect(lambda index: self.day_chosen.emit(model.day_at(index)))

    def _measure(self) -> None:
        for header, size in (
            (self.horizontalHeader(), CELL_WIDTH),
            (self.verticalHeader(), CELL_HEIGHT),
        ):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedSize(DAYS * CELL_WIDTH, WEEKS * CELL_HEIGHT)

    @property
    def day(self) -> date | None:
        """The day the mark is on."""
        index = self.currentIndex()
        return self._model.day_at(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day, in another month too; or open the day."""
        key = Qt.Key(event.key())
        day = self.day
        if day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _DAY_STEPS:
            self.day_picked.emit(day + timedelta(_DAY_STEPS[key]))
        elif key in _MONTH_STEPS:
            self.day_picked.emit(months_on(day, _MONTH_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_chosen.emit(day)
        else:
            super().keyPressEvent(event)


class MonthCalendar(QWidget):
    """`day_changed` tells which day was gone to, `day_chosen` asks to open one."""

    day_changed = Signal(object)
    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        begins = QLocale().firstDayOfWeek().value - 1
        self.model = MonthModel(begins, self)
        self.view = MonthView(self.model)
        self._day = self.model.month
        self._title = label("", "strong")
        self._back = self._turn_button("‹", _("Previous month"), -1)
        self._forward = self._turn_button("›", _("Next month"), 1)
        inside = column(self, spacing=6)
        inside.addLayout(self._head())
        inside.addLayout(_weekdays(begins))
        inside.addWidget(self.view)
        self.view.day_picked.connect(self._pick)
        self.view.day_chosen.connect(self.day_chosen)

    def _turn_button(self, text: str, name: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(CELL_WIDTH)
        button.clicked.connect(lambda: self._pick(months_on(self._day, step)))
        return button

    def _head(self) -> QHBoxLayout:
        head = row()
        head.addWidget(self._back)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignHCenter)
        head.addWidget(self._forward)
        return head

    @property
    def day(self) -> date:
        """The day the mark is on."""
        return self._day

    def show_marks(self, marks: DayMarks) -> None:
        """Mark these days; a day after today cannot be chosen."""
        self.model.show_marks(marks)
        self.show_day(self._day)

    def show_day(self, day: date) -> None:
        """Turn to a day without telling of it; the days from 1900 up to today are there."""
        today = self.model.marks.today
        self._day = min(max(day, EARLIEST_DAY), today)
        self.model.show_month(self._day)
        self.view.setCurrentIndex(self.model.index_of(self._day))
        self._title.setText(
            _("{month} {year}").format(month=month_name(self._day.month), year=self._day.year)
        )
        self._forward.setEnabled(_month(self._day) < _month(today))
        self._back.setEnabled(_month(self._day) > _month(EARLIEST_DAY))

    def _pick(self, day: date) -> None:
        before = self._day
        self.show_day(day)
        if self._day != before:
            self.day_changed.emit(self._day)


def _weekdays(begins: int) -> QHBoxLayout:
    names = row(spacing=0)
    for place in range(DAYS):
        name = label(_(_WEEKDAYS[(begins + place) % DAYS]), "small")
        name.setFixedWidth(CELL_WIDTH)
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        names.addWidget(name)
    return names


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def months_on(day: date, step: int) -> date:
    """The same day so many months later or earlier, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
