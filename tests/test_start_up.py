"""What the first paint does not wait for: everything slow is loaded behind the shown window."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LATER = {
    "PIL",
    "alembic",
    "filelock",
    "journal.charts",
    "journal.interchange",
    "journal.report",
    "journal.ui.lock.journal_lock",
    "keyring",
    "matplotlib",
    "numpy",
    "sqlalchemy",
    "sqlcipher3",
    "typst",
    "uuid6",
}

# The program itself, stopped where it would begin to look at the journal, or to open it.
PROGRAM = """
import gc, json, sys
from PySide6.QtWidgets import QApplication
from journal import cli
from journal.ui.journal_editor import JournalEditor

def stop(editor):
    (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    focused = QApplication.focusWidget().accessibleName()
    print(json.dumps([focused, window.isVisible(), gc.isenabled(), sorted(sys.modules)]))
    sys.stdout.flush()
    window.close()

setattr(JournalEditor, sys.argv[2], stop)
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""


def modules_before(step: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What the program has loaded when it comes to this step, the mood row being there."""
    monkeypatch.setenv("DISPLAY", ":none")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), step],
        capture_output=True,
        text=True,
        check=True,
    )
    focused, visible, collects_garbage, modules = json.loads(done.stdout)
    assert visible
    assert collects_garbage
    assert focused == "Mood: 0"
    return set(modules)


def test_the_first_paint_loads_nothing_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = modules_before("look", tmp_path, monkeypatch)

    assert "journal.ui.today.page" in modules
    assert modules & LATER == set()


def test_what_is_kept_of_today_is_read_before_sqlalchemy_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = modules_before("open", tmp_path, monkeypatch)

    assert modules & LATER == {"sqlcipher3"}
