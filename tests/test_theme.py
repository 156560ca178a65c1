"""Themes: what is written or drawn can be told from its ground."""

import subprocess
import sys
from dataclasses import fields

import pytest

from journal.theme import THEMES, Theme

TEXT = 4.5
GRAPHIC = 3.0
PLAIN_GROUNDS = ("window", "sidebar", "card")
WRITTEN = [
    *[(role, ground) for role in ("text", "muted", "accent") for ground in PLAIN_GROUNDS],
    ("text", "accent_soft"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("warning_text", "warning_soft"),
    ("text", "warning_soft"),
    ("error_text", "window"),
    ("error_text", "card"),
]
DRAWN = [
    ("outline", "card"),
    ("outline", "window"),
    *[("focus", ground) for ground in PLAIN_GROUNDS],
    *[(role, "card") for role in ("chart_dot", "chart_line", "chart_session")],
]

themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_guideline_does() -> None:
    """Black on white is 21:1; #767676 is the lightest grey that is text on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@themes
@pytest.mark.parametrize(("role", "ground"), WRITTEN)
def test_words_can_be_read_on_their_grounds(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= TEXT


@themes
@pytest.mark.parametrize(("role", "ground"), DRAWN)
def test_what_is_drawn_stands_out_from_its_ground(theme: Theme, role: str, ground: str) -> None:
    assert contrast(getattr(theme, role), getattr(theme, ground)) >= GRAPHIC


@themes
def test_colours_are_written_in_full(theme: Theme) -> None:
    colours = [getattr(theme, field.name) for field in fields(theme)][2:]

    assert all(len(c) == 7 and c[0] == "#" and int(c[1:], 16) >= 0 for c in colours)


@themes
def test_a_dark_theme_has_light_words(theme: Theme) -> None:
    assert theme.is_dark == (luminance(theme.text) > luminance(theme.window))


def test_themes_and_trends_load_without_the_drawing_libraries() -> None:
    program = "import sys, journal.theme, journal.domain.trends; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()

    assert not {"matplotlib", "numpy", "PIL", "PySide6"} & set(loaded)
