"""A journal in a file, a clock that stands still, and the page over both."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from uuid6 import uuid7

from journal.catalogue import numbers_for
from journal.domain.checkin import MOOD, CheckIn, Score
from journal.domain.edit import Edit, Record, Stamp
from journal.domain.period import DAY_STARTS_AT, Moment, local_moment
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Severity, SideEffect
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.sessions import drafts
from journal.ui.sessions.page import SessionsPage
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.sessions.vitals_row import VitalsRow
from journal.ui.tasks import ImmediateTaskRunner

BERLIN = "Europe/Berlin"
TODAY = date(2026, 3, 10)
EVENING = datetime(2026, 3, 10, 21, 14, tzinfo=ZoneInfo(BERLIN))


class FixedClock:
    """21:14 on Tuesday, 10 March 2026, in Berlin, until a test says otherwise."""

    def __init__(self) -> None:
        self.instant = EVENING.astimezone(UTC)

    def now(self) -> datetime:
        return self.instant

    def zone(self) -> str:
        return BERLIN


def at(text: str, zone: str = BERLIN) -> Moment:
    """The moment of a wall clock time such as `2026-03-10 09:40`."""
    return local_moment(datetime.fromisoformat(text), zone, "start")


def session(
    start: str,
    minutes: int | None = 40,
    *,
    state: SessionState = SessionState.DONE,
    treatment: Treatment = Treatment.IV_KETAMINE,
    dose: str = "35",
    zone: str = BERLIN,
) -> TreatmentSession:
    """A session at the clinic, an infusion of 40 minutes unless it says otherwise."""
    moment = at(start, zone)
    done = state is SessionState.DONE
    return TreatmentSession(
        uuid7(),
        moment,
        treatment,
        Route.INTRAVENOUS if treatment is Treatment.IV_KETAMINE else Route.NONE,
        state,
        moment.instant,
        moment.instant,
        end=moment.instant + timedelta(minutes=minutes) if minutes and done else None,
        dose=Dose(Decimal(dose), DoseUnit.MG) if dose and done else None,
        body_weight_kg=Decimal("66.5") if done else None,
        setting=Setting.CLINIC,
        provider="Riverside Clinic",
    )


def planned(start: str) -> TreatmentSession:
    """A planned infusion."""
    return session(start, state=SessionState.PLANNED)


def effect(of: TreatmentSession, key: str, severity: Severity | None = None) -> SideEffect:
    """A side effect tied to a session, noted an hour after it began."""
    noted = Moment(of.start.instant + timedelta(hours=1), of.start.zone, of.start.day)
    return SideEffect(
        uuid7(), noted, severity, noted.instant, noted.instant, effect=key, session_id=of.id
    )


def mood(text: str, value: int) -> CheckIn:
    """A check-in of one mood."""
    moment = at(text)
    scores = (Score(MOOD, value, moment.instant),)
    return CheckIn(uuid7(), moment, moment.instant, moment.instant, scores)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def editor(clock: FixedClock, tmp_path: Path, qtbot: QtBot) -> Iterator[JournalEditor]:
    editor = JournalEditor(
        JournalFile(tmp_path / "journal.db", clock.now), ImmediateTaskRunner(), clock
    )
    editor.open()
    yield editor
    editor.close()


Keep = Callable[..., None]


@pytest.fixture
def keep(editor: JournalEditor) -> Keep:
    """Puts records into the journal."""

    def keep(*records: Record) -> None:
        editor.journal.apply([Edit(None, record) for record in records])

    return keep


MakePage = Callable[..., SessionsPage]


@pytest.fixture
def page_with(editor: JournalEditor, keep: Keep, qtbot: QtBot) -> MakePage:
    """Shows the page over a journal with these records."""

    def make(*records: Record) -> SessionsPage:
        keep(*records)
        page = SessionsPage(editor)
        editor.changed.connect(lambda _change: page.refresh())
        qtbot.addWidget(page)
        page.resize(1000, 760)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


Open = Callable[..., SessionDialog]


@pytest.fixture
def opened(qtbot: QtBot, clock: FixedClock) -> Open:
    """Shows the dialog for a draft among other sessions."""

    def opened(
        draft: TreatmentSession, *others: TreatmentSession, effects: tuple[SideEffect, ...] = ()
    ) -> SessionDialog:
        stamp = Stamp(clock.now(), uuid7)
        numbers = numbers_for("DE")
        surroundings = Surroundings(
            others, clock, DAY_STARTS_AT, lambda: stamp, effects, numbers=numbers
        )
        dialog = SessionDialog(None, "A session", draft, surroundings)
        # Nobody is there to answer what becomes of the changes when a test ends.
        qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.done(0))
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return opened


@pytest.fixture
def new(clock: FixedClock) -> Callable[..., TreatmentSession]:
    """The draft of a session that is added."""

    def new(*others: TreatmentSession) -> TreatmentSession:
        return drafts.new_session(others, uuid7(), clock.now(), BERLIN, DAY_STARTS_AT)

    return new


New = Callable[..., TreatmentSession]


def choose_start(dialog: SessionDialog, text: str) -> None:
    wanted = datetime.fromisoformat(text)
    dialog.fields.start.date.setDate(QDate(wanted.year, wanted.month, wanted.day))
    dialog.fields.start.time.setTime(QTime(wanted.hour, wanted.minute))


def type_length(dialog: SessionDialog, text: str) -> None:
    dialog.fields.length.text.selectAll()
    QTest.keyClicks(dialog.fields.length.text, text)


def entered(dialog: SessionDialog) -> TreatmentSession:
    """What the dialog makes when it is saved."""
    dialog.save.click()
    assert dialog.entered is not None
    return dialog.entered.session


def chip_of(inside: QWidget, text: str) -> QPushButton:
    """The button in there that says this."""
    buttons = inside.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text and not each.isHidden())


def chip(dialog: SessionDialog, text: str) -> QPushButton:
    """The chip of the side effects that says this."""
    return chip_of(dialog.fields.effects, text)


def type_into(dialog: QDialog, text: str) -> None:
    """Press the keys of a text wherever the keyboard is."""
    for character in text:
        QTest.keyClicks(dialog.focusWidget(), character)


def row_at(dialog: SessionDialog, when: str) -> VitalsRow:
    """The reading of a time such as `before`, `40 min` or `leaving`."""
    name = f"Upper blood pressure, {when}"
    return next(r for r in dialog.fields.vitals.rows if r.systolic.accessibleName() == name)


def measure(dialog: SessionDialog, when: str, pressure: str) -> VitalsRow:
    """Type a blood pressure such as `134/86` into the row of a time, and go on."""
    dialog.form.section("vitals").open()
    row = row_at(dialog, when)
    row.systolic.setFocus()
    type_into(dialog, pressure)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    return row
