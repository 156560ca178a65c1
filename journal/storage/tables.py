"""What the journal file looks like inside: its tables, and the domain's ranges as CHECKs.

Instants are ISO texts in UTC with microseconds, days ISO texts, identifiers texts, decimals texts
exactly as entered. Every constraint has a name, so that a migration can take hold of it. Foreign
keys are checked at the end of a transaction: the order of edits inside one does not matter.
"""

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
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

from journal.domain.checkin import MAX_NAME, MAX_NOTE, MAX_STEPS, Direction
from journal.domain.journal_settings import LONGEST_INTERVAL, SHORTEST_INTERVAL
from journal.domain.medication import MedicineClass
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import (
    FEELING_ENDS,
    HEAVIEST_KG,
    LARGEST_DOSE,
    BeforeSession,
    DoseUnit,
    Feeling,
    Route,
    SessionState,
    Setting,
    Treatment,
)
from journal.domain.side_effect import LONGEST_MINUTES, Lasted, Severity
from journal.domain.vitals import EARLIEST_MINUTES, LATEST_MINUTES
from journal.storage.columns import (
    added_flag,
    added_set_of,
    added_words,
    flag,
    identity,
    in_listed,
    is_day,
    moment,
    one_of,
    reference,
    whole,
    words,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


scale = Table(
    "scale",
    metadata,
    *identity(),
    Column("key", Text, nullable=False),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    *one_of("direction", Direction),
    *flag("active"),
    Column("position", Integer, nullable=False),
    *words("name", MAX_NAME),
    UniqueConstraint("key"),
    CheckConstraint("low < high", name="ends_in_order"),
    CheckConstraint(f"name = '' OR high - low < {MAX_STEPS}", name="own_steps"),
)

check_in = Table(
    "check_in",
    metadata,
    *identity(),
    *moment(),
    *words("note", MAX_NOTE),
    *flag("note_shared"),
    *words("source"),
    Index(None, "day"),
)

# `sequence` keeps the scores and tags of a check-in in the order they were entered.
score = Table(
    "score",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("check_in_id", Text, reference("check_in.id", ondelete="CASCADE"), nullable=False),
    Column("scale", Text, reference("scale.key"), nullable=False),
    Column("value", Integer, nullable=False),
    Column("written_at", Text, nullable=False),
    UniqueConstraint("check_in_id", "scale"),
    CheckConstraint("typeof(value) = 'integer'", name="value_is_whole"),
)

check_in_tag = Table(
    "check_in_tag",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("check_in_id", Text, reference("check_in.id", ondelete="CASCADE"), nullable=False),
    Column("tag", Text, nullable=False),
    UniqueConstraint("check_in_id", "tag"),
)

day_record = Table(
    "day_record",
    metadata,
    *identity(),
    Column("day", Text, nullable=False),
    *flag("no_side_effects"),
    *flag("too_unwell"),
    Column("sleep_hours", REAL),
    Column("sleep_quality", Integer),
    UniqueConstraint("day"),
    is_day("day"),
    CheckConstraint("sleep_hours BETWEEN 0 AND 24", name="sleep_hours_range"),
    CheckConstraint("sleep_quality BETWEEN 0 AND 10", name="sleep_quality_range"),
)

treatment_session = Table(
    "treatment_session",
    metadata,
    *identity(),
    *moment("start_"),
    Column("end_instant", Text),
    *one_of("treatment", Treatment),
    *words("treatment_name"),
    *one_of("route", Route),
    *one_of("state", SessionState),
    Column("dose_amount", Text),
    *one_of("dose_unit", DoseUnit, nullable=True),
    Column("body_weight_kg", Text),
    *one_of("setting", Setting, nullable=True),
    *words("provider"),
    *flag("no_side_effects"),
    *words("note"),
    Column(
        "dose_taken_amount",
        Text,
        CheckConstraint(
            f"CAST(dose_taken_amount AS REAL) BETWEEN 0 AND {LARGEST_DOSE}",
            name="dose_taken_amount_range",
        ),
    ),
    Column(
        "dose_taken_unit",
        Text,
        CheckConstraint(
            "(dose_taken_amount IS NULL) = (dose_taken_unit IS NULL)"
            f" AND {in_listed('dose_taken_unit', DoseUnit)}",
            name="dose_taken_is_whole",
        ),
    ),
    added_words("with_whom"),
    added_words("taken_home_by"),
    added_set_of("taken_before", BeforeSession, nullable=True),
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

# `sequence` keeps the readings and feelings of a session in the order they were entered.
vitals = Table(
    "vitals",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column(
        "session_id", Text, reference("treatment_session.id", ondelete="CASCADE"), nullable=False
    ),
    *whole("minutes"),
    Column("systolic", Integer),
    Column("diastolic", Integer),
    Column("pulse", Integer),
    Column("spo2", Integer),
    *flag("leaving"),
    *flag("confirmed"),
    Index(None, "session_id"),
    CheckConstraint(
        f"minutes BETWEEN {EARLIEST_MINUTES} AND {LATEST_MINUTES}", name="minutes_range"
    ),
    CheckConstraint("systolic >= 0", name="systolic_range"),
    CheckConstraint("diastolic >= 0", name="diastolic_range"),
    CheckConstraint("pulse >= 0", name="pulse_range"),
    CheckConstraint("spo2 >= 0", name="spo2_range"),
    CheckConstraint(
        "coalesce(systolic, diastolic, pulse, spo2) IS NOT NULL", name="something_measured"
    ),
)

felt = Table(
    "felt",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column(
        "session_id", Text, reference("treatment_session.id", ondelete="CASCADE"), nullable=False
    ),
    *one_of("feeling", Feeling),
    *whole("value"),
    UniqueConstraint("session_id", "feeling"),
    CheckConstraint("value BETWEEN {} AND {}".format(*FEELING_ENDS), name="value_range"),
)

side_effect = Table(
    "side_effect",
    metadata,
    *identity(),
    *moment("noted_"),
    Column("session_id", Text, reference("treatment_session.id")),
    *words("effect"),
    *words("name"),
    Column("severity", Integer),
    *flag("onset_during", nullable=True),
    Column("onset_instant", Text),
    *one_of("lasted", Lasted, nullable=True),
    Column("lasted_minutes", Integer),
    Index(None, "noted_day"),
    Index(None, "session_id"),
    CheckConstraint(f"severity BETWEEN {min(Severity)} AND {max(Severity)}", name="severity_range"),
    CheckConstraint("onset_instant IS NULL OR onset_during IS 0", name="onset_is_one"),
    CheckConstraint("lasted_minutes IS NULL OR lasted IS 'minutes'", name="minutes_are_asked"),
    CheckConstraint(f"lasted_minutes BETWEEN 0 AND {LONGEST_MINUTES}", name="lasted_minutes_range"),
)

# Which items and values a questionnaire has, and the ends of its total, its own file says.
response = Table(
    "response",
    metadata,
    *identity(),
    *words("questionnaire"),
    *moment(),
    Column("entered_total", Integer),
    *flag("finished"),
    Index(None, "day"),
    CheckConstraint("questionnaire <> ''", name="questionnaire_is_named"),
    CheckConstraint("typeof(entered_total) IN ('integer', 'null')", name="entered_total_is_whole"),
)

# `sequence` keeps the answers of a response in the order they were given.
answer = Table(
    "answer",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("response_id", Text, reference("response.id", ondelete="CASCADE"), nullable=False),
    Column("item", Text, nullable=False),
    *whole("value"),
    *flag("was_left"),
    UniqueConstraint("response_id", "item"),
)

medication = Table(
    "medication",
    metadata,
    *identity(),
    Column("course", Text, nullable=False),
    *words("name"),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text),
    *words("dose"),
    *words("how_often"),
    *one_of("kind", MedicineClass),
    *flag("as_needed"),
    *words("reason"),
    is_day("first_day"),
    is_day("last_day"),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
)

dose_taken_as_needed = Table(
    "dose_taken_as_needed",
    metadata,
    *identity(),
    Column("medication_id", Text, reference("medication.id"), nullable=False),
    *moment("taken_"),
    *words("amount"),
    Index(None, "medication_id"),
    Index(None, "taken_day"),
)

# `answers` are codes with a space between. No foreign key: what an answer is about may be deleted.
safety_answer = Table(
    "safety_answer",
    metadata,
    *identity(),
    *one_of("question", SafetyQuestion),
    *moment(),
    *words("answers"),
    Column("about", Text),
    Index(None, "day"),
    CheckConstraint("answers NOT GLOB '*[^-a-z0-9 ]*'", name="answers_are_codes"),
)

# `visits` are ISO days with a space between. `only` can be 1 and nothing else: one row.
journal_settings = Table(
    "journal_settings",
    metadata,
    *identity(),
    Column("only", Integer, nullable=False, server_default=text("1")),
    Column("day_starts_at", Text, nullable=False),
    Column("visits", Text, nullable=False),
    *words("patient_name"),
    Column("birth_date", Text),
    added_words("record_number"),
    added_set_of("treated_for", TreatedFor),
    added_set_of("clinic_should_know", ClinicShouldKnow),
    added_words("clinic_name"),
    added_words("clinic_number"),
    added_words("person_name"),
    added_words("person_number"),
    added_flag("contacts_always"),
    added_flag("evening_question"),
    added_flag("set_up"),
    added_flag("begun_in_treatment"),
    UniqueConstraint("only"),
    CheckConstraint("only = 1", name="one_row"),
    is_day("birth_date"),
)

# `days` is NULL for a questionnaire that is never due by itself.
questionnaire_interval = Table(
    "questionnaire_interval",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column(
        "settings_id", Text, reference("journal_settings.id", ondelete="CASCADE"), nullable=False
    ),
    *words("questionnaire"),
    Column("days", Integer),
    UniqueConstraint("settings_id", "questionnaire"),
    CheckConstraint("questionnaire <> ''", name="questionnaire_is_named"),
    CheckConstraint("typeof(days) IN ('integer', 'null')", name="days_is_whole"),
    CheckConstraint(f"days BETWEEN {SHORTEST_INTERVAL} AND {LONGEST_INTERVAL}", name="days_range"),
)

# No foreign key to check_in: a row stays known when its check-in was deleted.
imported_row = Table(
    "imported_row",
    metadata,
    *identity(),
    *words("source"),
    Column("day", Text, nullable=False),
    *words("time"),
    Column("nth", Integer, nullable=False),
    Column("check_in_id", Text, nullable=False),
    UniqueConstraint("source", "day", "time", "nth"),
    is_day("day"),
    CheckConstraint("nth >= 1", name="nth_from_one"),
)

# The bin: each record as JSON, so that no reader of the other tables has to know of it. Those that
# were deleted in one step have the same `together`.
deleted_record = Table(
    "deleted_record",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("record_id", Text, nullable=False),
    *words("kind"),
    *words("record"),
    Column("deleted_at", Text, nullable=False),
    *whole("together"),
    UniqueConstraint("record_id"),
    CheckConstraint("json_valid(record)", name="record_is_json"),
)

# Alembic's own table, described here so that a new journal is made without loading Alembic.
version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
