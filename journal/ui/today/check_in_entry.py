"""What every tap on the card of a check-in changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from uuid import UUID

from journal.domain.checkin import Scale
from journal.i18n import _
from journal.ui.journal_editor import Verb
from journal.ui.today import verbs
from journal.ui.today.shown_day import ShownDay
from journal.wording.scales import scale_name


class CheckInEntry:
    """Turns taps into verbs for the day shown; `perform` carries one out."""

    def __init__(self, shown: ShownDay, perform: Callable[[str, Verb], None]) -> None:
        self._shown = shown
        self._perform = perform

    def rate(self, scale: Scale, value: int) -> None:
        """Keep a rating."""
        words = _("{scale} {value} saved.").format(scale=scale_name(scale), value=value)
        self._perform(words, verbs.rate(self._shown.target(), scale, value))

    def clear(self, scale: Scale) -> None:
        """Take a rating back."""
        words = _("{scale} taken back.").format(scale=scale_name(scale))
        self._perform(words, verbs.take_back(self._shown.shown_target(), scale.key))

    def rate_sleep(self, scale: Scale, value: float | None) -> None:
        """Keep the night's sleep, or clear it."""
        words = _("{scale} saved.").format(scale=scale_name(scale))
        self._perform(words, verbs.sleep(self._shown.day, scale, value))

    def mark_too_unwell(self, too_unwell: bool) -> None:
        """Mark the evening, or take the mark back."""
        words = _("Too unwell tonight: saved.") if too_unwell else _("Taken back.")
        self._perform(words, verbs.too_unwell(self._shown.day, too_unwell))

    def remove(self, check_in: UUID) -> None:
        """Delete a check-in."""
        self._shown.choose(None)
        self._perform(_("Check-in deleted."), verbs.remove_check_in(self._shown.day, check_in))

    def set_time(self, clock: time) -> None:
        """Give the check-in shown its time, or the one to come; InvalidValue for one to come."""
        shown = self._shown.shown
        if shown is None:
            self._shown.set_time(clock)
        elif shown.moment.local.time().replace(second=0, microsecond=0) != clock:
            moment = self._shown.moment_at(clock, shown.moment.zone)
            self._perform(_("Time saved."), verbs.move(self._shown.day, shown.id, moment))
