"""What the settings refuse, and what they say of the person's own intervals."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal.domain.errors import InvalidValue, Problem
from journal.domain.journal_settings import JournalSettings, OwnInterval, check_settings

TODAY = date(2026, 3, 10)
MADE = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)


def with_intervals(*intervals: OwnInterval) -> JournalSettings:
    return JournalSettings(UUID(int=1), MADE, MADE, intervals=intervals)


def test_own_intervals_are_looked_up_by_questionnaire() -> None:
    settings = with_intervals(OwnInterval("gad-7", None), OwnInterval("phq-9", 7))

    assert settings.every_days == {"gad-7": None, "phq-9": 7}


@pytest.mark.parametrize("days", [1, 365, None])
def test_an_interval_is_a_day_to_a_year_or_never(days: int | None) -> None:
    check_settings(with_intervals(OwnInterval("phq-9", days)), TODAY)


@pytest.mark.parametrize("days", [0, -7, 366])
def test_any_other_interval_is_refused_with_its_ends(days: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        check_settings(with_intervals(OwnInterval("phq-9", days)), TODAY)

    assert (refused.value.field, refused.value.problem) == ("interval", Problem.OFF_SCALE)
    assert refused.value.limits == {"low": 1, "high": 365}


def test_a_questionnaire_has_one_interval() -> None:
    with pytest.raises(InvalidValue) as refused:
        check_settings(with_intervals(OwnInterval("phq-9", 7), OwnInterval("phq-9", 14)), TODAY)

    assert refused.value.problem is Problem.TAKEN
