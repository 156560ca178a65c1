"""How long a session lasted: minutes, or the time it ended."""

import re
from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment, local_moment
from journal.domain.session import LONGEST_SESSION, Treatment, parse_amount
from journal.i18n import _, format_time
from journal.ui.sessions.quick_values import QuickValues
from journal.ui.widgets.layout import column, label, row

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_USUAL = {Treatment.IV_KETAMINE: (40, 60, 90), Treatment.ESKETAMINE: (120, 150)}
_OTHERS = (60, 90, 120)


class LengthInput(QWidget):
    """May stay empty: then the end is not entered."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = column(self, spacing=6)
        line = row()
        self.text = QLineEdit()
        self.text.setMaximumWidth(110)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self._ends = label("", "muted")
        line.addWidget(self.text)
        line.addWidget(label(_("min"), "muted"))
        line.addWidget(self._ends, 1)
        inside.addLayout(line)
        self.quick = QuickValues()
        self.quick.chosen.connect(self._on_chosen)
        inside.addWidget(self.quick)
        self.setFocusProxy(self.text)

    def show_usual(self, treatment: Treatment) -> None:
        """Offer the usual lengths of a treatment."""
        self.quick.show_values(_USUAL.get(treatment, _OTHERS), _("{value} min"))

    def show_minutes(self, minutes: int | None) -> None:
        """Show a length as entered."""
        self.text.setText("" if minutes is None else str(minutes))
        self.text.setModified(minutes is not None)

    def offer(self, minutes: int | None) -> None:
        """Show a length unless the person has written one."""
        if not self.text.isModified():
            self.text.setText("" if minutes is None else str(minutes))

    def _on_chosen(self, minutes: int) -> None:
        self.show_minutes(minutes)
        self.text.setFocus()

    def end(self, start: Moment) -> datetime | None:
        """The instant it ended, or None where nothing is entered.

        Raises InvalidValue for what is neither a number nor a time, or longer than any session.
        """
        text = self.text.text().strip()
        if not text:
            return None
        clock = _CLOCK.fullmatch(text)
        if clock is not None:
            return _next_at(time(int(clock[1]), int(clock[2])), start)
        minutes = parse_amount("minutes", text)
        if abs(minutes) > LONGEST_SESSION // timedelta(minutes=1):
            raise InvalidValue("end", Problem.LASTS_TOO_LONG, {"most": LONGEST_SESSION.days})
        return start.instant + timedelta(minutes=float(minutes))

    @property
    def ends(self) -> str:
        """What is said about the end."""
        return self._ends.text()

    def show_end(self, end: datetime | None) -> None:
        """Say when it ended, on the wall clock it was lived by."""
        text = "" if end is None else _("ends {time}").format(time=format_time(end))
        self._ends.setText(text)


def _next_at(clock: time, start: Moment) -> datetime:
    """The first time after the start at which the clock shows this."""
    local = start.local
    day = local.date() if clock > local.time() else local.date() + timedelta(1)
    return local_moment(datetime.combine(day, clock), start.zone, "end").instant
