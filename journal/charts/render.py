"""Figures as pictures: pixels with what stands where for the window, SVG for the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from journal.charts.style import drawing, reproducible_svg
from journal.charts.timeline import draw, position
from journal.domain.trends import DayScore, Timeline
from journal.theme import Theme

SCREEN_DPI = 96


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A score and the middle of its dot, in pixels from the picture's top left corner."""

    score: DayScore
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlotArea:
    """Where the axes stand in the picture, in pixels, and the days at their two ends.

    `first` and `last` are days' ordinals and need not be whole.
    """

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float

    def x(self, day: date) -> float:
        """Where a day stands, in pixels; outside the picture for days that are not in it."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)

    def day(self, x: float) -> date:
        """The day nearest to `x`; days beyond the axes stand for their nearest end."""
        share = min(max((x - self.left) / (self.right - self.left), 0), 1)
        ordinal = round(self.first + share * (self.last - self.first))
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class RenderedChart:
    """A picture of `width` × `height` pixels, four bytes each (RGBA, opaque), row by row from top.

    `ratio` is how many of its pixels make one of the window's; `points` are oldest first.
    """

    width: int
    height: int
    ratio: float
    pixels: bytes
    plot: PlotArea
    points: tuple[ChartPoint, ...]

    def nearest(self, x: float, y: float) -> ChartPoint | None:
        """The dot closest along the time axis, then in height; None without scores."""
        return min(self.points, key=lambda p: (abs(p.x - x), abs(p.y - y)), default=None)


def rendered(
    timeline: Timeline, theme: Theme, width: int, height: int, ratio: float = 1
) -> RenderedChart:
    """The timeline drawn for `width` × `height` pixels of a window with this pixel ratio."""
    size = (width / SCREEN_DPI, height / SCREEN_DPI)
    figure = draw(timeline, theme, size, dpi=SCREEN_DPI * ratio)
    canvas = FigureCanvasAgg(figure)
    with drawing(theme):
        canvas.draw()  # type: ignore[no-untyped-call]
    real_width, real_height = canvas.get_width_height(physical=True)
    return RenderedChart(
        real_width,
        real_height,
        ratio,
        bytes(canvas.buffer_rgba()),  # type: ignore[no-untyped-call]
        _plot_area(figure, real_height),
        _points(figure, timeline.scores, real_height),
    )


def _plot_area(figure: Figure, height: int) -> PlotArea:
    (axes,) = figure.axes
    box = axes.get_window_extent()
    first, last = axes.get_xlim()
    return PlotArea(box.x0, height - box.y1, box.x1, height - box.y0, first, last)


def _points(figure: Figure, scores: Sequence[DayScore], height: int) -> tuple[ChartPoint, ...]:
    if not scores:
        return ()
    (axes,) = figure.axes
    places = axes.transData.transform([(position(score), score.value) for score in scores])
    return tuple(
        ChartPoint(score, x, height - y)
        for score, (x, y) in zip(scores, places.tolist(), strict=True)
    )


def svg(figure: Figure) -> str:
    """A figure as SVG, its words as outlines; the same text for the same figure."""
    text = StringIO()
    canvas = FigureCanvasSVG(figure)
    with reproducible_svg():
        canvas.print_svg(text, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
    return text.getvalue()
