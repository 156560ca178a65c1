"""The pictures at the size they are printed in: nothing that a provider reads there is missing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from matplotlib.figure import Figure as Drawn

from journal.charts.panels import draw_panels
from journal.domain.profile import TreatedFor
from journal.report.figures import drawn_size
from journal.report.parts import OverTime, Paper
from journal.theme import PRINT
from tests.charts.drawn import words
from tests.domain.diary import Diary
from tests.domain.responses import paper
from tests.report.pages import HALF_YEAR, day, records_of, report_of, section

AGOS = (160, 157, 153, 150, 146, 143, 120, 90, 60, 30, 2)
"""Six sessions in 17 days, then one every few weeks."""


def picture(sheet: Paper, *, bipolar: bool, agos: Sequence[int] = AGOS) -> Drawn:
    diary = Diary()
    if bipolar:
        treated_for = frozenset({TreatedFor.BIPOLAR})
        diary.settings = replace(diary.settings, treated_for=treated_for)
    for ago in agos:
        diary.session(day(ago), mg=32 if ago > 100 else 35)
    for ago in range(179):
        diary.score(day(ago), 4, hour=8)
        diary.score(day(ago), 1, "elevated-mood", hour=9)
    report = report_of(records_of(diary, [paper(day(100), 9)]), HALF_YEAR)
    figure = section(report, "Day by day: Mood").figure
    assert figure is not None
    assert isinstance(figure.drawn, OverTime)
    assert len(figure.drawn.timelines) == 1 + bipolar
    size = drawn_size(figure, sheet)
    return draw_panels(figure.drawn.timelines, figure.drawn.totals, PRINT, size)


@pytest.mark.parametrize("sheet", Paper)
@pytest.mark.parametrize("bipolar", [False, True])
def test_every_band_session_and_change_of_dose_is_named(sheet: Paper, bipolar: bool) -> None:
    figure = picture(sheet, bipolar=bipolar)

    assert len(words(figure, "band")) == 5
    assert words(figure, "session-number") == [str(n) for n in range(1, 12)]
    assert words(figure, "session-dose") == ["32 mg", "35 mg"]


@pytest.mark.parametrize("sheet", Paper)
def test_bands_are_named_below_rows_of_close_sessions_too(sheet: Paper) -> None:
    """A session every fourth day: their numbers stand in two rows, the doses above them."""
    figure = picture(sheet, bipolar=True, agos=range(165, 25, -4))

    assert len(words(figure, "session-number")) == 35
    assert len(words(figure, "band")) == 5
