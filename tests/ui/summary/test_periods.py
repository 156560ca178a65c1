"""Which days a choice means, and which days are refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import InvalidValue
from journal.domain.period import Period
from journal.ui.summary.periods import PeriodChoice, Span, chosen_period, period_error

TODAY = date(2026, 3, 14)
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)


def choice(
    span: Span, visit: date | None = None, first: date = TODAY, last: date = TODAY
) -> PeriodChoice:
    return PeriodChoice(span, visit, first, last)


def refusal(chosen: PeriodChoice) -> tuple[str, str]:
    with pytest.raises(InvalidValue) as refused:
        chosen_period(chosen, TODAY)
    return refused.value.field, period_error(refused.value)


def test_since_the_last_visit_means_from_that_day_to_today() -> None:
    visit = date(2026, 2, 14)
    assert chosen_period(choice(Span.SINCE_VISIT, visit), TODAY) == Period(visit, TODAY)


def test_the_usual_period_is_180_days_with_today() -> None:
    assert len(chosen_period(choice(Span.USUAL), TODAY)) == 180
    assert chosen_period(choice(Span.USUAL), TODAY).last == TODAY


def test_without_a_visit_its_day_is_asked_for() -> None:
    assert refusal(choice(Span.SINCE_VISIT)) == (
        "last_visit",
        "Please choose the day of your last visit.",
    )


@pytest.mark.parametrize("visit", [TODAY, TOMORROW])
def test_a_last_visit_lies_before_today(visit: date) -> None:
    field, words = refusal(choice(Span.SINCE_VISIT, visit))
    assert field == "last_visit"
    assert "before today" in words


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (TODAY, YESTERDAY, ("to", "The last day comes before the first.")),
        (TOMORROW, TODAY, ("from", "The first day lies in the future.")),
        (YESTERDAY, TOMORROW, ("to", "The last day lies in the future.")),
        (date(1899, 12, 31), TODAY, ("from", "The first day lies before 1900.")),
    ],
)
def test_own_days_that_cannot_be(first: date, last: date, refused: tuple[str, str]) -> None:
    assert refusal(choice(Span.OWN, None, first, last)) == refused


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.dates(date(1900, 1, 1), TODAY),
)
def test_own_days_in_order_are_the_period(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert chosen_period(choice(Span.OWN, None, first, last), TODAY) == Period(first, last)
