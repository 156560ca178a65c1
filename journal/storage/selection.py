"""Which rows a reader asks for."""

from datetime import date

from sqlalchemy import Column, ColumnElement


def within(
    day: "Column[str]", first: date | None, last: date | None
) -> tuple[ColumnElement[bool], ...]:
    """The conditions that keep the journal days from `first` to `last`; None is an open end."""
    conditions: tuple[ColumnElement[bool], ...] = ()
    if first is not None:
        conditions += (day >= first.isoformat(),)
    if last is not None:
        conditions += (day <= last.isoformat(),)
    return conditions
