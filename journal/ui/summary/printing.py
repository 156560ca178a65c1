"""The page on paper: pictures of it, drawn in the worker and handed to the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
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
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def page_images(pdf: bytes) -> tuple[QImage, ...]:
    """Every page of a PDF as it prints, at 300 dots per inch."""
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    images = tuple(_image(document, number) for number in range(document.pageCount()))
    document.close()
    return images


def _image(document: QPdfDocument, number: int) -> QImage:
    size = (document.pagePointSize(number) * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
    options = QPdfDocumentRenderOptions()
    paper_white = Qt.GlobalColor.white
    return document.render(number, size, options, QImage.Format.Format_RGB32, paper_white)


def print_images(images: tuple[QImage, ...], printer: QPrinter) -> bool:
    """Print a picture on each sheet, as large as it fits; whether the printer took them."""
    printer.setFullPage(True)
    # Whoever sees the printer's queue sees this name.
    printer.setDocName(_("Summary"))
    painter = QPainter()
    if not images or not painter.begin(printer):
        return False
    # Otherwise letters come out as a photograph's: with grey clouds around them.
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering
    )
    took = all(_print_sheet(number, image, painter, printer) for number, image in enumerate(images))
    return painter.end() and took


def _print_sheet(number: int, image: QImage, painter: QPainter, printer: QPrinter) -> bool:
    if number and not printer.newPage():
        return False
    painter.drawImage(_fitting(image.size(), painter.viewport()), image)
    return True


def _fitting(size: QSize, sheet: QRect) -> QRect:
    """The largest place of the picture's shape in the middle of the sheet."""
    fitted = QRect(sheet.topLeft(), size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio))
    fitted.moveCenter(sheet.center())
    return fitted
