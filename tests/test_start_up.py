"""What the first paint does not wait for: everything slow is loaded behind the shown window."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.examples import writer

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

# The same before a locked journal: what is loaded at the first paint, and once the worker is done.
LOCKED_PROGRAM = """
import json, sys
from journal import cli
from journal.ui.journal_editor import JournalEditor
from PySide6.QtWidgets import QApplication

prepare, loaded = JournalEditor.prepare, []

def watched(editor):
    loaded.append(sorted(sys.modules))
    prepare(editor)
    editor.worker.run(lambda: None, end, end)

def end(_nothing):
    loaded.append(sorted(sys.modules))
    print(json.dumps(loaded))
    QApplication.instance().quit()

JournalEditor.prepare = watched
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


def test_what_opening_needs_is_loaded_while_the_passphrase_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer(tmp_path / "journal.db", "correct horse").close()
    monkeypatch.setenv("DISPLAY", ":none")
    done = subprocess.run(
        [sys.executable, "-c", LOCKED_PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    at_first_paint, later = (set(each) for each in json.loads(done.stdout))
    assert at_first_paint & {"sqlalchemy", "sqlcipher3"} == set()
    assert later >= {"sqlalchemy", "sqlcipher3"}


def test_what_is_kept_of_today_is_read_before_sqlalchemy_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = modules_before("open", tmp_path, monkeypatch)

    assert modules & LATER == {"sqlcipher3"}
