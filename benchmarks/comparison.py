"""A figure beside its floor: measured in turns, so that a busy machine slows both alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

FEWEST_ROUNDS = 7

Measurement = Callable[[int], float]
"""Measures once, in the given round: milliseconds, or megabytes."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the program needs beside what the same work needs at least; `bound` is a ratio."""

    name: str
    what: str
    bound: float
    unit: str
    floor: Measurement
    figure: Measurement


@dataclass(frozen=True, slots=True)
class Measured:
    """One comparison's measurements, as many of the floor as of the figure."""

    comparison: Comparison
    floors: tuple[float, ...]
    figures: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median figure over the median floor."""
        return median(self.figures) / median(self.floors)

    @property
    def is_within(self) -> bool:
        """Whether the ratio is at most its bound."""
        return self.ratio <= self.comparison.bound


def measured(comparison: Comparison, rounds: int, unmeasured: int = 1) -> Measured:
    """Floor, figure, floor, figure …, after rounds that do not count (caches, bytecode)."""
    turns = range(unmeasured + rounds)
    pairs = [(comparison.floor(turn), comparison.figure(turn)) for turn in turns][unmeasured:]
    return Measured(
        comparison,
        tuple(floor for floor, _figure in pairs),
        tuple(figure for _floor, figure in pairs),
    )


def heading() -> str:
    """The names of the columns of `line`."""
    return f"{'':<9}{'floor':>12}{'figure':>12}{'ratio':>8}{'bound':>8}"


def line(result: Measured, verdict: str) -> str:
    """One result as a row of the table."""
    unit, bound = result.comparison.unit, result.comparison.bound
    floor = f"{median(result.floors):.1f} {unit}"
    figure = f"{median(result.figures):.1f} {unit}"
    ratio = f"{result.ratio:>8.2f}{bound:>8.1f}"
    return f"{result.comparison.name:<9}{floor:>12}{figure:>12}{ratio}  {verdict}"


def table(results: Iterable[Measured], *, comparable: bool) -> Iterator[str]:
    """The results, each with `ok`, `over` or, away from a disk, `not comparable`."""
    yield heading()
    for result in results:
        verdict = "ok" if result.is_within else "over"
        yield line(result, verdict if comparable else "not comparable")
        yield f"         {result.comparison.what}"
