import pytest

from journal.report.parts import Paper
from journal.ui.summary.paper import usual_paper


@pytest.mark.parametrize("locale", ["en_US", "es-US", "fr_CA"])
def test_letter_where_offices_have_letter(locale: str) -> None:
    assert usual_paper(locale) is Paper.US_LETTER


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "C", ""])
def test_a4_elsewhere(locale: str) -> None:
    assert usual_paper(locale) is Paper.A4
