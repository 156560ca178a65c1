"""The first page of the fictional patient looks like the pictures that are kept in `docs`.

Where it has changed on purpose, look at it and keep it anew:
`REMAKE_PICTURES=1 python -m pytest tests/report/test_page_pictures.py`.
"""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from journal.report.parts import Choices
from tests.charts.pictures import REMAKE
from tests.report.test_demo_file import printed

DOCS = Path(__file__).parents[2] / "docs"
RENDERED = {"summary-page-1.png": [], "summary-page-1-grey.png": ["-gray"]}
"""The pictures, and how poppler draws each. The page has no colour of its own, so that nothing is
lost on a printer that has none: the two look alike.
"""

DOTS_PER_INCH = 110
SEEN_FROM_AFAR = 4
"""So many dots on a side are one: versions of poppler differ in how they smooth a letter's edge."""

TOLERANCE = 0.5
"""Root mean square of the difference, of 255: some changed words are more."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF."""
    file = tmp_path_factory.mktemp("page") / "summary.pdf"
    file.write_bytes(printed(Choices()))
    return file


@pytest.mark.parametrize("name", list(RENDERED))
def test_looks_as_it_is_kept(name: str, page: Path, tmp_path: Path) -> None:
    drawn = first_page(page, tmp_path, RENDERED[name])
    drawn.save(tmp_path / name)
    if REMAKE in os.environ:
        drawn.save(DOCS / name, optimize=True)
    with Image.open(DOCS / name) as kept:
        assert (drawn.mode, drawn.size) == (kept.mode, kept.size)
        strength = difference(drawn, kept)
    assert strength < TOLERANCE, f"differs by {strength:.1f} of 255: see {tmp_path}"


def first_page(page: Path, folder: Path, options: list[str]) -> Image.Image:
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    size = ["-r", str(DOTS_PER_INCH), "-f", "1", "-singlefile", *options]
    subprocess.run([program, *size, page, folder / "page"], check=True)
    (picture,) = folder.glob("page.p?m")
    return Image.open(picture)


def difference(drawn: Image.Image, kept: Image.Image) -> float:
    seen = [np.asarray(each.reduce(SEEN_FROM_AFAR), np.float64) for each in (drawn, kept)]
    return float(np.sqrt(np.mean((seen[0] - seen[1]) ** 2)))
