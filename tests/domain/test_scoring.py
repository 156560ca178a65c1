"""Scoring: totals, bands, and where a response stands in treatment."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidValue
from journal.domain.scoring import (
    Place,
    all_left,
    check_answer,
    check_total,
    safety_value,
    total,
    with_answer,
)
from journal.domain.session import Treatment
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper, questionnaire, scores

DAY = date(2026, 3, 9)
PHQ = questionnaire()
NINE = (3, 2, 1, 0, 3, 2, 1, 0, 0)


def test_the_total_is_the_sum_of_all_scored_items() -> None:
    assert total(PHQ, answered(DAY, NINE)) == 12


def test_the_difficulty_question_is_no_part_of_the_total() -> None:
    assert total(PHQ, answered(DAY, (*NINE, 3))) == 12


def test_without_one_item_there_is_no_total_but_a_count() -> None:
    (entry,) = scores(Diary(), answered(DAY, NINE[:6]))

    assert entry.total is None
    assert entry.band is None
    assert (entry.answered, entry.asked) == (6, 9)


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_a_complete_response_always_lies_in_a_band(values: list[int]) -> None:
    (entry,) = scores(Diary(), answered(DAY, values))

    assert entry.total == sum(values)
    assert entry.band is not None
    assert entry.band.low <= sum(values) <= entry.band.high


def test_a_total_from_paper_stands_for_itself() -> None:
    (entry,) = scores(Diary(), paper(DAY, 15))

    assert entry.total == 15
    assert entry.from_paper
    assert entry.band is not None
    assert entry.band.name == "moderately severe"


def test_bands_are_not_applied_under_18_and_are_from_the_birthday_on() -> None:
    birthday = DAY.replace(year=DAY.year - 18)
    diary = Diary(birth_date=birthday)

    before, on = scores(diary, paper(DAY - timedelta(1), 15), paper(DAY, 15))

    assert (before.band, before.minor_age) == (None, 17)
    assert (on.band is not None, on.minor_age) == (True, None)


def test_the_safety_item_counts_once_its_question_was_left() -> None:
    values = (*NINE[:8], 2)

    assert safety_value(PHQ, answered(DAY, values)) == 2
    assert safety_value(PHQ, answered(DAY, values, left=False)) is None


def test_the_place_is_days_after_the_last_session() -> None:
    diary = Diary()
    diary.session(DAY - timedelta(40))
    diary.session(DAY - timedelta(27))

    (entry,) = scores(diary, answered(DAY, NINE))

    assert entry.place == Place(2, 27)
    assert entry.looks_back_to == date(2026, 2, 23)


def test_on_a_session_day_the_hour_tells_before_from_after() -> None:
    diary = Diary()
    diary.session(DAY, hour=10)

    morning, evening = scores(diary, answered(DAY, NINE, hour=8), answered(DAY, NINE, hour=20))

    assert morning.place is None
    assert evening.place == Place(1, 0)


def test_a_paper_of_a_session_day_was_filled_in_before_the_session() -> None:
    diary = Diary()
    diary.session(DAY, hour=10)

    (entry,) = scores(diary, paper(DAY, 15))

    assert entry.place is None


def test_other_treatments_are_no_place() -> None:
    diary = Diary()
    diary.session(DAY - timedelta(3), treatment=Treatment.TMS)

    (entry,) = scores(diary, paper(DAY, 15))

    assert entry.place is None


def test_late_is_what_was_entered_after_its_journal_day() -> None:
    prompt = paper(DAY, 15)
    later = paper(DAY, 15, written=prompt.created_at + timedelta(1))

    assert [entry.late for entry in scores(Diary(), prompt, later)] == [False, True]


def test_only_the_questionnaires_own_responses_are_scored_oldest_first() -> None:
    other = paper(DAY, 5, key="gad-7")
    newer, older = paper(DAY, 12), paper(DAY - timedelta(14), 15)

    assert [entry.total for entry in scores(Diary(), newer, other, older)] == [15, 12]


def test_another_answer_replaces_the_first_and_leaves_the_others() -> None:
    response = answered(DAY, (1, 1), left=False)

    changed = with_answer(response, "2", 3, left=False)

    assert changed.value("2") == 3
    assert [(a.item, a.left) for a in changed.answers] == [("1", True), ("2", False)]
    assert all(answer.left for answer in all_left(changed).answers)


def test_an_answer_can_be_taken_back() -> None:
    assert with_answer(answered(DAY, (1, 1)), "2", None, left=True).value("2") is None


def test_finished_stays_finished() -> None:
    response = replace(answered(DAY, NINE), finished=True)

    assert with_answer(response, "1", 0, left=True).finished


@pytest.mark.parametrize("value", [-1, 28])
def test_a_total_off_its_range_is_refused(value: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        check_total(PHQ, value)
    assert caught.value.limits == {"low": 0, "high": 27}


def test_both_ends_of_the_range_are_in_it() -> None:
    check_total(PHQ, 0)
    check_total(PHQ, 27)


@pytest.mark.parametrize(("item", "value"), [("1", 4), ("10", 0)])
def test_an_answer_that_is_not_offered_is_refused(item: str, value: int) -> None:
    with pytest.raises(InvalidValue):
        check_answer(PHQ, item, value)
