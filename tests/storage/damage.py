"""Damage that a journal opens with, and that only a look over the whole file finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

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
