"""Which records a question about some days brings, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.edit import Edit
from journal.domain.questionnaire import Answer
from journal.domain.repository import OpenJournal
from tests.storage.examples import (
    NOW,
    at,
    check_in,
    day_record,
    dose_taken,
    full_check_in,
    full_session,
    medication,
    response,
    safety_answer,
    save,
    session,
    side_effect,
)

DAY = date(2026, 3, 14)
DAYS = [DAY + timedelta(n) for n in range(4)]
INSTANTS = [NOW + timedelta(n) for n in range(4)]

BOUNDS = [
    (None, None, [0, 1, 2, 3]),
    (DAYS[1], DAYS[2], [1, 2]),
    (DAYS[2], None, [2, 3]),
    (None, DAYS[0], [0]),
    (DAYS[3] + timedelta(1), None, []),
]


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_check_ins(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [check_in(instant, tags=(f"tag {n}",)) for n, instant in enumerate(INSTANTS)]
    save(journal, *reversed(entered))
    assert journal.check_ins.between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_days(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [day_record(day) for day in DAYS]
    save(journal, *reversed(entered))
    assert journal.days.between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_sessions(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [session(instant) for instant in INSTANTS]
    save(journal, *reversed(entered))
    assert journal.sessions.between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_side_effects(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [side_effect(instant) for instant in INSTANTS]
    save(journal, *reversed(entered))
    assert journal.side_effects.between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_responses(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [response(instant, answers=(Answer("1", n),)) for n, instant in enumerate(INSTANTS)]
    save(journal, *reversed(entered))
    assert journal.responses.between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_doses_taken(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    medicine = medication()
    entered = [dose_taken(medicine.id, instant) for instant in INSTANTS]
    save(journal, medicine, *reversed(entered))
    assert journal.medications.doses_between(first, last) == tuple(entered[n] for n in found)


@pytest.mark.parametrize(("first", "last", "found"), BOUNDS)
def test_safety_answers(
    journal: OpenJournal, first: date | None, last: date | None, found: list[int]
) -> None:
    entered = [safety_answer(instant) for instant in INSTANTS]
    save(journal, *reversed(entered))
    assert journal.safety_answers.between(first, last) == tuple(entered[n] for n in found)


def test_medicines_come_by_their_first_day(journal: OpenJournal) -> None:
    entered = [medication(day) for day in DAYS]
    save(journal, *reversed(entered))
    assert journal.medications.all() == tuple(entered)


def test_sessions_of_one_day_come_with_their_vitals_and_feelings(journal: OpenJournal) -> None:
    entered = full_session()
    save(journal, entered, replace(full_session(), start=at(INSTANTS[1]), end=None))
    assert journal.sessions.between(DAY, DAY) == (entered,)


def test_check_ins_of_one_day_come_with_their_scores(journal: OpenJournal) -> None:
    entered = full_check_in()
    save(journal, check_in(NOW + timedelta(days=1)), entered)
    assert journal.check_ins.between(DAY, DAY) == (entered,)


def test_check_ins_of_one_day_are_in_the_order_of_their_moments(journal: OpenJournal) -> None:
    early, exact = check_in(NOW.replace(hour=6, microsecond=0)), check_in(NOW)
    soon_after = check_in(NOW + timedelta(microseconds=1))
    save(journal, soon_after, exact, early)
    assert journal.check_ins.between(DAY, DAY) == (early, exact, soon_after)


def test_the_most_frequent_tag_comes_first(journal: OpenJournal) -> None:
    twice = check_in(tags=("walk", "family"))
    save(journal, check_in(tags=("alone",)), check_in(tags=("walk",)), twice)
    assert journal.check_ins.tags() == ("walk", "alone", "family")
    journal.apply([Edit(twice, None)])
    assert journal.check_ins.tags() == ("alone", "walk")
