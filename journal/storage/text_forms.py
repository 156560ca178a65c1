"""How values are written in the file, and read back the same."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from journal.domain.period import Moment

Choice = TypeVar("Choice", bound=StrEnum)

Row = dict[str, object]
"""The columns of one table row by name."""


class Identified(Protocol):
    """What every record has."""

    @property
    def id(self) -> UUID: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def changed_at(self) -> datetime: ...


def identity_row(record: Identified) -> Row:
    """The three columns that every record has."""
    return {
        "id": str(record.id),
        "created_at": instant_text(record.created_at),
        "changed_at": instant_text(record.changed_at),
    }


def moment_row(moment: Moment, prefix: str = "") -> Row:
    """The three columns of a moment."""
    return {
        f"{prefix}instant": instant_text(moment.instant),
        f"{prefix}zone": plain_text(moment.zone),
        f"{prefix}day": moment.day.isoformat(),
    }


def to_moment(instant: str, zone: str, day: str) -> Moment:
    """The moment of its three columns."""
    return Moment(to_instant(instant), zone, to_day(day))


def instant_text(instant: datetime) -> str:
    """An aware instant as UTC text of one width, so that texts sort as instants do."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


to_instant = datetime.fromisoformat
to_day = date.fromisoformat


def set_text(values: Collection[Choice], choices: type[Choice]) -> str:
    """Values of an enumeration in its own order, with a space between."""
    return " ".join(value for value in choices if value in values)


def to_set(text: str, choices: type[Choice]) -> frozenset[Choice]:
    """The values of an enumeration that a text names."""
    return frozenset(choices(value) for value in text.split())


def plain_text(text: str) -> str:
    """`text` as SQLite can keep it whole.

    A character NUL is dropped, since most tools end a text there; half of a surrogate pair, which
    no file can hold, becomes U+FFFD.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
