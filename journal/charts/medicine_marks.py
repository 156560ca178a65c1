"""Changes of medicines below the time axis: a stroke a day, and their names where they fit."""

from collections.abc import Iterable, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.transforms import Transform, blended_transform_factory, offset_copy

from journal.charts.style import TEXT_POINTS
from journal.domain.medication import MedicineMark
from journal.theme import Theme
from journal.wording.medicines import medicine_mark_label

STROKE_POINTS = -32
"""From the axis down to the strokes: below the names of the days."""

LETTER = 0.5
"""The usual width of a letter, in parts of its height."""

MOST_LETTERS = 28


def draw_medicines(axes: Axes, marks: Sequence[MedicineMark], theme: Theme, width: float) -> None:
    """Draw the changes on axes `width` inches wide, which must have their limits already."""
    days = sorted({mark.day for mark in marks})
    axes.plot(
        [day.toordinal() for day in days],
        [0.0] * len(days),
        linestyle="none",
        marker="|",
        markersize=7,
        markeredgewidth=1.2,
        color=theme.muted,
        transform=_below(axes, 0),
        clip_on=False,
        gid="medicines",
    )
    left, right = axes.get_xlim()
    points_a_day = 72 * width / (right - left)
    for day, text, to_the_left in fitting_labels(marks, points_a_day, left, right):
        axes.text(
            day.toordinal(),
            0.0,
            text,
            transform=_below(axes, -4 if to_the_left else 4),
            color=theme.muted,
            ha="right" if to_the_left else "left",
            va="center",
            gid="medicine-name",
        )
    axes.set_xlim(left, right)


def fitting_labels(
    marks: Iterable[MedicineMark], points_a_day: float, left: float, right: float
) -> list[tuple[date, str, bool]]:
    """The names that fit between the strokes, oldest first, and whether each stands to the left.

    A name stands to the right of its stroke while it ends before the next one and before the
    axes do at `right` (a day's ordinal), else to the left, where the axes begin at `left`; where
    neither has room it is left out.
    """
    texts = _texts(marks)
    ends = [float(day.toordinal()) for day, _text in texts[1:]] + [right]
    shown: list[tuple[date, str, bool]] = []
    free_from = left
    for (day, text), end in zip(texts, ends, strict=True):
        length = (LETTER * len(text) + 1) * TEXT_POINTS / points_a_day
        at = day.toordinal()
        fits_right, fits_left = at + length <= end, at - length >= free_from
        if fits_right or fits_left:
            shown.append((day, text, not fits_right))
        free_from = at + length if fits_right else at
    return shown


def _texts(marks: Iterable[MedicineMark]) -> list[tuple[date, str]]:
    """One text a day, oldest first."""
    by_day: dict[date, list[str]] = {}
    for mark in marks:
        by_day.setdefault(mark.day, []).append(medicine_mark_label(mark))
    return [(day, _shortened(", ".join(names))) for day, names in sorted(by_day.items())]


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1].rstrip()}…"


def _below(axes: Axes, points_right: float) -> Transform:
    """Days along the axis, and the height of the strokes below it."""
    figure = axes.get_figure(root=True)
    place = blended_transform_factory(axes.transData, axes.transAxes)
    return offset_copy(place, fig=figure, x=points_right, y=STROKE_POINTS, units="points")
