"""Pictures as files: they stand by themselves, and tell neither when nor where they were made."""

import re
from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from journal.charts.figure_bytes import FILE_DPI, FileFormat, figure_file
from journal.charts.timeline import draw
from journal.theme import LIGHT
from tests.charts.diaries import mood

INCHES = (6.0, 2.5)


@cache
def saved(kind: FileFormat, title: str = "How have I been?") -> bytes:
    figure = draw(mood(), LIGHT, INCHES)
    return figure_file(figure, LIGHT, kind, title=title, caption="Mood, 40 days.")


@pytest.mark.parametrize("kind", FileFormat)
def test_the_same_picture_is_the_same_file(kind: FileFormat) -> None:
    assert saved.__wrapped__(kind) == saved(kind)


def test_a_png_is_sharp_and_has_room_for_the_words_around_it() -> None:
    with Image.open(BytesIO(saved(FileFormat.PNG))) as picture:
        assert picture.width > INCHES[0] * FILE_DPI
        assert picture.height > INCHES[1] * FILE_DPI
        assert picture.info["Title"] == "How have I been?"
        assert "Software" not in picture.info


def test_an_svg_has_its_words_as_outlines_and_no_date() -> None:
    drawn = saved(FileFormat.SVG).decode()

    assert "<text" not in drawn
    assert "<dc:date>" not in drawn
    assert not re.search(r"Matplotlib v", drawn)


def test_a_pdf_says_neither_when_nor_by_what_it_was_made() -> None:
    written = saved(FileFormat.PDF)

    assert written.startswith(b"%PDF")
    assert not re.search(rb"/(CreationDate|Creator|Producer)\b", written)
    assert b"/FontFile" in written or b"/Type3" in written


def test_the_title_is_in_the_picture() -> None:
    assert saved(FileFormat.PNG) != saved(FileFormat.PNG, title="Something else")
