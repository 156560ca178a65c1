"""Damage that a journal opens with, and that only a look over the whole file finds."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

PAGE = 4096


OF_IMPORTS = "sqlite_autoindex_imported_row_1"
"""An index that the pages of the window do not read."""

Damage = Callable[[Path], object]
"""What it does to the closed plain journal at a path."""


def damage_index(path: Path, index: str = "ix_check_in_day") -> None:
    """Overwrite a page of a plain journal that is read only to find something, such as a day."""
    data = bytearray(path.read_bytes())
    end = _end_of_root_page(path, index)
    data[end - PAGE : end] = bytes(PAGE)
    path.write_bytes(data)


def turn_bit(byte: int, bit: int) -> Damage:
    """Turn over one bit of the file."""

    def turn(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[byte] ^= 1 << bit
        path.write_bytes(data)

    return turn


def say_form(version: str) -> Damage:
    """Let a journal of the newest form say that it has another one."""

    def say(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", [version])
            connection.commit()

    return say


def say_two_forms(path: Path) -> None:
    """Turn over a bit of the form that the index of its table says, and not the table."""
    last_byte = _end_of_root_page(path, "sqlite_autoindex_alembic_version_1") - 1
    turn_bit(last_byte, 0)(path)


def _end_of_root_page(path: Path, index: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((number,),) = connection.execute(query, [index])
    return int(number) * PAGE


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


UNOPENABLE: dict[str, Damage] = {
    "no form": say_form(""),
    "a form before the first": say_form("0000"),
    "a form that is no number": say_form("000("),
    "an earlier form": say_form("0007"),
    "two forms": say_two_forms,
    "another size of pages": turn_bit(16, 1),
    "another way to write": turn_bit(18, 1),
}
"""After these a journal does not open; most are one turned bit."""
