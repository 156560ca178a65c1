from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.before_and_now import Comparison, before_and_now
from journal.domain.checkin import Direction
from journal.domain.course_measures import (
    Measure,
    extremes,
    measures,
    pain_change,
    unscored_answers,
)
from journal.domain.own_total import own_total
from journal.domain.period import last_days
from journal.domain.questionnaire import Response
from journal.questionnaire_files import shelf
from tests.domain.diary import Diary, scale_of
from tests.domain.responses import answered, paper

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def measures_of(diary: Diary, *responses: Response) -> tuple[Measure, ...]:
    records = replace(diary.records(), responses=responses)
    return measures(records, MONTH, shelf().questionnaires)


class TestMeasures:
    def test_those_of_the_period_first_then_in_the_order_of_the_shelf(self) -> None:
        found = measures_of(
            Diary(), paper(day(40), 12), paper(day(3), 9, "pcl-5-week"), paper(day(3), 9, "gad-7")
        )
        assert [m.questionnaire.key for m in found] == ["gad-7", "pcl-5-week", "phq-9"]

    def test_own_totals_come_last_by_name(self) -> None:
        zest, calm = (own_total(n, 0, 9, Direction.NEITHER) for n in ("Zest", "calm"))
        found = measures_of(
            Diary(), paper(day(3), 5, zest.key), paper(day(3), 5, calm.key), paper(day(3), 9)
        )
        assert [m.questionnaire.title for m in found] == ["PHQ-9", "calm", "Zest"]

    def test_what_nobody_can_read_is_left_out(self) -> None:
        assert measures_of(Diary(), paper(day(3), 5, "of another program")) == ()

    def test_a_baseline_outside_the_period_still_counts(self) -> None:
        diary = Diary()
        diary.session(day(60))
        (phq,) = measures_of(diary, paper(day(70), 19), paper(day(3), 11))
        assert phq.reading is not None
        assert phq.reading.baseline is not None
        assert phq.reading.baseline.total == 19
        assert [entry.total for entry in phq.entries] == [11]

    def test_nothing_after_the_period_is_read(self) -> None:
        """Neither a total nor the first session, which would make a baseline of the total."""
        diary = Diary()
        diary.session(day(-5))
        (phq,) = measures_of(diary, paper(day(3), 11), paper(day(-3), 4))
        assert phq.reading is not None
        assert phq.reading.baseline is None
        assert phq.reading.latest.total == 11

    def test_one_that_was_never_finished_has_no_reading(self) -> None:
        (phq,) = measures_of(Diary(), answered(day(3), (1, 2)))
        assert phq.reading is None
        assert (len(phq.entries), phq.totals) == (1, ())


def test_unscored_answers_are_those_of_the_period() -> None:
    (phq,) = measures_of(
        Diary(),
        answered(day(40), (1,) * 9 + (3,)),
        answered(day(20), (1,) * 9 + (2,)),
        answered(day(6), (1,) * 9 + (1,)),
    )
    assert [(a.day, a.option.text) for a in unscored_answers(phq)] == [
        (day(20), "Very difficult"),
        (day(6), "Somewhat difficult"),
    ]


def comparison_of(levels: list[int], scale: str = "mood", begin: int = 3) -> tuple[Diary, str]:
    """Sessions 21 days apart, each with its level on the three days before it."""
    diary = Diary()
    first = 21 * len(levels) + 2
    for ago in range(first + 1, first + 11):
        diary.score(day(ago), begin, scale)
    diary.session(day(first))
    for number, level in enumerate(levels, 1):
        at = first - 21 * number
        diary.session(day(at))
        for before in (1, 2, 3):
            diary.score(day(at + before), level, scale)
    return diary, scale


def before_sessions(diary: Diary, scale: str) -> Comparison:
    return before_and_now(diary.records(), scale_of(scale), TODAY).comparisons[0]


class TestExtremes:
    def test_reach_over_all_sessions_and_not_only_the_last_three(self) -> None:
        found = extremes(before_sessions(*comparison_of([2, 8, 5, 5, 4, 6])))
        assert found is not None
        assert (found.low, found.high, found.count) == (2, 8, 6)

    def test_of_few_sessions_those_that_are_shown(self) -> None:
        found = extremes(before_sessions(*comparison_of([5, 4])))
        assert found is not None
        assert (found.low, found.high, found.count) == (4, 5, 2)

    def test_none_where_nothing_is_logged(self) -> None:
        diary, scale = comparison_of([5])
        diary.check_ins = [c for c in diary.check_ins if c.moment.day < day(20)]
        assert extremes(before_sessions(diary, scale)) is None


class TestPain:
    @pytest.mark.parametrize(
        ("levels", "begin", "meaningful"),
        [
            ([6, 6, 6], 8, True),
            ([7, 7, 7], 8, False),
            ([2, 2, 2], 3, True),
            ([6, 7, 6], 8, False),
            ([8, 9, 8], 6, True),
            ([7, 7, 7], 6, False),
            ([4, 8, 4], 6, False),
            ([6, 6, 6], 6, False),
        ],
    )
    def test_two_points_or_30_percent_at_every_session(
        self, levels: list[int], begin: int, meaningful: bool
    ) -> None:
        """3 to 2 is one point and a third of it; 6 to 7 is one point to the worse: under 2."""
        diary, scale = comparison_of(levels, "pain", begin)
        result = before_and_now(diary.records(), scale_of(scale), TODAY)
        assert pain_change(result, result.comparisons[0]) is meaningful

    def test_no_other_scale_has_a_threshold(self) -> None:
        diary, scale = comparison_of([6, 6, 6], "anxiety", 9)
        result = before_and_now(diary.records(), scale_of(scale), TODAY)
        assert pain_change(result, result.comparisons[0]) is None

    def test_too_little_says_nothing(self) -> None:
        diary, scale = comparison_of([6], "pain", 9)
        result = before_and_now(diary.records(), scale_of(scale), TODAY)
        assert pain_change(result, result.comparisons[0]) is None
