"""Windows of time: which days a chart shows after it was zoomed or moved, within its limits."""

from datetime import date, timedelta

from journal.domain.period import Period

SHORTEST = 10
"""Days that a window has at least, where the limits have as many."""


def zoomed(shown: Period, factor: float, about: date, limits: Period) -> Period:
    """The window `factor` times as long, at least a day longer or shorter, `about` where it was."""
    length = len(shown)
    wanted = round(length * factor)
    wanted = max(wanted, length + 1) if factor > 1 else min(wanted, length - 1)
    wanted = max(min(wanted, len(limits)), min(SHORTEST, len(limits)))
    share = (about - shown.first).days / max(length - 1, 1)
    return _placed(about - timedelta(round(share * (wanted - 1))), wanted, limits)


def moved(shown: Period, days: int, limits: Period) -> Period:
    """The window `days` later, or earlier where negative, as far as the limits go."""
    return _placed(shown.first + timedelta(days), len(shown), limits)


def between(one: date, other: date, limits: Period) -> Period:
    """The window from one day to another, made as long as the shortest about its middle."""
    first, last = min(one, other), max(one, other)
    length = (last - first).days + 1
    missing = max(min(SHORTEST, len(limits)) - length, 0)
    return _placed(first - timedelta(missing // 2), length + missing, limits)


def holding(shown: Period, day: date, limits: Period) -> Period:
    """The window moved just so far that `day` is in it."""
    if day < shown.first:
        return moved(shown, (day - shown.first).days, limits)
    return moved(shown, max((day - shown.last).days, 0), limits)


def _placed(first: date, length: int, limits: Period) -> Period:
    length = min(length, len(limits))
    first = min(max(first, limits.first), limits.last - timedelta(length - 1))
    return Period(first, first + timedelta(length - 1))
