"""Side effects by session."""

from typing import TYPE_CHECKING

from journal.charts.descriptions.side_effects import describe, numbers
from journal.domain.side_effect_matrix import SideEffectMatrix, side_effect_matrix
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.wording.side_effects import side_effect_headline

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure


def _result(look: Look) -> SideEffectMatrix:
    about = ("side effects", look.period)
    return look.reading.once(about, lambda: side_effect_matrix(look.records, look.period))


def _figure(
    matrix: SideEffectMatrix, theme: Theme, size: tuple[float, float], dpi: float
) -> "Figure":
    from journal.charts.side_effects import draw  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    return draw(matrix, theme, size, dpi)


def _height(matrix: SideEffectMatrix, width: float) -> float:
    from journal.charts.side_effect_layout import height  # noqa: PLC0415 - measures letters

    return height(matrix, width)


SIDE_EFFECTS = Question(
    key="side-effects",
    title=lambda: _("Side effects by session"),
    result=_result,
    sentence=side_effect_headline,
    figure=_figure,
    describe=describe,
    numbers=numbers,
    legend=lambda _matrix: "",
    has_picture=lambda matrix: bool(matrix.rows),
    height=_height,
    is_small=True,
)
