"""The kinds of columns in the journal file, each with the CHECK that guards it.

Columns that a table got later are made by the functions `added_`: they carry their CHECK and their
default with them, since that is all that SQLite's ADD COLUMN can write.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, text
from sqlalchemy.sql.schema import SchemaItem


def identity() -> list[SchemaItem]:
    """What every record has."""
    return [
        Column("id", Text, primary_key=True),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
    ]


def moment(prefix: str = "") -> list[SchemaItem]:
    """The three columns of a moment."""
    day = f"{prefix}day"
    return [
        Column(f"{prefix}instant", Text, nullable=False),
        Column(f"{prefix}zone", Text, nullable=False),
        Column(day, Text, nullable=False),
        is_day(day),
    ]


def is_day(column: str) -> CheckConstraint:
    """That a text is an ISO day, where there is one."""
    return CheckConstraint(f"{column} = date({column})", name=f"{column}_is_a_day")


def words(name: str, longest: int | None = None) -> list[SchemaItem]:
    """A text, at most `longest` characters of it; empty where nothing was entered."""
    column = Column(name, Text, nullable=False)
    if longest is None:
        return [column]
    return [column, CheckConstraint(f"length({name}) <= {longest}", name=f"{name}_length")]


def flag(name: str, *, nullable: bool = False) -> list[SchemaItem]:
    """Yes or no."""
    return [Column(name, Integer, nullable=nullable), _is_flag(name)]


def one_of(name: str, values: Iterable[StrEnum], *, nullable: bool = False) -> list[SchemaItem]:
    """One value of an enumeration."""
    return [
        Column(name, Text, nullable=nullable),
        CheckConstraint(in_listed(name, values), name=f"{name}_is_known"),
    ]


def whole(name: str) -> list[SchemaItem]:
    """A whole number; the type of a column alone would let a fraction or a text pass."""
    return [
        Column(name, Integer, nullable=False),
        CheckConstraint(f"typeof({name}) = 'integer'", name=f"{name}_is_whole"),
    ]


def reference(target: str, *, ondelete: str | None = None) -> ForeignKey:
    """A reference that is checked when the transaction ends."""
    return ForeignKey(target, ondelete=ondelete, deferrable=True, initially="DEFERRED")


def added_words(name: str) -> Column[str]:
    """A text that older journals have empty."""
    return Column(name, Text, nullable=False, server_default="")


def added_flag(name: str) -> Column[int]:
    """A yes or no that older journals have as no."""
    return Column(name, Integer, _is_flag(name), nullable=False, server_default=text("0"))


def added_set_of(name: str, values: Iterable[StrEnum], *, nullable: bool = False) -> Column[str]:
    """Values of an enumeration in its order, with a space between; older journals have none.

    NULL, where it is allowed, says that nobody asked.
    """
    default = None if nullable else ""
    return Column(name, Text, _is_set(name, values), nullable=nullable, server_default=default)


def in_listed(name: str, values: Iterable[StrEnum]) -> str:
    """The condition that a column holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{name} IN ({listed})"


def _is_flag(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_a_flag")


def _is_set(name: str, values: Iterable[StrEnum]) -> CheckConstraint:
    """That a text is what writing down the values found in it would make: known and in order."""
    written = " || ".join(
        f"iif(instr(' ' || {name} || ' ', ' {value} '), '{value} ', '')" for value in values
    )
    return CheckConstraint(f"{name} = rtrim({written})", name=f"{name}_is_a_set")
