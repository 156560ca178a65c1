"""Where an entry on the Today page goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.domain.day_entries import DayEntries, continued

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from journal.domain.checkin import CheckIn
    from journal.domain.edit import Stamp
    from journal.domain.period import Moment


@dataclass(frozen=True, slots=True)
class Target:
    """The check-in an entry is for: the chosen one, else the one that is still continued.

    Where neither is there yet a new one begins at `moment`, with `chosen` as its identifier.
    """

    day: date
    moment: Moment
    chosen: UUID | None = None

    def find(self, entries: DayEntries, stamp: Stamp) -> CheckIn | None:
        """The check-in to change, or None where one has to begin."""
        if self.chosen is None:
            return continued(entries, stamp.now)
        return next((c for c in entries.check_ins if c.id == self.chosen), None)

    def stamp(self, stamp: Stamp) -> Stamp:
        """The stamp that gives a new check-in the chosen identifier."""
        chosen = self.chosen
        return stamp if chosen is None else replace(stamp, new_id=lambda: chosen)
