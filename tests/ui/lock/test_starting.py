"""The program itself with an encrypted journal: the field is there before anything slow."""

import json
import subprocess
import sys

import pytest

from journal.paths import Places

LATER = {"alembic", "keyring", "matplotlib", "sqlalchemy", "sqlcipher3", "typst", "uuid6"}

# Stopped where it would ask for a keychain: that is what follows the first paint.
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
from journal import cli
from journal.ui.lock.keychain_choice import KeychainChoice

def stop(choice):
    (window,) = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    focused = QApplication.focusWidget().accessibleName()
    print(json.dumps([focused, window.windowTitle(), sorted(sys.modules)]))
    sys.stdout.flush()
    window.close()

KeychainChoice.look = stop
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""


def test_the_field_has_the_keyboard_before_anything_slow_is_loaded(
    encrypted: None, own_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":none")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(own_places.data)],
        capture_output=True,
        text=True,
        check=True,
    )
    focused, title, modules = json.loads(done.stdout)

    assert focused == "Passphrase"
    assert title == "Symptom Journal"
    assert set(modules) & LATER == set()
