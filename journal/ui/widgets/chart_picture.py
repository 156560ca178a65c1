"""A drawn timeline as the window holds it: its pixels, and where each day stands in the widget."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from journal.charts.description import label
from journal.domain.trends import SessionMark, Timeline
from journal.i18n import _, format_date
from journal.theme import Theme
from journal.wording import scale_name, treatment_name

if TYPE_CHECKING:
    from journal.charts.render import ChartPoint, RenderedChart

REACH = 3.0
"""How near, in pixels, the pointer has to be to a dot to be taken to its day."""


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A timeline and its picture, drawn for a widget of `size`.

    In a widget of another size it is scaled until a new one is drawn; every position here is that
    of the scaled picture.
    """

    timeline: Timeline
    chart: "RenderedChart"
    size: QSize
    image: QImage
    points: Mapping[date, tuple["ChartPoint", ...]]

    def target(self, size: QSize) -> QRectF:
        """Where the picture goes in a widget of `size`; unscaled where it was drawn for it."""
        if size == self.size:
            chart = self.chart
            return QRectF(QPointF(), QSizeF(chart.width, chart.height) / chart.ratio)
        return QRectF(QPointF(), QSizeF(size))

    def day_at(self, place: QPointF, size: QSize) -> date | None:
        """The day a place stands for: a dot's if one is near, else the one along the axis."""
        target, plot = self.target(size), self.chart.plot
        x = place.x() * self.chart.width / target.width()
        y = place.y() * self.chart.height / target.height()
        nearest = self.chart.nearest(x, y)
        if nearest is not None and abs(nearest.x - x) <= REACH * self.chart.ratio:
            return nearest.score.day
        day = plot.day(x) if plot.left <= x <= plot.right else None
        return day if day is not None and day in self.timeline.period else None

    def column(self, day: date, size: QSize) -> QRectF:
        """The line that a day is in the plot, from its top to its bottom; it has no width."""
        target, plot = self.target(size), self.chart.plot
        down = target.height() / self.chart.height
        x = plot.x(day) * target.width() / self.chart.width
        return QRectF(x, plot.top * down, 0, (plot.bottom - plot.top) * down)

    def dots(self, day: date, size: QSize) -> list[QPointF]:
        """The middles of a day's dots; none for a day that is not logged."""
        target = self.target(size)
        across = target.width() / self.chart.width
        down = target.height() / self.chart.height
        return [QPointF(p.x * across, p.y * down) for p in self.points.get(day, ())]

    def words(self, day: date) -> tuple[str, ...]:
        """What is told of a day: its date, then a line for each score and treatment."""
        return (day_name(day), *self._lines(day))

    def _lines(self, day: date) -> Iterator[str]:
        scale = scale_name(self.timeline.scale)
        for point in self.points.get(day, ()):
            said = label(point.score)
            yield _("{scale} {value} · {kind}").format(
                scale=scale, value=said.value, kind=said.kind
            )
        if day not in self.points:
            yield _("{scale}: not logged").format(scale=scale)
        for mark in self.timeline.sessions:
            if mark.day == day:
                yield _session(mark)


def drawn_picture(timeline: Timeline, theme: Theme, size: QSize, ratio: float) -> ChartPicture:
    """The timeline's picture for a widget of `size`; it takes its time and is for the worker."""
    from journal.charts.render import rendered  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    chart = rendered(timeline, theme, size.width(), size.height(), ratio)
    pixels = QImage(
        chart.pixels, chart.width, chart.height, chart.width * 4, QImage.Format.Format_RGBA8888
    )
    # The format that is painted fastest, and a copy of its own.
    image = pixels.convertToFormat(QImage.Format.Format_RGB32)
    days = groupby(chart.points, key=lambda point: point.score.day)
    return ChartPicture(timeline, chart, size, image, {day: tuple(on_day) for day, on_day in days})


def day_name(day: date) -> str:
    """`Tue 10 March 2026`."""
    return f"{format_date(day, 'medium')} {day.year}"


def _session(mark: SessionMark) -> str:
    treatment = treatment_name(mark.session)
    if mark.number is None:
        return treatment
    return _("Session {number}: {treatment}").format(number=mark.number, treatment=treatment)
