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
    "matplotlib",
    "numpy",
    "sqlalchemy",
    "sqlcipher3",
    "typst",
    "uuid6",
}

# The program itself, stopped where it would begin to open the journal.
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
from journal import cli
from journal.ui.journal_editor import JournalEditor

def stop(editor):
    (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    focused = QApplication.focusWidget().accessibleName()
    print(json.dumps([focused, window.isVisible(), sorted(sys.modules)]))
    sys.stdout.flush()
    window.close()

JournalEditor.open = stop
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""


@pytest.fixture
def first_paint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bool, set[str]]:
    monkeypatch.setenv("DISPLAY", ":none")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, check=True
    )
    focused, visible, modules = json.loads(done.stdout)
    return focused, visible, set(modules)


def test_the_first_paint_loads_nothing_slow(first_paint: tuple[str, bool, set[str]]) -> None:
    focused, visible, modules = first_paint

    assert visible
    assert focused == "Mood: 0"
    assert "journal.ui.today.page" in modules
    assert modules & LATER == set()
