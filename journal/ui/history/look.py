"""What the Journal page looks at: the choices made on it, and what the journal says to them."""

from dataclasses import dataclass
from datetime import date

from journal.domain.history import HistoryDay, history
from journal.domain.history_search import Filter, search
from journal.domain.repository import OpenJournal
from journal.questionnaire_files import shelf
from journal.ui.history.day_row import DayRow, day_row
from journal.ui.history.month_model import DayMarks


@dataclass(frozen=True, slots=True)
class Query:
    """The words looked for, and what a day must have."""

    text: str = ""
    filters: frozenset[Filter] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not (self.text.strip() or self.filters)


@dataclass(frozen=True, slots=True)
class Look:
    """What the page shows: every day, and the rows of those that the query found.

    `matches` counts the places where its words stand; `marks` are for the calendar.
    """

    query: Query
    days: tuple[HistoryDay, ...]
    rows: tuple[DayRow, ...]
    matches: int
    marks: DayMarks


def read_look(
    journal: OpenJournal, query: Query, today: date, known: tuple[HistoryDay, ...] | None
) -> Look:
    """Search the `known` days, or those of the journal, read anew; it is for the worker.

    Raises StorageError.
    """
    days = history(journal.records(), today) if known is None else known
    found = search(days, query.text, query.filters)
    matches = sum(match.count for match in found)
    return Look(
        query, days, tuple(day_row(match, shelf()) for match in found), matches, _marks(days, today)
    )


def _marks(days: tuple[HistoryDay, ...], today: date) -> DayMarks:
    entries = frozenset(day.day for day in days)
    sessions = frozenset(day.day for day in days if day.has_session)
    return DayMarks(entries, sessions, today)
