"""Files that a cloud folder shows, but keeps online until somebody opens them.

Reading one downloads it, which takes long, fills the disk, and fails without a connection. What
the system knows of a file without opening it tells them.
"""

from os import stat_result
from pathlib import Path

# learn.microsoft.com/windows/win32/fileio/file-attribute-constants: FILE_ATTRIBUTE_OFFLINE,
# _RECALL_ON_OPEN and _RECALL_ON_DATA_ACCESS; OneDrive and others set them.
_WINDOWS = 0x1000 | 0x40000 | 0x400000
_MACOS = 0x40000000  # SF_DATALESS of <sys/stat.h>: iCloud and others


def is_online_only(file: Path) -> bool:
    """Whether reading a file would download it; false for what cannot be looked at."""
    try:
        return would_download(file.stat())
    except OSError:
        return False


def would_download(found: stat_result) -> bool:
    """The same for what the system told of a file."""
    attributes = getattr(found, "st_file_attributes", 0)
    flags = getattr(found, "st_flags", 0)
    return bool(attributes & _WINDOWS or flags & _MACOS)
