"""How wide words are in a picture, so that they can be cut or broken where there is no room."""

from collections.abc import Iterable

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from journal.charts.style import FONTS, TEXT_POINTS, add_fonts

BETWEEN = "    "
"""What stands between two parts of a legend."""


def inches(text: str, points: float = TEXT_POINTS) -> float:
    """The width of one line in the typeface of the charts."""
    add_fonts()
    face = FontProperties(family=FONTS, size=points)
    width, _height, _depth = text_to_path.get_text_width_height_descent(text, face, False)
    return float(width) / 72


def fitted(text: str, room: float) -> str:
    """The text in one line, its end cut off with dots where it is wider than `room` inches."""
    line = " ".join(text.split())
    if inches(line) <= room:
        return line
    while line and inches(f"{line}…") > room:
        line = line[:-1].rstrip()
    return f"{line}…"


def lines(parts: Iterable[str], room: float, between: str = BETWEEN) -> list[str]:
    """The parts in as few lines of `room` inches as hold them; a part is never broken."""
    broken: list[str] = []
    for part in parts:
        longer = f"{broken[-1]}{between}{part}" if broken else part
        if broken and inches(longer) <= room:
            broken[-1] = longer
        else:
            broken.append(part)
    return broken
