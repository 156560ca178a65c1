"""Where the benchmarks work: a folder of their own on a disk, gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOUNTS = Path("/proc/mounts")
IN_MEMORY = frozenset({"tmpfs", "ramfs"})
"""File systems that keep nothing on a disk: a commit costs next to nothing there."""


@contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """A new folder in `parent`; what of `parent` was made for it is removed too."""
    made = not parent.exists()
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=parent, prefix="run-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if made:
            shutil.rmtree(parent, ignore_errors=True)


def file_system(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of file system `folder` lies on, or an empty text where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    return kind_of_mount(folder.resolve(), lines)


def kind_of_mount(folder: Path, mounts: list[str]) -> str:
    """The kind of the innermost of `mounts` (lines of /proc/mounts) that holds `folder`."""
    found, depth = "", -1
    for mount in mounts:
        _device, place, kind, *_options = mount.split(" ")
        point = Path(place.replace("\\040", " "))
        # Of two mounts on the same folder the later one hides the other.
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = kind, len(point.parts)
    return found
