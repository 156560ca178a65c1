"""How charts look: the program's own typeface, in the theme's colours."""

import pytest
from matplotlib import font_manager, rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts.style import drawing
from journal.paths import resources
from journal.theme import THEMES


def test_words_are_set_in_the_typeface_that_comes_with_the_program() -> None:
    with drawing(THEMES[0]):
        found = font_manager.findfont(font_manager.FontProperties())

    assert found == str(resources() / "fonts" / "Inter-Regular.otf")


def test_the_typeface_has_its_licence_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "OFL.txt").read_text("utf-8")


def test_every_theme_gives_its_own_ground() -> None:
    for theme in THEMES:
        with drawing(theme):
            assert rcParams["figure.facecolor"] == theme.card


def test_bold_words_are_drawn_without_a_word_on_the_terminal(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with drawing(THEMES[0]):
        figure = Figure()
        figure.text(0, 0, "Mood", fontweight="bold")
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]

    assert caplog.messages == []
