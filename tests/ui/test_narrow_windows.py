"""What a whole course needs stands in the width of a small window."""

import pytest
from PySide6.QtWidgets import QApplication

from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.questionnaires.table_model import Column
from journal.ui.summary.page import SummaryPage
from tests.ui.driver import Driver


@pytest.mark.parametrize("width", [850, 900, 1000])
def test_the_history_of_a_questionnaire(demo_person: Driver, width: int) -> None:
    demo_person.window.resize(width, 600)
    demo_person.window.show_page("questionnaires")
    demo_person.texts()
    page = demo_person.window.page("questionnaires")
    assert isinstance(page, QuestionnairesPage)
    table = page.history.table

    assert table.horizontalScrollBar().maximum() == 0
    assert not table.isColumnHidden(Column.LOOKS_BACK)
    assert not table.isColumnHidden(Column.REMARK)
    bands = table.fontMetrics().horizontalAdvance("moderately")
    assert table.columnWidth(Column.CALLED) > bands + 20, "or it might be taken for moderate"


def test_the_lines_for_an_appointment_are_seen_at_once(
    demo_person: Driver, dressed: QApplication
) -> None:
    demo_person.window.resize(1240, 860)
    demo_person.window.show_page("summary")
    demo_person.texts()
    page = demo_person.window.page("summary")
    assert isinstance(page, SummaryPage)
    dressed.processEvents()

    assert not page.choices.lines.noticed.visibleRegion().isEmpty()
