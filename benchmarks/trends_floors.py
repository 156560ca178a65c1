"""The least work behind the Trends page: plain means, and a timeline by bare matplotlib.

Imports nothing of the journal: what the program does besides the work itself shows in the ratio.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

WEEK = [timedelta(days) for days in range(-3, 4)]
FEWEST_IN_A_WEEK = 4

Means = dict[date, float]


def daily_and_weekly_means(check_ins: Iterable[Any]) -> dict[str, tuple[Means, Means]]:
    """For every scale the mean of each day, and of the 7 days around it where 4 have one."""
    values: dict[str, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for check_in in check_ins:
        for score in check_in.scores:
            values[score.scale][check_in.moment.day].append(score.value)
    return {scale: _means(by_day) for scale, by_day in values.items()}


def _means(values: dict[date, list[int]]) -> tuple[Means, Means]:
    daily = {day: sum(of_day) / len(of_day) for day, of_day in values.items()}
    weekly = {}
    for day in daily:
        near = [daily[other] for away in WEEK if (other := day + away) in daily]
        if len(near) >= FEWEST_IN_A_WEEK:
            weekly[day] = sum(near) / len(near)
    return daily, weekly


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a timeline draws, as plain numbers."""

    dots: Sequence[Point]
    ranges: Sequence[tuple[Point, Point]]
    averages: Sequence[Sequence[Point]]
    sessions: Sequence[float]
    numbers: Sequence[tuple[float, str]]


def timeline_pixels(marks: Marks, inches: tuple[float, float]) -> bytes:
    """The marks by bare matplotlib, everything else as it comes."""
    figure = Figure(figsize=inches)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.plot([x for x, _y in marks.dots], [y for _x, y in marks.dots], "o", markersize=2)
    axes.add_collection(LineCollection(marks.ranges))
    axes.add_collection(LineCollection(marks.averages))
    axes.vlines(marks.sessions, 0, 10, linestyles="dotted")
    for x, number in marks.numbers:
        axes.text(x, 10, number)
    canvas.draw()  # type: ignore[no-untyped-call]
    return bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
