"""The Trends page: it decides what to look at; the worker reads, works it out and draws."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from journal import clock as clocks
from journal.charts.description import legend
from journal.domain.errors import JournalError
from journal.i18n import _
from journal.theme import Theme
from journal.ui.journal_editor import JournalEditor
from journal.ui.newest_request import NewestRequest
from journal.ui.palette import set_kind
from journal.ui.trends.look import Choice, Look, Range, read_look
from journal.ui.trends.scale_choice import ScaleChoice
from journal.ui.trends.table_view import TimelineTableView
from journal.ui.trends.words import range_in_words, range_name, state_sentence
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.chart_view import ChartView
from journal.ui.widgets.layout import card, column, label, page_body, row
from journal.wording import error_sentence, scale_name

HIGHEST_CARD = 560


class TrendsPage(QWidget):
    """One scale over time, as a picture or as a table; `day_chosen` carries a day to open."""

    day_chosen = Signal(object)

    def __init__(self, editor: JournalEditor, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._editor = editor
        self._theme = theme
        self._choice = Choice()
        self._reading = NewestRequest[Look](editor.tasks, self._on_read, self._on_not_read)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = page_body(self)
        inside.addLayout(self._header())
        self.nothing = self._nothing_card()
        self.card = self._chart_card()
        inside.addWidget(self.nothing)
        inside.addWidget(self.card, 1)
        inside.addStretch(0)

    def _header(self) -> QHBoxLayout:
        line = row(spacing=16)
        words = column(spacing=2)
        self.state = label("", "muted", wraps=True)
        words.addWidget(label(_("Trends"), "title"))
        words.addWidget(self.state)
        self.ranges = ButtonRow(_("Range"), [range_name(range_) for range_ in Range])
        for button, range_ in zip(self.ranges.buttons, Range, strict=True):
            button.setAccessibleName(range_in_words(range_))
            button.setToolTip(range_in_words(range_))
        line.addLayout(words, 1)
        line.addWidget(self.ranges, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _nothing_card(self) -> QFrame:
        frame, inside = card()
        inside.addWidget(
            label(
                _("Rate a day on Today, and it becomes the first dot here."), "strong", wraps=True
            )
        )
        frame.hide()
        return frame

    def _chart_card(self) -> QFrame:
        frame, inside = card()
        self.scale = ScaleChoice()
        self.swap = QPushButton()
        self.swap.setProperty("kind", "link")
        self.heading = label("", "heading", wraps=True)
        self.legend = label("", "small", wraps=True)
        self.chart = ChartView(self._editor.tasks, self._theme())
        self.table = TimelineTableView()
        self._views = QStackedWidget()
        head = row()
        head.addWidget(self.heading, 1)
        for button in (self.scale, self.swap):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for view in (self.chart, self.table):
            self._views.addWidget(view)
        inside.addLayout(head)
        inside.addWidget(self.legend)
        inside.addWidget(self._views, 1)
        frame.setMaximumHeight(HIGHEST_CARD)
        frame.hide()
        self._show_view(self.chart)
        return frame

    def _connect(self) -> None:
        self.ranges.chosen.connect(self._on_range_chosen)
        self.scale.scale_chosen.connect(self._on_scale_chosen)
        self.swap.clicked.connect(self._on_swap)
        self.chart.day_chosen.connect(self.day_chosen)
        self.table.day_chosen.connect(self.day_chosen)

    def refresh(self) -> None:
        """Have the journal read anew; what it says is shown when the worker is done."""
        self.ranges.show_choice(list(Range).index(self._choice.range))
        if not self._editor.is_open:
            return
        today = clocks.today(self._editor.clock, self._editor.day_starts_at)
        self._reading.ask(partial(read_look, self._editor.journal, self._choice, today))

    def show_theme(self) -> None:
        """Draw the chart in the theme's colours."""
        self.chart.show_theme(self._theme())

    def _on_read(self, look: Look) -> None:
        self._say(state_sentence(look), "muted")
        self.ranges.setVisible(not look.is_empty)
        self.nothing.setVisible(look.is_empty)
        self.card.setVisible(not look.is_empty)
        timeline = look.timeline
        self.heading.setText(scale_name(timeline.scale))
        self.legend.setText(legend(timeline))
        self.scale.show_scales(timeline.scale, look.scored, look.others)
        self.chart.show_timeline(timeline)
        self.table.show_look(look)

    def _on_not_read(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        self._say(error_sentence(error), "error")

    def _say(self, words: str, kind: str) -> None:
        set_kind(self.state, kind)
        self.state.setText(words)

    def _on_range_chosen(self, index: int) -> None:
        self._choice = replace(self._choice, range=list(Range)[index])
        self.refresh()

    def _on_scale_chosen(self, scale: str) -> None:
        self._choice = replace(self._choice, scale=scale)
        self.refresh()

    def _on_swap(self) -> None:
        is_chart = self._views.currentWidget() is self.chart
        self._show_view(self.table if is_chart else self.chart)

    def _show_view(self, view: QWidget) -> None:
        is_chart = view is self.chart
        self._views.setCurrentWidget(view)
        self.legend.setVisible(is_chart)
        self.swap.setText(_("As table") if is_chart else _("As chart"))
