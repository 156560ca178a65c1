"""What a cloud folder keeps online is not downloaded because a journal's backups lie beside it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from journal.domain.repository import OpenJournal
from journal.storage.online_only import is_online_only, would_download
from tests.storage.cloud_folder import ON_DATA_ACCESS, keep_online, opened_files
from tests.storage.examples import check_in, save, store_at, writer

PASSPHRASE = "correct horse"
PAGE = 4096


@pytest.fixture(autouse=True)
def _quick(quick_keys: None) -> None:
    """Passphrases are set here."""


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    folder = tmp_path / "cloud"
    folder.mkdir()
    return folder


@pytest.fixture
def encrypted(path: Path, cloud: Path) -> Iterator[OpenJournal]:
    """A journal with a passphrase, and a folder in a cloud that takes its backups."""
    with closing(writer(path, PASSPHRASE)) as journal:
        save(journal, check_in())
        journal.backups.choose(cloud)
        yield journal


@pytest.mark.parametrize(
    ("told", "is_so"),
    [
        ({}, False),
        ({"st_file_attributes": 0x20}, False),  # ARCHIVE: as most files are
        ({"st_file_attributes": 0x1000 | 0x20}, True),
        ({"st_file_attributes": 0x40000}, True),
        ({"st_file_attributes": ON_DATA_ACCESS}, True),
        ({"st_flags": 0x40}, False),  # UF_TRACKED
        ({"st_flags": 0x40000000}, True),
    ],
)
def test_the_system_tells_it(told: dict[str, int], is_so: bool) -> None:
    assert would_download(SimpleNamespace(**told)) is is_so  # type: ignore[arg-type]


def test_what_is_not_there_is_not_online(tmp_path: Path) -> None:
    assert not is_online_only(tmp_path / "gone")


def test_a_backup_looks_into_no_file_that_is_none_by_its_size(
    encrypted: OpenJournal, cloud: Path
) -> None:
    (cloud / "film.mp4").write_bytes(b"x" * 5000)
    (cloud / "empty").touch()
    (cloud / "photo.raw").write_bytes(b"x" * 3 * 512)
    with opened_files(cloud) as opened:
        encrypted.backups.make()
        encrypted.change_passphrase(PASSPHRASE, "battery staple")
    assert "photo.raw" in opened
    assert opened & {"film.mp4", "empty"} == set()


def test_neither_a_backup_nor_a_new_passphrase_downloads_what_may_be_a_copy(
    encrypted: OpenJournal, cloud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cloud / "film.mp4").write_bytes(b"x" * PAGE)
    keep_online(monkeypatch, cloud / "film.mp4")
    with opened_files(cloud) as opened:
        encrypted.backups.make()
        encrypted.change_passphrase(PASSPHRASE, "battery staple")
    assert opened
    assert "film.mp4" not in opened


def test_a_backup_that_is_online_is_listed_by_its_name(
    encrypted: OpenJournal, path: Path, cloud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypted.backups.make()
    (file,) = cloud.glob("*.db")
    keep_online(monkeypatch, file)
    with opened_files(cloud) as opened:
        for found in (
            encrypted.backups.all(),
            encrypted.backups.listed(),
            store_at(path).backups(),
        ):
            (listed,) = [each for each in found.backups if each.file == file]
            assert listed.is_online_only
            assert listed.contents is None
            assert not listed.has_earlier_passphrase
    assert opened == set()


def test_no_later_backup_downloads_the_earlier_ones(
    encrypted: OpenJournal, path: Path, cloud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypted.backups.make()
    (earlier,) = cloud.glob("*.db")
    put_aside = path.parent / "backups" / "unreadable-2026-01-01T000000Z.db"
    put_aside.write_bytes(b"Dear diary, " * PAGE)
    keep_online(monkeypatch, earlier, put_aside)
    with opened_files(cloud) as opened, opened_files(put_aside.parent) as own:
        save(encrypted, check_in())
        assert len(encrypted.backups.make().made) == 2
        encrypted.close()
        writer(path, PASSPHRASE).close()
    assert opened
    assert earlier.name not in opened
    assert put_aside.name not in own


def test_one_that_is_online_can_be_restored(
    encrypted: OpenJournal, cloud: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever chooses it wants it downloaded."""
    encrypted.backups.make()
    (file,) = cloud.glob("*.db")
    save(encrypted, check_in())
    keep_online(monkeypatch, file)
    assert encrypted.restore(file).contents.check_ins == 1
