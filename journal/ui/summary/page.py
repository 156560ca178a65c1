"""The Summary page: it decides which page is wanted, and hands it over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journal import clock as clocks
from journal.domain.errors import InvalidValue, JournalError
from journal.domain.period import last_days
from journal.i18n import _
from journal.report.parts import Choices, Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary import verbs
from journal.ui.summary.choices_card import ChoicesCard
from journal.ui.summary.contents import contents_sentence
from journal.ui.summary.making import Asked, MadePage, make_page, save_page
from journal.ui.summary.newest_only import NewestOnly
from journal.ui.summary.outcome_line import OutcomeLine
from journal.ui.summary.paper import usual_paper
from journal.ui.summary.periods import USUAL_DAYS, PeriodChoice, Span, chosen_period
from journal.ui.summary.preview import Preview
from journal.ui.summary.printing import ask_printer, page_images, print_images
from journal.ui.summary.saving import ask_path, file_name, first_folder
from journal.ui.widgets.layout import column, label, row
from journal.wording import error_sentence

SIDE_BY_SIDE_FROM = 860
CHOICES_WIDTH = 330

AskPath = Callable[[QWidget, Path], Path | None]
AskPrinter = Callable[[QWidget, Paper], QPrinter | None]


class SummaryPage(QWidget):
    """Choices at the left, the page as it will be at the right, Print and Save above.

    `ask_path` and `ask_printer` answer None where the person thinks better of it; `locale_name`
    (such as `en_US`) chooses the paper at first.
    """

    def __init__(
        self,
        editor: JournalEditor,
        *,
        ask_path: AskPath = ask_path,
        ask_printer: AskPrinter = ask_printer,
        locale_name: str | None = None,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._ask_path = ask_path
        self._ask_printer = ask_printer
        self._folder = first_folder()
        self._making: NewestOnly[MadePage] = NewestOnly(editor.tasks)
        self._asked: Asked | None = None
        self._paper = usual_paper(locale_name or QLocale.system().name())
        self._span = Span.USUAL
        self._entered_visit: date | None = None
        days = last_days(USUAL_DAYS, self._today())
        self._first, self._last = days.first, days.last
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        body = QWidget()
        body.setProperty("kind", "page")
        area.setWidget(body)
        column(self).addWidget(area)
        self.choices = ChoicesCard()
        self.preview = Preview()
        self.outcome = OutcomeLine()
        inside = column(body, spacing=16)
        inside.setContentsMargins(36, 28, 36, 24)
        inside.addLayout(self._header())
        inside.addWidget(self.outcome)
        self._cards = row(spacing=16)
        self._cards.addWidget(self.choices)
        self._cards.addWidget(self.preview, 1)
        inside.addLayout(self._cards, 1)

    def _header(self) -> QVBoxLayout:
        head = column(spacing=2)
        head.addWidget(label(_("Summary for your provider"), "title", wraps=True))
        self.contents = label(_("A page made from your journal."), "muted", wraps=True)
        head.addWidget(self.contents)
        head.addLayout(self._buttons())
        return head

    def _buttons(self) -> QHBoxLayout:
        self.print = QPushButton(_("Print…"))
        self.save = QPushButton(_("Save PDF…"))
        self.save.setProperty("kind", "primary")
        line = row()
        copies = label(_("The printer or its queue may keep a copy."), "small", wraps=True)
        copies.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(copies, 1)
        line.addWidget(self.print)
        line.addWidget(self.save)
        return line

    def _connect(self) -> None:
        self.choices.span_chosen.connect(self._on_span)
        self.choices.last_visit_entered.connect(self._on_last_visit)
        self.choices.first_entered.connect(self._on_first)
        self.choices.last_entered.connect(self._on_last)
        self.choices.paper_chosen.connect(self._on_paper)
        self.preview.retry_requested.connect(self.refresh)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self._editor.opened.connect(self.refresh)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def refresh(self) -> None:
        """Show the choices and have the page made anew from the journal."""
        self.choices.setEnabled(self._editor.is_open)
        self.choices.show_paper(self._paper)
        self._asked = self._wanted() if self._editor.is_open else None
        for button in (self.print, self.save):
            button.setEnabled(self._asked is not None)
        if self._asked is not None:
            self._make(self._asked)

    def _wanted(self) -> Asked | None:
        """The page of the present choices; a wrong one is told at its field."""
        today = self._today()
        choice = self._choice(today)
        self.choices.show_choice(choice)
        try:
            period = chosen_period(choice, today)
        except InvalidValue as error:
            self.choices.show_error(error)
            self._making.forget()
            self.preview.show_message(_("Once the period is right, the page appears here."))
            return None
        self.choices.show_period(period)
        return Asked(period, today, Choices(self._paper))

    def _choice(self, today: date) -> PeriodChoice:
        visit = self._entered_visit or self._editor.journal.settings().last_visit(today)
        return PeriodChoice(self._span, visit, self._first, self._last)

    def _make(self, asked: Asked) -> None:
        journal, shown = self._editor.journal, self.preview.shown
        self.preview.show_making()
        self._making.run(
            lambda: make_page(journal, asked, shown), self._on_made, self._on_not_made
        )

    def _on_made(self, page: MadePage) -> None:
        self.contents.setText(contents_sentence(page.summary))
        head = _("Who, which days, how complete")
        self.choices.show_contents([head, *(section.title for section in page.report.sections)])
        self.preview.show_page(page)

    def _on_not_made(self, error: Exception) -> None:
        self.preview.show_message(_sentence(error), retry=True)

    def _on_span(self, span: Span) -> None:
        self._span = span
        self.refresh()

    def _on_last_visit(self, day: date) -> None:
        ...

    def _on_first(self, day: date) -> None:
        self._first = day
        self.refresh()

    def _on_last(self, day: date) -> None:
        self._last = day
        self.refresh()

    def _on_paper(self, paper: Paper) -> None:
        self._paper = paper
        self.refresh()
