"""How often the person wants a questionnaire, where that is not what its file says."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE questionnaire_interval (
        sequence INTEGER NOT NULL,
        settings_id TEXT NOT NULL,
        questionnaire TEXT NOT NULL,
        days INTEGER,
        CONSTRAINT pk_questionnaire_interval PRIMARY KEY (sequence),
        CONSTRAINT uq_questionnaire_interval_settings_id UNIQUE (settings_id, questionnaire),
        CONSTRAINT ck_questionnaire_interval_questionnaire_is_named CHECK (questionnaire <> ''),
        CONSTRAINT ck_questionnaire_interval_days_is_whole CHECK (typeof(days) IN ('integer',
            'null')),
        CONSTRAINT ck_questionnaire_interval_days_range CHECK (days BETWEEN 1 AND 365),
        CONSTRAINT fk_questionnaire_interval_settings_id FOREIGN KEY(settings_id) REFERENCES
            journal_settings (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    )
    """,
)


def upgrade() -> None:
    """Make the table, empty: every questionnaire is due as its file says."""
    for statement in STATEMENTS:
        op.execute(statement)
