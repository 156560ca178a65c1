"""The floor of the window: an empty QMainWindow, alone or with one SELECT through SQLAlchemy.

Imports nothing of the journal. Arguments: none, or the file of a journal to select from.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.watching import FirstPaint, say, say_memory


def main() -> None:
    """Show the window, say so, and leave."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1240, 820)
    window.show()

    def on_painted() -> None:
        if len(sys.argv) > 1:
            _select(sys.argv[1])
        say("there")
        QTimer.singleShot(0, leave)

    def leave() -> None:
        say_memory()
        window.close()

    watch = FirstPaint(window.windowHandle(), on_painted)
    application.exec()
    del watch


def _select(path: str) -> None:
    from sqlalchemy import create_engine, text
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: dbapi2.connect(path))
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT score.scale, score.value FROM score JOIN check_in"
                " ON score.check_in_id = check_in.id"
                " WHERE check_in.day = (SELECT max(day) FROM check_in)"
            )
        ).all()
