"""The window beside a bare one: first paint, today's data on screen, memory."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Timer
from time import perf_counter

from benchmarks.comparison import Comparison

ROOT = Path(__file__).parent.parent
LONGEST_SECONDS = 60
"""A program that takes longer is ended: it shows a message that nobody answers."""


def comparisons(journal: Path, folder: Path) -> tuple[Comparison, ...]:
    """What a person waits for at the start, in programs started anew each time."""
    painted = shutil.copytree(journal.parent, folder / "painted")
    stored = shutil.copytree(journal.parent, folder / "stored")
    opened = shutil.copytree(journal.parent, folder / "opened")
    return (
        Comparison(
            "paint",
            "first paint, mood row focused and keeping keys / a bare QMainWindow",
            2.0,
            "ms",
            lambda _turn: _started("bare_window")[0],
            lambda _turn: _started("real_window", painted, "painted")[0],
        ),
        Comparison(
            "stored",
            "today’s stored data on screen / a bare QMainWindow, one SELECT through SQLAlchemy",
            1.3,
            "ms",
            lambda _turn: _started("bare_window", journal)[0],
            lambda _turn: _started("real_window", stored, "stored")[0],
        ),
        Comparison(
            "memory",
            "resident memory before Trends is opened / a bare QMainWindow",
            2.5,
            "MB",
            lambda _turn: _started("bare_window")[1],
            lambda _turn: _started("real_window", opened, "opened")[1],
        ),
    )


def _started(module: str, *arguments: Path | str) -> tuple[float, float]:
    """Milliseconds from the start until the program says it is there, and its memory in MB."""
    program = f"from benchmarks.{module} import main; main()"
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        env=_screen(),
        stdout=subprocess.PIPE,
        text=True,
    ) as started:
        assert started.stdout is not None
        patience = Timer(LONGEST_SECONDS, started.kill)
        patience.start()
        first_word = started.stdout.readline().strip()
        took = (perf_counter() - began) * 1000
        kilobytes = started.stdout.read()
        patience.cancel()
    if started.returncode or first_word != "there":
        raise RuntimeError(f"{module} did not come up")
    return took, int(kilobytes or 0) / 1024


def figure_told_by(module: str, *arguments: Path | str) -> float:
    """What a program of the benchmarks, started anew, measures of itself and prints at its end."""
    program = f"from benchmarks.{module} import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        env=_screen(),
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    if ended.returncode or not ended.stdout:
        raise RuntimeError(f"{module} told nothing: {ended.stderr}")
    return float(ended.stdout)


def _screen() -> dict[str, str]:
    """The screen there is, or one that nobody sees."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return dict(os.environ)
    return {**os.environ, "DISPLAY": ":none", "QT_QPA_PLATFORM": "offscreen"}
