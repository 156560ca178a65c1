"""One bit of a file turned over: what was entered is read as it was, or the damage is told."""

from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from random import Random

import pytest

from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import Records
from journal.storage.file_form import HEADER_LENGTH
from tests.storage.examples import (
    check_in,
    full_check_in,
    full_response,
    full_session,
    save,
    store_at,
    writer,
)

TURNS, LONG_TURNS = 60, 600
HEADER_STRIDE = 11
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
        thrown_away = full_response()
        save(journal, thrown_away)
        journal.apply([Edit(thrown_away, None)])
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


def what_a_writer_finds(path: Path, passphrase: str | None) -> Records | None:
    """What can be read by one who writes and looks at everything; None where damage is told.

    Whatever stands in the file, nothing but StorageError is raised.
    """
    try:
        journal = store_at(path).open(passphrase, writer=True)
    except StorageError as error:
        if error.problem not in TOLD:
            raise
        return None
    with closing(journal):
        found = None
        uses: tuple[Callable[[], object], ...] = (
            journal.bin.deletions,
            journal.last_change,
            journal.backups.is_due,
            partial(save, journal, check_in()),
        )
        for use in uses:
            with suppress(StorageError):
                use()
        with suppress(StorageError):
            found = journal.records()
        return found if journal.check().is_sound else None


def turned_bit(sound: bytes, byte: int, bit: int) -> bytes:
    data = bytearray(sound)
    data[byte] ^= 1 << bit
    return bytes(data)


def test_a_turned_bit_in_the_header_loses_nothing_to_a_writer(
    path: Path, passphrase: str | None, records: Records, is_long: bool
) -> None:
    """With a passphrase, its first bytes are the salt: then it does not open."""
    sound = path.read_bytes()
    entered = {check_in.id for check_in in records.check_ins}
    opened = 0
    for number in range(0, 8 * HEADER_LENGTH, 1 if is_long else HEADER_STRIDE):
        path.write_bytes(turned_bit(sound, number // 8, number % 8))
        found = what_a_writer_finds(path, passphrase)
        if found is not None:
            opened += 1
            assert entered < {check_in.id for check_in in found.check_ins}
            assert found.sessions == records.sessions
    assert (opened > 0) is (passphrase is None)


def test_a_turned_bit_anywhere_is_nothing_but_damage_to_a_writer(
    path: Path, passphrase: str | None, records: Records, is_long: bool
) -> None:
    """Also in the bin, in what is read to find the last change, and where it saves."""
    sound = path.read_bytes()
    written = [place for place, byte in enumerate(sound) if byte]
    chance = Random(8)
    for _ in range(LONG_TURNS if is_long else TURNS):
        path.write_bytes(turned_bit(sound, chance.choice(written), chance.randrange(8)))
        found = what_a_writer_finds(path, passphrase)
        assert found is None or passphrase is None


def test_the_backup_brings_back_what_was_entered(
    path: Path, passphrase: str | None, records: Records
) -> None:
    store = store_at(path)
    (backup,) = store.backups().backups
    path.write_bytes(path.read_bytes()[:9000])
    store.restore(backup.file, passphrase)
    with closing(store.open(passphrase)) as journal:
        assert journal.records() == records
