"""A Theme as Qt sees it: a palette and one style sheet.

Widgets say what they are with the property `kind`; only this file says how that looks.
"""

from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QWidget

from journal.paths import resources
from journal.theme import DARK, HIGH_CONTRAST, LIGHT, Theme

FONT = "Inter"
PIXELS = 14
"""In pixels: a point is one on macOS and a third more elsewhere."""

_SHEET = Template(
    """
QMainWindow, QScrollArea, QWidget[kind="page"], QDialog { background: $window; }
QScrollArea { border: none; }
QWidget[kind="sidebar"] { background: $sidebar; border-right: 1px solid $border; }
QFrame[kind="card"] { background: $card; border: 1px solid $border; border-radius: 12px; }
QFrame[kind="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; border: none; }
QLabel[kind="app"] { font-weight: 600; font-size: 15px; padding: 4px 12px 10px 12px; }
QLabel[kind="title"] { font-weight: 700; font-size: 25px; }
QLabel[kind="heading"] { font-weight: 600; font-size: 16px; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"] { color: $muted; font-size: 13px; }
QLabel[kind="error"] { color: $error_text; font-weight: 500; }
QLabel[kind="warning"] { background: $warning_soft; color: $warning_text; border-radius: 10px;
    padding: 10px 16px; font-weight: 500; }
QFrame[kind="banner"] { background: $warning_soft; border-radius: 10px; }
QFrame[kind="banner"] QLabel { color: $warning_text; font-weight: 500; }
QPushButton { background: $card; color: $text; border: 1px solid $outline; border-radius: 8px;
    padding: 7px 15px; font-weight: 500; }
QPushButton:hover { border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $border; }
QPushButton:focus { border: 2px solid $focus; padding: 6px 14px; }
QPushButton:pressed { background: $accent_soft; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $border; color: $muted; border-color: $border; }
QPushButton[kind="nav"] { text-align: left; border: 1px solid transparent; background: transparent;
    padding: 9px 12px 9px 36px; font-weight: 400; }
QPushButton[kind="nav"]:hover { background: $window; }
QPushButton[kind="nav"]:checked { background: $card; border-color: $border; font-weight: 600; }
QPushButton[kind="nav"]:focus { border: 2px solid $focus; padding: 8px 11px 8px 35px; }
QPushButton[kind="help"] { text-align: left; background: transparent; font-weight: 600; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $muted;
    padding: 2px 5px; font-weight: 400; }
QPushButton[kind="link"]:hover { color: $accent; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $focus; color: $text; }
QPushButton[kind="entry"] { background: transparent; border: 1px solid transparent; color: $muted;
    padding: 2px 8px 2px 0; font-weight: 400; text-align: left; }
QPushButton[kind="entry"]:hover { color: $accent; text-decoration: underline; }
QPushButton[kind="entry"]:focus { border: 1px solid $focus; color: $text; }
QPushButton[kind="score"] { padding: 0; font-weight: 500; border-radius: 7px; }
QPushButton[kind="score"]:checked, QPushButton[kind="segment"]:checked:hover {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="score"]:focus { border: 3px solid $focus; padding: 0; }
QPushButton[kind="score"]:checked:focus { border: 3px solid $text; }
QPushButton[kind="chip"] { border-radius: 14px; padding: 4px 13px; min-height: 20px; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 3px 12px; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; }
QPushButton[kind="chip"]:checked:focus { border: 2px solid $text; }
QPushButton[kind="segment"] { padding: 5px 12px; border-radius: 6px; }
QPushButton[kind="segment"]:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[kind="segment"]:checked, QPushButton[kind="segment"]:checked:hover {
    background: $accent_soft; color: $text; border-color: $accent; font-weight: 600; }
QPushButton[kind="segment"]:checked:focus { border: 2px solid $text; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox,
QDoubleSpinBox { background: $card; color: $text; border: 1px solid $outline; border-radius: 8px;
    padding: 5px 9px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus,
QTimeEdit:focus, QDateTimeEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
    border: 2px solid $focus; padding: 4px 8px; }
QPlainTextEdit[kind="note"] { border-color: transparent; padding: 4px 6px; }
QPlainTextEdit[kind="note"]:focus { border: 2px solid $focus; padding: 3px 5px; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url($down);
    width: 14px; height: 14px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: $focus; }
QCheckBox::indicator, QTableView::indicator { width: 16px; height: 16px;
    border: 1px solid $outline; border-radius: 4px; background: $card; }
QCheckBox::indicator:focus { border: 2px solid $focus; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent;
    border-color: $accent; image: url($check); }
QCheckBox::indicator:disabled { border-color: $border; background: $border; }
QCheckBox::indicator:checked:disabled { border-color: $outline; background: $outline; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QTimeEdit::down-arrow { image: none; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit,
QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QAbstractSpinBox { qproperty-alignment: AlignCenter; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $outline; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView, QListWidget { background: $card; color: $text; gridline-color: $border;
    alternate-background-color: $card; selection-background-color: $accent_soft;
    selection-color: $text; outline: none; }
QTableView, QPdfView { border: 2px solid transparent; border-radius: 8px; }
QListWidget, QDialog QTableView { border: 1px solid $outline; border-radius: 8px; padding: 5px; }
QTableView:focus, QListWidget:focus, QPdfView:focus { border: 2px solid $focus; }
QListWidget:focus, QDialog QTableView:focus { border: 2px solid $focus; padding: 4px; }
QTableView::item { border-bottom: 1px solid $border; padding: 6px 8px; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $muted; border: none;
    border-bottom: 1px solid $border; padding: 7px 11px; font-weight: 500; }
QMenuBar { background: $sidebar; color: $text; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:disabled { color: $muted; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 22px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $card; color: $text; border: 1px solid $outline; padding: 4px; }
QCalendarWidget QWidget { background: $card; color: $text; alternate-background-color: $sidebar; }
QCalendarWidget QToolButton { border: none; border-radius: 6px; padding: 4px 10px; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $accent_soft; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
    selection-color: $on_accent; border: none; padding: 0; }
QCalendarWidget QAbstractItemView:focus { border: none; padding: 0; }
QCalendarWidget QAbstractItemView:disabled { color: $outline; }
QProgressBar { border: none; background: $border; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
)


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole window in the theme's colours."""
    roles = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    on_ground, on_accent = ("light", "dark") if theme.is_dark else ("dark", "light")
    icons = resources() / "icons"
    return _SHEET.substitute(
        roles,
        check=_quoted(icons / f"check-{on_accent}.svg"),
        down=_quoted(icons / f"down-{on_ground}.svg"),
    )


def _quoted(file: Path) -> str:
    """Without quotes a folder named Jürgen would cost the window its whole style sheet."""
    name = file.as_posix().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{name}"'


def qt_palette(theme: Theme) -> QPalette:
    """The palette behind the style sheet: what it does not style follows the theme too."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.sidebar,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette


def chosen_theme(preference: str) -> Theme:
    """The theme for `system`, `light` or `dark`; the system's high contrast is respected."""
    hints = QGuiApplication.styleHints()
    if preference == "system":
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if preference == "dark" else LIGHT


def load_fonts() -> None:
    """Make the bundled typeface known to Qt."""
    for font in sorted((resources() / "fonts").glob("Inter-*")):
        QFontDatabase.addApplicationFont(str(font))


def font() -> QFont:
    """The typeface and size of whatever the style sheet gives no other."""
    font = QFont(FONT)
    font.setPixelSize(PIXELS)
    return font


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's looks."""
    sheet = style_sheet(theme)
    if application.styleSheet() != sheet:
        application.setPalette(qt_palette(theme))
        application.setStyleSheet(sheet)


def set_kind(widget: QWidget, kind: str) -> None:
    """Say what a widget is; one that is already shown is drawn anew."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
