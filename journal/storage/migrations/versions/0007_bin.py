"""What was deleted, kept for a while."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE deleted_record (
        sequence INTEGER NOT NULL,
        record_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        deleted_at TEXT NOT NULL,
        together INTEGER NOT NULL,
        CONSTRAINT pk_deleted_record PRIMARY KEY (sequence),
        CONSTRAINT ck_deleted_record_together_is_whole CHECK (typeof(together) = 'integer'),
        CONSTRAINT uq_deleted_record_record_id UNIQUE (record_id),
        CONSTRAINT ck_deleted_record_record_is_json CHECK (json_valid(record))
    )
    """,
)


def upgrade() -> None:
    """Make the table, empty."""
    for statement in STATEMENTS:
        op.execute(statement)
