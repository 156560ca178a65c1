"""How the theme comes to the screen: sizes in pixels, and what has to stand out does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QTableView,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.paths import resources
from journal.theme import DARK, LIGHT, Theme
from journal.ui import palette
from journal.ui.widgets.layout import column

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

ON_WINDOWS = sys.platform == "win32"

SIZES = """
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from journal.theme import LIGHT
from journal.ui import palette
from journal.ui.widgets.layout import label
gui = QApplication(["", "-style", "fusion"])
palette.load_fonts()
gui.setFont(palette.font())
palette.dress(gui, LIGHT)
labels = [label("x", kind) for kind in ("", "small", "heading", "title", "app")]
for each in labels:
    each.ensurePolished()
print(gui.primaryScreen().logicalDotsPerInch(), [QFontInfo(w.font()).pixelSize() for w in labels])
"""


@pytest.mark.parametrize("dpi", [72, 96])
def test_letters_are_as_high_where_a_point_is_a_pixel(dpi: int) -> None:
    """72 is what macOS tells, 96 what the others do."""
    there = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": str(dpi)}
    done = subprocess.run(
        [sys.executable, "-c", SIZES], env=there, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{dpi}.0 [14, 13, 16, 25, 15]"


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def farthest(image: QImage, ground: QColor) -> float:
    """The highest contrast to the ground that any pixel has."""
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    return max(contrast(QColor(pixel), ground) for pixel in seen)


def shown(qtbot: QtBot, widget: QWidget, theme: Theme, dressed: QApplication) -> QImage:
    """What a widget looks like in the theme."""
    palette.dress(dressed, theme)
    qtbot.addWidget(widget)
    widget.show()
    dressed.processEvents()
    return widget.grab().toImage()


@THEMES
def test_a_hint_in_an_empty_field_can_be_read(
    qtbot: QtBot, dressed: QApplication, theme: Theme
) -> None:
    field = QLineEdit()
    field.setPlaceholderText("IIIIII")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # or the cursor would stand there
    image = shown(qtbot, field, theme, dressed)
    inside = image.copy(image.rect().adjusted(4, 4, -4, -4))

    assert farthest(inside, QColor(theme.card)) > 4.5


@THEMES
def test_a_tick_that_cannot_be_taken_away_is_seen(
    qtbot: QtBot, dressed: QApplication, theme: Theme
) -> None:
    box = QCheckBox()
    box.setChecked(True)
    box.setEnabled(False)
    image = shown(qtbot, box, theme, dressed)
    middle = image.height() // 2
    indicator = image.copy(2, middle - 6, 13, 13)
    ground = indicator.pixelColor(QPoint(0, 2))

    assert farthest(indicator, ground) > 3


@THEMES
@pytest.mark.parametrize("kind", [QTableView, QListWidget, QPdfView])
def test_the_keyboard_is_seen_on_a_list(
    qtbot: QtBot, dressed: QApplication, theme: Theme, kind: type[QWidget]
) -> None:
    window = QWidget()
    inside = column(window, margin=10)
    other, list_ = QLineEdit(), kind()
    inside.addWidget(other)
    inside.addWidget(list_)
    other.setFocus()
    shown(qtbot, window, theme, dressed)
    window.activateWindow()
    qtbot.waitUntil(other.hasFocus)
    border = QPoint(0, list_.height() // 2)
    without = list_.grab().toImage().pixelColor(border)
    list_.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(list_.hasFocus)

    assert list_.grab().toImage().pixelColor(border) == QColor(theme.focus)
    assert without != QColor(theme.focus)


@THEMES
@pytest.mark.parametrize("kind", [QTableWidget, QListWidget])
def test_a_list_in_a_form_has_a_frame(
    qtbot: QtBot, dressed: QApplication, theme: Theme, kind: type[QWidget]
) -> None:
    form = QDialog()
    other, list_ = QLineEdit(), kind()
    inside = column(form, margin=10)
    inside.addWidget(other)
    inside.addWidget(list_)
    other.setFocus()
    shown(qtbot, form, theme, dressed)

    border = list_.grab().toImage().pixelColor(0, list_.height() // 2)
    assert border == QColor(theme.outline)


@THEMES
def test_menus_that_cannot_be_opened_look_so(
    qtbot: QtBot, dressed: QApplication, theme: Theme
) -> None:
    window = QMainWindow()
    window.menuBar().addMenu("IIIII")
    before = shown(qtbot, window, theme, dressed)
    window.menuBar().setEnabled(False)
    dressed.processEvents()

    assert window.grab().toImage() != before


@pytest.mark.parametrize(
    "name",
    [
        "Jürgen O'Brien & Söhne 100%",
        "José (2); url",
        "田中 Łukasz",
        pytest.param('say "so"\\n', marks=pytest.mark.skipif(ON_WINDOWS, reason="no such names")),
    ],
)
def test_looks_do_not_depend_on_the_name_of_the_folder(
    qtbot: QtBot,
    dressed: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """Qt warns of a sheet that it cannot read, and of a picture that it does not find."""

    def ticked() -> QImage:
        box = QCheckBox()
        box.setChecked(True)
        return shown(qtbot, box, LIGHT, dressed)

    there = ticked()
    dressed.setStyleSheet("")
    shutil.copytree(resources() / "icons", tmp_path / name / "icons")
    monkeypatch.setattr(palette, "resources", lambda: tmp_path / name)

    assert ticked() == there
