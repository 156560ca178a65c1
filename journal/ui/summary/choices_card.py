"""The card of choices: which days, what they come to on the page, and the paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QVBoxLayout, QWidget

from journal.domain.errors import InvalidValue
from journal.domain.period import Period
from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.report.parts import Paper
from journal.ui.summary.periods import USUAL_DAYS, PeriodChoice, Span, period_error
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.day_input import DayInput
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import GRID, card, clear, column, label, row
from journal.ui.widgets.narrow import at_left

NO_BREAK = "\u00a0"

_PAPERS = {Paper.A4: N_("A4"), Paper.US_LETTER: N_("US Letter")}


class ChoicesCard(QFrame):
    """`span_chosen` carries a Span, the days a date each, `paper_chosen` a Paper.

    `safety_chosen` tells whether the safety rows are wanted on the page.
    """

    span_chosen = Signal(object)
    last_visit_entered = Signal(object)
    first_entered = Signal(object)
    last_entered = Signal(object)
    safety_chosen = Signal(bool)
    paper_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._parts = row(spacing=2 * GRID)
        self._parts.addLayout(self._period_part(), 1)
        self._parts.addLayout(self._page_part(), 1)
        inside.addLayout(self._parts)
        inside.addStretch(1)

    def _period_part(self) -> QVBoxLayout:
        part = column()
        part.addWidget(label(_("Period"), "heading"))
        self.span = ButtonRow(_("Period"), _span_names())
        self.span.chosen.connect(lambda index: self.span_chosen.emit(Span(index)))
        part.addWidget(self.span)
        part.addWidget(self._days())
        self.period = label("", "muted", wraps=True)
        part.addWidget(self.period)
        part.addStretch(1)
        return part

    def _page_part(self) -> QVBoxLayout:
        part = column()
        part.addWidget(self._contents_part())
        part.addWidget(label(_("Paper"), "heading"))
        self.paper = ButtonRow(_("Paper"), [_(name) for name in _PAPERS.values()])
        self.paper.chosen.connect(lambda index: self.paper_chosen.emit(tuple(_PAPERS)[index]))
        part.addWidget(self.paper)
        part.addStretch(1)
        return part

    def _contents_part(self) -> QWidget:
        self._contents = QWidget()
        inside = column(self._contents, spacing=6)
        inside.addWidget(label(_("What it contains"), "heading"))
        self.safety = QCheckBox(_("Safety"), self._contents)
        described = _("Without it, the page says “left out by the patient”.")
        self.safety.setAccessibleDescription(described)
        self.safety.setToolTip(described)
        self.safety.clicked.connect(self.safety_chosen)
        self._listed = column(spacing=6)
        inside.addLayout(self._listed)
        inside.addSpacing(GRID)
        return self._contents

    def _days(self) -> Form:
        self.form = Form()
        self.last_visit, self.first, self.last = DayInput(), DayInput(), DayInput()
        self.form.add(
            "last_visit",
            _("Last visit"),
            at_left(self.last_visit),
            description=_("A summary you save or print keeps its day as a visit."),
        )
        self.form.add("from", _("First day"), at_left(self.first))
        self.form.add("to", _("Last day"), at_left(self.last))
        self.last_visit.entered.connect(self.last_visit_entered)
        self.first.entered.connect(self.first_entered)
        self.last.entered.connect(self.last_entered)
        return self.form

    def show_choice(self, choice: PeriodChoice, today: date) -> None:
        """Show what is chosen and its fields; with no visit yet its field starts at `today`."""
        self.span.show_choice(choice.span.value)
        self.form.setVisible(choice.span is not Span.USUAL)
        self.form.show_field("last_visit", choice.span is Span.SINCE_VISIT)
        for field in ("from", "to"):
            self.form.show_field(field, choice.span is Span.OWN)
        self.last_visit.show_day(choice.last_visit or today)
        self.first.show_day(choice.first)
        self.last.show_day(choice.last)

    def show_period(self, period: Period) -> None:
        """Name the days of the page; every field is right."""
        self.form.clear_errors()
        words = _("{first} – {last}, {days}").format(
            first=format_date(period.first),
            last=format_date(period.last),
            days=_days(len(period)).replace(" ", NO_BREAK),
        )
        self.period.setText(words)
        self.period.show()

    def show_error(self, error: InvalidValue) -> None:
        """Say at its field what is wrong with the period."""
        self.form.clear_errors()
        self.form.show_error(error.field, period_error(error))
        self.period.hide()

    def show_contents(self, parts: Sequence[str], *, safety: bool) -> None:
        """List the parts of the page; nothing where there is no page.

        `safety` tells whether the rows of that part are on it.
        """
        # It keeps the keyboard: only what stands around it is made anew.
        self._listed.removeWidget(self.safety)
        clear(self._listed)
        self._contents.setVisible(bool(parts))
        for part in parts:
            is_chosen = part == self.safety.text()
            self._listed.addWidget(self.safety if is_chosen else label(f"•  {part}", wraps=True))
        self.safety.setChecked(safety)
        self.safety.setVisible(self.safety.text() in parts)

    def arrange(self, *, tall: bool) -> None:
        """Everything in one column, or in two where the card is wide and the page is not."""
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if tall else direction.LeftToRight)

    def show_paper(self, paper: Paper) -> None:
        """Show the paper in use."""
        self.paper.show_choice(tuple(_PAPERS).index(paper))

    def flush(self) -> None:
        """Hand over the days that were entered."""
        for entered in (self.last_visit, self.first, self.last):
            entered.flush()


def _span_names() -> list[str]:
    return [_("Since last visit"), _days(USUAL_DAYS), _("Own")]


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=format_number(count))
