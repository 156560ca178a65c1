from dataclasses import replace
from datetime import date

import pytest

from journal.domain.checkin import Direction
from journal.domain.own_total import own_total
from journal.domain.period import last_days
from journal.domain.profile import TreatedFor
from journal.report.parts import Choices
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper
from tests.report.pages import (
    HALF_YEAR,
    TODAY,
    bold,
    columns,
    day,
    lines,
    records_of,
    report_of,
    rows,
    section,
)

MOOD_BEFORE = "Mood 0–10, 3 days before a session"
MOOD_AFTER = "Mood 0–10, days 1–7 after the same"


def spaced(levels: list[int], scale: str = "mood", begin: int = 3) -> Diary:
    """A fortnight at `begin`, session 1, then a session every 21 days, the last one today.

    Each later session has its level on the three days before it, and 6 on the day after.
    """
    diary = Diary()
    first = 21 * len(levels)
    for ago in range(first + 1, first + 15):
        diary.score(day(ago), begin, scale)
    diary.session(day(first))
    for number, level in enumerate(levels, 1):
        at = first - 21 * number
        diary.session(day(at))
        for before in (1, 2, 3):
            diary.score(day(at + before), level, scale)
        if at:
            diary.score(day(at - 1), 6, scale)
    return diary


class TestQuestionnaires:
    def test_a_response_that_is_lost_says_so_in_bold(self) -> None:
        """19 to 8 is −57%: a response; 11 is −42%: not any more."""
        diary = Diary()
        for ago in (162, 60):
            diary.session(day(ago))
        answers = [paper(day(ago), n) for ago, n in ((169, 19), (50, 14), (43, 8), (1, 11))]
        course = section(report_of(records_of(diary, answers), HALF_YEAR), "Course")
        assert columns(course) == [
            "Measure",
            "Before treatment",
            "Lowest since",
            "Highest since",
            "Latest",
            "Reading",
        ]
        assert rows(course)[0] == [
            "PHQ-9 0 – 27, higher is worse",
            "19 · 22 Sep",
            "8 · 26 Jan",
            "14 · 19 Jan",
            "11 · 9 Mar, day 59 after session 2, looks back to 23 Feb",
            "response on 26 Jan, no longer on 9 Mar (−42%)",
        ]
        assert bold(course) == ["response on 26 Jan, no longer on 9 Mar (−42%)"]

    @pytest.mark.parametrize("days", [180, 3650])
    def test_days_that_lie_years_apart_have_their_years(self, days: int) -> None:
        """20 to 8 is −60%: a response; 15 is −25%: not any more, eight years later."""
        diary = Diary()
        diary.session(date(2017, 12, 20))
        told = ((date(2017, 12, 15), 20), (date(2018, 4, 1), 8), (date(2026, 2, 28), 15))
        records = records_of(diary, [paper(on, n) for on, n in told])
        reading = rows(section(report_of(records, last_days(days, TODAY)), "Course"))[0][-1]
        latest = "28 Feb" if days == 180 else "28 Feb 2026"
        assert reading == f"response on 1 Apr 2018, no longer on {latest} (−25%)"

    def test_worse_is_as_visible(self) -> None:
        diary = Diary()
        diary.session(day(100))
        answers = [paper(day(110), 12), paper(day(5), 18)]
        course = section(report_of(records_of(diary, answers), HALF_YEAR), "Course")
        assert bold(course) == ["worse (+50%)"]

    def test_a_baseline_outside_the_period_has_its_year(self) -> None:
        diary = Diary()
        diary.session(day(60))
        records = records_of(diary, [paper(day(70), 19), paper(day(5), 12)])
        assert rows(section(report_of(records), "Course"))[0][1] == "19 · 30 Dec 2025"

    @pytest.mark.parametrize(
        ("sessions", "answers", "reading"),
        [
            ([], [(5, 12)], "no session yet"),
            ([60], [(5, 12)], "no baseline; first is 55 days after session 1"),
            ([60], [(100, 12)], "no baseline in the 28 days before session 1"),
            ([60], [(70, 12)], "this is the baseline; nothing since"),
        ],
    )
    def test_why_there_is_no_reading(
        self, sessions: list[int], answers: list[tuple[int, int]], reading: str
    ) -> None:
        diary = Diary()
        for ago in sessions:
            diary.session(day(ago))
        records = records_of(diary, [paper(day(ago), n) for ago, n in answers])
        assert rows(section(report_of(records, HALF_YEAR), "Course"))[0][-1] == reading

    def test_under_18_there_are_totals_only(self) -> None:
        diary = Diary(birth_date=date(2009, 6, 1))
        diary.session(day(100))
        records = records_of(diary, [paper(day(110), 19), paper(day(5), 4)])
        course = section(report_of(records, HALF_YEAR), "Course")
        assert rows(course)[0][-1] == "Adult thresholds not applied (age 16)"
        assert rows(course)[0][1] == "19 · 20 Nov"
        assert bold(course) == []

    def test_without_a_known_threshold_it_says_that(self) -> None:
        own = own_total("Walks", 0, 100, Direction.HIGHER_BETTER).key
        diary = Diary()
        diary.session(day(100))
        records = records_of(diary, [paper(day(110), 20, own), paper(day(5), 30, own)])
        course = section(report_of(records, HALF_YEAR), "Course")
        assert rows(course)[0][-1] == "+50%; no validated threshold"

    def test_one_that_was_never_finished(self) -> None:
        records = records_of(Diary(), [answered(day(3), (1, 2))])
        assert rows(section(report_of(records), "Course"))[0][1:] == [
            *["–"] * 4,
            "not answered to the end",
        ]

    def test_more_than_four_are_named_below(self) -> None:
        own = [own_total(name, 0, 9, Direction.NEITHER).key for name in ("One", "Two", "Three")]
        keys = ("phq-9", "gad-7", "who-5", *own)
        records = records_of(Diary(), [paper(day(3), 5, key) for key in keys])
        course = section(report_of(records), "Course")
        assert len(rows(course)) == 4 + 1
        assert lines(course) == ["Also: Three 5 · 7 Mar, Two 5 · 7 Mar"]


class TestDailyScale:
    def test_like_is_compared_with_like(self) -> None:
        course = section(report_of(spaced([5, 5, 4]), HALF_YEAR), "Course")
        assert rows(course) == [
            [
                MOOD_BEFORE,
                "3 (14 days)",
                "4 (n 3)",
                "5 (n 3)",
                "5, 5, 4 (sessions 2 to 4)",
                "better: 1 to 2 points higher; no validated threshold",
            ],
            [
                MOOD_AFTER,
                "",
                "6 (n 2)",
                "6 (n 2)",
                "6, 6 (sessions 2 to 3)",
                "too little data: 2 of 3 sessions",
            ],
        ]

    def test_after_a_session_that_is_not_among_those_before_does_not_say_the_same(self) -> None:
        """Nothing is over after session 5, today: after 2 to 4, and before 3 to 5."""
        course = section(report_of(spaced([5, 5, 5, 5]), HALF_YEAR), "Course")
        assert [(row[0], row[4]) for row in rows(course)] == [
            (MOOD_BEFORE, "5, 5, 5 (sessions 3 to 5)"),
            ("Mood 0–10, days 1–7 after a session", "6, 6, 6 (sessions 2 to 4)"),
        ]

    def test_a_change_for_the_worse_is_bold(self) -> None:
        course = section(report_of(spaced([3, 3, 2], begin=6), HALF_YEAR), "Course")
        assert bold(course) == ["worse: 3 to 4 points lower; no validated threshold"]

    def test_pain_has_a_threshold(self) -> None:
        course = section(report_of(spaced([5, 4, 5], "pain", 8), HALF_YEAR), "Course")
        assert rows(course)[0][-1] == "better: 3 to 4 points lower; meaningful (2 points or 30%)"

    def test_where_bipolar_depression_is_treated_higher_is_not_better(self) -> None:
        diary = spaced([5, 6, 5])
        bipolar = frozenset({TreatedFor.BIPOLAR})
        diary.settings = replace(diary.settings, treated_for=bipolar)
        found = rows(section(report_of(diary, HALF_YEAR), "Course"))
        assert found[0][-1] == "2 to 3 points higher; see elevated mood"
        assert found[-1] == ["Elevated mood 0–10", *["–"] * 4, "nothing logged"]

    def test_begun_in_mid_treatment_it_never_says_before_treatment(self) -> None:
        diary = spaced([4, 5, 4])
        diary.check_ins = [c for c in diary.check_ins if c.moment.day > day(50)]
        for ago in range(33, 40):
            diary.score(day(ago), 5)
        course = section(report_of(diary, HALF_YEAR), "Course")
        assert columns(course)[1] == "At the beginning"
        assert rows(course)[0][1].endswith("First 14 days of this journal (already in treatment)")

    def test_without_a_session_it_is_the_last_28_days(self) -> None:
        diary = Diary()
        for ago in range(60):
            diary.score(day(ago), 3 if ago > 30 else 5)
        assert rows(section(report_of(diary, HALF_YEAR), "Course")) == [
            [
                "Mood 0–10, last 28 days (no session yet)",
                "3 (14 days) · First 14 days of this journal",
                "–",
                "–",
                "5 (28 days)",
                "better: 2 points higher; no validated threshold",
            ]
        ]

    def test_nothing_logged_is_a_row_that_says_so(self) -> None:
        diary = Diary()
        diary.session(day(3))
        assert rows(section(report_of(diary), "Course")) == [
            ["Mood 0–10", *["–"] * 4, "nothing logged"]
        ]

    def test_too_few_days_at_the_beginning(self) -> None:
        diary = spaced([4, 5, 4])
        diary.check_ins = diary.check_ins[10:]
        assert rows(section(report_of(diary, HALF_YEAR), "Course"))[0][-1] == (
            "too little data: 4 of 5 days at the beginning"
        )

    def test_a_chosen_scale_takes_its_place(self) -> None:
        diary = spaced([4, 5, 4])
        diary.score(day(1), 5, "energy")
        report = report_of(diary, last_days(7, TODAY), Choices(scale="energy"))
        assert rows(section(report, "Course"))[0][0].startswith("Energy 0–10")
