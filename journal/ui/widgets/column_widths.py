"""How the columns of a table share its width."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

C = TypeVar("C")


def shared(
    wanted: Mapping[C, int], room: int, give_way: Sequence[tuple[C, int]], rest: C
) -> dict[C, int]:
    """The wanted widths, cut down one after the other so far as `give_way` says.

    What is left over goes to the column `rest`.
    """
    widths = dict(wanted)
    missing = sum(widths.values()) - room
    for column, narrowest in give_way:
        if column in widths and missing > 0:
            given = min(missing, max(widths[column] - narrowest, 0))
            widths[column] -= given
            missing -= given
    if rest in widths:
        widths[rest] += max(-missing, 0)
    return widths
