"""Which rows a reader asks for."""

from datetime import date

from sqlalchemy import Column, ColumnElement, bindparam


def asked_for(day: "Column[str]") -> ColumnElement[bool]:
    """The condition that keeps the journal days that the parameters of `days` name.

    A statement that is made once with it is also looked at by SQLAlchemy only once: what is read
    before every saved entry takes half the time.
    """
    return day.between(bindparam("first"), bindparam("last"))


def days(first: date | None, last: date | None) -> dict[str, str]:
    """The parameters for the journal days from `first` to `last`; None is an open end."""
    return {
        "first": (first or date.min).isoformat(),
        "last": (last or date.max).isoformat(),
    }
