"""The Journal page: it decides what to look at; the worker reads and searches."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal import clock as clocks
from journal.domain.errors import JournalError
from journal.domain.history import HistoryDay
from journal.i18n import _
from journal.ui.history.list_view import DayListView
from journal.ui.history.look import Look, Query, read_look
from journal.ui.history.month_calendar import MonthCalendar
from journal.ui.history.search_bar import SearchBar
from journal.ui.journal_editor import JournalEditor
from journal.ui.newest_request import NewestRequest
from journal.ui.palette import set_kind
from journal.ui.widgets.layout import card, column, label, page_body, row
from journal.wording import error_sentence
from journal.wording.history import day_heading, found_sentence, history_state

LOWEST_LIST = 200


class HistoryPage(QWidget):
    """Every day with entries, newest first; `day_chosen` carries a day to open.

    `bin_requested` asks for what was deleted, where there is something.
    """

    day_chosen = Signal(object)
    bin_requested = Signal()

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._days: tuple[HistoryDay, ...] | None = None
        self._query = Query()
        self._day: date | None = None
        self._reading = NewestRequest[Look](editor.tasks, self._on_read, self._on_not_read)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = page_body(self)
        inside.addLayout(self._header())
        self.nothing = self._nothing_card()
        self.found = self._found()
        inside.addWidget(self.nothing)
        inside.addWidget(self.found, 1)
        inside.addStretch(0)

    def _header(self) -> QHBoxLayout:
        words = column(spacing=2)
        self.state = label("", "muted", wraps=True)
        words.addWidget(label(_("Journal"), "title"))
        words.addWidget(self.state)
        self.bin = QPushButton(_("Deleted entries…"))
        self.bin.clicked.connect(self.bin_requested)
        self.bin.hide()
        line = row(spacing=16)
        line.addLayout(words, 1)
        line.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _nothing_card(self) -> QFrame:
        frame, inside = card()
        words = _("Rate a day on Today, and it becomes the first one here.")
        inside.addWidget(label(words, "strong", wraps=True))
        frame.hide()
        return frame

    def _found(self) -> QWidget:
        found = QWidget()
        inside = column(found, spacing=16)
        self.search = SearchBar()
        inside.addWidget(self.search)
        line = row(spacing=16)
        line.addWidget(self._calendar_card(), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._list_card(), 1)
        inside.addLayout(line, 1)
        found.hide()
        return found

    def _calendar_card(self) -> QFrame:
        frame, inside = card()
        inside.setContentsMargins(12, 12, 12, 12)
        self.calendar = MonthCalendar()
        self.open = QPushButton()
        inside.addWidget(self.calendar)
        inside.addWidget(label(_("•  entries     ○  session"), "small"), 0, _CENTRE)
        inside.addWidget(self.open)
        return frame

    def _list_card(self) -> QFrame:
        frame, inside = card()
        inside.setContentsMargins(6, 6, 6, 6)
        self.list = DayListView()
        self.list.setMinimumHeight(LOWEST_LIST)
        inside.addWidget(self.list)
        return frame

    def _connect(self) -> None:
        self.search.query_changed.connect(lambda _query: self._ask())
        self.search.left.connect(self.take_focus)
        self.list.day_changed.connect(self._on_day_listed)
        self.list.day_chosen.connect(self.day_chosen)
        self.calendar.day_changed.connect(self._on_day_picked)
        self.calendar.day_chosen.connect(self.day_chosen)
        self.open.clicked.connect(lambda: self.day_chosen.emit(self._day))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.take_focus)

    def take_focus(self) -> None:
        """Put the keyboard on the list of days."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Have the journal read anew; what it says is shown when the worker is done."""
        self._days = None
        self._ask()
        if self._editor.is_open:
            journal = self._editor.journal
            has_deleted = lambda: bool(journal.bin.deletions())  # noqa: E731 - for the worker
            self._editor.tasks.run(has_deleted, self.bin.setVisible, self._on_not_read)

    def _ask(self) -> None:
        """Have the days searched, read first where they are no longer known."""
        if not self._editor.is_open:
            return
        today = clocks.today(self._editor.clock, self._editor.day_starts_at)
        query = self.search.query
        self._reading.ask(partial(read_look, self._editor.journal, query, today, self._days))

    def _on_read(self, look: Look) -> None:
        self._days = look.days
        self._say(_state(look), "muted")
        self.nothing.setVisible(not look.days)
        self.found.setVisible(bool(look.days))
        words = found_sentence(len(look.rows), look.matches)
        self.search.show_found("" if look.query.is_empty else words)
        self.calendar.show_marks(look.marks)
        stays = look.query in (self._query, Query())
        self._query = look.query
        self.list.show_rows(look.rows, self._day if stays else None)

    def _on_not_read(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self._say(error_sentence(error), "error")

    def _say(self, words: str, kind: str) -> None:
        set_kind(self.state, kind)
        self.state.setText(words)

    def _on_day_listed(self, day: date) -> None:
        self.calendar.show_day(day)
        self._show_chosen(day)

    def _on_day_picked(self, day: date) -> None:
        self.list.go_to(day)
        self._show_chosen(day)

    def _show_chosen(self, day: date) -> None:
        self._day = day
        self.open.setText(_("Open {day}").format(day=day_heading(day)))


_CENTRE = Qt.AlignmentFlag.AlignHCenter


def _state(look: Look) -> str:
    if not look.days:
        return _("Every day you write something down stands here later.")
    return history_state(len(look.days), look.days[-1].day)
