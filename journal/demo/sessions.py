"""The demo patient's treatment sessions, oldest first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

from journal.demo.days import SESSION_MINUTES, SESSION_STARTS, SESSIONS_AGO, Course
from journal.demo.patient import CLINIC
from journal.demo.readings import ON_LEAVING, readings
from journal.domain.period import Moment
from journal.domain.session import (
    Dose,
    DoseUnit,
    Feeling,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    usual_route,
)

DOSES_MG = (32,) * 8 + (35,) * 4
NEXT_SESSION_IN = 28
CANCELLED_AGO = 35
PSYCHOTHERAPY_AGO = 50

NOT_ASKED_BEFORE = 4
"""The session before which nobody asked about the last 24 hours."""

WITH_WHOM = {1: "Nurse Kim", 2: "Nurse Kim", 7: "Nurse Lee", 12: "Nurse Kim"}
TAKEN_HOME_BY = {1: "My sister", 2: "My sister", 6: "Taxi", 7: "My sister", 9: "A friend"}
FELT = {
    1: ((Feeling.DETACHED, 8), (Feeling.FLOATING, 7), (Feeling.CALM, 4)),
    2: ((Feeling.DETACHED, 8), (Feeling.CALM, 5), (Feeling.PERCEPTION, 6)),
    6: ((Feeling.FLOATING, 5), (Feeling.CALM, 8)),
    12: ((Feeling.DETACHED, 3), (Feeling.CALM, 7), (Feeling.CLEAR, 6)),
}
"""What was felt, rated 0 to 10, by the session's number; of the others nothing was told."""


def sessions(course: Course) -> Iterator[TreatmentSession]:
    """The twelve ketamine sessions, oldest first, then the others."""
    for index, ago in enumerate(SESSIONS_AGO):
        done = _session(course, course.at(ago, SESSION_STARTS[index]), SessionState.DONE)
        yield _told(course, done, index + 1)
    yield _session(course, course.at(CANCELLED_AGO, time(10)), SessionState.CANCELLED)
    yield _session(course, course.at(-NEXT_SESSION_IN, time(10)), SessionState.PLANNED)
    yield _psychotherapy(course)


def _told(course: Course, session: TreatmentSession, number: int) -> TreatmentSession:
    """The session of this number with what was given, measured and told by now."""
    start = session.start.instant
    measured = tuple(readings(number, start, course.now))
    return replace(
        session,
        changed_at=min(start + timedelta(minutes=ON_LEAVING), course.now),
        end=start + timedelta(minutes=SESSION_MINUTES),
        dose=Dose(Decimal(DOSES_MG[number - 1]), DoseUnit.MG),
        body_weight_kg=Decimal("64.0") + Decimal(number - 1) / 5,
        with_whom=WITH_WHOM.get(number, ""),
        taken_home_by=TAKEN_HOME_BY.get(number, ""),
        before=None if number == NOT_ASKED_BEFORE else frozenset(),
        vitals=measured,
        felt=FELT.get(number, ()),
    )


def _psychotherapy(course: Course) -> TreatmentSession:
    start = course.at(PSYCHOTHERAPY_AGO, time(16))
    session = _session(course, start, SessionState.DONE, Treatment.PSYCHOTHERAPY)
    return replace(session, end=start.instant + timedelta(minutes=50))


def _session(
    course: Course,
    start: Moment,
    state: SessionState,
    treatment: Treatment = Treatment.IV_KETAMINE,
) -> TreatmentSession:
    written = min(start.instant, course.now)
    return TreatmentSession(
        id=course.new_id(written),
        start=start,
        treatment=treatment,
        route=usual_route(treatment),
        state=state,
        created_at=written,
        changed_at=written,
        setting=Setting.CLINIC,
        provider=CLINIC,
    )
