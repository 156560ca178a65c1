"""A whole esketamine day as one person records it: planned, had, and looked back on."""

from collections.abc import Callable

from PySide6.QtCore import QTime, QTimer
from PySide6.QtWidgets import QApplication

from journal.domain.session import Treatment
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.today.side_effect_details import SideEffectDetails
from tests.ui.driver import Driver
from tests.ui.sessions.conftest import (
    chip,
    chip_of,
    choose_start,
    measure,
    type_into,
    type_length,
)


def in_dialog(act: Callable[[SessionDialog], object]) -> None:
    """Do something in the form that is about to open, and save it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SessionDialog)
        try:
            act(dialog)
            dialog.save.click()
        finally:
            dialog.done(0)

    QTimer.singleShot(0, answer)


def plan(page: SessionsPage) -> None:
    def act(dialog: SessionDialog) -> None:
        dialog.fields.treatment.show_value(Treatment.ESKETAMINE)
        choose_start(dialog, "2026-03-10 10:00")

    in_dialog(act)
    page.plan.click()


def record_the_day(dialog: SessionDialog) -> None:
    type_length(dialog, "120")
    dialog.fields.dose.quick.chosen.emit(56)
    measure(dialog, "before", "134/86")
    measure(dialog, "40 min", "152/94")
    chip_of(dialog.fields.vitals, "+ another time").click()
    type_into(dialog, "120")
    measure(dialog, "at another time", "138/84")
    chip(dialog, "Dissociation").click()
    details = dialog.fields.effects.findChildren(SideEffectDetails)[0]
    details.severity.chosen.emit(1)
    details.onset.chosen.emit(1)
    details.onset_time.setTime(QTime(10, 20))
    details.hours.setValue(1)


def sessions_page(person: Driver) -> SessionsPage:
    """The Sessions page, brought to the front."""
    person.window.show_page("sessions")
    page = person.window.page("sessions")
    assert isinstance(page, SessionsPage)
    return page


def rate_mood_at(person: Driver, time: str, mood: str) -> None:
    """Type a mood on Today at this time."""
    person.clock.set(time)
    person.window.show_page("today")
    person.page.look_at_clock()
    person.page.take_focus()
    person.type(mood)


def live_through_the_day(person: Driver) -> None:
    """Plan a session, have it on the next day, and rate the mood around it."""
    person.clock.set("2026-03-09 19:00")
    plan(sessions_page(person))
    assert sessions_page(person).next.isVisible()
    rate_mood_at(person, "2026-03-10 08:20", "4")
    rate_mood_at(person, "2026-03-10 12:00", "6")
    person.clock.set("2026-03-10 12:30")
    in_dialog(record_the_day)
    sessions_page(person).passed.done.click()
    rate_mood_at(person, "2026-03-11 08:10", "7")
