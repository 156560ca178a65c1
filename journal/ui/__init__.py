"""The window: the only package that knows Qt."""

import builtins
import ctypes
import sys

import PySide6.QtCore  # noqa: F401 - puts its own way of importing in place

# It reads the source of every module that is imported from then on, in search of a feature that
# nothing here uses, and keeps it: 15 MB, and a quarter of the time SQLAlchemy takes to load
# (decisions/016).
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# PySide6 6.12 takes None, True and False to be immortal, as they are from Python 3.12 on: it drops
# references to them at every signal and every method that answers nothing. On Python 3.11 the
# count runs out after some minutes and the program is aborted. Counting the three up once makes
# them as good as immortal (decisions/012).
if sys.version_info < (3, 12):
    for _immortal in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_immortal)).value += 1 << 40
