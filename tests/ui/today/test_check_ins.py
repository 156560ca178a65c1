"""A check-in begins with its first entry, goes on for an hour, and never overwrites another."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTimeEdit

from journal.domain.checkin import CheckIn, Score
from journal.domain.period import moment_at
from tests.ui.driver import Driver
from tests.ui.today.scales import own_scale


def time_field(person: Driver) -> QTimeEdit:
    (field,) = person.card.findChildren(QTimeEdit)
    return field


def type_time(person: Driver, clock: str) -> None:
    """Type a time such as 2010 over the one that stands there, and Enter."""
    time_field(person).setFocus()
    person.type(clock)
    person.press(Qt.Key.Key_Return)


def times(person: Driver) -> list[str]:
    return [f"{c.moment.local:%H:%M}" for c in person.check_ins()]


def test_a_check_in_has_the_time_of_its_first_entry(person: Driver) -> None:
    person.type("7")
    person.clock.forward(minutes=20)
    person.type("3")

    (check_in,) = person.check_ins()
    assert check_in.moment.instant == datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
    assert check_in.moment.zone == "Europe/Berlin"


def test_it_is_continued_for_just_under_an_hour(person: Driver) -> None:
    person.type("7")
    person.clock.forward(minutes=59, seconds=59)
    person.click(person.score_button("Pain", 2))

    assert person.scores() == [{"mood": 7, "pain": 2}]


def test_after_an_hour_an_entry_begins_a_new_one(person: Driver) -> None:
    person.type("7")
    person.clock.forward(minutes=60)
    person.click(person.score_button("Mood", 4))

    assert person.scores() == [{"mood": 7}, {"mood": 4}]
    assert times(person) == ["21:14", "22:14"]


def test_after_an_hour_the_page_is_free_again_and_the_check_in_stands_above(person: Driver) -> None:
    person.type("7")
    person.clock.forward(minutes=60)
    person.page.look_at_clock()

    assert person.rated() == {}
    assert person.button("21:14 · mood 7").isVisible()
    assert time_field(person).text() == "22:14"


def test_a_check_in_above_is_one_click_to_edit(person: Driver) -> None:
    person.type("7")
    person.clock.forward(hours=1)
    person.page.look_at_clock()
    person.click_on("21:14 · mood 7")
    shown = person.rated()
    person.type("5")

    assert shown == {"Mood": "7"}
    assert person.focused_name().startswith("Anxiety")
    assert person.scores() == [{"mood": 5}]
    assert times(person) == ["21:14"]


def test_a_check_in_picked_in_the_morning_is_let_go_by_the_evening(person: Driver) -> None:
    person.clock.set("2026-03-10 08:10")
    person.type("4")
    person.clock.set("2026-03-10 10:00")
    person.page.look_at_clock()
    person.click_on("08:10 · mood 4")

    person.clock.set("2026-03-10 21:14")
    person.page.take_focus()
    person.type("7")

    assert person.scores() == [{"mood": 4}, {"mood": 7}]


def test_what_stands_above_names_the_mood_or_what_there_is(person: Driver) -> None:
    stamp = person.editor.stamp()
    person.keep(replace(own_scale("Calm", 1, 5), active=False))

    def kept(hour: int, **fields: object) -> CheckIn:
        moment = moment_at(datetime(2026, 3, 10, hour, tzinfo=UTC), "Europe/Berlin")
        plain = CheckIn(stamp.new_id(), moment, moment.instant, moment.instant)
        return replace(plain, **fields)  # type: ignore[arg-type]

    both = (Score("anxiety", 6, stamp.now), Score("mood", 2, stamp.now))
    person.keep(
        kept(7, scores=both),
        kept(8, scores=(Score("own-scale", 3, stamp.now),)),
        kept(9, note="Slept badly."),
        kept(10, tags=("walk", "rain")),
    )

    for words in ("08:00 · mood 2", "09:00 · calm 3", "10:00 · note", "11:00 · walk, rain"):
        assert person.button(words).isVisible()


def test_another_check_in_on_the_same_day(person: Driver) -> None:
    person.type("7")
    person.clock.forward(minutes=5)
    person.click_on("+ another check-in")
    free = person.rated()
    person.type("42")

    assert free == {}
    assert person.scores() == [{"mood": 7}, {"mood": 4, "anxiety": 2}]
    assert times(person) == ["21:14", "21:19"]


def test_another_check_in_gets_a_time_of_its_own(person: Driver) -> None:
    person.type("7")
    person.click_on("+ another check-in")
    type_time(person, "0810")
    person.page.take_focus()
    person.type("4")

    assert sorted(times(person)) == ["08:10", "21:14"]
    assert person.button("21:14 · mood 7").isVisible()
    assert person.rated() == {"Mood": "4"}


def test_another_check_in_can_be_undone_and_entered_again(person: Driver) -> None:
    person.type("7")
    person.click_on("+ another check-in")
    person.type("4")
    person.undo()
    person.page.take_focus()
    person.type("5")

    assert person.scores() == [{"mood": 7}, {"mood": 5}]


def test_a_time_set_for_one_check_in_is_not_the_next_ones(person: Driver) -> None:
    type_time(person, "1830")
    person.page.take_focus()
    person.type("6")
    person.clock.forward(hours=1)
    person.page.look_at_clock()
    person.page.take_focus()
    person.type("7")

    assert times(person) == ["18:30", "22:14"]


def test_the_time_of_a_check_in_can_be_changed(person: Driver) -> None:
    person.type("7")
    type_time(person, "1905")

    (check_in,) = person.check_ins()
    assert times(person) == ["19:05"]
    assert check_in.scores[0].written_at == datetime(2026, 3, 10, 20, 14, tzinfo=UTC)


def test_a_changed_time_is_one_step_to_undo(person: Driver) -> None:
    person.type("7")
    type_time(person, "1905")
    person.page.take_focus()
    person.undo()

    assert times(person) == ["21:14"]
    assert time_field(person).text() == "21:14"


def test_the_same_time_again_is_no_step_to_undo(person: Driver) -> None:
    person.type("7")
    person.clock.forward(seconds=30)
    type_time(person, "2114")
    person.page.take_focus()
    person.undo()

    assert person.check_ins() == []


def test_a_time_to_come_is_refused_at_the_field(person: Driver) -> None:
    person.type("7")
    type_time(person, "2300")

    assert person.says("The time lies in the future.")
    assert times(person) == ["21:14"]
    assert time_field(person).text() == "21:14"
    assert person.rated() == {"Mood": "7"}


def test_a_time_to_come_is_refused_before_the_first_entry_too(person: Driver) -> None:
    type_time(person, "2300")
    refused = person.says("The time lies in the future.")
    person.page.take_focus()
    person.type("7")

    assert refused
    assert times(person) == ["21:14"]


def test_an_hour_the_clocks_skipped_is_refused_at_the_field(person: Driver) -> None:
    person.clock.set("2026-03-29 12:00")
    person.page.look_at_clock()
    person.press(Qt.Key.Key_Tab)
    person.page.show_day(date(2026, 3, 28))
    type_time(person, "0230")

    assert person.says("the clocks skipped this hour")


def test_after_midnight_the_evening_before_is_still_this_day(person: Driver) -> None:
    person.clock.set("2026-03-11 01:30")
    person.type("7")
    type_time(person, "2310")

    (check_in,) = person.check_ins()
    assert check_in.moment.instant == datetime(2026, 3, 10, 22, 10, tzinfo=UTC)
    assert check_in.moment.day == date(2026, 3, 10)


def test_the_time_goes_on_while_nothing_is_entered(person: Driver) -> None:
    person.clock.forward(minutes=10)
    person.page.look_at_clock()

    assert time_field(person).text() == "21:24"


def test_a_check_in_can_be_deleted_and_brought_back(person: Driver) -> None:
    person.type("73")
    person.click_on("delete")
    gone = person.check_ins()
    person.undo()

    assert gone == []
    assert person.scores() == [{"mood": 7, "anxiety": 3}]


def test_there_is_nothing_to_delete_before_the_first_entry(person: Driver) -> None:
    assert not any(button == "delete" for button in person.texts())


def test_a_half_typed_time_is_kept_when_the_page_is_left(person: Driver) -> None:
    person.type("7")
    time_field(person).setFocus()
    person.type("1905")
    person.page.leave()

    assert times(person) == ["19:05"]


def test_a_one_that_waits_is_kept_when_the_page_is_left(person: Driver) -> None:
    person.type("1")
    person.page.leave()

    assert person.scores() == [{"mood": 1}]
