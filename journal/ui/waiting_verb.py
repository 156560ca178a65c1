"""A change that was asked for and is not carried out yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from journal.domain.edit import Stamp

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from journal.domain.edit import Edits
    from journal.domain.repository import OpenJournal
    from journal.ui.journal_editor import Verb


@dataclass(frozen=True, slots=True)
class WaitingVerb:
    """A verb and when it was asked for; carried out again, it makes the same identifiers."""

    text: str
    verb: Verb
    at: datetime
    ids: list[UUID] = field(default_factory=list)

    def edits(self, journal: OpenJournal) -> Edits:
        """What the verb answers with for this journal."""
        numbers = count()

        def next_id() -> UUID:
            number = next(numbers)
            if number == len(self.ids):
                self.ids.append(new_id())
            return self.ids[number]

        return self.verb(journal, Stamp(self.at, next_id))


def new_id() -> UUID:
    """A time-ordered identifier."""
    import uuid6  # noqa: PLC0415 - 40 ms that the first paint does not wait for

    return uuid6.uuid7()
