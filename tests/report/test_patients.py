"""Whole reports of patients made by hand: what a provider would look for first."""

from dataclasses import replace

import pytest

from journal.report.parts import OverTime, Report, plain
from journal.report.text import render_text
from tests.report.hand_made import (
    TEN_YEARS,
    begun_in_mid_treatment,
    bipolar,
    daily_low_doses,
    no_sessions,
    nothing_logged,
    one_session,
    responder,
    sixteen_years_old,
    ten_years,
    worsening,
)
from tests.report.pages import HALF_YEAR, bold, columns, lines, report_of, rows, section, titles


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
        return report_of(worsening(), HALF_YEAR)

    def test_is_as_visible_as_a_benefit(self) -> None:
        found = bold(section(self.report(), "Course"))
        assert found[0] == "worse (+50%)"
        assert found[1].startswith("worse: 4 points lower")

    def test_item_nine_stands_first(self) -> None:
        first = rows(section(self.report(), "Safety"))[0]
        assert first[1].startswith("2 on 5 Mar; asked 2 times; above 0 on 5 Mar (2).")


class TestNoSessions:
    def test_every_place_says_so(self) -> None:
        report = report_of(no_sessions(), HALF_YEAR)
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
        return report_of(one_session(), HALF_YEAR)

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
        return report_of(daily_low_doses(), HALF_YEAR)

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
        return report_of(bipolar(), HALF_YEAR)

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
        report = report_of(sixteen_years_old(), HALF_YEAR)
        course = section(report, "Course")
        assert rows(course)[0][-1] == "Adult thresholds not applied (age 16)"
        assert rows(course)[0][1:4] == ["20 · 26 Sep", "4 · 9 Jan", "19 · 5 Mar"]
        figure = section(report, "Day by day: Mood").figure
        assert figure is not None
        assert isinstance(figure.drawn, OverTime)
        assert figure.drawn.totals[0].bands == ()


class TestBegunInMidTreatment:
    def test_before_treatment_is_never_said(self) -> None:
        report = report_of(begun_in_mid_treatment(), HALF_YEAR)
        course = section(report, "Course")
        assert columns(course)[1] == "At the beginning"
        assert rows(course)[0][-1] == "no baseline; first is 70 days after session 1"
        assert rows(course)[1][1].endswith("First 14 days of this journal (already in treatment)")
        assert "Before treatment" not in render_text(report)

    def test_it_is_as_with_one_who_said_so_and_entered_no_earlier_session(self) -> None:
        records = responder()
        begun = replace(records, settings=replace(records.settings, begun_in_treatment=True))

        report = report_of(begun, HALF_YEAR)

        course = section(report, "Course")
        assert columns(course)[1] == "At the beginning"
        assert rows(course)[0][-1] == ("no baseline: already in treatment when this journal began")
        assert "Already in treatment when this journal began" in render_text(report)


class TestNothingLogged:
    def test_the_page_says_so_and_nothing_else(self) -> None:
        report = report_of(nothing_logged(), HALF_YEAR)
        assert titles(report.all_sections) == ["No entries"]
        assert plain(report.overview[1]).startswith("0 of 180 days logged (0%)")


@pytest.fixture(scope="module", name="long_report")
def _long_report() -> Report:
    return report_of(ten_years(), TEN_YEARS)


class TestTenYears:
    def test_days_have_their_years(self, long_report: Report) -> None:
        course = rows(section(long_report, "Course"))
        assert course[0][1].endswith("2016")
        assert course[0][4].startswith("13 · 5 Mar 2026")

    def test_gaps_are_summed_up(self, long_report: Report) -> None:
        words = lines(section(long_report, "Treatment and medicines"))[0]
        assert "then gaps of 28 days (127 times)." in words

    def test_all_of_it_follows(self, long_report: Report) -> None:
        assert len(rows(section(long_report, "Every day"))) == 3650
        assert len(rows(section(long_report, "Sessions"))) == 133
        answers = [s for s in long_report.following if s.title.startswith("PHQ-9")]
        assert sum(len(columns(each)) - 1 for each in answers) == 260
