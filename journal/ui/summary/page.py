"""The Summary page: it decides which page is wanted, and hands it over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journal import clock as clocks
from journal.domain.errors import InvalidValue, JournalError
from journal.domain.period import last_days
from journal.i18n import _
from journal.report.parts import Choices, Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.newest_request import NewestRequest
from journal.ui.summary import verbs
from journal.ui.summary.choices_card import ChoicesCard
from journal.ui.summary.contents import contents_sentence
from journal.ui.summary.making import Asked, MadePage, make_page, save_page
from journal.ui.summary.outcome_line import OutcomeLine
from journal.ui.summary.paper import usual_paper
from journal.ui.summary.periods import USUAL_DAYS, PeriodChoice, Span, chosen_period
from journal.ui.summary.preview import Preview
from journal.ui.summary.printing import ask_printer, page_images, print_images
from journal.ui.summary.saving import ask_path, file_name, first_folder
from journal.ui.widgets.layout import column, label, page_body, row
from journal.wording import error_sentence

SIDE_BY_SIDE_FROM = 860
CHOICES_WIDTH = 330
PREVIEW_HEIGHT = 420
STACKED_PREVIEW_HEIGHT = 640
NO_LIMIT = 16_777_215

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
        self._making: NewestRequest[MadePage] = NewestRequest(
            editor.tasks, self._on_made, self._on_not_made
        )
        self._asked: Asked | None = None
        self._paper = usual_paper(locale_name or QLocale.system().name())
        self._safety = True
        self._span = Span.USUAL
        self._entered_visit: date | None = None
        days = last_days(USUAL_DAYS, self._today())
        self._first, self._last = days.first, days.last
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.choices = ChoicesCard()
        self.preview = Preview()
        self.outcome = OutcomeLine()
        inside = page_body(self)
        inside.addLayout(self._header())
        inside.addWidget(self.outcome)
        self._cards = row(spacing=16)
        self._cards.addWidget(self.choices)
        self._cards.addWidget(self.preview, 1)
        inside.addLayout(self._cards, 1)

    def _header(self) -> QBoxLayout:
        self._head = row(spacing=16)
        words = column(spacing=2)
        words.addWidget(label(_("Summary for your provider"), "title", wraps=True))
        self.contents = label("", "muted", wraps=True)
        words.addWidget(self.contents)
        words.addStretch(1)
        self._head.addLayout(words, 1)
        self._head.addLayout(self._buttons())
        return self._head

    def _buttons(self) -> QVBoxLayout:
        self.print = QPushButton(_("Print…"))
        self.save = QPushButton(_("Save PDF…"))
        self.save.setProperty("kind", "primary")
        line = row()
        line.addStretch(1)
        line.addWidget(self.print)
        line.addWidget(self.save)
        copies = label(_("The printer or its queue may keep a copy."), "small")
        buttons = column(spacing=4)
        buttons.addStretch(1)
        buttons.addLayout(line)
        buttons.addWidget(copies, 0, Qt.AlignmentFlag.AlignRight)
        return buttons

    def _connect(self) -> None:
        self.choices.span_chosen.connect(self._on_span)
        self.choices.last_visit_entered.connect(self._on_last_visit)
        self.choices.first_entered.connect(self._on_first)
        self.choices.last_entered.connect(self._on_last)
        self.choices.safety_chosen.connect(self._on_safety)
        self.choices.paper_chosen.connect(self._on_paper)
        self.preview.retry_requested.connect(self.refresh)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self._editor.opened.connect(self.refresh)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def refresh(self) -> None:
        """Show the choices and have the page made anew from the journal."""
        is_open = self._editor.is_open
        self.choices.setEnabled(is_open)
        self.choices.show_paper(self._paper)
        self._asked = self._wanted()
        for button in (self.print, self.save):
            button.setEnabled(is_open and self._asked is not None)
        if self._asked is None:
            self._making.forget()
            self._show_no_page(_("Once the period is right, the page appears here."))
        elif is_open:
            self._make(self._asked)
        else:
            self._show_no_page(_("Once the journal is open, the page appears here."))

    def _wanted(self) -> Asked | None:
        """The page of the present choices; a wrong one is told at its field."""
        today = self._today()
        choice = PeriodChoice(self._span, self._last_visit(today), self._first, self._last)
        self.choices.show_choice(choice, today)
        try:
            period = chosen_period(choice, today)
        except InvalidValue as error:
            self.choices.show_error(error)
            return None
        self.choices.show_period(period)
        return Asked(period, today, Choices(self._paper, self._safety))

    def _last_visit(self, today: date) -> date | None:
        """What was entered until it is kept, then what is kept."""
        if not self._editor.is_open:
            return None
        kept = self._editor.journal.settings().last_visit(today)
        if self._entered_visit == kept:
            self._entered_visit = None
        return self._entered_visit or kept

    def _make(self, asked: Asked) -> None:
        journal, shown = self._editor.journal, self.preview.shown
        self.preview.show_making()
        self._making.ask(lambda: make_page(journal, asked, shown))

    def _on_made(self, page: MadePage) -> None:
        self.contents.setText(contents_sentence(page.summary, safety=self._safety))
        head = _("Who, which days, how complete")
        titles = [section.title for section in page.report.sections]
        self.choices.show_contents([head, *titles], safety=self._safety)
        self.preview.show_page(page)

    def _on_not_made(self, error: Exception) -> None:
        self._show_no_page(_sentence(error), retry=True)

    def _show_no_page(self, words: str, *, retry: bool = False) -> None:
        self.contents.setText(_("A page made from your journal."))
        self.choices.show_contents((), safety=self._safety)
        self.preview.show_message(words, retry=retry)

    def _on_chosen(self) -> None:
        self.outcome.hide()
        self.refresh()

    def _on_span(self, span: Span) -> None:
        self._span = span
        self._on_chosen()

    def _on_last_visit(self, day: date) -> None:
        self._entered_visit = day
        self._on_chosen()
        if self._asked is not None:
            words = _("Last visit saved.")
            self._editor.perform(words, verbs.set_last_visit(day, self._asked.today))

    def _on_first(self, day: date) -> None:
        self._first = day
        self._on_chosen()

    def _on_last(self, day: date) -> None:
        self._last = day
        self._on_chosen()

    def _on_safety(self, safety: bool) -> None:
        self._safety = safety
        self._on_chosen()

    def _on_paper(self, paper: Paper) -> None:
        self._paper = paper
        self._on_chosen()

    def _on_save(self) -> None:
        self.choices.flush()
        asked = self._asked
        if asked is None:
            return
        path = self._ask_path(self, self._folder / file_name(asked.today))
        if path is None:
            return
        self._folder = path.parent
        journal = self._editor.journal
        self.outcome.tell(_("Saving…"))
        self._editor.tasks.run(
            lambda: save_page(journal, asked, path),
            lambda _none: self._on_saved(asked, path),
            lambda error: self._on_refused(error, self._on_save),
        )

    def _on_saved(self, asked: Asked, path: Path) -> None:
        self.outcome.offer(_("Saved."), _("Show in folder"), lambda: self._show_folder(path.parent))
        self._hand_over(asked)

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = _("Saved. The folder could not be opened; it is {folder}.")
            self.outcome.tell(words.format(folder=folder))

    def _on_print(self) -> None:
        self.choices.flush()
        asked = self._asked
        if asked is None:
            return
        printer = self._ask_printer(self, asked.choices.paper)
        if printer is None:
            return
        journal, shown = self._editor.journal, self.preview.shown
        self.outcome.tell(_("Printing…"))
        self._editor.tasks.run(
            lambda: page_images(make_page(journal, asked, shown).pdf),
            lambda images: self._on_drawn(asked, images, printer),
            lambda error: self._on_refused(error, self._on_print),
        )

    def _on_drawn(self, asked: Asked, images: tuple[QImage, ...], printer: QPrinter) -> None:
        if not print_images(images, printer):
            words = _("The printer did not take the page. Check it, or save the PDF instead.")
            self.outcome.refuse(words, _("Try again"), self._on_print)
            return
        self.outcome.tell(_("Handed to the printer."))
        self._hand_over(asked)

    def _hand_over(self, asked: Asked) -> None:
        self._editor.perform(_("Today is kept as a visit."), verbs.hand_over(asked.today))

    def _on_refused(self, error: Exception, again: Callable[[], None]) -> None:
        self.outcome.refuse(_sentence(error), _("Try again"), again)

    def leave(self) -> None:
        """Save the day that is being entered."""
        self.choices.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand side by side where there is room."""
        self._arrange(wide=event.size().width() >= SIDE_BY_SIDE_FROM)
        super().resizeEvent(event)

    def _arrange(self, *, wide: bool) -> None:
        direction = QBoxLayout.Direction
        for line in (self._head, self._cards):
            line.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.choices.arrange(tall=wide)
        self.choices.setMinimumWidth(CHOICES_WIDTH if wide else 0)
        self.choices.setMaximumWidth(CHOICES_WIDTH if wide else NO_LIMIT)
        self.preview.setMinimumHeight(PREVIEW_HEIGHT if wide else STACKED_PREVIEW_HEIGHT)


def _sentence(error: Exception) -> str:
    if not isinstance(error, JournalError):
        raise error
    return error_sentence(error)
