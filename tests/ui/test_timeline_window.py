"""A part of a timeline says what the timeline of those days alone says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import trends
from journal.domain.period import Period
from journal.ui.widgets.timeline_window import cut
from tests.charts.diaries import MOOD_SCALE, WEEKS, diary

RECORDS = diary().records()
ALL = trends.timeline(RECORDS, MOOD_SCALE, Period(WEEKS.first - timedelta(5), WEEKS.last))

days = st.dates(ALL.period.first, ALL.period.last)


@given(days, days)
def test_a_part_is_the_timeline_of_its_days(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))

    assert cut(ALL, period) == trends.timeline(RECORDS, MOOD_SCALE, period)


@pytest.mark.parametrize("days_before", [1, 400])
def test_before_the_first_entry_there_is_nothing(days_before: int) -> None:
    period = Period(WEEKS.first - timedelta(days_before), WEEKS.first - timedelta(1))

    assert cut(ALL, period).is_empty
