"""The numbers behind a picture, for those who would rather read a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumbersTable:
    """A table in words: `caption` says what it holds, every row has one text for each column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
