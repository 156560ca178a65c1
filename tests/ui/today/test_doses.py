"""As-needed doses on Today: one tap for now, another time where it was earlier."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.domain.errors import StorageProblem
from journal.domain.medication import DoseTaken
from journal.ui.medicines import verbs
from journal.ui.medicines.dose_time import DoseTime
from journal.ui.today.asides import Asides
from tests.domain.medicines import medicine, new_id
from tests.ui.driver import Driver

SINCE = date(2026, 2, 1)
LORAZEPAM = medicine(SINCE, None, "Lorazepam", "1 mg", as_needed=True)
ZOPICLONE = medicine(SINCE, None, "Zopiclone", "7.5 mg", new_id(), as_needed=True)


@pytest.fixture
def asides(person: Driver, qtbot: QtBot) -> Asides:
    """Beside a day on which Lorazepam may be taken; the first steps are skipped."""
    qtbot.waitUntil(lambda: bool(person.window.findChildren(Asides)))
    (found,) = person.window.findChildren(Asides)
    person.keep(LORAZEPAM)
    found.first_start.skip_all.click()
    return found


def doses(person: Driver) -> list[DoseTaken]:
    """The doses on the disk."""
    return list(person.editor.journal.medications.doses_between())


def at(person: Driver) -> list[str]:
    """When the doses on the disk were taken."""
    return [f"{dose.taken.local:%Y-%m-%d %H:%M}" for dose in doses(person)]


def shown(asides: Asides) -> list[str]:
    """The doses on the card."""
    QApplication.processEvents()
    lines = [text.text() for text in asides.doses.findChildren(QLabel) if text.isVisible()]
    return [line for line in lines if "·" in line]


def remove(person: Driver, asides: Asides) -> None:
    """Remove the only dose on the card."""
    QApplication.processEvents()
    person.click_on("Remove", asides.doses)


Ask = Callable[[str], DoseTime]


@pytest.fixture
def another_time(person: Driver, asides: Asides) -> Ask:
    """Asks for another time by the keys alone, and types it."""

    def ask(clock: str) -> DoseTime:
        chip = person.button("at another time…", asides.doses)
        chip.setFocus()
        person.press(Qt.Key.Key_Space)
        person.type(clock)
        asked = asides.doses.dose_time
        assert asked is not None
        return asked

    return ask


def test_a_tap_is_a_dose_of_now(person: Driver, asides: Asides) -> None:
    person.click_on("+ Lorazepam", asides.doses)

    assert at(person) == ["2026-03-10 21:14"]
    assert shown(asides) == ["21:14 · Lorazepam · 1 mg"]


def test_a_tap_is_of_now_also_where_the_check_in_has_another_time(
    person: Driver, asides: Asides
) -> None:
    person.card.time_changed.emit(person.clock.now().time().replace(hour=9))
    person.click_on("+ Lorazepam", asides.doses)

    assert at(person) == ["2026-03-10 21:14"]


def test_a_dose_is_entered_at_another_time_by_keys_alone(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    another_time("1405")
    person.press(Qt.Key.Key_Return)

    assert at(person) == ["2026-03-10 14:05"]
    assert shown(asides) == ["14:05 · Lorazepam · 1 mg"]
    assert asides.doses.dose_time is None
    assert person.focused_name() == "Took one at another time"


def test_it_starts_from_the_present(person: Driver, another_time: Ask) -> None:
    asked = another_time("")

    assert asked.time.text() == "21:14"
    assert person.focused_name() == "Time the dose was taken"


def test_it_is_taken_back_by_undo(person: Driver, asides: Asides, another_time: Ask) -> None:
    another_time("1405").save.click()
    person.undo()

    assert doses(person) == []
    assert shown(asides) == []


def test_which_medicine_is_asked_where_there_are_several(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    person.keep(ZOPICLONE)
    asked = another_time("2005")
    asked.which.show_value(ZOPICLONE.id)
    asked.save.click()

    assert shown(asides) == ["20:05 · Zopiclone · 7.5 mg"]


def test_a_time_to_come_is_refused_at_its_field(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    asked = another_time("2115")
    person.press(Qt.Key.Key_Return)

    assert doses(person) == []
    assert asked.message.text() == "This time is still to come. Choose one that has passed."
    assert asked.time.accessibleDescription() == asked.message.text()

    person.type("2114")
    person.press(Qt.Key.Key_Return)
    assert at(person) == ["2026-03-10 21:14"]


def test_a_time_of_last_night_is_sent_to_its_day(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    asked = another_time("0230")
    person.press(Qt.Key.Key_Return)

    assert doses(person) == []
    assert asked.message.text() == (
        "02:30 is still to come on this day, which lasts until 04:00. "
        "If it was last night, go one day back."
    )

    person.page.show_day(date(2026, 3, 9))
    another_time("0230").save.click()
    assert at(person) == ["2026-03-10 02:30"]
    assert [dose.taken.day for dose in doses(person)] == [date(2026, 3, 9)]
    assert shown(asides) == ["02:30 · Lorazepam · 1 mg"]


def test_an_hour_that_the_clocks_skipped_is_refused(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    person.clock.set("2026-03-29 21:00")
    person.page.show_day(date(2026, 3, 28))
    asked = another_time("0230")
    asked.save.click()

    assert doses(person) == []
    assert "the clocks skipped this hour" in asked.message.text()


def test_cancel_writes_nothing(person: Driver, asides: Asides, another_time: Ask) -> None:
    another_time("1405")
    person.click_on("Cancel", asides.doses)

    assert asides.doses.dose_time is None
    assert doses(person) == []
    assert person.focused_name() == "Took one at another time"


def test_another_day_asks_anew(person: Driver, asides: Asides, another_time: Ask) -> None:
    another_time("1405")
    person.page.show_day(date(2026, 3, 9))

    assert asides.doses.dose_time is None


def test_another_entry_leaves_the_time_alone(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    asked = another_time("1405")
    person.effects.added.emit("nausea")

    assert asides.doses.dose_time is asked
    assert asked.time.text() == "14:05"


def test_a_medicine_that_is_stopped_is_asked_no_longer(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    another_time("1405")
    person.editor.perform("", verbs.remove(LORAZEPAM.id))

    assert asides.doses.dose_time is None


def test_a_dose_that_waits_for_the_disk_is_shown_and_saved_later(
    person: Driver, asides: Asides, another_time: Ask
) -> None:
    person.store.problem = StorageProblem.DISK_FULL
    person.click_on("+ Lorazepam", asides.doses)
    another_time("1405").save.click()
    waiting, kept = shown(asides), doses(person)
    person.store.problem = None
    person.click_on("Try again")

    assert waiting == ["14:05 · Lorazepam · 1 mg", "21:14 · Lorazepam · 1 mg"]
    assert kept == []
    assert at(person) == ["2026-03-10 14:05", "2026-03-10 21:14"]
    assert shown(asides) == waiting


def test_a_dose_that_waits_can_be_removed(person: Driver, asides: Asides) -> None:
    person.store.problem = StorageProblem.DISK_FULL
    person.click_on("+ Lorazepam", asides.doses)
    remove(person, asides)
    waiting = shown(asides)
    person.store.problem = None
    person.click_on("Try again")

    assert waiting == []
    assert doses(person) == []


def test_one_that_waits_to_be_removed_is_gone_from_the_card(person: Driver, asides: Asides) -> None:
    person.click_on("+ Lorazepam", asides.doses)
    person.store.problem = StorageProblem.DISK_FULL
    remove(person, asides)

    assert shown(asides) == []
    assert len(doses(person)) == 1


def test_chest_pain_is_asked_about_before_the_disk_took_it(person: Driver, asides: Asides) -> None:
    person.store.problem = StorageProblem.DISK_FULL
    person.effects.added.emit("chest-pain")
    (card,) = asides.findings.cards.values()
    card.answered.emit("no")

    assert not person.window._help.has_dot
    assert person.side_effects() == []


def test_not_now_holds_while_it_waits(person: Driver, asides: Asides) -> None:
    person.store.problem = StorageProblem.DISK_FULL
    card = asides.prompt.card
    assert card is not None
    card.not_now.click()

    assert asides.prompt.card is None
