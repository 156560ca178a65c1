"""A journal with a passphrase: unreadable without it, and open to any SQLCipher tool with it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from tests.storage.examples import LATER, check_in, full_check_in, save, store_at, writer

PASSPHRASE = "correct hörse battery"


@pytest.fixture(scope="module")
def locked_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with a passphrase and one check-in, made once: every opening takes its time."""
    path = tmp_path_factory.mktemp("locked") / "journal.db"
    journal = writer(path, PASSPHRASE)
    save(journal, full_check_in())
    journal.close()
    return path.read_bytes()


@pytest.fixture
def locked(locked_bytes: bytes, path: Path) -> Path:
    path.parent.mkdir()
    path.write_bytes(locked_bytes)
    return path


def refusal(path: Path, passphrase: str | None) -> StorageProblem:
    with pytest.raises(StorageError) as raised:
        store_at(path).open(passphrase)
    return raised.value.problem


def test_the_right_passphrase_opens_it(locked: Path) -> None:
    journal = store_at(locked).open(PASSPHRASE, writer=True)
    (before,) = journal.check_ins.between()
    after = replace(before, note="Changed.", changed_at=LATER)
    journal.apply([Edit(before, after)])
    assert journal.check_ins.between() == (after,)
    assert journal.check().is_sound
    journal.close()


@pytest.mark.parametrize("passphrase", [None, "", "correct horse battery", PASSPHRASE + " "])
def test_no_other_passphrase_opens_it(
    locked: Path, passphrase: str | None, capfd: pytest.CaptureFixture[str]
) -> None:
    assert refusal(locked, passphrase) is StorageProblem.WRONG_PASSPHRASE
    assert capfd.readouterr() == ("", "")


def test_a_letter_typed_as_two_characters_is_the_same_letter(locked: Path) -> None:
    store_at(locked).open("correct ho\u0308rse battery").close()


def test_nothing_in_the_file_can_be_read(locked: Path) -> None:
    data = locked.read_bytes()
    assert b"SQLite" not in data
    assert b"morning" not in data
    assert b"check_in" not in data


def test_a_plain_journal_does_not_pass_for_one_with_a_passphrase(path: Path) -> None:
    writer(path).close()
    assert refusal(path, PASSPHRASE) is StorageProblem.WRONG_PASSPHRASE


def test_a_file_of_another_program_with_this_passphrase(path: Path) -> None:
    path.parent.mkdir()
    with closing(dbapi2.connect(str(path))) as connection:
        connection.set_key(PASSPHRASE)
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    assert refusal(path, PASSPHRASE) is StorageProblem.NOT_A_JOURNAL


def test_a_passphrase_that_reads_as_a_raw_key_locks_nobody_out(path: Path) -> None:
    passphrase = f"x'{'ab' * 48}'"
    with pytest.raises(StorageError) as raised:
        writer(path, passphrase)
    assert raised.value.problem is StorageProblem.WRONG_PASSPHRASE
    assert not path.exists()


def test_a_journal_cut_off_is_damaged_and_not_some_other_file(locked: Path) -> None:
    locked.write_bytes(locked.read_bytes()[:10_000])
    assert refusal(locked, PASSPHRASE) is StorageProblem.DAMAGED


def test_damage_behind_the_first_page_is_not_taken_for_a_wrong_passphrase(locked: Path) -> None:
    filled = writer(locked, PASSPHRASE)
    # Its pages come last: the tables themselves are found before, and can be read.
    save(filled, check_in(note="long " * 4000))
    filled.close()
    data = bytearray(locked.read_bytes())
    data[-2000:-1000] = bytes(1000)
    locked.write_bytes(data)
    journal = store_at(locked).open(PASSPHRASE)
    found = journal.check()
    journal.close()
    assert not found.is_sound
