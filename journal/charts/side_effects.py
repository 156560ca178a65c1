"""Side effects by session: a box for every session that was asked, a dot for every degree.

Mild is one dot, moderate two, severe three, a strength that was not entered a hollow one; an empty
box is "none", a dash without a box "not asked".
"""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from journal.charts.descriptions.side_effects import affected
from journal.charts.lettering import fitted, inches, lines
from journal.charts.side_effect_layout import (
    GAP,
    HEADER,
    LINE,
    MatrixLayout,
    counts_header,
    counts_width,
    layout,
)
from journal.charts.style import drawing
from journal.domain.side_effect_matrix import Felt, SideEffectMatrix
from journal.i18n import _
from journal.theme import Theme
from journal.wording.names import effect_name
from journal.wording.side_effects import none_reported, nothing_answered

_BOX = 0.22
_BETWEEN_BOXES = 0.03
_DOT = 0.056
_DOTS = {Felt.NOT_RATED: 1, Felt.MILD: 1, Felt.MODERATE: 2, Felt.SEVERE: 3}

Places = Sequence[tuple[float, float]]


def draw(
    matrix: SideEffectMatrix, theme: Theme, size: tuple[float, float], dpi: float = 96
) -> Figure:
    """The figure of a matrix, `size` in inches; without effects it says in a sentence why."""
    with drawing(theme):
        figure = Figure(figsize=size, dpi=dpi)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, size[0]), ylim=(size[1], 0))
        if matrix.rows:
            grid = layout(matrix, size)
            _draw_words(axes, matrix, grid, theme)
            _draw_numbers(axes, matrix, grid, theme)
            _draw_cells(axes, matrix, grid, theme)
        else:
            _say(axes, matrix, size, theme)
    return figure


def _draw_words(axes: Axes, matrix: SideEffectMatrix, grid: MatrixLayout, theme: Theme) -> None:
    counts_end = grid.right + GAP + counts_width(matrix)
    for row, effect in enumerate(matrix.rows[: grid.rows]):
        _x, y = grid.place(row, grid.first)
        name = fitted(effect_name(effect.summary.example), grid.names)
        axes.text(0, y, name, va="center_baseline", color=theme.text, gid="effect")
        axes.text(
            counts_end,
            y,
            affected(effect, matrix.asked),
            ha="right",
            va="center_baseline",
            color=theme.text,
            gid="count",
        )
    for place, words in enumerate(reversed(counts_header())):
        y = HEADER - 0.06 - place * 0.13
        axes.text(counts_end, y, words, ha="right", color=theme.muted, gid="counts-header")
    for place, words in enumerate(grid.foot, 1):
        y = grid.bottom + place * LINE
        axes.text(0, y, words, va="center_baseline", color=theme.muted, gid="foot")


def _draw_numbers(axes: Axes, matrix: SideEffectMatrix, grid: MatrixLayout, theme: Theme) -> None:
    """The numbers of the sessions, as many as fit beside each other, the last one among them."""
    y = HEADER - 0.06
    axes.text(0, y, _("Session"), color=theme.muted, gid="sessions")
    widest = inches(f"{matrix.sessions[-1].number} ")
    step = int(widest / grid.pitch) + 1
    for place in range(len(matrix.sessions) - 1, grid.first - 1, -step):
        x, _y = grid.place(0, place)
        number = str(matrix.sessions[place].number)
        axes.text(x, y, number, ha="center", color=theme.muted, gid="session-number")


def _draw_cells(axes: Axes, matrix: SideEffectMatrix, grid: MatrixLayout, theme: Theme) -> None:
    cells = [
        (cell, grid.place(row, place))
        for row, effect in enumerate(matrix.rows[: grid.rows])
        for place, cell in enumerate(effect.cells)
        if place >= grid.first
    ]
    asked = [at for cell, at in cells if cell.felt is not Felt.NOT_ASKED]
    _draw_boxes(axes, asked, grid.pitch - _BETWEEN_BOXES, theme)
    for felt in _DOTS:
        at = [at for cell, at in cells if cell.felt is felt]
        _draw_dots(axes, felt, at, grid.pitch - _BETWEEN_BOXES, theme)
    not_asked = [at for cell, at in cells if cell.felt is Felt.NOT_ASKED]
    _draw_strokes(axes, not_asked, 0.06, theme.muted, "not-asked")
    long = [(x, y + 0.35 * _BOX) for cell, (x, y) in cells if cell.over_a_day]
    _draw_strokes(axes, long, 0.7 * (grid.pitch - _BETWEEN_BOXES), theme.chart_line, "over-a-day")


def _draw_boxes(axes: Axes, places: Places, width: float, theme: Theme) -> None:
    boxes = [_box(x, y, width) for x, y in places]
    axes.add_artist(
        PathPatch(
            Path.make_compound_path(*boxes),
            fill=False,
            edgecolor=theme.outline,
            linewidth=0.5,
            gid="asked",
        )
    )


def _box(x: float, y: float, width: float) -> Path:
    left, right, top, bottom = x - width / 2, x + width / 2, y - _BOX / 2, y + _BOX / 2
    return Path(
        [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], closed=True
    )


def _draw_dots(axes: Axes, felt: Felt, places: Places, box: float, theme: Theme) -> None:
    """As many dots as the degree has, side by side in the middle of the box."""
    if not places:
        return
    dot, count = min(_DOT, 0.26 * box), _DOTS[felt]
    offsets = [(n - (count - 1) / 2) * 1.2 * dot for n in range(count)]
    is_hollow = felt is Felt.NOT_RATED
    axes.plot(
        [x + offset for x, _y in places for offset in offsets],
        [y for _x, y in places for _offset in offsets],
        linestyle="none",
        marker="o",
        markersize=72 * dot,
        markerfacecolor="none" if is_hollow else theme.chart_line,
        markeredgecolor=theme.chart_line,
        markeredgewidth=0.8 if is_hollow else 0,
        gid=felt.value,
    )


def _draw_strokes(axes: Axes, places: Places, width: float, colour: str, gid: str) -> None:
    strokes = [[(x - width / 2, y), (x + width / 2, y)] for x, y in places]
    axes.add_collection(
        LineCollection(strokes, colors=colour, linewidths=1.1, gid=gid), autolim=False
    )


def _say(axes: Axes, matrix: SideEffectMatrix, size: tuple[float, float], theme: Theme) -> None:
    sentence = none_reported(matrix) if matrix.asked else nothing_answered(matrix)
    axes.text(
        size[0] / 2,
        size[1] / 2,
        "\n".join(lines(sentence.split(), size[0], " ")),
        color=theme.muted,
        ha="center",
        va="center",
        gid="nothing",
    )
