"""What a whole course needs stands in the width of a small window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.questionnaires.table_model import Column
from journal.ui.sessions.page import SessionsPage
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


@pytest.mark.parametrize("width", [900, 1240])
def test_without_a_session_the_page_begins_at_its_top(person: Driver, width: int) -> None:
    person.window.resize(width, 600)
    person.window.show_page("sessions")
    person.texts()
    page = person.window.page("sessions")
    assert isinstance(page, SessionsPage)

    (title,) = (each for each in page.findChildren(QLabel) if each.property("kind") == "title")
    assert title.height() < 2 * title.sizeHint().height()
    assert page.add.mapTo(page, QPoint()).y() < 150
