"""Words, dates and numbers as people read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from journal import i18n
from journal.i18n import DateStyle, format_date, format_number, format_time, month_name, ngettext


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.use_language(None)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("weekday", "Tuesday, 10 March"),
        ("long", "10 March 2026"),
        ("medium", "Tue 10 March"),
        ("short", "10 Mar"),
    ],
)
def test_a_day_in_words(style: DateStyle, words: str) -> None:
    assert format_date(date(2026, 3, 10), style) == words


def test_the_clock_has_two_digits_each() -> None:
    assert format_time(datetime(2026, 3, 10, 4, 5, tzinfo=UTC)) == "04:05"


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (7, 1, "7"),
        (7.0, 1, "7"),
        (6.5, 1, "6.5"),
        (6.25, 2, "6.25"),
        (6.25, 1, "6.2"),
        (1476, 0, "1,476"),
        (100, 0, "100"),
        (0, 1, "0"),
        (-1.5, 1, "-1.5"),
    ],
)
def test_a_number_has_no_decimals_it_does_not_need(value: float, decimals: int, words: str) -> None:
    assert format_number(value, decimals) == words


def test_one_and_many() -> None:
    assert ngettext("{count} day", "{count} days", 1) == "{count} day"
    assert ngettext("{count} day", "{count} days", 0) == "{count} days"


def test_months_have_short_names() -> None:
    assert [month_name(m, short=True) for m in (1, 5, 12)] == ["Jan", "May", "Dec"]


def test_a_language_without_a_translation_is_english() -> None:
    i18n.use_language("tlh")

    assert i18n._("Mood") == "Mood"


def test_marking_a_message_changes_nothing() -> None:
    assert i18n.N_("Mood") == "Mood"
