"""Today as it was glanced at, in the shape of a journal that can be read a little."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from journal.domain.errors import StorageError, StorageProblem

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.glance import Glance
    from journal.domain.repository import OpenJournal


def glanced_journal(glance: Glance) -> OpenJournal:
    """A journal that holds what is kept of today, to be read only until the journal is open."""
    return cast("OpenJournal", _GlancedJournal(glance))


class _GlancedJournal:
    def __init__(self, glance: Glance) -> None:
        entries = glance.entries
        record = () if entries.record is None else (entries.record,)
        self.check_ins = _Of(entries.check_ins, lambda check_in: check_in.moment.day)
        self.days = _Of(record, lambda kept: kept.day)
        self.side_effects = _Of(entries.side_effects, lambda effect: effect.noted.day)
        self.sessions = _Of(entries.sessions, lambda session: session.start.day)

    def __getattr__(self, name: str) -> Any:
        raise StorageError(StorageProblem.NO_JOURNAL)


class _Of:
    """The records of one kind; `day` gives the journal day of one."""

    def __init__(self, records: tuple[Any, ...], day: Callable[[Any], date]) -> None:
        self._records = records
        self._day = day

    def between(self, first: date, last: date) -> tuple[Any, ...]:
        """The records of these days."""
        return tuple(record for record in self._records if first <= self._day(record) <= last)
