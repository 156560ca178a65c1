"""What docs/trust.md tells patients: any SQLCipher 4 tool opens the journal with the passphrase.

The tool here is SQLite3 Multiple Ciphers, which shares no code with the SQLCipher of the program.
"""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.storage.examples import check_in, full_check_in, save, writer

PASSPHRASE, EARLIER = "correct hörse battery", "staple"
TRUST = Path(__file__).parents[2] / "docs" / "trust.md"


def statements() -> list[str]:
    """What a person types into the tool, as the page has it."""
    return re.findall(r"^sqlite> (.+;)$", TRUST.read_text("utf-8"), re.MULTILINE)


def opened_elsewhere(path: Path, passphrase: str) -> list[tuple[object, ...]]:
    """What the last statement of the page answers in the other tool."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        # Of the many ciphers it knows; an SQLCipher tool knows this one alone.
        connection.execute("PRAGMA cipher = 'sqlcipher'")
        connection.execute("PRAGMA legacy = 4")
        key, query = statements()
        assert "'your passphrase'" in key
        connection.execute(key.replace("your passphrase", passphrase))
        return connection.execute(query).fetchall()


def locked_from_the_start(path: Path) -> Path:
    with closing(writer(path, PASSPHRASE)) as journal:
        save(journal, full_check_in())
    return path


def locked_later(path: Path) -> Path:
    with closing(writer(path)) as journal:
        save(journal, full_check_in())
        journal.change_passphrase(None, PASSPHRASE)
    return path


def locked_anew(path: Path) -> Path:
    with closing(writer(path, EARLIER)) as journal:
        save(journal, full_check_in())
        journal.change_passphrase(EARLIER, PASSPHRASE)
        save(journal, check_in())
    return path


def a_backup(path: Path) -> Path:
    with closing(writer(path, PASSPHRASE)) as journal:
        save(journal, full_check_in())
        (made,) = journal.backups.make().made
    return made.file


def a_backup_locked_later(path: Path) -> Path:
    with closing(writer(path)) as journal:
        save(journal, full_check_in())
        (made,) = journal.backups.make().made
        journal.change_passphrase(None, PASSPHRASE)
    return made.file


@pytest.mark.parametrize(
    "made", [locked_from_the_start, locked_later, locked_anew, a_backup, a_backup_locked_later]
)
def test_another_tool_opens_it_as_the_page_says(path: Path, made: Callable[[Path], Path]) -> None:
    rows = opened_elsewhere(made(path), PASSPHRASE)
    assert [(scale, value) for _day, scale, value in rows] == [
        (score.scale, score.value) for score in full_check_in().scores
    ]


def test_another_tool_opens_nothing_with_another_passphrase(path: Path) -> None:
    locked_from_the_start(path)
    with pytest.raises(apsw.NotADBError):
        opened_elsewhere(path, EARLIER)
