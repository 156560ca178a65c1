"""What is remembered outside the journal: looks and the country, nothing about the person."""

import os
import tempfile
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """Theme (`system`, `light`, `dark`), language and country codes (empty: the computer's), size.

    Window width and height are in device-independent pixels; 0 leaves the size to the program.
    """

    theme: str = "system"
    language: str = ""
    country: str = ""
    window_width: int = 0
    window_height: int = 0


def load(path: Path) -> Preferences:
    """The preferences kept in `path`; what is missing or unreadable takes its default."""
    try:
        kept = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return _from_table(kept)


def _from_table(kept: Mapping[str, object]) -> Preferences:
    default = Preferences()
    known = {
        field.name: kept[field.name]
        for field in fields(Preferences)
        if type(kept.get(field.name)) is type(getattr(default, field.name))
    }
    if known.get("theme") not in THEMES:
        known.pop("theme", None)
    return Preferences(**known)  # type: ignore[arg-type]  # types were compared just above


def save(path: Path, preferences: Preferences) -> None:
    """Write the preferences whole or not at all, readable by this person only."""
    import tomli_w  # noqa: PLC0415 - not needed to start

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".preferences-")
    try:
        with os.fdopen(handle, "wb") as file:
            tomli_w.dump(asdict(preferences), file)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
