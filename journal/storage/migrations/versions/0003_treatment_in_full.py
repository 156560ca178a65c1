"""Treatment in full: amount taken, company, the 24 hours before, vitals and feelings."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    ALTER TABLE treatment_session ADD COLUMN dose_taken_amount TEXT
        CONSTRAINT ck_treatment_session_dose_taken_amount_range CHECK (CAST(dose_taken_amount AS
            REAL) BETWEEN 0 AND 100000)
    """,
    """
    ALTER TABLE treatment_session ADD COLUMN dose_taken_unit TEXT
        CONSTRAINT ck_treatment_session_dose_taken_is_whole CHECK ((dose_taken_amount IS NULL) =
            (dose_taken_unit IS NULL) AND dose_taken_unit IN ('mg', 'mg/kg', 'mg/h', 'devices'))
    """,
    "ALTER TABLE treatment_session ADD COLUMN with_whom TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE treatment_session ADD COLUMN taken_home_by TEXT DEFAULT '' NOT NULL",
    """
    ALTER TABLE treatment_session ADD COLUMN taken_before TEXT
        CONSTRAINT ck_treatment_session_taken_before_is_a_set CHECK (taken_before =
        rtrim(iif(instr(' ' || taken_before || ' ', ' alcohol '), 'alcohol ', '')
        || iif(instr(' ' || taken_before || ' ', ' sleeping-tablets '), 'sleeping-tablets ', '')
        || iif(instr(' ' || taken_before || ' ', ' opioids '), 'opioids ', '')))
    """,
    """
    CREATE TABLE vitals (
        sequence INTEGER NOT NULL,
        session_id TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        systolic INTEGER,
        diastolic INTEGER,
        pulse INTEGER,
        spo2 INTEGER,
        leaving INTEGER NOT NULL,
        confirmed INTEGER NOT NULL,
        CONSTRAINT pk_vitals PRIMARY KEY (sequence),
        CONSTRAINT ck_vitals_minutes_is_whole CHECK (typeof(minutes) = 'integer'),
        CONSTRAINT ck_vitals_leaving_is_a_flag CHECK (leaving IN (0, 1)),
        CONSTRAINT ck_vitals_confirmed_is_a_flag CHECK (confirmed IN (0, 1)),
        CONSTRAINT ck_vitals_minutes_range CHECK (minutes BETWEEN -1440 AND 20160),
        CONSTRAINT ck_vitals_systolic_range CHECK (systolic >= 0),
        CONSTRAINT ck_vitals_diastolic_range CHECK (diastolic >= 0),
        CONSTRAINT ck_vitals_pulse_range CHECK (pulse >= 0),
        CONSTRAINT ck_vitals_spo2_range CHECK (spo2 >= 0),
        CONSTRAINT ck_vitals_something_measured CHECK (coalesce(systolic, diastolic, pulse, spo2) IS
            NOT NULL),
        CONSTRAINT fk_vitals_session_id FOREIGN KEY(session_id) REFERENCES treatment_session (id) ON
            DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE felt (
        sequence INTEGER NOT NULL,
        session_id TEXT NOT NULL,
        feeling TEXT NOT NULL,
        value INTEGER NOT NULL,
        CONSTRAINT pk_felt PRIMARY KEY (sequence),
        CONSTRAINT ck_felt_feeling_is_known CHECK (feeling IN ('detached', 'floating', 'calm',
            'clear', 'perception')),
        CONSTRAINT ck_felt_value_is_whole CHECK (typeof(value) = 'integer'),
        CONSTRAINT uq_felt_session_id UNIQUE (session_id, feeling),
        CONSTRAINT ck_felt_value_range CHECK (value BETWEEN 0 AND 10),
        CONSTRAINT fk_felt_session_id FOREIGN KEY(session_id) REFERENCES treatment_session (id) ON
            DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_vitals_session_id ON vitals (session_id)",
)


def upgrade() -> None:
    """Add what older sessions were not asked: none of it is entered for them."""
    for statement in STATEMENTS:
        op.execute(statement)
