"""In which folders backups lie: kept beside the journal, so that it is known at all times.

`folders.json` in the data folder, and once more among the backups there, is readable without the
passphrase: a journal that is locked or damaged can still be restored from every folder, and
everything can be deleted. Where neither can be read, that is known until a folder is named again.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from journal.domain.backups import BackupList
from journal.domain.errors import StorageError
from journal.paths import JOURNAL_NAME, SOCKET_NAME
from journal.storage.backup_names import as_backup, is_unreadable, mark_in, mark_of_unreadable
from journal.storage.faults import writing_faults
from journal.storage.lock import LOCK_NAME
from journal.storage.new_file import new_file, rollback_journal

FOLDER_NAME = "backups"
_LIST_NAME = "folders.json"
_OF_A_DATA_FOLDER = (
    LOCK_NAME,
    SOCKET_NAME,
    f"{FOLDER_NAME}/{_LIST_NAME}",
    rollback_journal(Path(JOURNAL_NAME)).name,
)


@dataclass(frozen=True, slots=True)
class BackupFolders:
    """The data folder's own, the chosen one, and in `known` every one that ever took a backup.

    `marks` are of the journals they belong to: another person's backups may lie in the same folder.
    `are_lost` says that no list could be read, so that a folder may be missing here.
    """

    own: Path
    chosen: Path | None = None
    known: frozenset[Path] = frozenset()
    marks: frozenset[str] = frozenset()
    are_lost: bool = False
    name: str = JOURNAL_NAME
    """Of the journal's file, where a link leads to one that is called otherwise."""

    @property
    def journal(self) -> Path:
        """The journal's own file."""
        return self.data / self.name

    @property
    def data(self) -> Path:
        """The folder of the journal itself."""
        return self.own.parent

    @property
    def all(self) -> tuple[Path, ...]:
        """Every folder, the own one first."""
        return (self.own, *sorted((self.known | {self.chosen or self.own}) - {self.own}))

    @property
    def list_files(self) -> tuple[Path, ...]:
        """Where all of this is kept; the first one counts, where it can be read."""
        return (self.data / _LIST_NAME, self.own / _LIST_NAME)

    def named(self, folder: Path) -> Path:
        """A folder as it is called here, however somebody spells it."""
        return self.own if _is_same(folder, self.own) else folder.resolve()

    def to_fill(self, asked: Path | None) -> tuple[Path, ...]:
        """The folders for the next backup, each once; `asked` is one more."""
        places = (self.own, self.chosen, asked)
        return tuple(dict.fromkeys(place for place in places if place is not None))

    def files_in(self, folder: Path) -> list[Path] | None:
        """The program's backups in a folder, unfinished ones too; None where it is not there."""
        try:
            marks = {entry: mark_in(entry) for entry in folder.iterdir()}
        except OSError:
            return None
        ours = folder == self.own
        return [entry for entry, mark in marks.items() if mark and (ours or mark in self.marks)]

    def own_backups(self) -> list[Path]:
        """The finished backups in the own folder."""
        return [file for file in self.files_in(self.own) or () if as_backup(file) is not None]

    def unreadable_in(self, folder: Path) -> list[Path]:
        """What lay in the journal's place or among its backups and was not sound."""
        try:
            entries = list(folder.iterdir())
        except OSError:
            return []
        if folder == self.own:
            return [entry for entry in entries if is_unreadable(entry)]
        return [entry for entry in entries if mark_of_unreadable(entry) in self.marks]

    def is_anothers(self, folder: Path) -> bool:
        """Whether another journal lives in a folder: it may be the same one, as another goes on."""
        if _is_same(folder, self.data) or _is_same(folder, self.own):
            return False
        if _is_same(folder / JOURNAL_NAME, self.journal):  # it is where a link to it lies
            return False
        return any(_is_there(folder / name) for name in _OF_A_DATA_FOLDER)

    def are_anothers(self, folder: Path) -> bool:
        """Whether a folder holds the backups that another data folder keeps for itself."""
        return folder.name == FOLDER_NAME and self.is_anothers(folder.parent)


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return one.absolute() == other.absolute()


def _is_there(file: Path) -> bool:
    return os.path.exists(file)  # noqa: PTH110 - false for whatever cannot be looked at


def load(data: Path) -> BackupFolders:
    """The folders as they are kept; the own one alone where nothing readable is."""
    folders = BackupFolders(data.resolve() / FOLDER_NAME)
    lists = [kept for file in folders.list_files if (kept := _read(file, folders)) is not None]
    if not lists:
        return replace(folders, are_lost=_was_kept(folders))
    return replace(
        lists[0],
        known=frozenset().union(*(kept.known for kept in lists)),
        marks=frozenset().union(*(kept.marks for kept in lists)),
    )


def _read(file: Path, folders: BackupFolders) -> BackupFolders | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text("utf-8"))
        return replace(
            folders,
            chosen=None if kept["chosen"] is None else Path(kept["chosen"]),
            known=frozenset(Path(folder) for folder in kept["known"]),
            marks=frozenset(str(mark) for mark in kept["journals"]),
            are_lost=bool(kept.get("lost", False)),
        )
    return None


def _was_kept(folders: BackupFolders) -> bool:
    """Whether there must have been a list: each backup but what a restore put aside makes one."""
    backups = (as_backup(file) for file in folders.own_backups())
    return any(map(_is_there, folders.list_files)) or any(
        backup is not None and not backup.replaced for backup in backups
    )


def save(folders: BackupFolders) -> None:
    """Keep the folders; nothing is written where that is what is kept already.

    Raises StorageError where the list in the data folder is not; the other one is for the day on
    which that cannot be read.
    """
    kept = {
        "chosen": None if folders.chosen is None else str(folders.chosen),
        "known": sorted(str(folder) for folder in folders.known),
        "journals": sorted(folders.marks),
        "lost": folders.are_lost,
    }
    text = json.dumps(kept, indent=1)
    first, second = folders.list_files
    _write(first, text)
    with suppress(StorageError):
        make_folder(folders.own)
        _write(second, text)


def _write(file: Path, text: str) -> None:
    with suppress(OSError, ValueError):
        if file.read_text("utf-8") == text:
            return
    with new_file(file) as unfinished:
        unfinished.write_text(text, "utf-8")


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into, in one that is there; StorageError."""
    with writing_faults():
        folder.mkdir(mode=0o700, exist_ok=True)


def listed(folders: BackupFolders) -> BackupList:
    """Every finished backup by its name, newest first, and the folders that are not there."""
    found = {folder: folders.files_in(folder) for folder in folders.all}
    backups = [as_backup(file) for files in found.values() for file in files or ()]
    gone = [folder for folder, files in found.items() if files is None and folder != folders.own]
    return BackupList(
        tuple(sorted(filter(None, backups), key=lambda each: each.made_at, reverse=True)),
        tuple(gone),
        folders.are_lost,
    )
