"""The day on the page, and which of its check-ins an entry belongs to."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from journal import clock as clocks
from journal.domain.checkin import CONTINUES_FOR
from journal.domain.day_entries import DayEntries, continued
from journal.domain.period import Moment, check_not_future, day_ends, moment_on_day
from journal.ui.today.target import Target

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from journal.domain.checkin import CheckIn
    from journal.ui.journal_editor import JournalEditor

EVENING = time(20)
"""The time a check-in written down for an earlier day gets, until the person says otherwise."""


class ShownDay:
    """Today, or any day before it.

    An entry continues the last check-in for 60 minutes. A check-in that was picked, or begun with
    "another check-in", is held to as long, counted from the last entry in it.
    """

    def __init__(self, editor: JournalEditor) -> None:
        self._editor = editor
        self._clock = editor.clock
        self.day = self._day_it_was = self.today()
        self.entries = DayEntries(self.day)
        self.shown: CheckIn | None = None
        self._chosen: UUID | None = None
        self._own_time: time | None = None
        self._touched_at = self._clock.now()

    def today(self) -> date:
        """The journal day it is now."""
        return clocks.today(self._clock, self._editor.day_starts_at)

    @property
    def is_today(self) -> bool:
        """Whether the day shown is the one it is now."""
        return self.day == self.today()

    def read(self) -> None:
        """Read the day's entries; those that wait to be saved are among them."""
        self.entries = self._editor.entries(self.day)
        self.shown = self.open_check_in()
        if self.shown is not None:
            self._own_time = None

    def go_to(self, day: date) -> None:
        """Turn to another day, never one after today."""
        self._day_it_was = self.today()
        self.day = min(day, self._day_it_was)
        self._leave_check_in()

    def turn_to_today(self) -> None:
        """Stay on today where only now the journal says when its days start."""
        if self.day == self._day_it_was:
            self._day_it_was = self.day = self.today()

    @property
    def is_over(self) -> bool:
        """Whether the day shown was today when it was turned to, and no longer is."""
        return self.day == self._day_it_was != self.today()

    def choose(self, check_in: UUID | None) -> None:
        """Hold to this check-in of the day, or to none."""
        self._leave_check_in()
        self._chosen = check_in
        self._touched_at = self._clock.now()

    def begin_another(self) -> None:
        """Let the next entry begin a check-in of its own."""
        self.choose(self._editor.stamp().new_id())

    def set_time(self, clock: time) -> None:
        """Give the check-in that has not begun yet its time; InvalidValue for one to come."""
        check_not_future("at", self.moment_at(clock, self._clock.zone()), self._clock.now())
        self._own_time = clock
        self._touched_at = self._clock.now()

    def _leave_check_in(self) -> None:
        self._chosen = self._own_time = None

    def _forget_after_an_hour(self) -> None:
        if self._clock.now() - self._touched_at >= CONTINUES_FOR:
            self._leave_check_in()

    def open_check_in(self) -> CheckIn | None:
        """The check-in an entry made now would go to, None where it would begin one."""
        self._forget_after_an_hour()
        if self._chosen is None:
            return continued(self.entries, self._clock.now())
        return next((c for c in self.entries.check_ins if c.id == self._chosen), None)

    def clock_shown(self) -> time:
        """The time of the check-in shown, or the one a new check-in would get."""
        if self.shown is not None:
            return self.shown.moment.local.time()
        if self.is_today and self._own_time is None:
            return clocks.local_now(self._clock).time()
        return self._moment().local.time()

    def moment_at(self, clock: time, zone: str) -> Moment:
        """The moment of this day at a time; InvalidValue for one that the clocks skipped."""
        return moment_on_day(self.day, clock, zone, "at", self._editor.day_starts_at)

    def target(self) -> Target:
        """Where a rating goes: on, or an hour after the last one, to a check-in of its own."""
        self._forget_after_an_hour()
        self._touched_at = self._clock.now()
        return Target(self.day, self._moment(), self._chosen)

    def shown_target(self) -> Target:
        """Where words go that change what is shown: to that check-in, however old it is."""
        self._touched_at = self._clock.now()
        chosen = self._chosen if self.shown is None else self.shown.id
        return Target(self.day, self._moment(), chosen)

    def _moment(self) -> Moment:
        zone = self._clock.zone()
        if self._own_time is not None:
            return self.moment_at(self._own_time, zone)
        if self.is_today:
            return clocks.moment_now(self._clock, self._editor.day_starts_at)
        if self.day == self._day_it_was:
            return Moment(self._last_instant() - timedelta(minutes=1), zone, self.day)
        return self.moment_at(EVENING, zone)

    def _last_instant(self) -> datetime:
        return day_ends(self.day, self._clock.zone(), self._editor.day_starts_at)

    def last_moment(self) -> Moment:
        """The present, or the end of a day that is over."""
        over = self._last_instant() - timedelta(seconds=1)
        return Moment(min(over, self._clock.now()), self._clock.zone(), self.day)
