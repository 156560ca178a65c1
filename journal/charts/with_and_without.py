"""Days with and without something as a picture: two strips of dots, a median each, n printed."""

from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from journal.charts.frame import framed
from journal.charts.strips import (
    LETTER_INCHES,
    Strip,
    draw_medians,
    draw_strip,
    say,
    scale_axis,
)
from journal.domain.with_and_without import Side, WithAndWithout
from journal.i18n import _
from journal.theme import Theme
from journal.wording.with_and_without import having_words, lacking_words, sentence

_AXIS_LABELS_INCHES = 0.4
_ENDS = (-0.5, 1.5)
_MOST_LINES = 3


def draw(
    result: WithAndWithout, theme: Theme, size: tuple[float, float], dpi: float = 96
) -> Figure:
    """The figure, `size` in inches; where there is too little it says what is missing."""
    with framed(theme, size, dpi) as (figure, axes):
        sides = (result.having, result.lacking)
        scale_axis(axes, result.scale, [s.value for side in sides for s in side.scores])
        axes.set_xlim(*_ENDS)
        width = max(size[0] - _AXIS_LABELS_INCHES, 0.5)
        if result.is_enough:
            _draw_sides(axes, result, theme, width)
        else:
            say(axes, sentence(result), theme, width)
    return figure


def _draw_sides(axes: Axes, result: WithAndWithout, theme: Theme, width: float) -> None:
    sides = (result.having, result.lacking)
    names = (having_words(result.thing), lacking_words(result.thing))
    labels = [_label(side, name, width / 2) for side, name in zip(sides, names, strict=True)]
    axes.set_xticks([0, 1], labels)
    axes.tick_params(axis="x", length=0)
    points_a_unit = 72 * width / (_ENDS[1] - _ENDS[0])
    for x, (side, gid) in enumerate(zip(sides, ("values-with", "values-without"), strict=True)):
        values = [score.value for score in side.scores]
        strip = Strip(gid, values, x, hollow=side is result.lacking)
        draw_strip(axes, strip, theme, points_a_unit)
    medians = [(float(x), side.median) for x, side in enumerate(sides)]
    draw_medians(axes, [(x, y) for x, y in medians if y is not None], theme)


def _label(side: Side, name: str, inches: float) -> str:
    """How many days there are, and which; a long name is cut after three lines."""
    words = _("days {which}").format(which=name)
    letters = max(int(inches / LETTER_INCHES), 8)
    lines = wrap(words, letters, max_lines=_MOST_LINES, placeholder=" …")
    return "\n".join((f"n {side.days}", *lines))
