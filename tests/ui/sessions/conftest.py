"""A journal in a file, a clock that stands still, and the page over both."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot
from uuid6 import uuid7

from journal.domain.checkin import MOOD, CheckIn, Score
from journal.domain.edit import Edit, Record
from journal.domain.period import Moment, local_moment
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
from journal.ui.sessions.page import SessionsPage
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
