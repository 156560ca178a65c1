"""Files that are there whole or not at all, and reach the disk as that.

On Windows nobody replaces or removes a file that another program has open: for some milliseconds
that is a virus scanner, an indexer or a cloud folder looking at what was just written, for hours
it is whatever shows an older page. So what is refused is tried again for a while, there only.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

PATIENCE_SECONDS = 2.0
"""How long a file may be held before it is said; those who only look at it are done by then."""

_PAUSE_SECONDS = 0.05
# learn.microsoft.com/windows/win32/debug/system-error-codes: ERROR_ACCESS_DENIED, which is also
# the answer where the file to be replaced is open, _SHARING_VIOLATION and _LOCK_VIOLATION.
_DENIED, _SHARING, _LOCKED = 5, 32, 33


class FileHeld(PermissionError):
    """Another program has the file open and did not let go of it."""


def is_held(error: OSError) -> bool:
    """Whether another program that has the file open is why the system refused."""
    return isinstance(error, FileHeld) or _code(error) in (_SHARING, _LOCKED)


@contextmanager
def whole_file(path: Path, prefix: str, suffix: str = "") -> Iterator[BinaryIO]:
    """A file to be written in the block, which then takes the place of the one at `path`.

    Only its owner can read it; until then it lies beside the other one, with a name between
    `prefix` and `suffix`. What the block raises leaves that one as it was, and nothing beside it.
    Raises OSError as `put_in_place` does.
    """
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=suffix, dir=path.parent)
    begun = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            sync(file.fileno())
        put_in_place(begun, path)
    except BaseException:
        with suppress(OSError):
            remove(begun)
        raise
    sync_folder(path.parent)


def put_in_place(new: Path, path: Path) -> None:
    """Give a file the name of another one, which is gone with that, or of none.

    Raises OSError: FileHeld where another program has one of them open for too long.
    """
    try:
        _patiently(lambda: new.replace(path))
    except PermissionError as error:
        # The folder took the new file, so it is not the folder that denies.
        if is_held(error) or (_code(error) == _DENIED and _may_be_written(path)):
            raise FileHeld(*error.args) from None
        raise


def remove(path: Path) -> None:
    """Remove a file, which need not be there; OSError."""
    _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(change: Callable[[], object]) -> None:
    until = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            change()
        except PermissionError as error:
            if _code(error) not in (_DENIED, _SHARING, _LOCKED) or monotonic() >= until:
                raise
        else:
            return
        sleep(_PAUSE_SECONDS)


def _code(error: OSError) -> int | None:
    """The number that Windows gives to a refusal; there is none elsewhere."""
    code = getattr(error, "winerror", None)
    return code if isinstance(code, int) else None


def _may_be_written(path: Path) -> bool:
    return path.is_file() and os.access(path, os.W_OK)


def sync(descriptor: int) -> None:
    """Bring a file to the disk itself: what macOS calls so ends in the disk's cache.

    Where the file system knows nothing more than that, as on network folders, it has to do.
    """
    if sys.platform == "darwin":
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring new names in a folder to the disk, where the system has a way to do it."""
    if os.name == "posix":
        with suppress(OSError):  # some network folders have none
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                sync(descriptor)
            finally:
                os.close(descriptor)
