"""In which folders backups lie: kept beside the first of them, so that it is known at all times.

`backups/folders.json` in the data folder is readable without the passphrase: a journal that is
locked or damaged can still be restored from every folder, and everything can be deleted.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from journal.domain.backups import BackupList
from journal.storage.backup_names import as_backup, is_unreadable, mark_in
from journal.storage.faults import writing_faults
from journal.storage.new_file import new_file

FOLDER_NAME = "backups"
_LIST_NAME = "folders.json"


@dataclass(frozen=True, slots=True)
class BackupFolders:
    """The data folder's own, the chosen one, and in `known` every one that ever took a backup.

    `marks` are of the journals they belong to: another person's backups may lie in the same folder.
    """

    own: Path
    chosen: Path | None = None
    known: frozenset[Path] = frozenset()
    marks: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[Path, ...]:
        """Every folder, the own one first."""
        return (self.own, *sorted((self.known | {self.chosen or self.own}) - {self.own}))

    @property
    def list_file(self) -> Path:
        """Where all of this is kept."""
        return self.own / _LIST_NAME

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

    def unreadable(self) -> list[Path]:
        """The files that lay in the journal's place and did not open."""
        try:
            return [entry for entry in self.own.iterdir() if is_unreadable(entry)]
        except OSError:
            return []


def load(data: Path) -> BackupFolders:
    """The folders as they are kept; the own one alone where nothing readable is."""
    folders = BackupFolders(data / FOLDER_NAME)
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(folders.list_file.read_text("utf-8"))
        return replace(
            folders,
            chosen=None if kept["chosen"] is None else Path(kept["chosen"]),
            known=frozenset(Path(folder) for folder in kept["known"]),
            marks=frozenset(str(mark) for mark in kept["journals"]),
        )
    return folders


def save(folders: BackupFolders) -> None:
    """Keep the folders; nothing is written where that is what is kept already."""
    if folders == load(folders.own.parent):
        return
    kept = {
        "chosen": None if folders.chosen is None else str(folders.chosen),
        "known": sorted(str(folder) for folder in folders.known),
        "journals": sorted(folders.marks),
    }
    make_folder(folders.own)
    with new_file(folders.list_file) as unfinished:
        unfinished.write_text(json.dumps(kept, indent=1), "utf-8")


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
    )
