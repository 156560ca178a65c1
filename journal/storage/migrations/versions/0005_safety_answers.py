"""Questions asked for safety's sake, and their answers."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE safety_answer (
        id TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        question TEXT NOT NULL,
        instant TEXT NOT NULL,
        zone TEXT NOT NULL,
        day TEXT NOT NULL,
        answers TEXT NOT NULL,
        about TEXT,
        CONSTRAINT pk_safety_answer PRIMARY KEY (id),
        CONSTRAINT ck_safety_answer_question_is_known CHECK (question IN ('safe-tonight',
            'happening-now', 'tired', 'bladder', 'evening-thoughts',
            'not-now')),
        CONSTRAINT ck_safety_answer_day_is_a_day CHECK (day = date(day)),
        CONSTRAINT ck_safety_answer_answers_are_codes CHECK (answers NOT GLOB '*[^-a-z0-9 ]*')
    )
    """,
    "CREATE INDEX ix_safety_answer_day ON safety_answer (day)",
)


def upgrade() -> None:
    """Make the table, empty."""
    for statement in STATEMENTS:
        op.execute(statement)
