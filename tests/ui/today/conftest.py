from collections.abc import Callable
from datetime import timedelta

import pytest

from journal.domain.period import Moment, moment_at
from journal.domain.session import SessionState, Treatment, TreatmentSession, usual_route
from tests.ui.driver import Driver

AddSession = Callable[..., TreatmentSession]


@pytest.fixture
def add_session(person: Driver) -> AddSession:
    """Enters a session that began `hours` ago and took 40 minutes."""

    def add(
        hours: float,
        state: SessionState = SessionState.DONE,
        treatment: Treatment = Treatment.IV_KETAMINE,
        *,
        with_end: bool = True,
        no_side_effects: bool = False,
    ) -> TreatmentSession:
        stamp = person.editor.stamp()
        start: Moment = moment_at(stamp.now - timedelta(hours=hours), person.clock.zone())
        session = TreatmentSession(
            stamp.new_id(),
            start,
            treatment,
            usual_route(treatment),
            state,
            stamp.now,
            stamp.now,
            end=start.instant + timedelta(minutes=40) if with_end else None,
            no_side_effects=no_side_effects,
        )
        person.keep(session)
        return session

    return add
