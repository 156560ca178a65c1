"""Pages on a printer that writes a file."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QColor, QImage, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from journal.domain.period import last_days
from journal.report.parts import Choices, Paper
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary.making import Asked, PageMaker
from journal.ui.summary.printing import page_images, print_images, print_pdf
from tests.ui.summary.conftest import TODAY


def printer_to(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    return printer


def sheet(colour: str) -> QImage:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def colour_at(path: Path, page: int, x: float, y: float) -> str:
    document = QPdfDocument()
    document.load(str(path))
    size = document.pagePointSize(page).toSize()
    image = document.render(page, size)
    document.close()
    return image.pixelColor(int(size.width() * x), int(size.height() * y)).name()


@pytest.mark.parametrize(
    ("paper", "dots"), [(Paper.A4, (2480, 3508)), (Paper.US_LETTER, (2550, 3300))]
)
def test_a_page_is_drawn_at_300_dots_per_inch(
    editor: JournalEditor, paper: Paper, dots: tuple[int, int]
) -> None:
    asked = Asked(last_days(180, TODAY), TODAY, Choices(paper))
    (image,) = page_images(PageMaker(editor.journal).make(asked).pdf)
    assert image.size().toTuple() == pytest.approx(dots, abs=2)
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert any(
        image.pixelColor(x, y).lightness() < 100 for x in range(180, 700) for y in range(150, 210)
    )


def test_every_page_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    assert print_images(iter((sheet("#ff0000"), sheet("#0000ff"))), printer_to(path))
    assert len(pikepdf.open(path).pages) == 2
    assert colour_at(path, 0, 0.5, 0.5) == "#ff0000"
    assert colour_at(path, 1, 0.5, 0.5) == "#0000ff"


def test_a_page_keeps_its_shape_on_another_paper(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    print_images(iter((sheet("#ff0000"),)), printer_to(path, QPageSize.PageSizeId.Letter))
    assert colour_at(path, 0, 0.5, 0.02) == "#ff0000"
    assert colour_at(path, 0, 0.02, 0.5) != "#ff0000"


def test_the_queue_sees_a_neutral_name(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "printed.pdf")
    print_images(iter((sheet("#ff0000"),)), printer)
    assert printer.docName() == "Summary"


def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    assert not print_images(iter(()), printer_to(tmp_path / "printed.pdf"))
    assert not (tmp_path / "printed.pdf").exists()


@pytest.fixture
def three_pages() -> bytes:
    document = pikepdf.new()
    for _page in range(3):
        document.add_blank_page()
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def test_all_pages_are_printed_unless_some_were_chosen(three_pages: bytes, tmp_path: Path) -> None:
    every, some = tmp_path / "every.pdf", tmp_path / "some.pdf"
    assert print_pdf(three_pages, printer_to(every))
    printer = printer_to(some)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pdf(three_pages, printer)
    assert [len(pikepdf.open(path).pages) for path in (every, some)] == [3, 2]
