"""Readings: baseline, change, response and remission, each under its own conditions."""

from datetime import date, timedelta

import pytest

from journal.domain.reading import Meaning, Reached, Reading, reading
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper, questionnaire, scores

FIRST = date(2025, 9, 30)


def day(number: int) -> date:
    """So many days after session 1."""
    return FIRST + timedelta(number)


def read(*totals: tuple[int, int], key: str = "phq-9", born: date | None = None) -> Reading:
    """The reading of totals, each with its day after session 1."""
    diary = Diary(birth_date=born)
    diary.session(FIRST)
    responses = [paper(day(number), value, key) for number, value in totals]
    found = reading(questionnaire(key), scores(diary, *responses, key=key), diary.sessions)
    assert found is not None
    return found


def test_without_a_total_there_is_no_reading() -> None:
    assert reading(questionnaire(), (), ()) is None


def test_the_baseline_is_the_last_one_in_28_days_before_session_1() -> None:
    found = read((-20, 15), (-8, 19), (30, 9))

    assert found.baseline is not None
    assert found.baseline.total == 19
    assert (found.change, found.percent) == (-10, -52)


@pytest.mark.parametrize(("days", "is_baseline"), [(-28, True), (-29, False)])
def test_the_baseline_reaches_back_28_days(days: int, is_baseline: bool) -> None:
    assert (read((days, 19), (30, 9)).baseline is not None) is is_baseline


def test_without_a_baseline_the_first_total_is_placed_and_nothing_is_read() -> None:
    found = read((12, 19), (40, 5))

    assert found.baseline is None
    assert found.first_after == 12
    assert (found.meaning, found.response, found.remission) == (None, None, None)
    assert found.change is None


def test_a_baseline_alone_is_not_read() -> None:
    found = read((-8, 19))

    assert found.baseline is found.latest
    assert (found.change, found.meaning, found.response) == (None, None, None)


def test_without_a_session_there_is_neither_baseline_nor_first() -> None:
    found = reading(questionnaire(), scores(Diary(), paper(FIRST, 19)), ())

    assert found is not None
    assert (found.baseline, found.first_after) == (None, None)


def test_lowest_and_highest_are_those_since_the_baseline() -> None:
    found = read((-8, 19), (20, 9), (104, 14), (118, 8), (160, 11))

    assert (found.lowest.day, found.lowest.total) == (day(118), 8)
    assert (found.highest.day, found.highest.total) == (day(104), 14)


def test_half_the_baseline_is_a_response() -> None:
    assert read((-8, 18), (20, 9)).response == Reached(day(20), holds=True)
    assert read((-8, 18), (20, 10)).response is None


def test_a_response_that_is_lost_says_when_it_last_held() -> None:
    found = read((-8, 19), (20, 9), (118, 8), (160, 11))

    assert found.response == Reached(day(118), holds=False)


def test_a_response_needs_14_days_of_treatment() -> None:
    assert read((-8, 19), (13, 5)).response is None
    assert read((-8, 19), (14, 5)).response is not None


def test_response_and_remission_need_a_baseline_of_10() -> None:
    low = read((-8, 9), (20, 3))
    enough = read((-8, 10), (20, 3))

    assert (low.response, low.remission) == (None, None)
    assert low.meaning is Meaning.BETTER
    assert (enough.response, enough.remission) == (Reached(day(20), True), Reached(day(20), True))


def test_remission_is_below_5() -> None:
    assert read((-8, 12), (20, 5)).remission is None
    assert read((-8, 12), (20, 4)).remission is not None


@pytest.mark.parametrize(
    ("key", "latest", "meaning"),
    [
        ("phq-9", 15, Meaning.BETTER),
        ("phq-9", 16, Meaning.NO_CHANGE),
        ("phq-9", 24, Meaning.NO_CHANGE),
        ("phq-9", 25, Meaning.WORSE),
        ("gad-7", 16, Meaning.BETTER),
        ("gad-7", 17, Meaning.NO_CHANGE),
        ("pcl-5-week", 11, Meaning.NO_CHANGE),
        ("pcl-5-week", 10, Meaning.MAY_BE_BETTER),
        ("pcl-5-week", 5, Meaning.BETTER),
        ("pcl-5-week", 30, Meaning.MAY_BE_WORSE),
        ("pcl-5-week", 35, Meaning.WORSE),
        ("madrs", 5, None),
    ],
)
def test_a_change_means_something_from_the_measures_own_threshold_on(
    key: str, latest: int, meaning: Meaning | None
) -> None:
    assert read((-8, 20), (20, latest), key=key).meaning is meaning


def test_pcl_5_knows_neither_response_nor_remission() -> None:
    found = read((-8, 40), (20, 2), key="pcl-5-month")

    assert (found.response, found.remission) == (None, None)


def test_under_18_nothing_is_read() -> None:
    found = read((-8, 19), (30, 4), born=FIRST.replace(year=FIRST.year - 16))

    assert found.minor_age == 16
    assert (found.meaning, found.response, found.remission) == (None, None, None)
    assert found.baseline is not None


def test_incomplete_responses_are_no_part_of_a_reading() -> None:
    diary = Diary()
    diary.session(FIRST)
    entries = scores(diary, paper(day(-8), 19), paper(day(20), 9), answered(day(30), (3, 3)))
    found = reading(questionnaire(), entries, diary.sessions)

    assert found is not None
    assert found.latest.day == day(20)


def test_a_journal_begun_in_treatment_has_no_baseline() -> None:
    """Its session 1 was not the first: 19 a week before it says nothing of before treatment."""
    diary = Diary()
    diary.session(FIRST)
    entries = scores(diary, paper(day(-8), 19), paper(day(30), 5))

    found = reading(questionnaire(), entries, diary.sessions, begun_in_treatment=True)

    assert found is not None
    assert found.begun_in_treatment
    assert (found.baseline, found.first_after, found.response) == (None, None, None)
