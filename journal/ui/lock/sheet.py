"""The passphrase on paper: drawn for the printer, and never kept in a file of the program's."""

from datetime import date

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageLayout,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from journal.i18n import _, format_date
from journal.paths import font_folders
from journal.wording.lock import losing_it

LETTERS, LETTERS_FILE = "DejaVu Sans Mono", "DejaVuSansMono.ttf"
TITLE_POINTS, PASSPHRASE_POINTS, TEXT_POINTS = 18, 22, 11
SPACED = 108
"""Per cent of the usual width."""


def ask_printer(parent: QWidget) -> QPrinter | None:
    """The system's print dialog; printing into a file is not offered."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_sheet(printer: QPrinter, passphrase: str, today: date) -> bool:
    """Print the sheet; whether the printer took it."""
    # Whoever sees the printer's queue sees this name.
    printer.setDocName(_("Symptom Journal"))
    size = printer.pageLayout().paintRect(QPageLayout.Unit.Point).size()
    sheet(passphrase, today, size).print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error


def sheet(passphrase: str, today: date, size: QSizeF) -> QTextDocument:
    """The sheet to keep, for a page of this size in points."""
    document = QTextDocument()
    document.setPageSize(size)
    document.setDocumentMargin(36)
    wraps = QTextOption()
    wraps.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wraps)
    cursor = QTextCursor(document)
    _write(cursor, _("Passphrase of my journal"), _text(TITLE_POINTS, bold=True))
    _write(cursor, passphrase, _words(), around=28)
    _write(cursor, _counted(passphrase), _text(TEXT_POINTS))
    for sentence in (
        _("Capital and small letters count."),
        losing_it(),
        _("Keep this sheet where nobody else looks, and not beside the computer."),
        _("Printed on {day}.").format(day=format_date(today)),
    ):
        _write(cursor, sentence, _text(TEXT_POINTS))
    return document


def _write(cursor: QTextCursor, words: str, letters: QTextCharFormat, around: int = 8) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(around)
    block.setBottomMargin(around)
    if cursor.atStart():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(words, letters)


def _text(points: int, *, bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontPointSize(points)
    letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return letters


def _words() -> QTextCharFormat:
    """Letters in which l, 1 and I differ, and 0 and O.

    They do so in this typeface as it is. The alternates of another would be other characters in a
    sheet that is printed into a file, and what is copied out of it would not open the journal.
    """
    if LETTERS not in QFontDatabase.families():
        _load_letters()
    font = QFont(LETTERS)
    font.setPointSize(PASSPHRASE_POINTS)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, SPACED)
    letters = QTextCharFormat()
    letters.setFont(font)
    return letters


def _load_letters() -> None:
    for folder in font_folders():
        QFontDatabase.addApplicationFont(str(folder / LETTERS_FILE))


def _counted(passphrase: str) -> str:
    words = _("{characters} characters; {spaces} of them are spaces.")
    return words.format(characters=len(passphrase), spaces=passphrase.count(" "))
