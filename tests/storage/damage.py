"""Damage that a journal opens with, and that only a look over the whole file finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

PAGE = 4096


OF_IMPORTS = "sqlite_autoindex_imported_row_1"
"""An index that the pages of the window do not read."""


def damage_index(path: Path, index: str = "ix_check_in_day") -> None:
    """Overwrite a page of a plain journal that is read only to find something, such as a day."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((number,),) = connection.execute(query, [index])
    data = bytearray(path.read_bytes())
    data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def killed_in_another_tool(path: Path, passphrase: str | None, statement: str) -> bytes:
    """Change the journal as a tool does that writes beside the file and is killed: what is there.

    The file itself stays as it was but for two bytes, and the change lies in its `-wal`.
    """
    wal = path.with_name(path.name + "-wal")
    with closing(dbapi2.connect(str(path), isolation_level=None)) as tool:
        if passphrase is not None:
            tool.set_key(passphrase)
        tool.execute("PRAGMA journal_mode = WAL")
        tool.execute("PRAGMA wal_autocheckpoint = 0")
        tool.execute(statement)
        file, left_behind = path.read_bytes(), wal.read_bytes()
    path.write_bytes(file)
    wal.write_bytes(left_behind)
    return left_behind
