"""Which days the page is about: three ways to say it, with their fields."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.domain.errors import InvalidValue
from journal.domain.period import Period
from journal.i18n import _, format_date, format_number, ngettext
from journal.ui.summary.periods import USUAL_DAYS, PeriodChoice, Span, period_error
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.day_input import DayInput
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label
from journal.ui.widgets.narrow import at_left

NO_BREAK = "\u00a0"


class PeriodPart(QWidget):
    """`span_chosen` carries a Span, the days a date each."""

    span_chosen = Signal(object)
    last_visit_entered = Signal(object)
    first_entered = Signal(object)
    last_entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        inside = column(self)
        inside.addWidget(label(_("Period"), "heading"))
        self.span = ButtonRow(_("Period"), _span_names())
        self.span.chosen.connect(lambda index: self.span_chosen.emit(Span(index)))
        inside.addWidget(self.span)
        inside.addWidget(self._days())
        self.days = label("", "muted", wraps=True)
        inside.addWidget(self.days)

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
        self.days.setText(words)
        self.days.show()

    def show_error(self, error: InvalidValue) -> None:
        """Say at its field what is wrong with the period."""
        self.form.clear_errors()
        self.form.show_error(error.field, period_error(error))
        self.days.hide()

    def flush(self) -> None:
        """Hand over the days that were entered."""
        for entered in (self.last_visit, self.first, self.last):
            entered.flush()


def _span_names() -> list[str]:
    return [_("Since last visit"), _days(USUAL_DAYS), _("Own")]


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=format_number(count))
