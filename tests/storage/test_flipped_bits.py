"""One bit of a file turned over: what was entered is read as it was, or the damage is told."""

from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import Records
from tests.storage.examples import check_in, full_check_in, full_session, save, store_at, writer

TURNS, LONG_TURNS = 60, 600
LAST_PAGE = 4096
# A passphrase that does not open is what a turned bit in the salt or the first page looks like.
TOLD = {
    StorageProblem.DAMAGED,
    StorageProblem.NOT_A_JOURNAL,
    StorageProblem.NEWER_VERSION,
    StorageProblem.WRONG_PASSPHRASE,
}


@pytest.fixture(params=[None, "correct horse"], ids=["plain", "passphrase"])
def passphrase(request: pytest.FixtureRequest, quick_keys: None) -> str | None:
    found: str | None = request.param
    return found


@pytest.fixture
def records(path: Path, passphrase: str | None) -> Records:
    """What a closed journal holds, with a backup of it."""
    with closing(writer(path, passphrase)) as journal:
        save(journal, full_session(), full_check_in(), check_in(note="long " * 1000))
        journal.backups.make()
        return journal.records()


def is_told(path: Path, passphrase: str | None) -> bool:
    """Whether opening, or a look over the whole file, finds damage; then no backup is made."""
    try:
        journal = store_at(path).open(passphrase)
    except StorageError as error:
        return error.problem in TOLD
    with closing(journal):
        with suppress(StorageError):  # and nothing else, whatever stands there now
            journal.records()
        if journal.check().is_sound:
            return False
        with pytest.raises(StorageError) as raised:
            journal.backups.make()
        return raised.value.problem is StorageProblem.DAMAGED


def test_a_turned_bit_is_told(
    path: Path, passphrase: str | None, records: Records, is_long: bool
) -> None:
    """With a passphrase always; without, a letter of a note may be another and nobody knows."""
    sound = path.read_bytes()
    chance = Random(7)
    silent = 0
    turns = LONG_TURNS if is_long else TURNS
    for turn in range(turns):
        data = bytearray(sound)
        # Half of them in the last page, of which SQLCipher itself tells least.
        within = len(data) if turn % 2 else LAST_PAGE
        data[-1 - chance.randrange(within)] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        silent += not is_told(path, passphrase)
        assert path.read_bytes() == data
    assert silent == 0 if passphrase else silent < turns


def test_the_backup_brings_back_what_was_entered(
    path: Path, passphrase: str | None, records: Records
) -> None:
    store = store_at(path)
    (backup,) = store.backups().backups
    path.write_bytes(path.read_bytes()[:9000])
    store.restore(backup.file, passphrase)
    with closing(store.open(passphrase)) as journal:
        assert journal.records() == records
