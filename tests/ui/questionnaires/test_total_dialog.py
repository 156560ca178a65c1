"""The dialog for a total from paper: what is wrong is told at its field."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from journal.domain.checkin import Direction
from journal.domain.own_total import own_total, own_total_of
from journal.domain.period import DAY_STARTS_AT
from journal.questionnaire_files import shelf
from journal.ui.questionnaires.total_dialog import ANOTHER, TotalDialog
from tests.domain.diary import at
from tests.domain.responses import answered
from tests.ui.questions import NOT_SAVED, Answer, answering

TODAY = date(2026, 3, 10)
NOW = at(TODAY, 21)


@pytest.fixture
def dialog(qtbot: QtBot) -> TotalDialog:
    draft = answered(TODAY, (), hour=21)
    dialog = TotalDialog(None, shelf().questionnaires, draft, NOW, DAY_STARTS_AT)
    # Nobody is there to answer what becomes of the changes when a test ends.
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("28", "goes from 0 to 27."),
        ("-1", "goes from 0 to 27."),
        ("twelve", "is a number."),
        ("", "is missing."),
    ],
)
def test_a_total_that_cannot_be_is_told_at_its_field(
    dialog: TotalDialog, typed: str, message: str
) -> None:
    dialog.total.setText(typed)
    dialog.accept()

    assert dialog.form.error("total").endswith(message)
    assert dialog.response is None
    assert dialog.isVisible()


def test_a_day_in_the_future_is_told_at_its_field(dialog: TotalDialog) -> None:
    dialog.total.setText("12")
    dialog.day.show_day(date(2026, 3, 11))
    dialog.accept()

    assert dialog.form.error("day").endswith("lies in the future.")


def test_the_range_follows_the_questionnaire(dialog: TotalDialog) -> None:
    dialog.which.setCurrentIndex(dialog.which.findData("who-5"))

    assert dialog.range.text() == "0 – 100, higher is better"
    assert dialog.total.accessibleDescription() == "0 – 100, higher is better"


def test_the_draft_comes_back_with_its_total(dialog: TotalDialog) -> None:
    dialog.total.setText(" 12 ")
    dialog.accept()

    assert dialog.response is not None
    assert dialog.response.entered_total == 12
    assert not dialog.isVisible()


def test_a_questionnaire_of_the_persons_own_has_name_ends_and_direction(
    dialog: TotalDialog,
) -> None:
    assert not dialog.own.name.isVisible()
    dialog.which.setCurrentIndex(dialog.which.findData(ANOTHER))
    assert dialog.own.name.isVisible()
    dialog.own.name.setText("Fatigue score")
    dialog.own.high.setValue(40)
    dialog.own.direction.chosen.emit(0)
    dialog.total.setText("31")
    dialog.accept()

    assert dialog.response is not None
    own = own_total_of(dialog.response.questionnaire)
    assert own == own_total("Fatigue score", 0, 40, Direction.HIGHER_WORSE)
    assert dialog.response.entered_total == 31


def test_a_questionnaire_without_a_name_is_told_at_its_field(dialog: TotalDialog) -> None:
    dialog.which.setCurrentIndex(dialog.which.findData(ANOTHER))
    dialog.total.setText("7")
    dialog.accept()

    assert dialog.form.error("name") == "The name is missing."
    assert dialog.response is None


def test_a_total_off_its_own_range_is_told(dialog: TotalDialog) -> None:
    dialog.which.setCurrentIndex(dialog.which.findData(ANOTHER))
    dialog.own.name.setText("Fatigue score")
    dialog.total.setText("11")
    dialog.accept()

    assert dialog.form.error("total").endswith("goes from 0 to 10.")


def test_a_total_that_was_typed_is_kept_unless_the_person_discards_it(
    dialog: TotalDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.total.setText("12")
    asked = answering(monkeypatch, Answer.Cancel)
    dialog.reject()
    assert asked == [NOT_SAVED]
    assert dialog.isVisible()
    answering(monkeypatch, Answer.Discard)
    dialog.reject()
    assert not dialog.isVisible()
    assert dialog.response is None


def test_an_untouched_dialog_just_closes(
    dialog: TotalDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Cancel)
    dialog.reject()
    assert not dialog.isVisible()
    assert asked == []
