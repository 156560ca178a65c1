"""The tables of the first journals."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x53794A6C

TABLES = (
    """
    CREATE TABLE check_in (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        instant TEXT NOT NULL,
        zone TEXT NOT NULL,
        day TEXT NOT NULL,
        note TEXT NOT NULL,
        note_shared INTEGER NOT NULL,
        source TEXT NOT NULL,
        CONSTRAINT pk_check_in PRIMARY KEY (id),
        CONSTRAINT ck_check_in_day_is_a_day CHECK (day = date(day)),
        CONSTRAINT ck_check_in_note_length CHECK (length(note) <= 100000),
        CONSTRAINT ck_check_in_note_shared_is_a_flag CHECK (note_shared IN (0, 1))
    )
    """,
    """
    CREATE TABLE day_record (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        day TEXT NOT NULL,
        no_side_effects INTEGER NOT NULL,
        too_unwell INTEGER NOT NULL,
        sleep_hours REAL,
        sleep_quality INTEGER,
        CONSTRAINT pk_day_record PRIMARY KEY (id),
        CONSTRAINT ck_day_record_no_side_effects_is_a_flag CHECK (no_side_effects IN (0, 1)),
        CONSTRAINT ck_day_record_too_unwell_is_a_flag CHECK (too_unwell IN (0, 1)),
        CONSTRAINT uq_day_record_day UNIQUE (day),
        CONSTRAINT ck_day_record_day_is_a_day CHECK (day = date(day)),
        CONSTRAINT ck_day_record_sleep_hours_range CHECK (sleep_hours BETWEEN 0 AND 24),
        CONSTRAINT ck_day_record_sleep_quality_range CHECK (sleep_quality BETWEEN 0 AND 10)
    )
    """,
    """
    CREATE TABLE imported_row (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        source TEXT NOT NULL,
        day TEXT NOT NULL,
        time TEXT NOT NULL,
        nth INTEGER NOT NULL,
        check_in_id TEXT NOT NULL,
        CONSTRAINT pk_imported_row PRIMARY KEY (id),
        CONSTRAINT uq_imported_row_source UNIQUE (source, day, time, nth),
        CONSTRAINT ck_imported_row_day_is_a_day CHECK (day = date(day)),
        CONSTRAINT ck_imported_row_nth_from_one CHECK (nth >= 1)
    )
    """,
    """
    CREATE TABLE journal_settings (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        only INTEGER DEFAULT 1 NOT NULL,
        day_starts_at TEXT NOT NULL,
        visits TEXT NOT NULL,
        patient_name TEXT NOT NULL,
        birth_date TEXT,
        CONSTRAINT pk_journal_settings PRIMARY KEY (id),
        CONSTRAINT uq_journal_settings_only UNIQUE (only),
        CONSTRAINT ck_journal_settings_one_row CHECK (only = 1),
        CONSTRAINT ck_journal_settings_birth_date_is_a_day CHECK (birth_date = date(birth_date))
    )
    """,
    """
    CREATE TABLE scale (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        "key" TEXT NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        direction TEXT NOT NULL,
        active INTEGER NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_scale PRIMARY KEY (id),
        CONSTRAINT ck_scale_direction_is_known CHECK (direction IN ('higher-better', 'higher-worse',
            'neither')),
        CONSTRAINT ck_scale_active_is_a_flag CHECK (active IN (0, 1)),
        CONSTRAINT ck_scale_name_length CHECK (length(name) <= 300),
        CONSTRAINT uq_scale_key UNIQUE ("key"),
        CONSTRAINT ck_scale_ends_in_order CHECK (low < high),
        CONSTRAINT ck_scale_own_steps CHECK (name = '' OR high - low < 11)
    )
    """,
    """
    CREATE TABLE treatment_session (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        start_instant TEXT NOT NULL,
        start_zone TEXT NOT NULL,
        start_day TEXT NOT NULL,
        end_instant TEXT,
        treatment TEXT NOT NULL,
        treatment_name TEXT NOT NULL,
        route TEXT NOT NULL,
        state TEXT NOT NULL,
        dose_amount TEXT,
        dose_unit TEXT,
        body_weight_kg TEXT,
        setting TEXT,
        provider TEXT NOT NULL,
        no_side_effects INTEGER NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_treatment_session PRIMARY KEY (id),
        CONSTRAINT ck_treatment_session_start_day_is_a_day CHECK (start_day = date(start_day)),
        CONSTRAINT ck_treatment_session_treatment_is_known CHECK (treatment IN ('iv-ketamine',
            'im-ketamine', 'sc-ketamine', 'esketamine', 'nasal-ketamine', 'lozenge', 'troche',
            'oral-ketamine', 'tms', 'ect', 'psychotherapy', 'other-infusion', 'other')),
        CONSTRAINT ck_treatment_session_route_is_known CHECK (route IN ('intravenous',
            'intramuscular', 'subcutaneous', 'nasal', 'sublingual', 'oral', 'none')),
        CONSTRAINT ck_treatment_session_state_is_known CHECK (state IN ('planned', 'done',
            'cancelled', 'did-not-take-place')),
        CONSTRAINT ck_treatment_session_dose_unit_is_known CHECK (dose_unit IN ('mg', 'mg/kg',
            'mg/h', 'devices')),
        CONSTRAINT ck_treatment_session_setting_is_known CHECK (setting IN ('clinic',
            'home-with-someone', 'home-alone')),
        CONSTRAINT ck_treatment_session_no_side_effects_is_a_flag CHECK (no_side_effects IN (0, 1)),
        CONSTRAINT ck_treatment_session_end_after_start CHECK (end_instant > start_instant),
        CONSTRAINT ck_treatment_session_dose_is_whole CHECK ((dose_amount IS NULL) = (dose_unit IS
            NULL)),
        CONSTRAINT ck_treatment_session_dose_amount_range CHECK (CAST(dose_amount AS REAL) BETWEEN 0
            AND 100000),
        CONSTRAINT ck_treatment_session_body_weight_range CHECK (CAST(body_weight_kg AS REAL) > 0
            AND CAST(body_weight_kg AS REAL) <= 500)
    )
    """,
    """
    CREATE TABLE check_in_tag (
        sequence INTEGER NOT NULL,
        check_in_id TEXT NOT NULL,
        tag TEXT NOT NULL,
        CONSTRAINT pk_check_in_tag PRIMARY KEY (sequence),
        CONSTRAINT uq_check_in_tag_check_in_id UNIQUE (check_in_id, tag),
        CONSTRAINT fk_check_in_tag_check_in_id FOREIGN KEY(check_in_id) REFERENCES check_in (id) ON
            DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE score (
        sequence INTEGER NOT NULL,
        check_in_id TEXT NOT NULL,
        scale TEXT NOT NULL,
        value INTEGER NOT NULL,
        written_at TEXT NOT NULL,
        CONSTRAINT pk_score PRIMARY KEY (sequence),
        CONSTRAINT uq_score_check_in_id UNIQUE (check_in_id, scale),
        CONSTRAINT ck_score_value_is_whole CHECK (typeof(value) = 'integer'),
        CONSTRAINT fk_score_check_in_id FOREIGN KEY(check_in_id) REFERENCES check_in (id) ON DELETE
            CASCADE DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_score_scale FOREIGN KEY(scale) REFERENCES scale ("key") DEFERRABLE INITIALLY
            DEFERRED
    )
    """,
    """
    CREATE TABLE side_effect (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        noted_instant TEXT NOT NULL,
        noted_zone TEXT NOT NULL,
        noted_day TEXT NOT NULL,
        session_id TEXT,
        effect TEXT NOT NULL,
        name TEXT NOT NULL,
        severity INTEGER,
        onset_during INTEGER,
        onset_instant TEXT,
        lasted TEXT,
        lasted_minutes INTEGER,
        CONSTRAINT pk_side_effect PRIMARY KEY (id),
        CONSTRAINT ck_side_effect_noted_day_is_a_day CHECK (noted_day = date(noted_day)),
        CONSTRAINT ck_side_effect_onset_during_is_a_flag CHECK (onset_during IN (0, 1)),
        CONSTRAINT ck_side_effect_lasted_is_known CHECK (lasted IN ('under-2-h', 'minutes',
            'rest-of-day', 'still-there')),
        CONSTRAINT ck_side_effect_severity_range CHECK (severity BETWEEN 1 AND 3),
        CONSTRAINT ck_side_effect_onset_is_one CHECK (onset_instant IS NULL OR onset_during IS 0),
        CONSTRAINT ck_side_effect_minutes_are_asked CHECK (lasted_minutes IS NULL OR lasted IS
            'minutes'),
        CONSTRAINT ck_side_effect_lasted_minutes_range CHECK (lasted_minutes BETWEEN 0 AND 527040),
        CONSTRAINT fk_side_effect_session_id FOREIGN KEY(session_id) REFERENCES treatment_session
            (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
)
INDEXES = (
    "CREATE INDEX ix_check_in_day ON check_in (day)",
    "CREATE INDEX ix_treatment_session_start_day ON treatment_session (start_day)",
    "CREATE INDEX ix_side_effect_noted_day ON side_effect (noted_day)",
    "CREATE INDEX ix_side_effect_session_id ON side_effect (session_id)",
)


def upgrade() -> None:
    """Make every table, empty, and mark the file as a journal."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*TABLES, *INDEXES):
        op.execute(statement)
