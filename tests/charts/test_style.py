"""How charts look: the program's own typeface, in the theme's colours."""

import subprocess
import sys
from pathlib import Path

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


WHERE = "import journal.charts, matplotlib; print(matplotlib.get_cachedir())"


@pytest.mark.skipif(sys.platform != "linux", reason="each platform has folders of its own")
def test_matplotlib_keeps_what_it_keeps_in_a_folder_of_the_programs_own(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MPLCONFIGDIR")
    done = subprocess.run([sys.executable, "-c", WHERE], capture_output=True, text=True, check=True)

    folder = home / "cache" / "symptom-journal" / "matplotlib"
    assert done.stdout.strip() == str(folder)
    made = {entry for entry in home.rglob("*") if entry.name != "runtime"}
    assert made == {folder, *list(folder.parents)[:2]}
    assert {entry.stat().st_mode & 0o777 for entry in made} == {0o700}


def test_a_folder_that_was_named_for_it_stays_the_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHERE],
        capture_output=True,
        text=True,
        check=True,
        env={"MPLCONFIGDIR": str(tmp_path), "HOME": str(tmp_path)},
    )

    assert done.stdout.strip() == str(tmp_path)
