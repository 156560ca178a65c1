"""The year day by day in words and numbers."""

from dataclasses import replace
from datetime import date

from journal.charts.descriptions.year import days, describe, legend, numbers
from journal.domain.period import Period
from journal.domain.session import Treatment
from journal.domain.year import YearCalendar, calendar_of
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def diary() -> Diary:
    """Three logged days, one of them with a session in its middle, and a session without scores."""
    written = Diary()
    written.score(date(2026, 1, 2), 2)
    written.session(date(2026, 3, 1))
    written.score(date(2026, 3, 1), 3, hour=9)
    written.score(date(2026, 3, 1), 8, hour=20)
    written.score(date(2026, 3, 4), 5, source="Daylio")
    written.session(date(2026, 4, 1))
    written.session(date(2026, 3, 4), treatment=Treatment.TMS)
    return written


def calendar(period: Period = YEAR, key: str = "mood") -> YearCalendar:
    return calendar_of(diary().records(), scale_of(key), period)


def test_a_year_is_told_in_numbers() -> None:
    """2, 3, 8 and 5: the middle is (3 + 5) / 2."""
    assert describe(calendar()) == (
        "Mood, 2026: 3 days logged, lowest 2, middle 4, highest 8. "
        "A cell is a day; the scale is 0 very low – 10 very good. "
        "4 scores by value – 2–4: 2, 4–6: 1, 8–10: 1. "
        "2 ketamine sessions took place in 2026. 1 other treatment is marked in 2026."
    )


def test_several_years_are_told_together_and_one_by_one() -> None:
    written = diary()
    written.score(date(2025, 6, 1), 9)
    both = calendar_of(written.records(), MOOD, Period(date(2025, 1, 1), date(2026, 12, 31)))

    told = describe(both)

    assert told.startswith("Mood, 2025 to 2026: 4 days logged, lowest 2, middle 5, highest 9. ")
    assert "Mood, 2025: 1 day logged, lowest 9, middle 9, highest 9. " in told
    assert "Mood, 2026: 3 days logged, lowest 2, middle 4, highest 8. " in told


def test_nothing_logged_is_said_and_sessions_are_kept() -> None:
    assert describe(calendar(key="anxiety")) == (
        "Anxiety, 2026: nothing was logged. 2 ketamine sessions took place in 2026. "
        "1 other treatment is marked in 2026."
    )


def test_where_bipolar_is_treated_high_is_not_called_good() -> None:
    assert "the scale is 0 low – 10 high." in describe(replace(calendar(), bipolar=True))


def test_the_legend_leaves_out_what_is_not_in_the_picture() -> None:
    before_sessions = calendar(Period(date(2026, 1, 1), date(2026, 2, 1)))

    assert legend(before_sessions) == (
        "Mood: 0 very low – 10 very good",
        "blank: not logged",
        "a value on a border counts with the higher step",
    )
    assert legend(calendar())[3:] == (
        "○ session",
        "cut cell: before and after a session",
        "△ other treatment",
    )


def test_the_numbers_have_a_row_for_each_score_and_each_session_without_one() -> None:
    table = numbers(calendar())

    assert table.columns == ("Day", "Mood", "What", "Sessions")
    assert table.rows == (
        ("2 January 2026", "2", "the day", ""),
        ("1 March 2026", "3", "before session 1", "session 1"),
        ("1 March 2026", "8", "after session 1", "session 1"),
        ("4 March 2026", "5", "the day · imported", "TMS"),
        ("1 April 2026", "", "not logged", "session 2"),
    )


def test_every_row_has_its_day() -> None:
    assert days(calendar()) == tuple(
        date(2026, month, day) for month, day in ((1, 2), (3, 1), (3, 1), (3, 4), (4, 1))
    )
