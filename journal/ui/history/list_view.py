"""The list of days: arrows move, Enter or a double click opens a day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from journal.i18n import _
from journal.ui.history.day_delegate import DayDelegate
from journal.ui.history.day_row import DayRow
from journal.ui.history.list_model import DayListModel, Index


class DayListView(QListView):
    """`day_chosen` asks to open a day, `day_changed` tells which one the keyboard is on."""

    day_chosen = Signal(object)
    day_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = DayListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(self, self._model))
        self.setAccessibleName(_("Days, newest first"))
        self.setAccessibleDescription(_("Enter opens a day, Ctrl+F searches."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(lambda _index: self._choose())

    @property
    def day(self) -> date | None:
        """The day the keyboard is on."""
        index = self.currentIndex()
        return self._model.row_at(index).day if index.isValid() else None

    def show_rows(self, rows: Sequence[DayRow], day: date | None) -> None:
        """Show other rows; the keyboard goes to `day`, or to the first where it is not there."""
        if self._model.rows == tuple(rows):
            return
        self._model.show_rows(rows)
        place = None if day is None else self._model.place_of(day)
        if rows:
            self.setCurrentIndex(self._model.index(place or 0))

    def go_to(self, day: date) -> None:
        """Put the keyboard on a day; one that is not there is only scrolled to."""
        place = self._model.place_of(day)
        if place is not None:
            self.setCurrentIndex(self._model.index(place))
            return
        near = self._model.index(self._model.place_before(day))
        self.scrollTo(near, QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which day the keyboard is on."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.day_changed.emit(self._model.row_at(current).day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the day; the rest moves about the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here: the field above searches."""

    def _choose(self) -> None:
        if self.day is not None:
            self.day_chosen.emit(self.day)
