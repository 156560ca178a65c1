"""Any figure as pixels for the window, or as a file for other programs."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from textwrap import wrap

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Figure

from journal.charts.style import drawing, reproducible_svg
from journal.theme import Theme

FILE_DPI = 192
"""Twice the window's: sharp in print."""

_LETTER_INCHES = 0.06
"""The usual width of a letter of the caption."""


class FileFormat(StrEnum):
    """What a picture can be saved as."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class FigurePixels:
    """A picture of `width` × `height` pixels, four bytes each (RGBA), row by row from the top."""

    width: int
    height: int
    data: bytes


def figure_pixels(figure: Figure, theme: Theme) -> FigurePixels:
    """The figure at its own resolution."""
    canvas = FigureCanvasAgg(figure)
    with drawing(theme):
        canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height(physical=True)
    return FigurePixels(width, height, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]


def figure_file(
    figure: Figure, theme: Theme, kind: FileFormat, *, title: str, caption: str
) -> bytes:
    """The figure as a file, its title above and a caption below, so that it stands by itself.

    The file tells neither when nor by what it was made.
    """
    stamps = {
        FileFormat.PNG: {"Software": None},
        FileFormat.SVG: {"Date": None, "Creator": None},
        FileFormat.PDF: {"CreationDate": None, "Creator": None, "Producer": None},
    }
    content = BytesIO()
    with drawing(theme), reproducible_svg():
        _write_around(figure, theme, title, caption)
        figure.savefig(
            content,
            format=str(kind),
            dpi=FILE_DPI,
            bbox_inches="tight",
            pad_inches=0.2,
            metadata={"Title": title, **stamps[kind]},
        )
    return content.getvalue()


def _write_around(figure: Figure, theme: Theme, title: str, caption: str) -> None:
    """Words just outside the figure: saved "tight", the picture grows by them."""
    width, height = figure.get_size_inches()
    above, below = 1 + 0.1 / height, -0.1 / height
    figure.text(0, above, title, color=theme.text, fontsize=12, fontweight="bold")
    lines = wrap(caption, int(width / _LETTER_INCHES))
    figure.text(0, below, "\n".join(lines), color=theme.muted, va="top", linespacing=1.4)
