"""Whether treatment had begun before the journal."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    ALTER TABLE journal_settings ADD COLUMN begun_in_treatment INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_journal_settings_begun_in_treatment_is_a_flag
        CHECK (begun_in_treatment IN (0, 1))
    """,
)


def upgrade() -> None:
    """Add the flag: nobody has said so yet."""
    for statement in STATEMENTS:
        op.execute(statement)
