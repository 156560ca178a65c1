"""What the form of a session has to know beside the session itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from journal import clock as clocks
from journal.catalogue import HelpNumbers, numbers_for
from journal.clock import Clock
from journal.domain.edit import Stamp
from journal.domain.period import Moment, day_ends
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.ui.sessions.hours import HoursAround, ReadHours

ELSEWHERE = "ZZ"


def _nothing_logged(_session: TreatmentSession) -> HoursAround:
    return HoursAround()


def _elsewhere() -> HelpNumbers:
    return numbers_for(ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The other sessions and all side effects, the clock, and whom to call in this country."""

    sessions: tuple[TreatmentSession, ...]
    clock: Clock
    day_starts_at: time
    stamp: Callable[[], Stamp]
    effects: tuple[SideEffect, ...] = ()
    read_hours: ReadHours = _nothing_logged
    numbers: HelpNumbers = field(default_factory=_elsewhere)

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The journal day it is now."""
        return clocks.today(self.clock, self.day_starts_at)

    def stored(self, session: TreatmentSession) -> TreatmentSession | None:
        """The session as the journal has it, None for a new one."""
        return next((each for each in self.sessions if each.id == session.id), None)

    def effects_of(self, session: TreatmentSession) -> tuple[SideEffect, ...]:
        """The side effects tied to a session."""
        return tuple(effect for effect in self.effects if effect.session_id == session.id)

    def noted(self, start: Moment) -> Moment:
        """What an effect of a session is noted for: now, or the end of the session's day."""
        over = day_ends(start.day, start.zone, self.day_starts_at) - timedelta(minutes=1)
        return Moment(min(over, self.now), start.zone, start.day)
