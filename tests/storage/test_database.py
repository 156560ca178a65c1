"""The settings every connection has, since the safety of the journal stands on them."""

from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from sqlcipher3 import dbapi2

from journal.storage.database import Database
from journal.storage.passphrase import key_of_file
from tests.storage.examples import check_in, save, writer

SETTINGS = {
    "busy_timeout": 2000,
    "foreign_keys": 1,
    "journal_mode": "delete",
    "secure_delete": 1,
    "synchronous": 3,  # EXTRA
    "temp_store": 2,  # memory
}


@pytest.mark.parametrize("passphrase", [None, "correct horse"], ids=["plain", "passphrase"])
def test_settings_of_a_connection(path: Path, passphrase: str | None) -> None:
    writer(path, passphrase).close()
    key = key_of_file(passphrase, path) if passphrase else None
    with closing(Database(path, key)) as database, database.read() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in SETTINGS
        }
    assert found == SETTINGS


def test_a_write_keeps_others_from_writing_from_its_start(path: Path) -> None:
    writer(path).close()
    with (
        closing(Database(path)) as database,
        closing(dbapi2.connect(str(path), isolation_level=None, timeout=0)) as other,
    ):
        with database.read():
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        with database.write():
            assert other.execute("SELECT count(*) FROM scale").fetchone() == (8,)
            with pytest.raises(dbapi2.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")


def test_it_closes_only_once_a_copy_has_its_last_byte(path: Path) -> None:
    """Or the descriptor it reads from may be that of another file meanwhile."""
    with closing(writer(path)) as journal:
        save(journal, *(check_in(note="long " * 20_000) for _ in range(30)))
    database = Database(path)
    closes = Thread(target=database.close)
    with database.alone() as connection:
        connection.execute("BEGIN")
        parts = database.parts()
        read = next(parts)
        closes.start()
        closes.join(0.1)
        with path.with_name("other").open("wb+") as other:
            other.write(b"Dear diary, " * len(read))
            other.flush()
            read += b"".join(parts)
    closes.join()
    assert read == path.read_bytes()


def test_an_error_does_not_print_what_was_to_be_written(path: Path) -> None:
    writer(path).close()
    secret = "nobody must read this"
    with (
        closing(Database(path)) as database,
        pytest.raises(Exception, match="bindings") as raised,
        database.write() as connection,
    ):
        connection.exec_driver_sql("SELECT ?, ?", (secret,))
    assert secret not in str(raised.value)
