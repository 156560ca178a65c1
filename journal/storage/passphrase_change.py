"""Another passphrase, a first one, or none any more: the journal is written anew under it.

SQLCipher's `rekey` cannot encrypt a plain file, and changes the one file there is in place. So in
every direction a new file is made beside the journal, looked over with the new passphrase, and only
then put in its place: whenever this is interrupted, one of the two is there whole.
"""

from pathlib import Path

from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.storage.copying import rewrite, rewrite_for
from journal.storage.database import Database
from journal.storage.new_file import new_file
from journal.storage.passphrase import is_passphrase_of
from journal.storage.remaking import known_folders, remake
from journal.storage.unlocking import with_key


def change_passphrase(database: Database, old: str | None, new: str | None) -> RemadeBackups:
    """Let the journal open with `new` alone, and remake its backups; the caller is its writer.

    Raises StorageError: WRONG_PASSPHRASE for another `old`, also for a `new` that SQLCipher itself
    would not take for a passphrase, and what writing raises. Then nothing has changed.
    """
    before = database.key
    if not is_passphrase_of(before, old):
        raise StorageError(StorageProblem.WRONG_PASSPHRASE)
    with database.replacing():
        with new_file(database.path) as unfinished:
            after = _rewritten(database, unfinished, new)
            _refuse_what_opens(unfinished, before)
            database.close()  # some systems replace no open file
        database.key = after
    return remake(known_folders(database), before, after)


def _rewritten(database: Database, unfinished: Path, passphrase: str | None) -> bytes | None:
    if passphrase is not None:
        return rewrite_for(database, unfinished, passphrase)
    rewrite(database, unfinished, None)
    return None


def _refuse_what_opens(unfinished: Path, before: bytes | None) -> None:
    """Raise StorageError where the new file still opens as the old one did."""
    try:
        with_key(unfinished, before).close()
    except StorageError:
        return
    raise StorageError(StorageProblem.DAMAGED)
