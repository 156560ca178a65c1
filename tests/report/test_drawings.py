"""Pictures are drawn once for as long as their values and the paper stay the same."""

import pytest

from journal.domain.period import Period
from journal.report import drawings as drawings_module
from journal.report.drawings import MOST_KEPT, Drawings
from journal.report.figures import drawn as draw_figure
from journal.report.parts import Choices, Figure, PagePart, Paper
from journal.report.pdf import render_pdf
from tests.domain.diary import Diary
from tests.report.pages import HALF_YEAR, MONTH, day, report_of


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """Every figure that is drawn in earnest."""
    figures: list[Figure] = []

    def counted(figure: Figure, paper: Paper) -> str:
        figures.append(figure)
        return draw_figure(figure, paper)

    monkeypatch.setattr(drawings_module, "drawn", counted)
    return figures


def diary() -> Diary:
    diary = Diary("Alex Example")
    for ago in range(60):
        diary.score(day(ago), ago % 11)
    diary.session(day(20))
    return diary


def test_a_choice_that_leaves_the_figure_alone_draws_nothing(drawn: list[Figure]) -> None:
    drawings = Drawings()
    for choices in (Choices(), Choices(left_out=frozenset({PagePart.TREATMENT}))):
        render_pdf(report_of(diary(), choices=choices), drawings=drawings)
    assert len(drawn) == 1


@pytest.mark.parametrize(
    ("period", "choices"), [(HALF_YEAR, Choices()), (MONTH, Choices(Paper.US_LETTER))]
)
def test_other_days_and_another_paper_draw_anew(
    drawn: list[Figure], period: Period, choices: Choices
) -> None:
    drawings = Drawings()
    render_pdf(report_of(diary()), drawings=drawings)
    render_pdf(report_of(diary(), period, choices), drawings=drawings)
    assert len(drawn) == 2


def test_the_page_is_the_same_with_a_kept_picture() -> None:
    drawings = Drawings()
    pages = [render_pdf(report_of(diary()), drawings=drawings) for _twice in range(2)]
    assert pages[0] == pages[1] == render_pdf(report_of(diary()))


def test_the_oldest_is_forgotten(drawn: list[Figure]) -> None:
    (figure,) = (each.figure for each in report_of(diary()).sections if each.figure)
    others = [Figure(figure.drawn, f"{number}") for number in range(MOST_KEPT)]
    drawings = Drawings()
    for each in (figure, *others, figure):
        drawings.svg(each, Paper.A4)
    assert len(drawn) == MOST_KEPT + 2
