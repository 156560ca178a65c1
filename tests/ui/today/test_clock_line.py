"""A clock that went back is told on Today, and no longer once it is right again."""

from journal.ui.today.clock_line import ClockLine
from tests.ui.driver import Driver


def line(person: Driver) -> ClockLine:
    person.application._add_asides()
    (found,) = person.window.findChildren(ClockLine)
    return found


def test_a_clock_that_went_back_is_told(person: Driver) -> None:
    person.type("7")
    shown = line(person)
    person.clock.set("2026-03-09 08:00")
    person.page.look_at_clock()
    person.page.refresh()

    assert shown.words.text() == (
        "This computer’s clock shows 9 March 2026, 08:00, but your journal was last changed on "
        "10 March 2026, 21:14. Nothing is lost. Please look at the computer’s date and time: what "
        "you enter now gets that date."
    )
    assert shown.isVisible()


def test_what_was_changed_before_the_window_opened_counts(person: Driver) -> None:
    person.type("7")
    person.clock.set("2026-03-10 12:00")
    person.editor.opened.emit()

    assert line(person).isVisible()


def test_it_goes_when_the_clock_is_right_again(person: Driver) -> None:
    person.type("7")
    shown = line(person)
    person.clock.set("2026-03-10 12:00")
    person.page.refresh()
    person.clock.set("2026-03-10 21:20")
    person.page.refresh()

    assert shown.isHidden()


def test_a_clock_put_right_by_a_minute_is_nothing_to_tell(person: Driver) -> None:
    person.type("7")
    shown = line(person)
    person.clock.forward(minutes=-1)
    person.page.refresh()

    assert shown.isHidden()
