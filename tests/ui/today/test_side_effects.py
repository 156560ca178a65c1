"""Side effects: one tap keeps one, its details may follow, and "none" is an answer."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.ui.today.side_effect_details import SideEffectDetails
from journal.ui.widgets import one_question
from tests.ui.driver import Driver
from tests.ui.today.conftest import AddSession


def chips(person: Driver) -> list[str]:
    """What the chips say, in their order."""
    chips = person.effects._chips._flowing
    return [chip.text() for chip in chips if isinstance(chip, QPushButton)]


def details(person: Driver) -> SideEffectDetails:
    return person.effects._details


def choose(person: Driver, words: str) -> None:
    """Click a button of the details."""
    person.click_on(words, details(person))


def test_the_first_offer_is_the_starter_list(person: Driver) -> None:
    assert chips(person) == [
        "None today   N",
        "Dizziness",
        "Nausea",
        "Dissociation",
        "Headache",
        "Tiredness",
        "Sleepiness",
        "+ more",
    ]


def test_one_tap_keeps_an_effect_without_a_strength(person: Driver) -> None:
    person.click_on("Nausea")

    (effect,) = person.side_effects()
    assert effect.effect == "nausea"
    assert effect.severity is None
    assert effect.noted.instant == person.clock.now()
    assert person.saved_words() == "Saved 21:14"
    assert person.says("Nausea saved.")


def test_an_effect_stands_first_and_shows_its_details(person: Driver) -> None:
    person.click_on("Nausea")

    assert chips(person)[1] == "Nausea"
    assert [chip.text() for chip in person.chosen(person.effects)] == ["Nausea"]
    assert details(person).isVisible()


def test_the_strength_may_follow(person: Driver) -> None:
    person.click_on("Nausea")
    choose(person, "moderate")

    assert person.side_effects()[0].severity is Severity.MODERATE
    assert chips(person)[1] == "Nausea · moderate"


def test_a_strength_is_one_step_to_undo(person: Driver) -> None:
    person.click_on("Nausea")
    choose(person, "severe")
    person.undo()
    without = person.side_effects()[0].severity
    person.undo()

    assert without is None
    assert person.side_effects() == []


def test_a_strength_can_be_taken_back(person: Driver) -> None:
    person.click_on("Nausea")
    choose(person, "mild")
    person.press(Qt.Key.Key_Delete)

    assert person.side_effects()[0].severity is None


def test_the_persons_frequent_effects_come_first(person: Driver) -> None:
    for day in (6, 7, 8):
        person.page.show_day(datetime(2026, 3, day, tzinfo=UTC).date())
        person.effects.added.emit("vertigo")
    person.effects.added.emit("tremor")
    person.click(person.page.header.today)

    assert chips(person)[1:4] == ["Vertigo", "Tremor", "Dizziness"]


def test_n_says_none_today(person: Driver) -> None:
    person.type("n")
    said = person.kept_record().no_side_effects
    person.type("n")

    assert said
    assert person.record() is None


def test_one_click_says_none_today_too(person: Driver) -> None:
    person.click_on("None today   N")

    assert person.kept_record().no_side_effects
    assert [chip.text() for chip in person.chosen(person.effects)] == ["None today   N"]


def test_an_effect_lifts_none_today_and_undo_restores_both(person: Driver) -> None:
    person.type("n")
    person.click_on("Nausea")
    lifted = person.record()
    person.undo()

    assert lifted is None
    assert person.kept_record().no_side_effects
    assert person.side_effects() == []


def test_none_today_cannot_be_said_beside_an_effect(person: Driver) -> None:
    person.click_on("Nausea")
    person.type("n")

    assert person.record() is None
    assert not person.button("None today   N").isEnabled()


def test_away_from_sessions_onset_and_duration_are_not_asked(person: Driver) -> None:
    person.click_on("Nausea")

    assert not details(person).onset.isVisible()
    assert not details(person).lasted.isVisible()


def test_on_the_day_of_a_session_they_are_asked(person: Driver, add_session: AddSession) -> None:
    session = add_session(hours=11)
    person.click_on("Nausea")
    choose(person, "during")
    choose(person, "rest of day")

    (effect,) = person.side_effects()
    assert effect.session_id == session.id
    assert effect.onset == Onset(during=True)
    assert effect.duration == Duration(Lasted.REST_OF_DAY)
    assert person.says("session 1")


def test_on_the_day_after_a_session_they_are_asked(person: Driver, add_session: AddSession) -> None:
    session = add_session(hours=30)
    person.click_on("Nausea")

    assert details(person).lasted.isVisible()
    assert person.side_effects()[0].session_id == session.id


def test_two_days_after_they_are_not(person: Driver, add_session: AddSession) -> None:
    add_session(hours=50)
    person.click_on("Nausea")

    assert not details(person).lasted.isVisible()
    assert person.side_effects()[0].session_id is None


def test_an_effect_lifts_the_sessions_no_side_effects(
    person: Driver, add_session: AddSession
) -> None:
    add_session(hours=11, no_side_effects=True)
    person.click_on("Nausea")

    assert not person.editor.journal.sessions.between()[0].no_side_effects


def test_a_later_onset_is_asked_for_and_not_made_up(
    person: Driver, add_session: AddSession
) -> None:
    add_session(hours=11)
    person.click_on("Nausea")
    choose(person, "later, at …")
    asked = person.side_effects()[0].onset
    person.type("1830")
    person.press(Qt.Key.Key_Return)

    assert asked is None
    assert person.side_effects()[0].onset == Onset(
        instant=datetime(2026, 3, 10, 17, 30, tzinfo=UTC)
    )


def test_enter_takes_the_time_that_stands_there(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11)
    person.click_on("Nausea")
    choose(person, "later, at …")
    person.press(Qt.Key.Key_Return)

    assert person.side_effects()[0].onset == Onset(
        instant=datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
    )


def test_hours_are_asked_for_and_not_made_up(person: Driver, add_session: AddSession) -> None:
    add_session(hours=11)
    person.click_on("Nausea")
    choose(person, "… hours")
    asked = person.side_effects()[0].duration
    person.type("3")
    person.press(Qt.Key.Key_Return)

    assert asked is None
    assert person.side_effects()[0].duration == Duration(Lasted.MINUTES, 180)
    assert details(person).hours.text() == "3 h"


def test_an_effect_can_be_removed_and_brought_back(person: Driver) -> None:
    person.click_on("Nausea")
    choose(person, "Remove")
    gone = person.side_effects()
    person.undo()

    assert gone == []
    assert person.side_effects()[0].effect == "nausea"


def action(menu: QMenu, words: str) -> QAction:
    found = [a for part in (menu, *menu.findChildren(QMenu)) for a in part.actions()]
    return next(a for a in found if a.text() == words)


def test_every_other_effect_is_in_the_menu(person: Driver) -> None:
    action(person.effects.more_menu([]), "Vomiting").trigger()

    assert person.side_effects()[0].effect == "vomiting"


def test_an_effect_that_is_there_is_not_offered_again(person: Driver) -> None:
    menu = person.effects.more_menu(["vomiting"])

    with pytest.raises(StopIteration):
        action(menu, "Vomiting")


def answer_with(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(one_question, "ask_words", lambda *_arguments: words)


def test_an_effect_in_own_words(person: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, "Cold hands")
    action(person.effects.more_menu([]), "In my own words…").trigger()

    (effect,) = person.side_effects()
    assert (effect.effect, effect.name) == ("", "Cold hands")
    assert chips(person)[1] == "Cold hands"
    assert details(person).isVisible()


def test_the_same_words_again_lead_to_the_effect_that_is_there(
    person: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, "Cold hands")
    person.effects._ask_own()
    person.click_on("Nausea")
    answer_with(monkeypatch, "cold hands")
    person.effects._ask_own()

    assert len(person.side_effects()) == 2
    assert [label for label in person.texts(details(person)) if label == "Cold hands"]


def test_long_words_do_not_push_the_page_wide(
    person: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.window.resize(900, 600)
    answer_with(monkeypatch, "a heavy feeling in both legs " * 8)
    person.effects._ask_own()
    person.texts()

    assert person.window.width() == 900
    assert all(len(chip) <= 40 for chip in chips(person))


def test_after_a_tap_the_keyboard_stays_on_the_effect(person: Driver) -> None:
    person.button("Nausea").setFocus()
    person.press(Qt.Key.Key_Space)

    assert person.focused_name() == "Nausea"
    assert len(person.side_effects()) == 1


def test_after_none_today_the_keyboard_stays_there(person: Driver) -> None:
    person.button("None today   N").setFocus()
    person.press(Qt.Key.Key_Space)

    assert person.focused_name() == "No side effects today"


def test_an_effect_of_an_earlier_day_is_noted_for_that_day(person: Driver) -> None:
    person.click(person.page.header.back)
    person.click_on("Nausea")

    assert person.side_effects()[0].noted.day == datetime(2026, 3, 9, tzinfo=UTC).date()
