"""Where the matrix of side effects has its parts, in inches from its top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass

from journal.charts.descriptions.side_effects import affected, legend
from journal.charts.lettering import inches, lines
from journal.domain.side_effect_matrix import SideEffectMatrix
from journal.i18n import _, format_number, ngettext
from journal.wording.names import effect_name

HEADER = 0.36
ROW = 0.29
LINE = 0.17
GAP = 0.1

_WIDEST, _NARROWEST = 0.27, 0.16
"""From one session to the next."""

_NAMES_SHARE = 0.36
"""The most of the width that names may take."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """What is shown and where: the first `rows` effects, and `columns` sessions from `first` on.

    `names` is the room for the names of effects, `pitch` that for a session; `foot` are the lines
    below.
    """

    names: float
    pitch: float
    first: int
    columns: int
    rows: int
    foot: tuple[str, ...]

    @property
    def left(self) -> float:
        """Where the sessions begin."""
        return self.names + GAP

    @property
    def right(self) -> float:
        """Where the sessions end."""
        return self.left + self.columns * self.pitch

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return HEADER + self.rows * ROW

    @property
    def height(self) -> float:
        """The height of everything together."""
        return self.bottom + (len(self.foot) + 0.5) * LINE

    def place(self, row: int, session: int) -> tuple[float, float]:
        """The middle of a cell, by the places of effect and session in the matrix."""
        return self.left + (session - self.first + 0.5) * self.pitch, HEADER + (row + 0.5) * ROW


def layout(matrix: SideEffectMatrix, size: tuple[float, float]) -> MatrixLayout:
    """What fits into `size`: the latest sessions and the effects of most sessions, one at least."""
    width, height = size
    names = _names_width(matrix, width)
    room = width - names - 2 * GAP - counts_width(matrix)
    count = len(matrix.sessions)
    columns = min(count, max(int(room / _NARROWEST + _ROUNDING), 1))
    pitch = min(max(room / max(columns, 1), _NARROWEST), _WIDEST)
    rows = len(matrix.rows)
    while True:
        foot = _foot(matrix, width, columns, rows)
        found = MatrixLayout(names, pitch, count - columns, columns, rows, foot)
        if rows <= 1 or found.height <= height + _ROUNDING:
            return found
        rows -= 1


def height(matrix: SideEffectMatrix, width: float) -> float:
    """The height that shows every effect in a picture of this width."""
    return layout(matrix, (width, float("inf"))).height


def _names_width(matrix: SideEffectMatrix, width: float) -> float:
    names = [" ".join(effect_name(row.summary.example).split()) for row in matrix.rows]
    return min(max(map(inches, [*names, _("Session")])), _NAMES_SHARE * width)


def counts_header() -> tuple[str, str]:
    """The two lines above the counts."""
    return _("affected"), _("/ asked")


def counts_width(matrix: SideEffectMatrix) -> float:
    """The room that the counts and their heading take."""
    counts = [affected(row, matrix.asked) for row in matrix.rows]
    return max(map(inches, [*counts, *counts_header()]))


def _foot(matrix: SideEffectMatrix, width: float, columns: int, rows: int) -> tuple[str, ...]:
    """The legend, and what is not in the picture, broken into lines."""
    notes = _left_out(matrix, columns, rows)
    return (*lines(legend(matrix), width), *lines(notes, width))


def _left_out(matrix: SideEffectMatrix, columns: int, rows: int) -> Iterator[str]:
    count = len(matrix.sessions)
    if columns < count:
        yield ngettext(
            "The latest {shown} session is shown; the counts are of all {count}.",
            "The latest {shown} sessions are shown; the counts are of all {count}.",
            columns,
        ).format(shown=format_number(columns), count=format_number(count))
    rest = len(matrix.rows) - rows
    if rest:
        yield ngettext(
            "{count} more effect is in the table.", "{count} more effects are in the table.", rest
        ).format(count=format_number(rest))
