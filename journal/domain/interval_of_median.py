"""How far the median of a few values could lie elsewhere: resampling, worked out without drawing.

Resampling draws as many values as there are, with replacement, again and again, and looks at the
medians. For a median the outcome is known: the r-th of n drawn values is at most the i-th of the
sorted ones if at least r of n draws fall on the first i. So nothing is drawn, and the answer is the
same every time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

FEWEST_STRETCHES = 5
"""Below that no interval is told (clinical reference, Counting rules)."""

_OUTSIDE = 0.025


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95 % of the medians that resampling gives; both ends are values that occurred."""

    low: float
    high: float


def interval_of_median(values: Sequence[float]) -> Interval | None:
    """The interval of the median of `values`, one from each stretch; None for fewer than 5.

    Of an even number of values the low end is that of the lower of the two in the middle, the high
    end that of the upper.
    """
    count = len(values)
    if count < FEWEST_STRETCHES:
        return None
    ordered = sorted(values)
    low = _place(count, (count + 1) // 2, _OUTSIDE)
    high = _place(count, count // 2 + 1, 1 - _OUTSIDE)
    return Interval(ordered[low - 1], ordered[high - 1])


def _place(count: int, rank: int, share: float) -> int:
    """The first place, 1 to `count`, that the `rank`-th drawn value stays within in this share."""
    low, high = 1, count
    while low < high:
        middle = (low + high) // 2
        if _at_least(count, rank, middle / count) >= share:
            high = middle
        else:
            low = middle + 1
    return low


def _at_least(draws: int, hits: int, chance: float) -> float:
    """The probability of at least `hits` among `draws`, each with a `chance` between 0 and 1."""
    if chance == 1:
        return 1.0
    ways = lgamma(draws + 1)
    hit, miss = log(chance), log(1 - chance)
    return sum(
        exp(ways - lgamma(n + 1) - lgamma(draws - n + 1) + n * hit + (draws - n) * miss)
        for n in range(hits, draws + 1)
    )
