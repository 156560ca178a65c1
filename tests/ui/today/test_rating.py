"""One key is a day: how scores are given, taken back and never invented."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from journal.domain.edit import Edit
from tests.ui.driver import Driver
from tests.ui.today.scales import own_scale


def test_at_launch_the_mood_row_has_the_keyboard_and_nothing_looks_rated(person: Driver) -> None:
    assert person.focused_name() == "Mood: 0"
    assert person.chosen(person.card) == []
    assert person.check_ins() == []


def test_one_digit_is_a_day(person: Driver) -> None:
    person.type("7")

    assert person.scores() == [{"mood": 7}]
    assert person.saved_words() == "Saved 21:14"
    assert person.says("That is enough for tonight. The rest is optional.")


def test_it_is_enough_only_once_mood_is_rated(person: Driver) -> None:
    enough = "That is enough for tonight. The rest is optional."
    said = [person.says(enough)]
    person.click(person.score_button("Anxiety", 3))
    said.append(person.says(enough))
    person.click_on("Too unwell tonight")
    said.append(person.says(enough))

    assert said == [False, False, True]


def test_nothing_moves_when_it_is_said(person: Driver) -> None:
    def top() -> int:
        return person.score_button("Anxiety", 3).mapTo(person.card, QPoint()).y()

    before = top()
    person.type("7")
    person.texts()

    assert top() == before


def test_a_digit_goes_on_to_the_next_scale(person: Driver) -> None:
    person.type("736")

    assert person.scores() == [{"mood": 7, "anxiety": 3, "energy": 6}]
    assert person.focused_name() == "Pain: 0"


def test_one_then_nought_is_ten(person: Driver) -> None:
    person.type("1")
    shown = person.score_button("Mood", 1).text()
    kept_meanwhile = person.check_ins()
    person.type("0")

    assert shown == "1…"
    assert kept_meanwhile == []
    assert person.scores() == [{"mood": 10}]
    assert person.score_button("Mood", 1).text() == "1"


def test_a_lone_one_is_kept_after_a_moment(person: Driver, qtbot: QtBot) -> None:
    person.type("1")

    qtbot.waitUntil(lambda: person.scores() == [{"mood": 1}], timeout=2000)

    assert person.focused_name() == "Anxiety: 0"


def test_enter_keeps_a_one_at_once(person: Driver) -> None:
    person.type("1")
    person.press(Qt.Key.Key_Return)

    assert person.scores() == [{"mood": 1}]


def test_tab_keeps_a_one_at_once_and_goes_where_tab_goes(person: Driver) -> None:
    person.type("1")
    person.press(Qt.Key.Key_Tab)

    assert person.scores() == [{"mood": 1}]
    assert not person.focused_name().startswith("Mood")


def test_a_digit_that_cannot_follow_a_one_belongs_to_the_next_scale(person: Driver) -> None:
    person.type("15")

    assert person.scores() == [{"mood": 1, "anxiety": 5}]


def test_on_the_last_scale_a_second_digit_replaces_a_one(person: Driver) -> None:
    person.click(person.score_button("Pain", 0))
    person.type("1")
    person.type("4")

    assert person.scores()[0]["pain"] == 1
    assert person.kept_record().sleep_hours == 4


def test_arrows_move_and_do_not_rate(person: Driver) -> None:
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)

    assert person.focused_name() == "Mood: 1"
    assert person.check_ins() == []


def test_space_and_enter_rate_where_the_arrows_led(person: Driver) -> None:
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    by_space = person.scores()
    person.press(Qt.Key.Key_Right, Qt.Key.Key_Return)

    assert by_space == [{"mood": 2}]
    assert person.scores() == [{"mood": 3}]


def test_a_click_rates(person: Driver) -> None:
    person.click(person.score_button("Energy", 6))

    assert person.scores() == [{"energy": 6}]
    assert person.rated() == {"Energy": "6"}


def test_a_scale_is_one_stop_for_the_tab_key(person: Driver) -> None:
    person.click(person.score_button("Anxiety", 9))
    stops = []
    for _ in range(60):
        person.press(Qt.Key.Key_Tab)
        stops.append(person.focused_name())
        if stops[-1] == "Anxiety: 9":
            break

    assert stops[-1] == "Anxiety: 9"
    for scale in ("Mood", "Energy", "Pain", "Sleep last night", "Anxiety"):
        assert sum(stop.startswith(f"{scale}:") for stop in stops) == 1


def test_delete_takes_a_rating_back(person: Driver) -> None:
    person.type("73")
    person.click(person.score_button("Anxiety", 3))
    person.press(Qt.Key.Key_Delete)

    assert person.scores() == [{"mood": 7}]
    assert person.rated() == {"Mood": "7"}


def test_a_check_in_with_nothing_left_in_it_goes(person: Driver) -> None:
    person.type("7")
    person.click(person.score_button("Mood", 7))
    person.press(Qt.Key.Key_Backspace)

    assert person.check_ins() == []


def test_rating_again_changes_the_rating(person: Driver) -> None:
    person.type("7")
    person.click(person.score_button("Mood", 4))

    assert person.scores() == [{"mood": 4}]


def test_keys_with_a_modifier_do_not_rate(person: Driver) -> None:
    person.press(Qt.Key.Key_7, modifier=Qt.KeyboardModifier.AltModifier)

    assert person.check_ins() == []


def add_scale(person: Driver, name: str, low: int, high: int) -> None:
    scale = own_scale(name, low, high)
    person.editor.perform("", lambda _journal, _stamp: (Edit(None, scale),))


def focus_row(person: Driver, name: str) -> None:
    person.click(person.score_button(name, 1))
    person.undo()


def test_a_digit_off_the_scale_is_told_at_the_row(person: Driver) -> None:
    add_scale(person, "Calm", 1, 5)
    focus_row(person, "Calm")

    person.type("7")

    assert person.says("Calm goes from 1 to 5.")
    assert person.check_ins() == []
    assert person.focused_name().startswith("Calm")


def test_the_message_goes_with_the_next_rating(person: Driver) -> None:
    add_scale(person, "Calm", 1, 5)
    focus_row(person, "Calm")

    person.type("74")

    assert not person.says("Calm goes from 1 to 5.")
    assert person.scores() == [{own_scale("Calm", 1, 5).key: 4}]


def test_values_below_zero_are_typed_with_a_minus(person: Driver) -> None:
    add_scale(person, "Drive", -3, 3)
    focus_row(person, "Drive")

    person.type("-2")

    assert person.scores() == [{own_scale("Drive", -3, 3).key: -2}]


def test_a_minus_alone_rates_nothing(person: Driver) -> None:
    add_scale(person, "Drive", -3, 3)
    focus_row(person, "Drive")

    person.type("-")
    person.press(Qt.Key.Key_Return)

    assert person.check_ins() == []


def test_sleep_belongs_to_the_day(person: Driver) -> None:
    person.click(person.score_button("Sleep last night", 7))

    assert person.check_ins() == []
    assert person.kept_record().sleep_hours == 7


def test_hours_that_have_no_button_can_be_typed(person: Driver) -> None:
    person.click(person.score_button("Sleep last night", 7))
    person.type("10")

    assert person.kept_record().sleep_hours == 10
    assert person.button("10 h").isVisible()
    assert person.rated() == {}


def test_no_sleep_at_all_is_shown_as_such(person: Driver) -> None:
    person.click(person.score_button("Sleep last night", 7))
    person.type("0")

    assert person.kept_record().sleep_hours == 0
    assert person.button("0 h").accessibleName() == "Other number of hours slept: 0 h"


def test_too_unwell_is_one_click_and_no_score(person: Driver) -> None:
    person.click_on("Too unwell tonight")

    assert person.kept_record().too_unwell
    assert person.check_ins() == []


def test_a_mood_lifts_too_unwell_and_undo_brings_it_back(person: Driver) -> None:
    person.click_on("Too unwell tonight")
    person.click(person.score_button("Mood", 2))
    lifted = person.record()
    person.undo()

    assert lifted is None
    assert person.kept_record().too_unwell
    assert person.check_ins() == []


def test_every_rating_is_a_step_of_its_own_to_undo(person: Driver) -> None:
    person.type("73")
    person.undo()
    after_one = person.scores()
    person.undo()

    assert after_one == [{"mood": 7}]
    assert person.check_ins() == []
    assert person.rated() == {}


def test_redo_brings_a_rating_back(person: Driver) -> None:
    person.type("73")
    person.undo()
    person.undo()
    person.redo()

    assert person.scores() == [{"mood": 7}]
    assert person.rated() == {"Mood": "7"}


def test_what_was_saved_is_told_with_undo_beside_it(person: Driver) -> None:
    person.type("10")
    told = person.says("Mood 10 saved.")
    person.click_on("Undo")

    assert told
    assert person.check_ins() == []
    assert not person.says("Mood 10 saved.")


def test_what_was_saved_is_told_for_ten_seconds(person: Driver) -> None:
    person.type("7")

    assert person.window._said.timer.interval() == 10_000
    person.window._said.timer.timeout.emit()
    assert not person.says("Mood 7 saved.")


def test_a_scale_that_is_switched_off_is_not_asked(person: Driver) -> None:
    pain = next(s for s in person.editor.journal.scales.all() if s.key == "pain")
    off = replace(pain, active=False)
    person.editor.perform("", lambda _journal, _stamp: (Edit(pain, off),))

    assert "Anxiety" in person.texts(person.card)
    assert "Pain" not in person.texts(person.card)
