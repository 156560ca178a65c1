"""The window: the only package that knows Qt."""

import ctypes
import sys

# PySide6 6.12 takes None, True and False to be immortal, as they are from Python 3.12 on: it drops
# references to them at every signal and every method that answers nothing. On Python 3.11 the
# count runs out after some minutes and the program is aborted. Counting the three up once makes
# them as good as immortal (decisions/012).
if sys.version_info < (3, 12):
    for _immortal in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_immortal)).value += 1 << 40
