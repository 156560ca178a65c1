"""A journal that lies elsewhere, with a link to it in the data folder.

It is the journal of the folder it lies in: its lock is there, so that two programs which come to it
by different ways do not write at once, and so are its backups, so that a new file takes the place
of the old one and not that of the link.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from journal.domain.errors import StorageError
from journal.paths import SOCKET_NAME
from journal.storage import backup_folders
from journal.storage.faults import writing_faults
from journal.whole_files import remove


def remember_earlier_backups(link: Path, journal: Path) -> None:
    """Let backups made beside the link, while the journal lay there itself, belong to it further.

    The caller is its writer. Once they are known, what was chosen since then holds.
    """
    earlier, folders = (backup_folders.load(each.parent) for each in (link, journal))
    if earlier.own.is_dir() and earlier.own not in folders.known | {folders.own}:
        with suppress(StorageError):  # it is tried again
            backup_folders.save(
                replace(
                    folders,
                    chosen=folders.chosen or earlier.chosen,
                    known=folders.known | earlier.known | {earlier.own},
                    marks=folders.marks | earlier.marks,
                )
            )


def delete_link(link: Path) -> tuple[Path, ...]:
    """Remove a link to what is deleted, and its folder if nothing else is there; what remains."""
    try:
        with writing_faults():
            remove(link)
            remove(link.with_name(SOCKET_NAME))
    except StorageError:
        return (link,)
    with suppress(OSError):
        link.parent.rmdir()
    return ()
