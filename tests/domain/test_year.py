"""The year day by day: which day holds what, in which step, and every year in numbers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.day_scores import Part
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.session import Treatment
from journal.domain.trends import timeline
from journal.domain.year import (
    Step,
    YearCalendar,
    YearDay,
    calendar_of,
    steps,
    whole_summary,
    whole_years,
    year_calendar,
    year_summaries,
)
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def day(number: int) -> date:
    """The `number`-th day of 2026, from 1."""
    return date(2026, 1, 1) + timedelta(number - 1)


def own_scale(low: int, high: int) -> Scale:
    return replace(MOOD, key="own", name="Own", low=low, high=high)


def calendar(diary: Diary, period: Period = YEAR, scale: Scale = MOOD) -> YearCalendar:
    return calendar_of(diary.records(), scale, period)


def values(one: YearDay) -> list[float | None]:
    return [None if score is None else score.value for score in one.scores]


class TestDays:
    def test_a_day_that_is_not_logged_is_not_there(self) -> None:
        diary = Diary()
        diary.score(day(1), 4)
        diary.score(day(3), 6)

        assert [one.day for one in calendar(diary).days] == [day(1), day(3)]

    def test_a_day_s_value_is_the_mean_of_its_check_ins(self) -> None:
        """(3 + 4 + 8) / 3 = 5."""
        diary = Diary()
        for hour, value in ((8, 3), (12, 4), (20, 8)):
            diary.score(day(1), value, hour=hour)

        assert values(calendar(diary).days[0]) == [5]

    def test_a_session_day_is_cut_into_before_and_after(self) -> None:
        """The session runs from 10:00 to 10:40; the 9 at 12:00 was given during its effect."""
        diary = Diary()
        diary.session(day(2))
        for hour, value in ((9, 3), (12, 9), (20, 7)):
            diary.score(day(2), value, hour=hour)
        (only,) = calendar(diary).days

        assert values(only) == [3, 7]
        assert [mark.number for mark in only.sessions] == [1]

    def test_only_after_a_session_leaves_the_place_before_it_empty(self) -> None:
        diary = Diary()
        diary.session(day(2))
        diary.score(day(2), 7, hour=20)

        assert values(calendar(diary).days[0]) == [None, 7]

    def test_two_sessions_on_a_day_have_three_places(self) -> None:
        """At 8:00 and at 16:00: their effects are over at 12:40 and at 20:40."""
        diary = Diary()
        diary.session(day(1))
        for hour in (8, 16):
            diary.session(day(40), hour=hour)
        for hour, value in ((7, 2), (14, 5), (22, 8)):
            diary.score(day(40), value, hour=hour)
        _first, two = calendar(diary).days

        assert values(two) == [2, 5, 8]

    def test_a_session_day_without_scores_is_marked(self) -> None:
        diary = Diary()
        diary.session(day(5))
        (only,) = calendar(diary).days

        assert (only.day, values(only), len(only.sessions)) == (day(5), [None, None], 1)

    def test_another_treatment_does_not_cut_a_day(self) -> None:
        diary = Diary()
        diary.session(day(5), treatment=Treatment.PSYCHOTHERAPY)
        diary.score(day(5), 6)
        (only,) = calendar(diary).days

        assert values(only) == [6]
        assert [mark.number for mark in only.sessions] == [None]

    def test_sleep_of_a_session_day_belongs_to_all_of_it(self) -> None:
        diary = Diary()
        diary.session(day(5))
        diary.day(day(5), slept=6.5)

        assert values(calendar(diary, scale=scale_of(SLEEP_HOURS)).days[0]) == [6.5]

    def test_days_outside_the_period_are_left_out(self) -> None:
        diary = Diary()
        for at in (date(2025, 12, 31), day(1), day(365), date(2027, 1, 1)):
            diary.score(at, 5)

        assert [one.day for one in calendar(diary).days] == [day(1), day(365)]

    def test_bipolar_is_passed_on(self) -> None:
        diary = Diary()
        diary.settings = replace(diary.settings, treated_for=frozenset({TreatedFor.BIPOLAR}))

        assert calendar(diary).bipolar

    def test_some_of_the_years(self) -> None:
        diary = Diary()
        for year in (2023, 2024, 2025, 2026):
            diary.score(date(year, 6, 1), 5)
        whole = calendar(diary, Period(date(2023, 3, 1), date(2026, 6, 30)))

        assert list(whole.years) == [2023, 2024, 2025, 2026]
        assert whole.between(2024, 2025).period == Period(date(2024, 1, 1), date(2025, 12, 31))
        assert [one.day.year for one in whole.between(2024, 2025).days] == [2024, 2025]
        assert whole.between(2023, 2023).period.first == date(2023, 3, 1)


def test_whole_years_end_with_today() -> None:
    assert whole_years(2024, 2026, day(60)) == Period(date(2024, 1, 1), day(60))
    assert whole_years(2024, 2025, day(60)) == Period(date(2024, 1, 1), date(2025, 12, 31))


class TestSteps:
    @pytest.mark.parametrize(
        ("low", "high", "edges"),
        [
            (0, 10, [0, 2, 4, 6, 8, 10]),
            (1, 10, [1, 3, 5, 7, 9, 10]),
            (0, 7, [0, 2, 4, 6, 7]),
            (-5, 4, [-5, -3, -1, 1, 3, 4]),
            (0, 100, [0, 15, 30, 45, 60, 75, 90, 100]),
        ],
    )
    def test_long_scales_are_cut_into_runs(self, low: int, high: int, edges: list[int]) -> None:
        made = steps(own_scale(low, high))

        assert [made[0].low, *(step.high for step in made)] == edges

    def test_a_short_scale_has_a_step_for_each_number(self) -> None:
        assert steps(own_scale(1, 3)) == (Step(0.5, 1.5, 1), Step(1.5, 2.5, 2), Step(2.5, 3.5, 3))

    def test_hours_of_sleep_are_cut_where_most_nights_lie(self) -> None:
        lows = [step.low for step in steps(scale_of(SLEEP_HOURS))]

        assert lows == [0, 4, 5, 6, 7, 8, 9]

    @pytest.mark.parametrize(
        ("value", "step"), [(0, 0), (1.99, 0), (2, 1), (5.5, 2), (8, 4), (10, 4)]
    )
    def test_a_border_belongs_to_the_higher_step(self, value: float, step: int) -> None:
        assert calendar(Diary()).step_of(value) == step

    @pytest.mark.parametrize(("value", "step"), [(1, 0), (1.49, 0), (1.5, 1), (4.5, 4), (5, 4)])
    def test_a_mean_belongs_to_the_nearest_number(self, value: float, step: int) -> None:
        assert calendar(Diary(), scale=own_scale(1, 5)).step_of(value) == step


class TestSummaries:
    def test_a_year_in_numbers(self) -> None:
        """Scores 2, 5, 9 and 8: the median is (5 + 8) / 2; steps 2–4, 4–6 and twice 8–10."""
        diary = Diary()
        for number, value in enumerate((2, 5, 9, 8), 1):
            diary.score(day(number), value)
        diary.session(day(100))
        diary.session(day(101), treatment=Treatment.TMS)
        (summary,) = year_summaries(calendar(diary))

        assert (summary.logged, summary.scores) == (4, 4)
        assert (summary.lowest, summary.middle, summary.highest) == (2, 6.5, 9)
        assert summary.by_step == (0, 1, 1, 0, 2)
        assert (summary.sessions, summary.other_treatments) == (1, 1)

    def test_a_session_day_is_one_logged_day_with_two_scores(self) -> None:
        diary = Diary()
        diary.session(day(2))
        diary.score(day(2), 3, hour=9)
        diary.score(day(2), 7, hour=20)
        (summary,) = year_summaries(calendar(diary))

        assert (summary.logged, summary.scores, summary.middle) == (1, 2, 5)

    def test_a_year_without_entries_is_among_them(self) -> None:
        diary = Diary()
        diary.score(date(2024, 5, 1), 4)
        diary.score(date(2026, 5, 1), 6)
        found = calendar(diary, Period(date(2024, 1, 1), date(2026, 12, 31)))

        told = [(summary.years, summary.logged) for summary in year_summaries(found)]
        assert told == [(range(y, y + 1), n) for y, n in ((2024, 1), (2025, 0), (2026, 1))]
        assert (whole_summary(found).logged, whole_summary(found).middle) == (2, 5)

    def test_nothing_has_no_middle(self) -> None:
        summary = whole_summary(calendar(Diary()))

        assert (summary.logged, summary.lowest, summary.middle, summary.highest) == (
            0,
            None,
            None,
            None,
        )


SCORES = st.dictionaries(st.integers(1, 60), st.integers(0, 10), max_size=30)
SESSIONS = st.sets(st.integers(1, 60), max_size=5)


def written(scores: dict[int, int], sessions: set[int]) -> Diary:
    diary = Diary()
    for number, value in scores.items():
        diary.score(day(number), value, hour=20)
    for number in sessions:
        diary.session(day(number))
    return diary


@given(scores=SCORES, sessions=SESSIONS)
def test_a_timeline_s_scores_make_the_same_calendar(
    scores: dict[int, int], sessions: set[int]
) -> None:
    records = written(scores, sessions).records()
    drawn = timeline(records, MOOD, YEAR)

    made = year_calendar(MOOD, YEAR, reversed(drawn.scores), reversed(drawn.sessions))

    assert made == calendar_of(records, MOOD, YEAR)


@given(scores=SCORES, sessions=SESSIONS)
def test_no_cell_stands_on_a_day_that_is_not_logged(
    scores: dict[int, int], sessions: set[int]
) -> None:
    found = calendar(written(scores, sessions))

    filled = {one.day for one in found.days if any(one.scores)}
    assert filled == {day(number) for number in scores}
    for one in found.days:
        assert len(one.scores) == 1 + sum(mark.number is not None for mark in one.sessions)
        assert all(score.part is not Part.WHOLE for score in one.scores[1:] if score)


@given(scores=SCORES, sessions=SESSIONS, more=st.integers(0, 10))
def test_one_more_day_changes_no_other(
    scores: dict[int, int], sessions: set[int], more: int
) -> None:
    """Days 1 to 60 are written, day 62 is added."""
    diary = written(scores, sessions)
    less = calendar(diary).days

    diary.score(day(62), more)

    assert calendar(diary).days[:-1] == less


@given(low=st.integers(-20, 20), length=st.integers(1, 120), share=st.floats(0, 1))
def test_every_value_of_a_scale_has_a_step(low: int, length: int, share: float) -> None:
    scale = own_scale(low, low + length)
    found = calendar(Diary(), scale=scale)
    value = low + share * length
    step = found.steps[found.step_of(value)]

    assert len(found.steps) <= 7
    assert step.low <= value <= step.high
