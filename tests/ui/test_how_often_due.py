"""How often a questionnaire is due: set on its page, followed by the evening's one prompt."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from journal.domain.errors import StorageProblem
from journal.domain.journal_settings import OwnInterval
from journal.storage.store import JournalFile
from journal.ui.questionnaires.page import QuestionnairesPage
from journal.ui.today.asides import Asides
from tests.domain.responses import paper
from tests.ui.driver import Driver

YESTERDAY = date(2026, 3, 9)


@pytest.fixture
def page(person: Driver) -> QuestionnairesPage:
    """The Questionnaires page in front."""
    before = person.editor.journal.settings()
    settled = replace(before, set_up=True)
    person.editor.journal.apply([Edit(before, settled)])
    person.window.show_page("questionnaires")
    page = person.window.page("questionnaires")
    assert isinstance(page, QuestionnairesPage)
    return page


@pytest.fixture
def asides(person: Driver, qtbot: QtBot) -> Asides:
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Asides)))
    (found,) = person.window.findChildren(Asides)
    return found


def often(page: QuestionnairesPage, key: str) -> QComboBox:
    return page.list.rows[key].often


def choose(person: Driver, page: QuestionnairesPage, key: str, words: str) -> None:
    """Choose with the keys alone: as many steps down as it takes."""
    box = often(page, key)
    box.setFocus()
    while box.currentText() != words:
        before = box.currentIndex()
        person.press(Qt.Key.Key_Down)
        assert box.currentIndex() > before


def prompted(asides: Asides, person: Driver) -> str:
    """What Today asks for now."""
    person.window.show_page("today")
    card = asides.prompt.card
    return "" if card is None else person.texts(card)[0]


def intervals(person: Driver) -> tuple[OwnInterval, ...]:
    return person.editor.journal.settings().intervals


def test_every_asked_one_is_due_as_usual_at_first(page: QuestionnairesPage) -> None:
    assert {key: row.often.currentText() for key, row in page.list.rows.items()} == {
        "phq-9": "usual: every 2 weeks",
        "gad-7": "usual: every 2 weeks",
        "pcl-5-week": "usual: when I choose",
        "pcl-5-month": "usual: when I choose",
    }


def test_there_are_five_choices_in_plain_words(page: QuestionnairesPage) -> None:
    box = often(page, "phq-9")

    assert [box.itemText(index) for index in range(box.count())] == [
        "usual: every 2 weeks",
        "every week",
        "every 2 weeks",
        "every 4 weeks",
        "when I choose",
    ]
    assert box.accessibleName() == "How often PHQ-9 is due"


def test_one_total_a_week_is_due_after_a_week(person: Driver, page: QuestionnairesPage) -> None:
    person.keep(paper(YESTERDAY, 11))
    choose(person, page, "phq-9", "every week")

    assert page.list.rows["phq-9"].state.text() == "11 on 9 March 2026 · due on Mon 16 March"
    assert intervals(person) == (OwnInterval("phq-9", 7),)


def test_it_is_kept_in_the_file(person: Driver, page: QuestionnairesPage) -> None:
    choose(person, page, "pcl-5-week", "every 4 weeks")
    person.window.close()

    again = JournalFile(person.application.places.journal, person.clock.now).open()
    assert again.settings().every_days == {"pcl-5-week": 28}
    again.close()


def test_one_that_is_never_wanted_is_not_prompted(
    person: Driver, page: QuestionnairesPage, asides: Asides
) -> None:
    assert prompted(asides, person) == "PHQ-9 is due"
    person.window.show_page("questionnaires")
    choose(person, page, "phq-9", "when I choose")

    assert prompted(asides, person) == "GAD-7 is due"


def test_where_all_are_answered_when_chosen_nothing_is_due(
    person: Driver, page: QuestionnairesPage, asides: Asides
) -> None:
    for key in ("phq-9", "gad-7"):
        choose(person, page, key, "when I choose")

    assert page.state.text() == "Nothing is due. You fill one in when you choose."
    assert prompted(asides, person) == ""


def test_one_that_was_never_due_is_prompted_once_it_is_wanted(
    person: Driver, page: QuestionnairesPage, asides: Asides
) -> None:
    person.keep(paper(YESTERDAY, 11), paper(YESTERDAY, 9, key="gad-7"))
    choose(person, page, "pcl-5-month", "every 4 weeks")

    assert prompted(asides, person) == "PCL-5, past month is due"


def test_a_choice_is_said_and_taken_back_step_by_step(
    person: Driver, page: QuestionnairesPage
) -> None:
    choose(person, page, "gad-7", "every 2 weeks")
    said = person.says("How often GAD-7 is due: saved.")
    person.undo()
    once, shown_once = intervals(person), often(page, "gad-7").currentText()
    person.undo()

    assert said
    assert (once, shown_once) == ((OwnInterval("gad-7", 7),), "every week")
    assert intervals(person) == ()
    assert often(page, "gad-7").currentText() == "usual: every 2 weeks"


def test_the_usual_one_is_no_interval_of_ones_own(person: Driver, page: QuestionnairesPage) -> None:
    choose(person, page, "gad-7", "every week")
    person.press(Qt.Key.Key_Up)

    assert intervals(person) == ()


def test_the_keyboard_stays_where_it_chose(person: Driver, page: QuestionnairesPage) -> None:
    choose(person, page, "gad-7", "every 4 weeks")

    assert person.focused_name() == "How often GAD-7 is due"


def test_a_choice_that_waits_for_the_disk_stays_on_screen(
    person: Driver, page: QuestionnairesPage
) -> None:
    person.keep(paper(YESTERDAY, 11))
    person.store.problem = StorageProblem.DISK_FULL
    choose(person, page, "phq-9", "every week")
    waiting = page.list.rows["phq-9"].state.text()
    kept = intervals(person)
    person.store.problem = None
    person.click_on("Try again")

    assert waiting == "11 on 9 March 2026 · due on Mon 16 March"
    assert kept == ()
    assert intervals(person) == (OwnInterval("phq-9", 7),)


def test_an_interval_that_is_not_offered_is_shown_as_it_is(
    person: Driver, page: QuestionnairesPage
) -> None:
    before = person.editor.journal.settings()
    own = replace(before, intervals=(OwnInterval("phq-9", 10),))
    person.editor.journal.apply([Edit(before, own)])
    page.refresh()
    shown = often(page, "phq-9").currentText()
    person.editor.journal.apply([Edit(own, before)])
    page.refresh()

    assert shown == "every 10 days"
    assert often(page, "phq-9").count() == 5
    assert often(page, "phq-9").currentText() == "usual: every 2 weeks"


def test_a_questionnaire_of_totals_is_never_due(person: Driver, page: QuestionnairesPage) -> None:
    person.keep(paper(YESTERDAY, 30, key="madrs"))
    page.refresh()

    assert not often(page, "madrs").isVisible()
    assert often(page, "phq-9").isVisible()
