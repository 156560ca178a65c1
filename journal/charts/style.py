"""How charts look: a theme's colours and the program's own typeface as matplotlib's settings."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from matplotlib import font_manager, rc_context, rcParamsDefault
from matplotlib.typing import RcKeyType

from journal.paths import resources
from journal.theme import Theme

FONTS = ["Inter", "DejaVu Sans", "Last Resort High-Efficiency"]
"""The second has what the first lacks, the third a mark for all else; both come with matplotlib."""

TEXT_POINTS = 8.0

Settings = dict[RcKeyType, Any]

_PLAIN: Settings = {
    key: value for key, value in rcParamsDefault.items() if not key.startswith("backend")
}
"""Every setting as it is delivered: what a person set for other programs is not for this one."""

_SHARED: Settings = {
    "font.family": FONTS,
    "font.size": TEXT_POINTS,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.spines.bottom": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.linewidth": 0.7,
    "xtick.major.size": 3,
    "xtick.major.pad": 5,
    "ytick.major.size": 0,
    "ytick.major.pad": 6,
    "text.parse_math": False,
}


@contextmanager
def drawing(theme: Theme) -> Iterator[None]:
    """Draw in the colours of `theme`; matplotlib's settings are as before afterwards.

    The settings are the process's, so only one thread may draw at a time.
    """
    add_fonts()
    with rc_context({**_PLAIN, **_SHARED, **_colours(theme)}):
        yield


@contextmanager
def reproducible_svg() -> Iterator[None]:
    """Write words as outlines, and names of parts that do not change from run to run."""
    settings: Settings = {"svg.fonttype": "path", "svg.hashsalt": "symptom-journal"}
    with rc_context(settings):
        yield


def _colours(theme: Theme) -> Settings:
    return {
        "figure.facecolor": theme.card,
        "savefig.facecolor": theme.card,
        "axes.facecolor": theme.card,
        "axes.labelcolor": theme.muted,
        "grid.color": theme.chart_grid,
        "text.color": theme.text,
        "xtick.color": theme.muted,
        "ytick.color": theme.muted,
    }


@cache
def add_fonts() -> None:
    """Make the typeface that comes with the program known to matplotlib.

    That the fonts tried last have no bold face is not reported on the terminal.
    """
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for path in sorted((resources() / "fonts").glob("*.otf")):
        font_manager.fontManager.addfont(path)
