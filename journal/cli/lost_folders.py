"""That the list of folders for backups was lost, for somebody at a terminal."""

from journal.i18n import _


def folders_lost() -> str:
    """What is not known any more, and the command that makes it known again."""
    return _(
        "The list of your folders for backups was lost. If you had one more folder, "
        "`backup FOLDER` makes it known again; until then the backups in it stay as they are."
    )
