"""Whole reports of patients made by hand: what a provider would look for first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.session import Treatment
from journal.domain.side_effect import Severity
from journal.report.parts import OverTime, Report, plain
from journal.report.text import render_text
from tests.domain.diary import Diary, minutes
from tests.domain.responses import answered, paper
from tests.report.pages import (
    HALF_YEAR,
    bold,
    columns,
    day,
    lines,
    records_of,
    report_of,
    rows,
    section,
    titles,
)

PHQ_ITEMS = 9


def induction(diary: Diary, first: int = 160) -> None:
    """Six sessions in 17 days from the day `first`, then one every 28 days up to 4 days ago."""
    for ago in (first, first - 3, first - 7, first - 10, first - 14, first - 17):
        diary.session(day(ago), mg=32)
    for ago in range(first - 17 - 28, 0, -28):
        diary.session(day(ago), mg=35)


def total(ago: int, value: int) -> Iterator[int]:
    """Answers to the nine items that come to `value`, the last of them 0."""
    for place in range(PHQ_ITEMS - 1):
        yield min(3, max(0, value - 3 * place))
    yield 0


def responder() -> Records:
    """A response after the induction that is lost again; mood 7 after a session, 3 before one."""
    diary = Diary("Ada Responder", date(1980, 1, 1))
    induction(diary)
    sessions = [session.start.day for session in diary.sessions]
    for ago in range(179):
        since = min(((day(ago) - s).days for s in sessions if s <= day(ago)), default=99)
        diary.score(day(ago), 7 if 1 <= since <= 10 else 3, hour=8)
    totals = ((165, 20), (120, 9), (60, 12), (5, 14))
    return records_of(diary, [answered(day(ago), total(ago, n)) for ago, n in totals])


class TestAResponderWhoLosesTheResponse:
    """20 before; 9 is −55%, a response; 14 is −30%, none."""

    def test_course_says_it_in_bold(self) -> None:
        course = section(report_of(responder(), HALF_YEAR), "Course")
        assert rows(course)[0][1:4] == ["20 · 26 Sep", "9 · 10 Nov", "14 · 5 Mar"]
        assert rows(course)[0][5] == "response on 10 Nov, no longer on 5 Mar (−30%)"
        assert rows(course)[0][5] in bold(course)

    def test_the_figure_has_the_scale_and_the_questionnaire(self) -> None:
        figure = section(report_of(responder(), HALF_YEAR), "Day by day: Mood").figure
        assert figure is not None
        assert isinstance(figure.drawn, OverTime)
        assert [t.scale.key for t in figure.drawn.timelines] == ["mood"]
        assert [[e.total for e in t.entries] for t in figure.drawn.totals] == [[20, 9, 12, 14]]
        assert "PHQ-9" in figure.description

    def test_around_a_session_and_treatment(self) -> None:
        report = report_of(responder(), HALF_YEAR)
        assert section(report, "Around a session").figure is not None
        assert lines(section(report, "Treatment and medicines"))[0].startswith(
            "IV ketamine: 11 done, 0 cancelled; 32 mg × 6, 35 mg × 5; 6 from 1 October 2025 to "
            "18 October 2025, then gaps of 28, 28, 28, 28, 28 days."
        )

    def test_answers_follow(self) -> None:
        report = report_of(responder(), HALF_YEAR)
        assert titles(report.following) == ["Sessions", "Every day", "PHQ-9"]


class TestAWorseningPatient:
    def report(self) -> Report:
        diary = Diary("Ben Worse")
        induction(diary)
        for ago in range(179):
            diary.score(day(ago), 6 if ago > 100 else 2, hour=8)
        answers = [answered(day(ago), (2,) * 8 + (n,)) for ago, n in ((165, 0), (5, 2))]
        return report_of(records_of(diary, [*answers, paper(day(2), 24)]), HALF_YEAR)

    def test_is_as_visible_as_a_benefit(self) -> None:
        found = bold(section(self.report(), "Course"))
        assert found[0] == "worse (+50%)"
        assert found[1].startswith("worse: 4 points lower")

    def test_item_nine_stands_first(self) -> None:
        first = rows(section(self.report(), "Safety"))[0]
        assert first[1].startswith("2 on 5 Mar; asked 2 times; above 0 on 5 Mar (2).")


class TestNoSessions:
    def test_every_place_says_so(self) -> None:
        diary = Diary("Cleo Waiting")
        for ago in range(40):
            diary.score(day(ago), 4)
        report = report_of(records_of(diary, [paper(day(9), 17)]), HALF_YEAR)
        course = rows(section(report, "Course"))
        assert course[0][1:] == [
            *("–", "17 · 1 Mar", "17 · 1 Mar", "17 · 1 Mar, looks back to 15 Feb"),
            "no session yet",
        ]
        assert course[1][0] == "Mood 0–10, last 28 days (no session yet)"
        nothing = "No ketamine session took place in this period."
        for title in ("Around a session", "Side effects", "Treatment and medicines"):
            assert lines(section(report, title))[0] == nothing
        assert titles(report.following) == ["Every day", "PHQ-9"]


class TestOneSession:
    def report(self) -> Report:
        diary = Diary("Dan First", date(1990, 1, 1))
        for ago in range(30):
            diary.score(day(ago), 3, hour=8)
        session = diary.session(day(10))
        diary.effect(day(10), "nausea", Severity.MILD, minutes(90), session)
        return report_of(diary, HALF_YEAR)

    def test_too_little_data_is_said_in_its_place(self) -> None:
        assert lines(section(self.report(), "Around a session")) == [
            "too little data: 0 of 3 sessions"
        ]
        readings = [row[-1] for row in rows(section(self.report(), "Course"))]
        assert readings == ["too little data: 0 of 3 sessions"] * 2

    def test_its_side_effect_is_one_of_one(self) -> None:
        assert rows(section(self.report(), "Side effects"))[0][:2] == ["Nausea", "1 / 1"]


class TestDailyLowDoses:
    def report(self) -> Report:
        diary = Diary("Eve Daily")
        for ago in range(60):
            diary.session(day(ago), treatment=Treatment.LOZENGE, mg=50)
            diary.score(day(ago), 5, hour=8)
        return report_of(diary, HALF_YEAR)

    def test_nothing_is_told_around_single_sessions(self) -> None:
        assert lines(section(self.report(), "Around a session")) == [
            "Ketamine on most days: no free days lie around a session."
        ]

    def test_now_is_the_last_28_days(self) -> None:
        (row,) = rows(section(self.report(), "Course"))
        assert row[0] == "Mood 0–10, last 28 days (ketamine on most days)"
        assert row[4] == "5 (28 days)"

    def test_gaps_are_summed_up_and_every_session_is_listed(self) -> None:
        report = self.report()
        assert lines(section(report, "Treatment and medicines"))[0].startswith(
            "Ketamine lozenge: 60 done, 0 cancelled; 50 mg × 60; 60 from "
        )
        assert len(rows(section(report, "Sessions"))) == 60


class TestBipolar:
    def report(self) -> Report:
        diary = Diary("Flo Bipolar")
        bipolar = frozenset({TreatedFor.BIPOLAR})
        diary.settings = replace(diary.settings, treated_for=bipolar)
        induction(diary)
        for ago in range(179):
            diary.score(day(ago), 7 if ago < 100 else 4, hour=8)
            diary.score(day(ago), 6 if ago < 10 else 1, "elevated-mood", hour=9)
            diary.day(day(ago), slept=4 if ago < 2 else 7)
        return report_of(diary, HALF_YEAR)

    def test_higher_is_never_called_better(self) -> None:
        report = self.report()
        assert "better" not in render_text(report)
        assert "0 low – 10 high" in section(report, "Day by day: Mood").note
        assert rows(section(report, "Course"))[0][-1].endswith("see elevated mood")

    def test_elevated_mood_has_its_rows_and_its_panel(self) -> None:
        report = self.report()
        assert rows(section(report, "Course"))[2][0].startswith("Elevated mood 0–10")
        figure = section(report, "Day by day: Mood").figure
        assert figure is not None
        assert isinstance(figure.drawn, OverTime)
        assert [t.scale.key for t in figure.drawn.timelines] == ["mood", "elevated-mood"]

    def test_little_sleep_is_reported(self) -> None:
        second = rows(section(self.report(), "Safety"))[1]
        assert second[0] == "Higher mood with little need for sleep"
        assert "9 Mar" in second[1]


class TestSixteenYearsOld:
    def test_there_are_totals_and_no_words(self) -> None:
        diary = Diary("Gil Young", date(2009, 6, 1))
        induction(diary)
        answers = [paper(day(ago), n) for ago, n in ((165, 20), (60, 4), (5, 19))]
        report = report_of(records_of(diary, answers), HALF_YEAR)
        course = section(report, "Course")
        assert rows(course)[0][-1] == "Adult thresholds not applied (age 16)"
        assert rows(course)[0][1:4] == ["20 · 26 Sep", "4 · 9 Jan", "19 · 5 Mar"]
        figure = section(report, "Day by day: Mood").figure
        assert figure is not None
        assert isinstance(figure.drawn, OverTime)
        assert figure.drawn.totals[0].bands == ()


class TestBegunInMidTreatment:
    def test_before_treatment_is_never_said(self) -> None:
        diary = Diary("Hal Midway")
        induction(diary)
        for ago in range(100):
            diary.score(day(ago), 5, hour=8)
        report = report_of(records_of(diary, [paper(day(90), 15), paper(day(5), 8)]), HALF_YEAR)
        course = section(report, "Course")
        assert columns(course)[1] == "At the beginning"
        assert rows(course)[0][-1] == "no baseline; first is 70 days after session 1"
        assert rows(course)[1][1].endswith("First 14 days of this journal (already in treatment)")
        assert "Before treatment" not in render_text(report)


class TestNothingLogged:
    def test_the_page_says_so_and_nothing_else(self) -> None:
        report = report_of(Diary("Ida Empty", date(1980, 1, 1)), HALF_YEAR)
        assert titles(report.all_sections) == ["No entries"]
        assert plain(report.overview[1]).startswith("0 of 180 days logged (0%)")


@pytest.fixture(scope="module")
def ten_years() -> Report:
    diary = Diary("Jo Long", date(1980, 1, 1))
    induction(diary, 3600)
    for ago in range(3650):
        diary.score(day(ago), ago % 5 + 2, hour=8)
    answers = [paper(day(ago), 8 + ago % 7) for ago in range(5, 3640, 14)]
    return report_of(records_of(diary, answers), replace(HALF_YEAR, first=day(3649)))


class TestTenYears:
    def test_days_have_their_years(self, ten_years: Report) -> None:
        course = rows(section(ten_years, "Course"))
        assert course[0][1].endswith("2016")
        assert course[0][4].startswith("13 · 5 Mar 2026")

    def test_gaps_are_summed_up(self, ten_years: Report) -> None:
        words = lines(section(ten_years, "Treatment and medicines"))[0]
        assert "then gaps of 28 days (127 times)." in words

    def test_all_of_it_follows(self, ten_years: Report) -> None:
        assert len(rows(section(ten_years, "Every day"))) == 3650
        assert len(rows(section(ten_years, "Sessions"))) == 133
        answers = [s for s in ten_years.following if s.title.startswith("PHQ-9")]
        assert sum(len(columns(each)) - 1 for each in answers) == 260
