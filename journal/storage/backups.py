"""Every backup of a journal: making them, thinning them, finding them again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from journal.domain.backups import (
    Backup,
    BackupList,
    BackupOutcome,
    FolderFault,
    last_of,
    to_keep,
)
from journal.domain.errors import StorageError, StorageProblem
from journal.storage import backup_folders
from journal.storage.backup import is_unchanged_since, make_backup, read_mark
from journal.storage.backup_folders import BackupFolders, listed, make_folder
from journal.storage.backup_names import as_backup, begins_as_backup, mark_in
from journal.storage.contents import contents_of
from journal.storage.database import Database
from journal.storage.file_form import FileForm, form_of
from journal.storage.new_file import is_unfinished, remove
from journal.storage.online_only import is_online_only
from journal.storage.passphrase import salt_in, salt_of
from journal.storage.remaking import known_folders, protect_everywhere
from journal.storage.unlocking import unlocked_backup

LEFT_BEHIND_AFTER_SECONDS = 24 * 3600
"""What was begun so long before the newest backup is nobody's work any more.

The clock of another disk or computer, where the folder lies, may differ by hours.
"""


class SqlBackupRepository:
    """BackupRepository of the journal in one database."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    @property
    def folder(self) -> Path | None:
        """The one more folder that was chosen for backups."""
        return backup_folders.load(self._database.path.parent).chosen

    def choose(self, folder: Path | None) -> None:
        """Make backups in `folder`, too, from now on; those in an earlier one stay known.

        Raises StorageError, JOURNAL_ITSELF for the folder beside the journal.
        """
        folders = self._folders()
        chosen = None if folder is None else folders.named(folder)
        if chosen == folders.own:
            raise StorageError(StorageProblem.JOURNAL_ITSELF)
        backup_folders.save(replace(folders, chosen=chosen, are_lost=False))

    def is_due(self) -> bool:
        """Whether the journal changed since its last backup in the data folder."""
        return not is_unchanged_since(self._database, self._folders().own_backups())

    def latest(self) -> datetime | None:
        """When the last verified backup was made, as the names of the files tell.

        Those of other journals do not count, and none from a time that has not come yet.
        """
        mark = read_mark(self._database)
        ours = [each for each in listed(self._folders()).backups if mark_in(each.file) == mark]
        return last_of((each.made_at for each in ours if not each.replaced), self._clock())

    def all(self) -> BackupList:
        """Every backup with what it holds."""
        return _all_looked_into(self.listed(), self._database.key)

    def listed(self) -> BackupList:
        """Every backup by its name, and whether an earlier passphrase opens it alone."""
        found = listed(self._folders())
        key = self._database.key
        return replace(found, backups=tuple(_told_apart(each, key) for each in found.backups))

    def make(self, folder: Path | None = None) -> BackupOutcome:
        """Make a backup in the data folder, the chosen folder and `folder`; thin the older ones.

        The journal itself is read for the first one alone, and that lies beside it: however slow
        the other folders are, nothing that is saved meanwhile waits for them. Only where the data
        folder takes none are they filled from the journal.
        """
        folders = self._folders()
        asked = None if folder is None else folders.named(folder)
        made: list[Backup] = []
        missed: list[FolderFault] = []
        for place in folders.to_fill(asked):
            try:
                if place != folders.chosen:  # a disk that is not there is not made up for
                    make_folder(place)
                with self._source(made) as source:
                    made.append(self._make_in(place, folders, source))
            except StorageError as error:
                missed.append(FolderFault(place, error.problem))
        if not made:
            raise StorageError(missed[0].problem)
        filled = {backup.file.parent for backup in made}
        is_lost = folders.are_lost and asked not in filled
        with suppress(StorageError):  # a data folder that takes nothing keeps no list either
            self._remember(filled, is_lost=is_lost)
        with suppress(StorageError):  # the backups are there, whatever becomes of the others
            protect_everywhere(self._database)
        return BackupOutcome(tuple(made), tuple(missed), is_lost)

    @contextmanager
    def _source(self, made: list[Backup]) -> Iterator[Database]:
        """What the next backup is a copy of: the first one that was made, or the journal."""
        if made:
            with closing(unlocked_backup(made[0].file, None, self._database.key)) as source:
                yield source
        else:
            yield self._database

    def _remember(self, filled: set[Path], *, is_lost: bool) -> None:
        folders = self._folders()
        known = folders.known | filled - {folders.own}
        backup_folders.save(replace(folders, known=known, are_lost=folders.are_lost and is_lost))

    def _folders(self) -> BackupFolders:
        """The folders as they are kept, with this journal's mark."""
        return known_folders(self._database)

    def _make_in(self, folder: Path, folders: BackupFolders, source: Database) -> Backup:
        backup = make_backup(source, folder, self._clock())
        files = [] if folders.are_anothers(folder) else folders.files_in(folder) or []
        places = folders.all if folder == folders.own else (folder,)
        _clear_away(folders, places, backup.file)
        _thin(files, backup)
        return _looked_into(backup, self._database.key)


def look_into_all(folders: BackupFolders, key: bytes | None) -> BackupList:
    """Every backup in these folders, with what it holds where it is plain or `key` opens it."""
    return _all_looked_into(listed(folders), key)


def _all_looked_into(found: BackupList, key: bytes | None) -> BackupList:
    return replace(found, backups=tuple(_looked_into(each, key) for each in found.backups))


def _told_apart(backup: Backup, key: bytes | None) -> Backup:
    if is_online_only(backup.file):
        return replace(backup, is_online_only=True)
    return replace(backup, has_earlier_passphrase=_opens_otherwise(backup.file, key))


def _opens_otherwise(file: Path, key: bytes | None) -> bool:
    """Whether a file is encrypted, but not with the journal's key: its salt is another one."""
    try:
        if form_of(file, with_passphrase=True) is FileForm.PLAIN:
            return False
        return key is None or salt_in(file) != salt_of(key)
    except StorageError:
        return False


def _looked_into(backup: Backup, key: bytes | None) -> Backup:
    if is_online_only(backup.file):
        return replace(backup, is_online_only=True)
    try:
        with closing(unlocked_backup(backup.file, None, key)) as database:
            return replace(backup, contents=contents_of(database))
    except StorageError:
        return backup


def _clear_away(folders: BackupFolders, places: Iterable[Path], newest: Path) -> None:
    """Remove what a program that was ended left unfinished, so far as the system lets it go."""
    for file in (file for place in places for file in _unfinished(folders, place)):
        with suppress(OSError):  # another program is done with it, or not yet
            if file.stat().st_ctime < newest.stat().st_ctime - LEFT_BEHIND_AFTER_SECONDS:
                file.unlink()


def _unfinished(folders: BackupFolders, place: Path) -> list[Path]:
    """All in the own folder, which is nobody else's; elsewhere of backups and copies of these."""
    begun: list[Path] = []
    if folders.are_anothers(place):
        return begun
    with suppress(OSError):  # it is not there
        begun += filter(is_unfinished, place.iterdir())
    is_own = place == folders.own
    return [file for file in begun if is_own or begins_as_backup(file, folders.marks)]


def _thin(files: list[Path], newest: Backup) -> None:
    """Remove the older backups of the same journal that need not be kept, each that can be.

    Those that a clock which was ahead gave later dates fill no places of the others.
    """
    mark = mark_in(newest.file)
    backups = [backup for file in files if mark_in(file) == mark and (backup := as_backup(file))]
    plain = [backup for backup in backups if not backup.replaced]
    made = [backup.made_at for backup in plain]
    kept = to_keep(at for at in made if at <= newest.made_at)
    kept |= to_keep(at for at in made if at > newest.made_at)
    for backup in plain:
        if backup.made_at not in kept:
            with suppress(OSError):  # another program has it open: the next backup removes it
                remove(backup.file)
