"""The sentence above the calendar, and the names of its steps."""

from dataclasses import replace
from datetime import date

from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.period import Period
from journal.domain.year import calendar_of, steps
from journal.wording.year import named_weekdays, step_label, year_headline
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")


def labels(scale: Scale) -> list[str]:
    return [step_label(step, scale) for step in steps(scale)]


def test_one_year_is_one_sentence() -> None:
    """The mean of 4 and 7 is in the middle of the two."""
    diary = Diary()
    diary.score(date(2026, 1, 2), 4)
    diary.score(date(2026, 1, 3), 7)
    year = Period(date(2026, 1, 1), date(2026, 12, 31))

    assert year_headline(calendar_of(diary.records(), MOOD, year)) == (
        "Mood, 2026: 2 days logged, lowest 4, middle 5.5, highest 7."
    )


def test_several_years_without_a_score() -> None:
    years = Period(date(2024, 1, 1), date(2026, 12, 31))

    assert year_headline(calendar_of(Diary().records(), MOOD, years)) == (
        "Mood, 2024 to 2026: nothing was logged."
    )


def test_steps_are_named_by_their_values() -> None:
    assert labels(MOOD) == ["0–2", "2–4", "4–6", "6–8", "8–10"]
    assert labels(replace(MOOD, key="own", name="Own", low=1, high=4)) == ["1", "2", "3", "4"]


def test_hours_of_sleep_end_as_they_are_asked() -> None:
    hours = labels(scale_of(SLEEP_HOURS))

    assert (hours[0], hours[1], hours[-1]) == ("under 4", "4–5", "9 and more")


def test_three_weekdays_are_named() -> None:
    assert named_weekdays() == {0: "Mon", 3: "Thu", 6: "Sun"}
