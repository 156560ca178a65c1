"""The sentences about a session; those on blood pressure stand word for word."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal.catalogue import numbers_for
from journal.domain.course import CountedIn
from journal.domain.period import local_moment
from journal.domain.session import (
    BeforeSession,
    Feeling,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.vitals import Vitals
from journal.wording import treatment as words

GERMANY, UNITED_STATES = numbers_for("DE"), numbers_for("US")


def planned(text: str) -> TreatmentSession:
    start = local_moment(datetime.fromisoformat(text), "Europe/Berlin", "start")
    now = datetime(2026, 3, 1, tzinfo=UTC)
    treatment, route, state = Treatment.ESKETAMINE, Route.NASAL, SessionState.PLANNED
    return TreatmentSession(UUID(int=1), start, treatment, route, state, now, now)


def test_a_very_high_pressure_word_for_word() -> None:
    assert words.pressure_sentence(Vitals(40, 182, 96), None, GERMANY) == (
        "182/96 is very high. Rest 5 minutes, measure again. Still 180 or more, or 120 or more: "
        "call your clinic now, or 116 117 if it is closed. With chest pain, trouble breathing, "
        "sudden severe headache, change in sight or speech, weakness, confusion or a seizure: "
        "call 112."
    )


def test_without_an_urgent_line_the_emergency_number_stands_in() -> None:
    sentence = words.pressure_sentence(Vitals(40, 150, 120), None, UNITED_STATES)
    assert "call your clinic now, or 911 if it is closed" in sentence


@pytest.mark.parametrize("setting", [None, Setting.CLINIC])
def test_a_raised_pressure_before_a_session_at_the_clinic(setting: Setting | None) -> None:
    assert words.pressure_sentence(Vitals(-1, 141, 80), setting, GERMANY) == (
        "Tell the person giving the treatment before it starts."
    )


@pytest.mark.parametrize("setting", [Setting.HOME_ALONE, Setting.HOME_WITH_SOMEONE])
def test_a_raised_pressure_before_a_dose_at_home(setting: Setting) -> None:
    assert words.pressure_sentence(Vitals(-1, 120, 91), setting, GERMANY) == (
        "Please speak with your prescriber before taking this dose."
    )


@pytest.mark.parametrize("reading", [Vitals(-1, 140, 90), Vitals(40, 179, 119), Vitals(40)])
def test_nothing_is_said_about_any_other_pressure(reading: Vitals) -> None:
    assert words.pressure_sentence(reading, None, GERMANY) == ""


@pytest.mark.parametrize(
    ("reading", "question"),
    [
        (Vitals(40, 12, 80), "12/80 is unusual. Keep it?"),
        (Vitals(40, 400, 90), "400/90 is unusual. Keep it?"),
        (Vitals(40, 300), "300/– is unusual. Keep it?"),
        (Vitals(40, pulse=12), "Pulse 12 is unusual. Keep it?"),
        (Vitals(40, 12, 80, spo2=20), "12/80, SpO₂ 20 % are unusual. Keep them?"),
        (Vitals(40, 120, 80), ""),
    ],
)
def test_what_is_asked_about_an_unlikely_reading(reading: Vitals, question: str) -> None:
    assert words.unlikely_question(reading) == question


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (Vitals(-20), "before"),
        (Vitals(120), "120 min"),
        (Vitals(120, leaving=True), "leaving"),
    ],
)
def test_when_something_was_measured(reading: Vitals, text: str) -> None:
    assert words.reading_time(reading) == text


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("2026-03-10 22:00", "Next session: today, 22:00"),
        ("2026-03-11 10:00", "Next session: tomorrow, 10:00"),
        ("2026-04-07 10:00", "Next session: Tuesday, 7 April, 10:00 (in 28 days)"),
    ],
)
def test_the_next_session(start: str, sentence: str) -> None:
    assert words.next_session_sentence(planned(start), date(2026, 3, 10)) == sentence


@pytest.mark.parametrize(
    ("taken", "text"),
    [
        (None, "not asked"),
        (frozenset(), "none of these"),
        (frozenset({BeforeSession.OPIOIDS, BeforeSession.ALCOHOL}), "Alcohol, Opioids"),
    ],
)
def test_the_24_hours_before(taken: frozenset[BeforeSession] | None, text: str) -> None:
    assert words.before_session_text(taken) == text


def test_several_clashes_are_counted() -> None:
    moments = [planned(f"2026-04-{day} 10:00").start for day in ("07", "14")]
    assert words.clash_sentence(moments) == (
        "There are sessions at 2 of these times already, the first on Tue 7 April 2026, 10:00. "
        "Choose other days or another time."
    )


def test_a_course_of_one() -> None:
    moment = planned("2026-04-07 10:00").start
    assert words.course_sentence([moment]) == "1 session, on 7 April 2026"


def test_no_code_is_left_without_its_words() -> None:
    names = [words.feeling_name(feeling) for feeling in Feeling]
    names += [words.before_session_name(taken) for taken in BeforeSession]
    names += [words.counted_in_name(counted_in) for counted_in in CountedIn]
    names += [words.weekday_name(weekday) for weekday in range(7)]
    assert all(names)
    assert len(set(names)) == len(names)
