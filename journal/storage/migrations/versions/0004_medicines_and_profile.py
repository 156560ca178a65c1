"""Medicines, doses taken as needed, and whose journal it is."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE medication (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        course TEXT NOT NULL,
        name TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT,
        dose TEXT NOT NULL,
        how_often TEXT NOT NULL,
        kind TEXT NOT NULL,
        as_needed INTEGER NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_medication PRIMARY KEY (id),
        CONSTRAINT ck_medication_kind_is_known CHECK (kind IN ('benzodiazepine', 'stimulant',
            'maoi', 'opioid', 'other')),
        CONSTRAINT ck_medication_as_needed_is_a_flag CHECK (as_needed IN (0, 1)),
        CONSTRAINT ck_medication_first_day_is_a_day CHECK (first_day = date(first_day)),
        CONSTRAINT ck_medication_last_day_is_a_day CHECK (last_day = date(last_day)),
        CONSTRAINT ck_medication_days_in_order CHECK (last_day >= first_day)
    )
    """,
    """
    CREATE TABLE dose_taken_as_needed (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        medication_id TEXT NOT NULL,
        taken_instant TEXT NOT NULL,
        taken_zone TEXT NOT NULL,
        taken_day TEXT NOT NULL,
        amount TEXT NOT NULL,
        CONSTRAINT pk_dose_taken_as_needed PRIMARY KEY (id),
        CONSTRAINT ck_dose_taken_as_needed_taken_day_is_a_day CHECK (taken_day = date(taken_day)),
        CONSTRAINT fk_dose_taken_as_needed_medication_id FOREIGN KEY(medication_id) REFERENCES
            medication (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_dose_taken_as_needed_medication_id ON dose_taken_as_needed (medication_id)",
    "CREATE INDEX ix_dose_taken_as_needed_taken_day ON dose_taken_as_needed (taken_day)",
    "ALTER TABLE journal_settings ADD COLUMN record_number TEXT DEFAULT '' NOT NULL",
    """
    ALTER TABLE journal_settings ADD COLUMN treated_for TEXT DEFAULT '' NOT NULL
        CONSTRAINT ck_journal_settings_treated_for_is_a_set CHECK (treated_for =
        rtrim(iif(instr(' ' || treated_for || ' ', ' depression '), 'depression ', '')
        || iif(instr(' ' || treated_for || ' ', ' bipolar '), 'bipolar ', '')
        || iif(instr(' ' || treated_for || ' ', ' suicidal-thoughts '), 'suicidal-thoughts ', '')
        || iif(instr(' ' || treated_for || ' ', ' ptsd '), 'ptsd ', '')
        || iif(instr(' ' || treated_for || ' ', ' anxiety '), 'anxiety ', '')
        || iif(instr(' ' || treated_for || ' ', ' pain '), 'pain ', '')
        || iif(instr(' ' || treated_for || ' ', ' alcohol '), 'alcohol ', '')
        || iif(instr(' ' || treated_for || ' ', ' other '), 'other ', '')))
    """,
    """
    ALTER TABLE journal_settings ADD COLUMN clinic_should_know TEXT DEFAULT '' NOT NULL
        CONSTRAINT ck_journal_settings_clinic_should_know_is_a_set CHECK (clinic_should_know =
        rtrim(iif(instr(' ' || clinic_should_know || ' ', ' high-blood-pressure '),
            'high-blood-pressure ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' heart '), 'heart ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' aneurysm '), 'aneurysm ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' raised-brain-pressure '),
            'raised-brain-pressure ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' liver '), 'liver ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' kidney '), 'kidney ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' bladder '), 'bladder ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' psychosis '), 'psychosis ', '')
        || iif(instr(' ' || clinic_should_know || ' ', ' pregnancy '), 'pregnancy ', '')))
    """,
    "ALTER TABLE journal_settings ADD COLUMN clinic_name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE journal_settings ADD COLUMN clinic_number TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE journal_settings ADD COLUMN person_name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE journal_settings ADD COLUMN person_number TEXT DEFAULT '' NOT NULL",
    """
    ALTER TABLE journal_settings ADD COLUMN contacts_always INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_journal_settings_contacts_always_is_a_flag CHECK (contacts_always IN (0, 1))
    """,
    """
    ALTER TABLE journal_settings ADD COLUMN evening_question INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_journal_settings_evening_question_is_a_flag CHECK (evening_question IN (0, 1))
    """,
    """
    ALTER TABLE journal_settings ADD COLUMN set_up INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_journal_settings_set_up_is_a_flag CHECK (set_up IN (0, 1))
    """,
    "UPDATE journal_settings SET set_up = 1",
)


def upgrade() -> None:
    """Make the tables, empty, and leave the profile so; a journal that is there was set up."""
    for statement in STATEMENTS:
        op.execute(statement)
