"""PySide6 6.12 on Python 3.11: what it counts wrongly must be out of danger, and nothing else."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
import journal.ui
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton

gui = QApplication([])

class Bell(QObject):
    rung = Signal(object)

bell, button, timer = Bell(), QPushButton(), QTimer()
bell.rung.connect(lambda _value: None)

def use():
    bell.rung.emit(())
    button.click()
    button.isVisible()
    button.property("nothing")
    timer.start(1000)
    timer.stop()

use()
others = (NotImplemented, ..., (), "", b"", 0, 1, 2, 5, 10)
before = [sys.getrefcount(other) for other in others]
for _ in range({rounds}):
    use()
drift = [sys.getrefcount(other) - count for other, count in zip(others, before, strict=True)]
print(max(abs(one) for one in drift) < 50)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal from Python 3.12 on")
def test_a_long_evening_of_signals_and_clicks_does_not_end_the_program() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{rounds}", "20000")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (0, "True\n"), ended.stderr
