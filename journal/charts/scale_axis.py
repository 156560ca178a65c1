"""The upright axis of a scale: its two ends, and where its ticks stand."""

from collections.abc import Iterable
from math import ceil

from journal.domain.checkin import SLEEP_HOURS, Scale

USUAL_NIGHTS = 12
"""The axis of hours of sleep ends here: nights would fill a sixth of 24 hours."""

_LONG_NIGHTS = 4
_MOST_INTERVALS = 7


def ends(scale: Scale, values: Iterable[float]) -> tuple[int, int]:
    """Both ends of a scale on which `values` are drawn.

    Hours of sleep end at 12; where one of the values is more, at 16, 20 or 24.
    """
    if scale.key != SLEEP_HOURS:
        return scale.low, scale.high
    longest = ceil(max(values, default=0) / _LONG_NIGHTS) * _LONG_NIGHTS
    return scale.low, min(max(longest, USUAL_NIGHTS), scale.high)


def ticks(low: int, high: int) -> list[int]:
    """From end to end by the smallest whole distance that makes at most 7 intervals."""
    length = high - low
    step = next(
        n for n in range(1, length + 1) if length % n == 0 and length / n <= _MOST_INTERVALS
    )
    return list(range(low, high + 1, step))
