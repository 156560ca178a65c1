"""Pictures that need not be drawn again: a changed choice leaves most of a page as it was."""

from dataclasses import dataclass

from journal.report.figures import drawn
from journal.report.parts import Figure, Paper

MOST_KEPT = 4
"""A page has two; with those of the page before, a choice can be taken back at once."""

_NOT_IN_XML = dict.fromkeys({*range(0x20), 0xFFFE, 0xFFFF} - {9, 10, 13})
"""One such character, in a name that matplotlib repeats in a comment, and no SVG can be read."""


@dataclass(frozen=True, slots=True)
class _Kept:
    figure: Figure
    paper: Paper
    svg: str


class Drawings:
    """Draws figures and keeps the latest, for as long as whoever shows the page keeps this."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []

    def svg(self, figure: Figure, paper: Paper) -> str:
        """The figure as SVG, drawn anew only where its values or the paper are other ones."""
        found = next((k for k in self._kept if k.paper is paper and k.figure == figure), None)
        kept = found or _Kept(figure, paper, drawn(figure, paper).translate(_NOT_IN_XML))
        others = [each for each in self._kept if each is not kept]
        self._kept = [kept, *others][:MOST_KEPT]
        return kept.svg
