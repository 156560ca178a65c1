"""Totals of the person's own: what they are called, their ends and direction stand in their key.

So they need no record beside the totals themselves, and nobody can change what an old total meant.
"""

from journal.domain.checkin import MAX_NAME, Direction
from journal.domain.errors import InvalidValue, Problem
from journal.domain.questionnaire import Questionnaire

FARTHEST_END = 1000

_OWN = "own"
_MARK = "|"


def own_total(name: str, low: int, high: int, direction: Direction) -> Questionnaire:
    """A questionnaire of which only totals are entered; its key tells everything about it.

    Raises InvalidValue for an empty or overlong name and for ends that are swapped or too far out.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidValue("name", Problem.MISSING)
    if len(name) > MAX_NAME:
        raise InvalidValue("name", Problem.TOO_LONG, {"most": MAX_NAME})
    for field, end in (("low", low), ("high", high)):
        if abs(end) > FARTHEST_END:
            limits = {"low": -FARTHEST_END, "high": FARTHEST_END}
            raise InvalidValue(field, Problem.OFF_SCALE, limits)
    if low >= high:
        raise InvalidValue("high", Problem.ENDS_SWAPPED)
    key = _MARK.join((_OWN, str(low), str(high), direction, name))
    return Questionnaire(key, name, low, high, direction)


def own_total_of(key: str) -> Questionnaire | None:
    """The person's own questionnaire that a key stands for, or None for any other key."""
    parts = key.split(_MARK, 4)
    if len(parts) != 5 or parts[0] != _OWN:
        return None
    try:
        return own_total(parts[4], int(parts[1]), int(parts[2]), Direction(parts[3]))
    except (ValueError, InvalidValue):
        return None
