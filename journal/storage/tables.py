"""What the journal file looks like inside: its tables, and the domain's ranges as CHECKs.

Instants are ISO texts in UTC with microseconds, days ISO texts, identifiers texts, decimals texts
exactly as entered. Every constraint has a name, so that a migration can take hold of it. Foreign
keys are checked at the end of a transaction: the order of edits inside one does not matter.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.sql.schema import SchemaItem

from journal.domain.checkin import MAX_NAME, MAX_NOTE, MAX_STEPS, Direction
from journal.domain.session import (
    HEAVIEST_KG,
    LARGEST_DOSE,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
)
from journal.domain.side_effect import LONGEST_MINUTES, Lasted, Severity

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _identity() -> list[SchemaItem]:
    return [
        Column("id", Text, primary_key=True),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
    ]


def _moment(prefix: str = "") -> list[SchemaItem]:
    day = f"{prefix}day"
    return [
        Column(f"{prefix}instant", Text, nullable=False),
        Column(f"{prefix}zone", Text, nullable=False),
        Column(day, Text, nullable=False),
        _is_day(day),
    ]


def _is_day(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} = date({column})", name=f"{column}_is_a_day")


def _text(name: str, longest: int | None = None) -> list[SchemaItem]:
    column = Column(name, Text, nullable=False)
    if longest is None:
        return [column]
    return [column, CheckConstraint(f"length({name}) <= {longest}", name=f"{name}_length")]


def _flag(name: str, *, nullable: bool = False) -> list[SchemaItem]:
    return [
        Column(name, Integer, nullable=nullable),
        CheckConstraint(f"{name} IN (0, 1)", name=f"{name}_is_a_flag"),
    ]


def _one_of(name: str, values: Iterable[StrEnum], *, nullable: bool = False) -> list[SchemaItem]:
    listed = ", ".join(f"'{value}'" for value in values)
    return [
        Column(name, Text, nullable=nullable),
        CheckConstraint(f"{name} IN ({listed})", name=f"{name}_is_known"),
    ]


def _reference(target: str, *, ondelete: str | None = None) -> ForeignKey:
    return ForeignKey(target, ondelete=ondelete, deferrable=True, initially="DEFERRED")


scale = Table(
    "scale",
    metadata,
    *_identity(),
    Column("key", Text, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    *_one_of("direction", Direction),
    *_flag("active"),
    Column("position", Integer, nullable=False),
    *_text("name", MAX_NAME),
    UniqueConstraint("key"),
    CheckConstraint("low < high", name="ends_in_order"),
    CheckConstraint(f"name = '' OR high - low < {MAX_STEPS}", name="own_steps"),
)

check_in = Table(
    "check_in",
    metadata,
    *_identity(),
    *_moment(),
    *_text("note", MAX_NOTE),
    *_flag("note_shared"),
    *_text("source"),
    Index(None, "day"),
)

# `sequence` keeps the scores and tags of a check-in in the order they were entered.
score = Table(
    "score",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("check_in_id", Text, _reference("check_in.id", ondelete="CASCADE"), nullable=False),
    Column("scale", Text, _reference("scale.key"), nullable=False),
    Column("value", Integer, nullable=False),
    Column("written_at", Text, nullable=False),
    UniqueConstraint("check_in_id", "scale"),
    CheckConstraint("typeof(value) = 'integer'", name="value_is_whole"),
)

check_in_tag = Table(
    "check_in_tag",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("check_in_id", Text, _reference("check_in.id", ondelete="CASCADE"), nullable=False),
    Column("tag", Text, nullable=False),
    UniqueConstraint("check_in_id", "tag"),
)

day_record = Table(
    "day_record",
    metadata,
    *_identity(),
    Column("day", Text, nullable=False),
    *_flag("no_side_effects"),
    *_flag("too_unwell"),
    Column("sleep_hours", REAL),
    Column("sleep_quality", Integer),
    UniqueConstraint("day"),
    _is_day("day"),
    CheckConstraint("sleep_hours BETWEEN 0 AND 24", name="sleep_hours_range"),
    CheckConstraint("sleep_quality BETWEEN 0 AND 10", name="sleep_quality_range"),
)

treatment_session = Table(
    "treatment_session",
    metadata,
    *_identity(),
    *_moment("start_"),
    Column("end_instant", Text),
    *_one_of("treatment", Treatment),
    *_text("treatment_name"),
    *_one_of("route", Route),
    *_one_of("state", SessionState),
    Column("dose_amount", Text),
    *_one_of("dose_unit", DoseUnit, nullable=True),
    Column("body_weight_kg", Text),
    *_one_of("setting", Setting, nullable=True),
    *_text("provider"),
    *_flag("no_side_effects"),
    *_text("note"),
    Index(None, "start_day"),
    CheckConstraint("end_instant > start_instant", name="end_after_start"),
    CheckConstraint("(dose_amount IS NULL) = (dose_unit IS NULL)", name="dose_is_whole"),
    CheckConstraint(
        f"CAST(dose_amount AS REAL) BETWEEN 0 AND {LARGEST_DOSE}", name="dose_amount_range"
    ),
    CheckConstraint(
        f"CAST(body_weight_kg AS REAL) > 0 AND CAST(body_weight_kg AS REAL) <= {HEAVIEST_KG}",
        name="body_weight_range",
    ),
)

side_effect = Table(
    "side_effect",
    metadata,
    *_identity(),
    *_moment("noted_"),
    Column("session_id", Text, _reference("treatment_session.id")),
    *_text("effect"),
    *_text("name"),
    Column("severity", Integer),
    *_flag("onset_during", nullable=True),
    Column("onset_instant", Text),
    *_one_of("lasted", Lasted, nullable=True),
    Column("lasted_minutes", Integer),
    Index(None, "noted_day"),
    Index(None, "session_id"),
    CheckConstraint(f"severity BETWEEN {min(Severity)} AND {max(Severity)}", name="severity_range"),
    CheckConstraint("onset_instant IS NULL OR onset_during IS 0", name="onset_is_one"),
    CheckConstraint("lasted_minutes IS NULL OR lasted IS 'minutes'", name="minutes_are_asked"),
    CheckConstraint(f"lasted_minutes BETWEEN 0 AND {LONGEST_MINUTES}", name="lasted_minutes_range"),
)

# `visits` are ISO days with a space between. `only` can be 1 and nothing else: one row.
journal_settings = Table(
    "journal_settings",
    metadata,
    *_identity(),
    Column("only", Integer, nullable=False, server_default=text("1")),
    Column("day_starts_at", Text, nullable=False),
    Column("visits", Text, nullable=False),
    *_text("patient_name"),
    Column("birth_date", Text),
    UniqueConstraint("only"),
    CheckConstraint("only = 1", name="one_row"),
    _is_day("birth_date"),
)

# No foreign key to check_in: a row stays known when its check-in was deleted.
imported_row = Table(
    "imported_row",
    metadata,
    *_identity(),
    *_text("source"),
    Column("day", Text, nullable=False),
    *_text("time"),
    Column("nth", Integer, nullable=False),
    Column("check_in_id", Text, nullable=False),
    UniqueConstraint("source", "day", "time", "nth"),
    _is_day("day"),
    CheckConstraint("nth >= 1", name="nth_from_one"),
)

# Alembic's own table, described here so that a new journal is made without loading Alembic.
version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
