"""How a journal is drawn: matplotlib objects without pyplot, and the same told in sentences."""

import os
from contextlib import suppress

from journal.paths import drawing_folder, make_private_folder

_FOLDER = "MPLCONFIGDIR"


def _give_matplotlib_a_folder() -> None:
    """Have matplotlib keep its list of fonts in a folder of the program's own, not in others'.

    It asks for one when it is loaded, so this comes first. Nothing a person wrote is in it.
    """
    if not os.environ.get(_FOLDER):
        with suppress(OSError):
            folder = drawing_folder()
            make_private_folder(folder)
            os.environ[_FOLDER] = str(folder)


_give_matplotlib_a_folder()
