"""Runs the steps on the connection and in the transaction that `journal.storage.migration` made."""

from alembic import context

from journal.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
