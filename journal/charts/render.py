"""Charts over time as pixels with what stands where for the window, and any figure as SVG."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from operator import attrgetter
from typing import Protocol

from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from journal.charts.figure_bytes import figure_pixels
from journal.charts.panels import draw_panels
from journal.charts.score_marks import Place, position
from journal.charts.style import reproducible_svg
from journal.charts.total_marks import total
from journal.charts.totals import Totals
from journal.domain.scoring import ScoredResponse
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
class TotalPoint:
    """A questionnaire's total and the middle of its dot, in pixels as a ChartPoint's."""

    entry: ScoredResponse
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

    def distance(self, y: float) -> float:
        """How far above or below the axes a height lies, 0 between their ends."""
        return max(self.top - y, y - self.bottom, 0.0)


@dataclass(frozen=True, slots=True)
class ScalePanel:
    """A scale's axes in the picture, and the middles of its dots, one for each of its scores."""

    timeline: Timeline
    plot: PlotArea
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """Every dot, oldest first."""
        return tuple(map(self._point, range(len(self.xs))))

    def on_day(self, day: date) -> tuple[ChartPoint, ...]:
        """The dots of a day, none where it is not logged."""
        return tuple(map(self._point, _places_of(self.timeline.scores, day)))

    def nearest(self, x: float, y: float) -> ChartPoint | None:
        """The dot closest along the time axis, then in height; None without scores."""
        place = _nearest(self.xs, self.ys, x, y)
        return None if place is None else self._point(place)

    def _point(self, place: int) -> ChartPoint:
        return ChartPoint(self.timeline.scores[place], self.xs[place], self.ys[place])


@dataclass(frozen=True, slots=True)
class QuestionnairePanel:
    """A questionnaire's axes in the picture, and the middles of its dots, one for each total."""

    totals: Totals
    plot: PlotArea
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def points(self) -> tuple[TotalPoint, ...]:
        """Every dot, oldest first."""
        return tuple(map(self._point, range(len(self.xs))))

    def on_day(self, day: date) -> tuple[TotalPoint, ...]:
        """The dots of a day, none where there is no total."""
        return tuple(map(self._point, _places_of(self.totals.entries, day)))

    def nearest(self, x: float, y: float) -> TotalPoint | None:
        """The dot closest along the time axis, then in height; None without totals."""
        place = _nearest(self.xs, self.ys, x, y)
        return None if place is None else self._point(place)

    def _point(self, place: int) -> TotalPoint:
        return TotalPoint(self.totals.entries[place], self.xs[place], self.ys[place])


@dataclass(frozen=True, slots=True)
class RenderedChart:
    """A picture of `width` × `height` pixels, four bytes each (RGBA, opaque), row by row from top.

    `ratio` is how many of its pixels make one of the window's; `panels` are from the top. `plot`,
    `points` and `nearest` are those of the scales' panels: of the first, the first and the one at
    that height.
    """

    width: int
    height: int
    ratio: float
    pixels: bytes
    scales: tuple[ScalePanel, ...]
    questionnaires: tuple[QuestionnairePanel, ...] = ()

    @property
    def panels(self) -> tuple[ScalePanel | QuestionnairePanel, ...]:
        """All panels from the top."""
        return self.scales + self.questionnaires

    @property
    def plot(self) -> PlotArea:
        """The first panel's axes."""
        return self.panels[0].plot

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """The dots of the first scale, oldest first."""
        return self.scales[0].points if self.scales else ()

    def panel_at(self, y: float) -> ScalePanel | QuestionnairePanel:
        """The panel whose axes are nearest to a height."""
        return min(self.panels, key=lambda panel: panel.plot.distance(y))

    def nearest(self, x: float, y: float) -> ChartPoint | None:
        """The dot closest along the time axis, then in height, of the scale nearest to `y`."""
        panel = min(self.scales, key=lambda panel: panel.plot.distance(y), default=None)
        return None if panel is None else panel.nearest(x, y)


def rendered(
    timeline: Timeline, theme: Theme, width: int, height: int, ratio: float = 1
) -> RenderedChart:
    """The timeline drawn for `width` × `height` pixels of a window with this pixel ratio."""
    return rendered_panels((timeline,), (), theme, width, height, ratio)


def rendered_panels(
    timelines: Sequence[Timeline],
    totals: Sequence[Totals],
    theme: Theme,
    width: int,
    height: int,
    ratio: float = 1,
    marks: Timeline | None = None,
) -> RenderedChart:
    """Scales, and questionnaires below them, drawn on one time axis as `rendered` does."""
    size = (width / SCREEN_DPI, height / SCREEN_DPI)
    figure = draw_panels(timelines, totals, theme, size, SCREEN_DPI * ratio, marks)
    drawn = figure_pixels(figure, theme)
    tall = drawn.height
    of_scales, of_totals = figure.axes[: len(timelines)], figure.axes[len(timelines) :]
    return RenderedChart(
        drawn.width,
        tall,
        ratio,
        drawn.data,
        tuple(
            ScalePanel(each, _plot_area(axes, tall), *_pixels(axes, _score_places(each), tall))
            for each, axes in zip(timelines, of_scales, strict=True)
        ),
        tuple(
            QuestionnairePanel(
                each, _plot_area(axes, tall), *_pixels(axes, _total_places(each), tall)
            )
            for each, axes in zip(totals, of_totals, strict=True)
        ),
    )


def _plot_area(axes: Axes, height: int) -> PlotArea:
    left, foot, right, top = map(float, axes.get_window_extent().extents)
    first, last = map(float, axes.get_xlim())
    return PlotArea(left, height - top, right, height - foot, first, last)


def _score_places(timeline: Timeline) -> list[Place]:
    return [(position(score), score.value) for score in timeline.scores]


def _total_places(totals: Totals) -> list[Place]:
    return [(entry.day.toordinal(), total(entry)) for entry in totals.entries]


def _pixels(
    axes: Axes, places: Sequence[Place], height: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Places on the axes as pixels of the picture, across and down."""
    if not places:
        return (), ()
    across, up = axes.transData.transform(places).T
    return tuple(across.tolist()), tuple((height - up).tolist())


class _OfDay(Protocol):
    @property
    def day(self) -> date: ...


_day = attrgetter("day")


def _places_of(entries: Sequence[_OfDay], day: date) -> range:
    """Which of the entries, oldest first, are of a day."""
    first = bisect_left(entries, day, key=_day)
    return range(first, bisect_right(entries, day, lo=first, key=_day))


def _nearest(xs: Sequence[float], ys: Sequence[float], x: float, y: float) -> int | None:
    """The place in `xs`, which ascend, nearest to `x`; of several there, nearest to `y` in `ys`."""
    if not xs:
        return None
    at = bisect_left(xs, x)
    close = min(xs[max(at - 1, 0) : at + 1], key=lambda found: abs(found - x))
    same = range(bisect_left(xs, close), bisect_right(xs, close))
    return min(same, key=lambda place: abs(ys[place] - y))


def svg(figure: Figure) -> str:
    """A figure as SVG, its words as outlines; the same text for the same figure."""
    text = StringIO()
    canvas = FigureCanvasSVG(figure)
    with reproducible_svg():
        canvas.print_svg(text, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
    return text.getvalue()
