"""Looking back on one questionnaire: its reading in words, its chart, and every time as a table."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
)

from journal.charts.totals import legend
from journal.i18n import _
from journal.theme import Theme
from journal.ui.questionnaires.look import Standing
from journal.ui.questionnaires.table_model import Column, HistoryTableModel
from journal.ui.questionnaires.totals_picture import TotalsPicture
from journal.ui.tasks import TaskRunner
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.column_widths import shared
from journal.ui.widgets.layout import clear, column, label, row
from journal.wording.questionnaires import reading_sentences

ROW_HEIGHT, TWO_LINES = 34, 50
MOST_ROWS_SEEN = 8
HEADER_MARGIN = 16
CELL_MARGIN = 24
GIVE_WAY = (
    (Column.LOOKS_BACK, 84),
    (Column.REMARK, 180),
    (Column.PLACE, 106),
    (Column.CALLED, 100),
    (Column.REMARK, 40),
)
"""Where there is little room these columns are cut down so far, in this order."""


class HistoryTableView(QTableView):
    """Enter changes the selected response, Delete deletes it; signals carry its identifier."""

    change_requested = Signal(UUID)
    removal_requested = Signal(UUID)

    def __init__(self, model: HistoryTableModel) -> None:
        super().__init__()
        self._entries = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setMinimumSectionSize(30)
        self.doubleClicked.connect(lambda _index: self.ask_change())

    def fit(self) -> None:
        """Make the columns wide enough, and the table as high as its rows, up to eight."""
        self._fit_columns()
        height = self.verticalHeader().defaultSectionSize()
        rows = min(max(self._entries.rowCount(), 1), MOST_ROWS_SEEN)
        around = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().height() + rows * height + around)

    def _fit_columns(self) -> None:
        """Where there is little room a heading and the rows have two lines."""
        self.setColumnHidden(Column.REMARK, not self._entries.has_remarks)
        shown = [each for each in Column if not self.isColumnHidden(each)]
        wanted = {each: self._wanted(each) for each in shown}
        room = self.viewport().width()
        widths = shared(wanted, room, GIVE_WAY, rest=shown[-1])
        for each, width in widths.items():
            self.setColumnWidth(each, width)
        header = self.horizontalHeader()
        one_line = widths[Column.LOOKS_BACK] >= wanted[Column.LOOKS_BACK]
        lines = header.fontMetrics().lineSpacing() * (1 if one_line else 2)
        header.setFixedHeight(lines + HEADER_MARGIN)
        cells = (each for each in shown if each is not Column.LOOKS_BACK)
        is_cut = any(widths[each] < wanted[each] for each in cells)
        self.verticalHeader().setDefaultSectionSize(TWO_LINES if is_cut else ROW_HEIGHT)

    def _wanted(self, shown: Column) -> int:
        heading = str(self._entries.headerData(shown, Qt.Orientation.Horizontal))
        above = self.horizontalHeader().fontMetrics().horizontalAdvance(heading) + CELL_MARGIN
        return max(self.sizeHintForColumn(shown), above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width, and the height a heading of two lines."""
        super().resizeEvent(event)
        self.fit()

    def selected(self) -> UUID | None:
        """The response of the current row."""
        entry = self._entries.entry_at(self.currentIndex())
        return entry.response.id if entry else None

    def ask_change(self) -> None:
        """Ask to change the selected response."""
        if (response := self.selected()) is not None:
            self.change_requested.emit(response)

    def ask_removal(self) -> None:
        """Ask to delete the selected response."""
        if (response := self.selected()) is not None:
            self.removal_requested.emit(response)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete act on the row; the rest moves about the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_change()
        elif event.key() == Qt.Key.Key_Delete:
            self.ask_removal()
        else:
            super().keyPressEvent(event)


class HistoryCard(QFrame):
    """`questionnaire_chosen` carries a key."""

    questionnaire_chosen = Signal(str)

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._keys: tuple[str, ...] = ()
        inside = column(self, spacing=12)
        inside.setContentsMargins(20, 18, 20, 18)
        self._choice_place = row()
        self.choice: ButtonRow | None = None
        self.reading = label("", wraps=True)
        self.legend = label("", "small", wraps=True)
        self.picture = TotalsPicture(tasks, theme)
        self.model = HistoryTableModel(self)
        self.table = HistoryTableView(self.model)
        inside.addLayout(self._choice_place)
        for widget in (self.reading, self.legend, self.picture, self.table):
            inside.addWidget(widget)
        inside.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.change = QPushButton(_("Change…"))
        self.change.clicked.connect(self.table.ask_change)
        self.delete = QPushButton(_("Delete"))
        self.delete.clicked.connect(self.table.ask_removal)
        for button in (self.change, self.delete):
            line.addWidget(button)
        line.addStretch(1)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._allow_buttons())
        return line

    def show_history(self, standings: Sequence[Standing], shown: Standing) -> None:
        """Show one of the questionnaires that have entries."""
        self._offer(standings, shown)
        words = reading_sentences(shown.reading) if shown.reading else ()
        self.reading.setText(" ".join(words))
        self.reading.setVisible(bool(words))
        has_chart = shown.chart is not None
        self.picture.setVisible(has_chart)
        self.legend.setVisible(has_chart)
        if shown.chart is not None:
            self.legend.setText(legend(shown.chart))
            self.picture.show_totals(shown.chart)
        title = shown.questionnaire.title
        self.table.setAccessibleName(_("{title}, every time").format(title=title))
        self.table.setAccessibleDescription(
            _("Newest first. Enter changes a row, Delete deletes it.")
        )
        held = self.table.currentIndex().row()
        self.model.show_entries(shown.entries)
        self.table.fit()
        self.table.selectRow(min(max(held, 0), self.model.rowCount() - 1))
        self._allow_buttons()

    def _offer(self, standings: Sequence[Standing], shown: Standing) -> None:
        keys = tuple(each.questionnaire.key for each in standings)
        if self.choice is None or keys != self._keys:
            clear(self._choice_place)
            self._keys = keys
            titles = [each.questionnaire.title for each in standings]
            self.choice = ButtonRow(_("Look back on"), titles)
            self.choice.chosen.connect(lambda i: self.questionnaire_chosen.emit(self._keys[i]))
            self._choice_place.addWidget(self.choice, 1)
        self.choice.show_choice(keys.index(shown.questionnaire.key))

    def _allow_buttons(self) -> None:
        for button in (self.change, self.delete):
            button.setEnabled(self.table.selected() is not None)
