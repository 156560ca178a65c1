"""Damage that a journal opens with, and that only a look over the whole file finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def damage_index(path: Path) -> None:
    """Overwrite a page of a plain journal that is read only to find a day."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_check_in_day'"
        ((number,),) = connection.execute(query)
    data = bytearray(path.read_bytes())
    data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(data)
