"""What is remembered outside the journal: looks, a folder, and contacts anyone may read."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from journal.paths import make_private_folder
from journal.whole_files import whole_file

THEMES = ("system", "light", "dark")

LARGEST_FILE = 65_536
LONGEST_TEXT = 300
LARGEST_SIZE = 32_767
"""More is no preferences of this program's: bytes of the file, characters, pixels of a window."""

_NEW = ".preferences-"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Theme (`system`, `light`, `dark`), language and country codes (empty: the computer's), size.

    Window width and height are in device-independent pixels; 0 leaves the size to the program.
    `keychain` says that the system's keychain has, or shall get, a copy of the passphrase.
    The clinic and the person to call are copied here from the journal for as long as the person
    wants them shown while it is locked, and are empty otherwise. `summary_folder` is where the
    last summary was saved, empty before the first.
    """

    theme: str = "system"
    language: str = ""
    country: str = ""
    window_width: int = 0
    window_height: int = 0
    clinic_name: str = ""
    clinic_number: str = ""
    person_name: str = ""
    person_number: str = ""
    summary_folder: str = ""
    keychain: bool = False


def load(path: Path) -> Preferences:
    """The preferences kept in `path`; what is missing or unreadable takes its default."""
    try:
        return _from_table(_table(path))
    except (OSError, ValueError):
        return Preferences()


def is_kept(path: Path, preferences: Preferences) -> bool:
    """Whether the file says this and nothing else; no file says what `Preferences()` does."""
    try:
        table = _table(path)
    except FileNotFoundError:
        table = {}
    except (OSError, ValueError):
        return False
    return {**asdict(Preferences()), **table} == asdict(preferences)


def _table(path: Path) -> dict[str, object]:
    """Raises OSError, and ValueError for what is no table of TOML."""
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ValueError("too large for preferences")
    import tomllib  # noqa: PLC0415 - a start without the file does not wait for it

    try:
        return tomllib.loads(content.decode())
    except RecursionError:
        raise ValueError("nested too deeply for preferences") from None


def _from_table(kept: Mapping[str, object]) -> Preferences:
    default = Preferences()
    known = {
        field.name: kept[field.name]
        for field in fields(Preferences)
        if type(kept.get(field.name)) is type(getattr(default, field.name))
        and _is_sound(kept[field.name])
    }
    if known.get("theme") not in THEMES:
        known.pop("theme", None)
    return Preferences(**known)  # type: ignore[arg-type]  # types were compared just above


def _is_sound(value: object) -> bool:
    if isinstance(value, int):
        return 0 <= value <= LARGEST_SIZE
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def save(path: Path, preferences: Preferences) -> None:
    """Write the preferences whole or not at all, readable by this person only."""
    import tomli_w  # noqa: PLC0415 - not needed to start

    make_private_folder(path.parent)
    _remove_leftovers(path.parent)
    with whole_file(path, _NEW) as file:
        tomli_w.dump(asdict(preferences), file)


def _remove_leftovers(folder: Path) -> None:
    """What a computer that went off while saving left there may hold contacts."""
    for leftover in folder.glob(f"{_NEW}*"):
        with suppress(OSError):
            leftover.unlink()
