"""Where a file is, in the words that SQLite reads: see sqlite.org/uri.html.

Any path can be said so, also one whose name is no text, or has a question mark in it.
"""

import os
from pathlib import PurePath
from typing import Literal
from urllib.parse import quote_from_bytes


def file_uri(path: PurePath, mode: Literal["ro", "rw"]) -> str:
    """The address of the file at an absolute `path`, which has to be there, and how to open it.

    A network folder is part of the path: `Path.as_uri` would make a host of it, and SQLite knows
    none but this computer.
    """
    quoted = quote_from_bytes(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if quoted.startswith('/') else '/'}{quoted}?mode={mode}"
