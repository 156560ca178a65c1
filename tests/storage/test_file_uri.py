"""SQLite opens the very file that a path names, on any system and however it is called."""

import os
import sys
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlcipher3 import dbapi2

from journal.storage.file_uri import file_uri
from tests.storage.examples import NOW, check_in, save, store_at, writer

ODD_NAMES = [
    "a b",
    "what?mode=memory",
    "#1",
    "100%",
    "%41",
    "a&b;c",
    "Jürgen's",
    "日記",
    pytest.param(
        os.fsdecode(b"no-text-\xff"),
        marks=pytest.mark.skipif(sys.platform != "linux", reason="names are text there"),
    ),
]


def test_a_network_folder_is_part_of_the_path() -> None:
    path = PureWindowsPath(r"\\nas\b\x.db")
    assert file_uri(path, "rw") == "file:////nas/b/x.db?mode=rw"


def test_a_drive_follows_a_slash() -> None:
    path = PureWindowsPath(r"C:\ü#?%.db")
    assert file_uri(path, "ro") == "file:///C:/%C3%BC%23%3F%25.db?mode=ro"


def test_a_path_of_other_systems() -> None:
    assert file_uri(PurePosixPath("/home/a b/x.db"), "rw") == "file:///home/a%20b/x.db?mode=rw"


@pytest.mark.skipif(sys.platform == "win32", reason="two slashes are one nowhere else")
def test_sqlite_looks_for_a_network_folder_where_it_is(path: Path) -> None:
    writer(path).close()
    shared = PureWindowsPath(f"/{path}")
    assert shared.drive.startswith("\\\\")
    with closing(dbapi2.connect(file_uri(shared, "ro"), uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM scale").fetchone() == (8,)


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_journal_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    """Made, written, looked at before it is opened, backed up, encrypted and restored there."""
    path = tmp_path / name / "journal.db"
    with closing(writer(path)) as journal:
        save(journal, check_in())
        backup = journal.backups.make().made[0]
        assert store_at(path).glance(NOW, "UTC") is not None
        journal.change_passphrase(None, "correct horse")
        assert journal.restore(backup.file).contents.check_ins == 1
