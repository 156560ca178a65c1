"""What becomes of the keychain's copy when the passphrase changes on the terminal."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from journal import preferences
from journal.paths import places
from journal.preferences import Preferences
from journal.ui.lock.keychain import Keychain
from tests.cli.conftest import Program
from tests.storage.conftest import quick_keys as quick_keys
from tests.ui.lock.conftest import KeyringInMemory

OLD, NEW = "correct horse", "staple"


@pytest.fixture
def keychain() -> Iterator[KeyringInMemory]:
    before = keyring.get_keyring()
    in_memory = KeyringInMemory()
    keyring.set_keyring(in_memory)
    yield in_memory
    keyring.set_keyring(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the passphrase and the new one."""
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{OLD}\n{NEW}\n", "utf-8")
    return path


@pytest.fixture
def remembered(used: Program, file: Path, keychain: KeyringInMemory, quick_keys: None) -> Program:
    """A journal whose passphrase the keychain has, too."""
    used.prints("--passphrase-file", str(file), "passphrase", "set")
    preferences.save(places(used.data).preferences, Preferences(keychain=True))
    Keychain(used.file).keep(OLD)
    return used


def test_it_gets_the_new_passphrase(
    remembered: Program, file: Path, keychain: KeyringInMemory
) -> None:
    remembered.prints("--passphrase-file", str(file), "passphrase", "change")
    assert list(keychain.entries.values()) == [NEW]


def test_it_loses_one_that_was_removed(
    remembered: Program, file: Path, keychain: KeyringInMemory
) -> None:
    remembered.prints("--passphrase-file", str(file), "passphrase", "remove")
    assert keychain.entries == {}
    assert not preferences.load(places(remembered.data).preferences).keychain


@pytest.mark.parametrize("action", ["change", "remove"])
def test_a_copy_that_stays_is_said(
    remembered: Program, file: Path, keychain: KeyringInMemory, action: str
) -> None:
    keychain.is_closed = True
    said = remembered.prints("--passphrase-file", str(file), "passphrase", action)
    assert "The keychain did not remove its copy of the passphrase." in said


def test_somebody_who_keeps_none_there_is_not_asked_for_it(
    used: Program, file: Path, keychain: KeyringInMemory, quick_keys: None
) -> None:
    keychain.is_closed = True
    used.prints("--passphrase-file", str(file), "passphrase", "set")
    said = used.prints("--passphrase-file", str(file), "passphrase", "change")
    assert "keychain" not in said
