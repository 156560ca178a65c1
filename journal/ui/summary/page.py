"""The Summary page: it decides which page is wanted, and hands it over."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal import clock as clocks
from journal.domain.errors import InvalidValue, JournalError
from journal.domain.notes import Note
from journal.domain.period import last_days
from journal.i18n import _
from journal.report.notes_section import chosen_notes
from journal.report.parts import Choices, ThreeLines
from journal.ui.journal_editor import JournalEditor
from journal.ui.newest_request import NewestRequest
from journal.ui.summary import verbs
from journal.ui.summary.choices_card import ChoicesCard
from journal.ui.summary.contents import chosen_count, contents_sentence
from journal.ui.summary.handing_over import AskPrinter, HandingOver, Order
from journal.ui.summary.making import Asked, MadePage, PageMaker
from journal.ui.summary.notes_dialog import NotesDialog
from journal.ui.summary.outcome_line import OutcomeLine
from journal.ui.summary.paper import usual_paper
from journal.ui.summary.periods import USUAL_DAYS, PeriodChoice, Span, chosen_period
from journal.ui.summary.preview import Preview
from journal.ui.summary.printing import ask_printer
from journal.ui.undisturbed import UndisturbedTasks
from journal.ui.widgets.file_saving import AskPath, ask_path
from journal.ui.widgets.layout import column, label, page_body, row
from journal.wording import error_sentence

SIDE_BY_SIDE_FROM = 860
CHOICES_WIDTH = 330
PREVIEW_HEIGHT = 420
STACKED_PREVIEW_HEIGHT = 640
NO_LIMIT = 16_777_215

AskNotes = Callable[[QWidget, Sequence[Note], frozenset[UUID]], frozenset[UUID] | None]


class SummaryPage(QWidget):
    """Choices at the left, the page as it will be at the right, Print and Save above.

    `ask_path`, `ask_printer` and `ask_notes` answer None where the person thinks better of it;
    `locale_name` (such as `en_US`) chooses the paper at first, `folder` is where the last summary
    was saved, `lines` are those for the appointment as they were left; `folder_chosen` and
    `lines_entered` carry others. Nothing else of what is chosen outlives the page.
    """

    folder_chosen = Signal(str)
    lines_entered = Signal(object)

    def __init__(
        self,
        editor: JournalEditor,
        *,
        folder: str = "",
        lines: ThreeLines = ThreeLines(),  # noqa: B008 - it cannot change
        ask_path: AskPath = ask_path,
        ask_printer: AskPrinter = ask_printer,
        ask_notes: AskNotes = NotesDialog.ask,
        locale_name: str | None = None,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._ask_notes = ask_notes
        self._making: NewestRequest[MadePage] = NewestRequest(
            UndisturbedTasks(editor.tasks), self._on_made, self._on_not_made
        )
        self._maker: PageMaker | None = None
        self._is_stale = True
        self._asked: Asked | None = None
        paper = usual_paper(locale_name or QLocale.system().name())
        self._choices = Choices(paper, lines=lines)
        self._span = Span.USUAL
        self._entered_visit: date | None = None
        days = last_days(USUAL_DAYS, self._today())
        self._first, self._last = days.first, days.last
        self._build()
        asks = (ask_path, ask_printer)
        self._handing_over = HandingOver(editor, self.outcome, self, folder, asks)
        self._handing_over.folder_chosen.connect(self.folder_chosen)
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
        period = self.choices.period
        period.span_chosen.connect(self._on_span)
        period.last_visit_entered.connect(self._on_last_visit)
        period.first_entered.connect(self._on_first)
        period.last_entered.connect(self._on_last)
        self.choices.chosen.connect(self._on_choices)
        self.choices.lines.entered.connect(self._on_lines)
        self.choices.contents.notes_requested.connect(self._on_notes)
        self.choices.file.attach_chosen.connect(lambda _on: self._say_contents())
        self.preview.retry_requested.connect(self.refresh)
        self.preview.text_file_requested.connect(self._on_save_text)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self._editor.opened.connect(self.refresh)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    @property
    def is_at_rest(self) -> bool:
        """Whether the page that is wanted is shown, or the reason why there is none."""
        return not self.preview.is_making

    def refresh(self) -> None:
        """Show the choices and have the page made anew from the journal."""
        self._is_stale = True
        self._follow_choices()

    def _follow_choices(self) -> None:
        """Show the choices and have their page made."""
        is_open = self._editor.is_open
        self.choices.setEnabled(is_open)
        self.choices.show_choices(self._choices)
        self._asked = self._wanted()
        for button in (self.print, self.save):
            button.setEnabled(is_open and self._asked is not None)
        if not is_open:
            self._maker = None
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
        self.choices.period.show_choice(choice, today)
        try:
            period = chosen_period(choice, today)
        except InvalidValue as error:
            self.choices.period.show_error(error)
            return None
        self.choices.period.show_period(period)
        return Asked(period, today, self._choices)

    def _last_visit(self, today: date) -> date | None:
        """What was entered until it is kept, then what is kept."""
        if not self._editor.is_open:
            return None
        kept = self._editor.journal.settings().last_visit(today)
        if self._entered_visit == kept:
            self._entered_visit = None
        return self._entered_visit or kept

    def _make(self, asked: Asked) -> None:
        maker, reread = self._page_maker(), self._is_stale
        self.preview.show_making()
        self._making.ask(lambda: maker.make(asked, reread=reread))

    def _page_maker(self) -> PageMaker:
        """The one of the journal that is open: it may be another than the last time."""
        journal = self._editor.journal
        if self._maker is None or self._maker.journal is not journal:
            self._maker = PageMaker(journal)
        return self._maker

    def _on_made(self, page: MadePage) -> None:
        self._is_stale = False
        self.preview.show_page(page)
        notes = page.summary.notes
        self.choices.contents.show_notes(chosen_count(page.summary, self._choices), len(notes))
        self.choices.show_contents(is_empty=page.summary.is_empty)
        self.choices.file.show_data(page.days_of_data)
        self._say_contents()

    def _say_contents(self) -> None:
        if self.preview.shown is not None:
            self.contents.setText(
                contents_sentence(
                    self.preview.shown.summary,
                    self._choices,
                    attach_data=self.choices.file.attach.isChecked(),
                )
            )

    def _on_not_made(self, error: Exception) -> None:
        self._show_no_page(_sentence(error), retry=True)

    def _show_no_page(self, words: str, *, retry: bool = False) -> None:
        self.contents.setText(_("A page made from your journal."))
        self.choices.show_contents(is_empty=True)
        self.preview.show_message(words, retry=retry)

    def _on_chosen(self) -> None:
        self.outcome.hide()
        self._follow_choices()

    def _on_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._on_chosen()

    def _on_lines(self, lines: ThreeLines) -> None:
        self.lines_entered.emit(lines)
        self._on_choices(replace(self._choices, lines=lines))

    def _on_notes(self) -> None:
        if self.preview.shown is None:
            return
        summary = self.preview.shown.summary
        ticked = frozenset(note.id for note in chosen_notes(summary, self._choices.notes))
        answer = self._ask_notes(self, summary.notes, ticked)
        if answer is not None:
            elsewhere = (self._choices.notes or frozenset()) - {note.id for note in summary.notes}
            self._on_choices(replace(self._choices, notes=answer | elsewhere))

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

    def _on_save(self) -> None:
        order = self._order(self._on_save)
        wishes = self.choices.file.wishes()
        if order is not None and wishes is not None:
            self._handing_over.save_pdf(order, wishes)

    def _on_save_text(self) -> None:
        order = self._order(self._on_save_text)
        if order is not None:
            self._handing_over.save_text(order)

    def _on_print(self) -> None:
        order = self._order(self._on_print)
        if order is not None:
            self._handing_over.print(order)

    def _order(self, again: Callable[[], None]) -> Order | None:
        """The page that is wanted by now, what is still being typed included."""
        self.choices.flush()
        if self._asked is None or self._maker is None:
            return None
        return Order(self._asked, self._maker, self._is_stale, again)

    def leave(self) -> None:
        """Take over what is being entered; the password is gone."""
        self.choices.flush()
        self.choices.file.forget_password()

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
