"""The safety rows of the page: asked, reported, not asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.period import Period, last_days
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.summary import summarise
from journal.report.parts import Line, Section, Text, runs
from journal.report.safety_table import safety_section
from tests.domain.safety_diary import SafetyDiary, pressure

TODAY = date(2026, 3, 10)
HALF_YEAR = last_days(180, TODAY)
ITEM_NINE = "Thoughts of self-harm (PHQ-9 item 9)"
EVENINGS = "Thoughts of not wanting to live"


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def section_of(
    diary: SafetyDiary, *, left_out: bool = False, period: Period = HALF_YEAR
) -> Section:
    return safety_section(summarise(diary.records(), period, TODAY, ()), left_out=left_out)


def lines(section: Section) -> dict[str, Line]:
    """The cells of each row; safety has one weight in each."""
    assert section.table is not None
    rows = ([run for cell in row for run in runs(cell)] for row in section.table.rows)
    return {title.text: tuple(cells) for title, *cells in rows}


def row(diary: SafetyDiary, title: str, period: Period = HALF_YEAR) -> list[str]:
    return [cell.text for cell in lines(section_of(diary, period=period))[title]]


class TestRows:
    def test_come_in_a_fixed_order(self) -> None:
        assert list(lines(section_of(SafetyDiary()))) == [
            ITEM_NINE,
            "Higher mood with little need for sleep",
            "Bladder",
            "Blood pressure",
            "Chest pain, trouble breathing, fainting, hard to wake, seizure, "
            "sudden severe headache",
            "Unreality, voices or paranoia still there after 24 h",
            "Craving, extra doses",
        ]

    def test_nothing_was_asked(self) -> None:
        every = lines(section_of(SafetyDiary())).values()
        assert {tuple(cell.text for cell in cells) for cells in every} == {("not asked", "–")}

    def test_clearly_lower_weeks_have_their_line_and_are_left_out_with_the_rest(self) -> None:
        diary = SafetyDiary()
        for ago in range(28):
            diary.score(day(ago), 3 if ago < 14 else 6)
        assert len(section_of(diary).lines) == 1
        assert section_of(diary, left_out=True) == section_of(SafetyDiary(), left_out=True)

    def test_left_out_it_does_not_tell_what_is_asked(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(1), 2)
        quiet, asked = section_of(SafetyDiary(), left_out=True), section_of(diary, left_out=True)
        assert asked == quiet
        assert asked.table is None
        assert asked.lines == ((Text("left out by the patient"),),)


class TestItemNine:
    def test_is_printed_in_its_fixed_wording(self) -> None:
        diary = SafetyDiary()
        for n, value in enumerate((0, 1, 0, 0, 1, 0, 0, 0, 0)):
            diary.item_nine(date(2025, 9, 15) + timedelta(22 * n - 15 * (n == 1)), value)
        cells = lines(section_of(diary))[ITEM_NINE]
        assert cells[0].text == (
            "0 on 10 Mar; asked 9 times; above 0 on 22 Sep (1), 12 Dec (1). "
            "A 0 does not exclude risk."
        )
        assert cells[0].bold
        assert cells[1].text == "10 Mar · 9"

    def test_never_above_0(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(1), 0)
        assert lines(section_of(diary))[ITEM_NINE] == (
            Text("0 on 9 Mar; asked 1 time. A 0 does not exclude risk."),
            Text("9 Mar · 1"),
        )

    def test_above_0_today(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(1), 2)
        assert row(diary, ITEM_NINE)[0] == (
            "2 on 9 Mar; asked 1 time; above 0 on 9 Mar (2). A 0 does not exclude risk."
        )

    def test_of_many_the_highest(self) -> None:
        diary = SafetyDiary()
        for ago, value in ((60, 1), (50, 3), (40, 1), (30, 1), (20, 1), (10, 1)):
            diary.item_nine(day(ago), value)
        assert row(diary, ITEM_NINE)[0] == (
            "1 on 28 Feb; asked 6 times; above 0 6 times, highest 3 on 19 Jan. "
            "A 0 does not exclude risk."
        )

    def test_a_long_period_has_years_in_its_dates(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(700), 0)
        assert row(diary, ITEM_NINE, last_days(800, TODAY))[0].startswith("0 on 9 Apr 2024;")


class TestEvenings:
    def test_are_listed_where_they_are_asked(self) -> None:
        diary = SafetyDiary()
        assert EVENINGS not in lines(section_of(diary))
        diary.settings = replace(diary.settings, evening_question=True)
        assert row(diary, EVENINGS) == ["not asked", "–"]

    def test_none_reported_says_how_often_it_was_asked(self) -> None:
        diary = SafetyDiary()
        diary.evening(day(2), "none")
        diary.evening(day(1), "none")
        assert row(diary, EVENINGS) == ["none reported", "9 Mar · 2"]

    def test_each_answer_has_its_days_the_strongest_first(self) -> None:
        diary = SafetyDiary()
        for ago, code in ((5, "some"), (4, "might-act"), (3, "some"), (2, "none"), (1, "some")):
            diary.evening(day(ago), code)
        assert row(diary, EVENINGS) == [
            "“I might act on them”: 6 Mar; “some”: 5 Mar, 7 Mar, 9 Mar",
            "9 Mar · 5",
        ]


class TestPressure:
    def test_highest_before_peak_and_how_many_sessions(self) -> None:
        diary = SafetyDiary()
        diary.measured(day(20), pressure(128, 82, minutes=-5), pressure(146, 92))
        diary.measured(day(10), pressure(120, 80, minutes=-5), pressure(140, 90))
        diary.session(day(5))
        assert lines(section_of(diary))["Blood pressure"] == (
            Text("before: highest 128/82 · peak 146/92 (18 Feb)"),
            Text("28 Feb · 2 of 3 sessions"),
        )

    def test_a_very_high_one_is_bold(self) -> None:
        diary = SafetyDiary()
        diary.measured(day(10), pressure(180, 90))
        assert lines(section_of(diary))["Blood pressure"] == (
            Text("peak 180/90 (28 Feb)", bold=True),
            Text("28 Feb · 1 of 1 session"),
        )

    def test_noted_without_a_reading(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(10), "raised-blood-pressure")
        assert lines(section_of(diary))["Blood pressure"] == (
            Text("Raised blood pressure: 28 Feb", bold=True),
            Text("–"),
        )


class TestReported:
    def test_none_reported_says_how_often_it_was_asked(self) -> None:
        diary = SafetyDiary()
        diary.answer(day(40), SafetyQuestion.BLADDER)
        diary.answer(day(8), SafetyQuestion.BLADDER)
        assert row(diary, "Bladder") == ["none reported", "2 Mar · 2"]

    def test_a_report_names_effect_and_days_in_bold(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(4), "nights-up")
        diary.answer(day(2), SafetyQuestion.BLADDER, "blood-in-urine")
        assert lines(section_of(diary))["Bladder"][0] == Text(
            "Getting up at night to pass urine, Blood in urine: 6 Mar, 8 Mar", bold=True
        )

    @pytest.mark.parametrize(
        ("agos", "words"),
        [((7, 5, 3), "3 Mar, 5 Mar, 7 Mar"), ((9, 7, 5, 3), "on 4 days, last 7 Mar")],
    )
    def test_of_many_days_their_number_and_the_last(
        self, agos: tuple[int, ...], words: str
    ) -> None:
        diary = SafetyDiary()
        for ago in agos:
            diary.effect(day(ago), "craving")
        assert row(diary, "Craving, extra doses")[0] == f"Craving: {words}"
