"""Questionnaires: what was answered, and totals from paper."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE response (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        questionnaire TEXT NOT NULL,
        instant TEXT NOT NULL,
        zone TEXT NOT NULL,
        day TEXT NOT NULL,
        entered_total INTEGER,
        finished INTEGER NOT NULL,
        CONSTRAINT pk_response PRIMARY KEY (id),
        CONSTRAINT ck_response_day_is_a_day CHECK (day = date(day)),
        CONSTRAINT ck_response_finished_is_a_flag CHECK (finished IN (0, 1)),
        CONSTRAINT ck_response_questionnaire_is_named CHECK (questionnaire <> ''),
        CONSTRAINT ck_response_entered_total_is_whole CHECK (typeof(entered_total) IN ('integer',
            'null'))
    )
    """,
    """
    CREATE TABLE answer (
        sequence INTEGER NOT NULL,
        response_id TEXT NOT NULL,
        item TEXT NOT NULL,
        value INTEGER NOT NULL,
        was_left INTEGER NOT NULL,
        CONSTRAINT pk_answer PRIMARY KEY (sequence),
        CONSTRAINT ck_answer_value_is_whole CHECK (typeof(value) = 'integer'),
        CONSTRAINT ck_answer_was_left_is_a_flag CHECK (was_left IN (0, 1)),
        CONSTRAINT uq_answer_response_id UNIQUE (response_id, item),
        CONSTRAINT fk_answer_response_id FOREIGN KEY(response_id) REFERENCES response (id) ON DELETE
            CASCADE DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_response_day ON response (day)",
)


def upgrade() -> None:
    """Make the tables, empty."""
    for statement in STATEMENTS:
        op.execute(statement)
