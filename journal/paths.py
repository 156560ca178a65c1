"""Where data, preferences and resources lie."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

APP = "symptom-journal"
JOURNAL_NAME = "journal.db"
SOCKET_NAME = "window.socket"
"""Where a window that has the journal open can be asked to come to the front."""


@cache
def resources() -> Path:
    """The folder of resources: inside the installed package, or beside it in a source tree."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def font_folders() -> tuple[Path, ...]:
    """The program's own fonts, and those of matplotlib, looked up without importing it."""
    from importlib.util import find_spec  # noqa: PLC0415 - not for the first paint

    matplotlib = find_spec("matplotlib")
    places = matplotlib.submodule_search_locations if matplotlib else None
    return (
        resources() / "fonts",
        *(Path(each, "mpl-data", "fonts", "ttf") for each in places or ()),
    )


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one journal; nothing is created by naming them."""

    data: Path
    config: Path

    @property
    def journal(self) -> Path:
        """The journal's file."""
        return self.data / JOURNAL_NAME

    @property
    def preferences(self) -> Path:
        """The file of preferences."""
        return self.config / "preferences.toml"


def places(data_dir: Path | None = None) -> Places:
    """The platform's folders, or `data_dir` for everything."""
    if data_dir is not None:
        return Places(data_dir.absolute(), data_dir.absolute())
    import platformdirs  # noqa: PLC0415 - only where no folder is named

    return Places(
        platformdirs.user_data_path(APP, appauthor=False),
        platformdirs.user_config_path(APP, appauthor=False),
    )


def drawing_folder() -> Path:
    """Where the list of fonts for drawing is kept, which is the same for every journal."""
    import platformdirs  # noqa: PLC0415 - as above

    return platformdirs.user_cache_path(APP, appauthor=False) / "matplotlib"


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for its owner alone; OSError.

    One that is there stays as it is.
    """
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(folder)
