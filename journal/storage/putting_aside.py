"""What lies in the journal's place and does not open, kept before something takes its place."""

import shutil
from datetime import datetime
from pathlib import Path

from journal.storage import backup_folders
from journal.storage.backup_folders import make_folder
from journal.storage.backup_names import unreadable_file
from journal.storage.new_file import new_file, parts


def put_aside(path: Path, now: datetime) -> Path | None:
    """Keep the file at `path` to the byte, and what a crash left beside it; StorageError.

    That may be all that is left of a journal. The first of what was kept, or None for nothing.
    """
    found = parts(path)
    if not found:
        return None
    folder = backup_folders.load(path.parent).own
    make_folder(folder)
    file = unreadable_file(folder, now)
    kept = [file.with_name(file.name + part.name.removeprefix(path.name)) for part in found]
    for part, target in zip(found, kept, strict=True):
        with new_file(target) as unfinished:
            shutil.copyfile(part, unfinished)
    return kept[0]
