"""Where things lie."""

import sys
from pathlib import Path

import pytest

from journal.paths import make_private_folder, places, resources
from tests.systems import POSIX_ONLY


def test_one_folder_for_everything_where_it_is_named(tmp_path: Path) -> None:
    named = places(tmp_path)

    assert named.journal == tmp_path / "journal.db"
    assert named.preferences == tmp_path / "preferences.toml"


def test_a_relative_folder_is_meant_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert places(Path("diary")).journal == tmp_path / "diary" / "journal.db"


@pytest.mark.skipif(sys.platform != "linux", reason="each platform has folders of its own")
def test_otherwise_they_lie_in_the_platforms_folders(home: Path) -> None:
    usual = places()

    assert usual.journal == home / "data" / "symptom-journal" / "journal.db"
    assert usual.preferences == home / "config" / "symptom-journal" / "preferences.toml"


def test_naming_folders_makes_none(home: Path) -> None:
    before = set(home.rglob("*"))
    places()

    assert set(home.rglob("*")) == before


@pytest.mark.parametrize("folder", ["catalogue", "fonts", "icons", "report"])
def test_the_resources_are_found(folder: str) -> None:
    assert any((resources() / folder).iterdir())


@POSIX_ONLY
def test_a_private_folder_and_those_made_on_the_way_are_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder = tmp_path / "a" / "b"
    make_private_folder(folder)
    make_private_folder(folder)

    modes = [each.stat().st_mode & 0o777 for each in (tmp_path, folder.parent, folder)]
    assert modes == [0o755, 0o700, 0o700]


def test_a_file_in_the_place_of_a_private_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")

    with pytest.raises(NotADirectoryError):
        make_private_folder(tmp_path / "a")
