"""Pictures that tests compare with the ones kept in `reference`.

Where a picture has changed on purpose, look at it and keep it anew:
`REMAKE_PICTURES=1 python -m pytest tests/charts -k looks`.
"""

import os
from pathlib import Path

import numpy as np
from PIL import Image

from journal.charts.render import RenderedChart

REFERENCE = Path(__file__).parent / "reference"
REMAKE = "REMAKE_PICTURES"
"""Set in the environment, the kept pictures become those that are drawn now."""

TOLERANCE = 1.0
"""Root mean square of the difference, of 255: one moved dot is more."""


def image(chart: RenderedChart) -> Image.Image:
    """The picture without its opacity."""
    size = (chart.width, chart.height)
    return Image.frombytes("RGBA", size, chart.pixels).convert("RGB")


def assert_looks_like(chart: RenderedChart, name: str, folder: Path) -> None:
    """Fail where the picture differs from the reference, leaving both and the difference behind."""
    drawn = image(chart)
    drawn.save(folder / f"{name}.png")
    if REMAKE in os.environ:
        drawn.save(REFERENCE / f"{name}.png", optimize=True)
    with Image.open(REFERENCE / f"{name}.png") as reference:
        kept = reference.convert("RGB")
    assert drawn.size == kept.size, f"another size: see {folder}"
    difference = np.asarray(drawn, np.float64) - np.asarray(kept, np.float64)
    strength = float(np.sqrt(np.mean(difference**2)))
    shown = np.clip(np.abs(difference) * 4, 0, 255).astype(np.uint8)
    Image.fromarray(shown).save(folder / f"{name}-difference.png")
    assert strength < TOLERANCE, f"differs by {strength:.1f} of 255: see {folder}"
