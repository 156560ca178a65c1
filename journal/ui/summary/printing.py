"""The page on paper: a picture of each sheet, drawn in the worker and handed to the printer."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from journal.i18n import _
from journal.report.parts import Paper

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.US_LETTER: QPageSize.PageSizeId.Letter}


def ask_printer(parent: QWidget, paper: Paper) -> QPrinter | None:
    """The system's print dialog, set to the page's paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def page_images(pdf: bytes, first: int = 1, last: int = 0) -> Iterator[QImage]:
    """Pages of a PDF as they print, at 300 dots per inch, from 1; 0 as `last` means to its end.

    One is drawn after the other: all of a long summary would not fit into memory.
    """
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    try:
        end = min(last or document.pageCount(), document.pageCount())
        for number in range(max(first, 1) - 1, end):
            yield _image(document, number)
    finally:
        document.close()


def _image(document: QPdfDocument, number: int) -> QImage:
    size = (document.pagePointSize(number) * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
    options = QPdfDocumentRenderOptions()
    paper_white = Qt.GlobalColor.white
    return document.render(number, size, options, QImage.Format.Format_RGB32, paper_white)


def print_pdf(pdf: bytes, printer: QPrinter) -> bool:
    """Print the pages that were chosen in the dialog; whether the printer took them."""
    is_range = printer.printRange() is QPrinter.PrintRange.PageRange
    first, last = (printer.fromPage(), printer.toPage()) if is_range else (1, 0)
    return print_images(page_images(pdf, first, last), printer)


def print_images(images: Iterator[QImage], printer: QPrinter) -> bool:
    """Print a picture on each sheet, as large as it fits; whether the printer took them."""
    first = next(images, None)
    if first is None:
        return False
    printer.setFullPage(True)
    # Whoever sees the printer's queue sees this name.
    printer.setDocName(_("Summary"))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    # Otherwise letters come out as a photograph's: with grey clouds around them.
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering
    )
    _draw(first, painter)
    took = all(_print_sheet(image, painter, printer) for image in images)
    return painter.end() and took


def _print_sheet(image: QImage, painter: QPainter, printer: QPrinter) -> bool:
    if not printer.newPage():
        return False
    _draw(image, painter)
    return True


def _draw(image: QImage, painter: QPainter) -> None:
    painter.drawImage(_fitting(image.size(), painter.viewport()), image)


def _fitting(size: QSize, sheet: QRect) -> QRect:
    """The largest place of the picture's shape in the middle of the sheet."""
    fitted = QRect(sheet.topLeft(), size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
    fitted.moveCenter(sheet.center())
    return fitted
