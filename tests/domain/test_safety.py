from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.safety import ClearlyLower, Driving, clearly_lower, driving, is_daily_use
from journal.domain.session import SessionState, Treatment
from tests.domain.diary import Diary, at

TODAY = date(2026, 3, 10)
YESTERDAY = TODAY - timedelta(1)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def now(hour: int, minute: int = 0) -> datetime:
    return at(TODAY, hour, minute).instant


class TestDriving:
    def test_counts_24_hours_from_the_end(self) -> None:
        """10:00 in Berlin plus 40 minutes is 09:40 UTC; a day later is the 11th."""
        diary = Diary()
        diary.session(TODAY, hour=10, length=40)
        assert driving(diary.sessions, now(21), TODAY) == Driving(
            datetime(2026, 3, 11, 9, 40, tzinfo=UTC), True, None, False
        )

    @pytest.mark.parametrize(
        ("treatment", "usual"),
        [(Treatment.IV_KETAMINE, 40), (Treatment.ESKETAMINE, 120), (Treatment.LOZENGE, 120)],
    )
    def test_without_an_end_the_usual_minutes_count_and_it_says_so(
        self, treatment: Treatment, usual: int
    ) -> None:
        diary = Diary()
        session = diary.session(TODAY, length=None, treatment=treatment)
        found = driving(diary.sessions, now(21), TODAY)
        assert found is not None
        assert found.earliest == session.start.instant + timedelta(hours=24, minutes=usual)
        assert not found.end_entered

    def test_is_over_to_the_second_after_24_hours(self) -> None:
        diary = Diary()
        diary.session(YESTERDAY, hour=10, length=40)
        just_before = now(10, 40) - timedelta(seconds=1)
        assert driving(diary.sessions, just_before, TODAY) is not None
        assert driving(diary.sessions, now(10, 40), TODAY) is None

    def test_a_session_in_the_small_hours_counts_from_its_own_end(self) -> None:
        diary = Diary()
        session = diary.session(YESTERDAY, hour=2, length=40)
        assert session.start.local.date() == TODAY
        assert driving(diary.sessions, now(21), TODAY) is not None

    def test_a_planned_session_counts_once_its_time_has_come(self) -> None:
        diary = Diary()
        session = diary.session(TODAY, hour=10, length=None, state=SessionState.PLANNED)
        assert driving(diary.sessions, now(9, 59), TODAY) is None
        found = driving(diary.sessions, now(10), TODAY)
        assert found is not None
        assert found.if_planned == session.start

    def test_the_latest_end_wins(self) -> None:
        diary = Diary()
        diary.session(TODAY, hour=8, length=300)
        diary.session(TODAY, hour=10, length=40)
        found = driving(diary.sessions, now(21), TODAY)
        assert found is not None
        assert found.earliest == at(TODAY, 13).instant + timedelta(hours=24)

    @pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.DID_NOT_TAKE_PLACE])
    def test_a_session_that_did_not_happen_says_nothing(self, state: SessionState) -> None:
        diary = Diary()
        diary.session(TODAY, state=state)
        assert driving(diary.sessions, now(21), TODAY) is None

    @pytest.mark.parametrize("treatment", [t for t in Treatment if not t.is_ketamine])
    def test_other_treatments_say_nothing(self, treatment: Treatment) -> None:
        diary = Diary()
        diary.session(TODAY, treatment=treatment)
        assert driving(diary.sessions, now(21), TODAY) is None

    def test_daily_use_has_no_moment(self) -> None:
        diary = Diary()
        for ago in range(10):
            diary.session(day(ago), treatment=Treatment.LOZENGE)
        assert driving(diary.sessions, now(21), TODAY) == Driving(None, True, None, True)

    def test_daily_use_is_10_of_the_last_14_days(self) -> None:
        """Days 4 to 13 ago are 10 of the 14; one day later the first of them is out."""
        diary = Diary()
        for ago in range(4, 14):
            diary.session(day(ago), treatment=Treatment.LOZENGE)
        assert is_daily_use(diary.sessions, TODAY)
        assert not is_daily_use(diary.sessions, TODAY + timedelta(1))

    def test_several_doses_on_a_day_are_one_day_of_use(self) -> None:
        diary = Diary()
        for ago in range(5):
            diary.session(day(ago), hour=8, treatment=Treatment.LOZENGE)
            diary.session(day(ago), hour=20, treatment=Treatment.LOZENGE)
        assert not is_daily_use(diary.sessions, TODAY)


def mood(earlier: float, later: float, logged: int = 14) -> dict[date, float]:
    """Two fortnights up to today, the last `logged` days of each."""
    return {day(ago): later for ago in range(logged)} | {
        day(ago): earlier for ago in range(14, 14 + logged)
    }


class TestClearlyLower:
    def test_names_both_medians_and_what_they_stand_on(self) -> None:
        assert clearly_lower(mood(6, 4, logged=8), (), TODAY) == ClearlyLower(6, 8, 4, 8)

    def test_less_than_2_says_nothing(self) -> None:
        assert clearly_lower(mood(6, 4.1), (), TODAY) is None

    def test_higher_says_nothing(self) -> None:
        assert clearly_lower(mood(4, 6), (), TODAY) is None

    def test_7_logged_days_are_too_few(self) -> None:
        assert clearly_lower(mood(6, 2, logged=7), (), TODAY) is None

    def test_it_is_the_median_that_counts(self) -> None:
        """Four bad days of 14 move the mean by 1.7 and the median by nothing."""
        bad_days = {day(ago): 0.0 for ago in range(4)}
        assert clearly_lower(mood(6, 6) | bad_days, (), TODAY) is None

    @pytest.mark.parametrize(
        ("ago", "compared"),
        [(0, True), (1, False), (14, False), (28, False), (30, False), (31, True)],
    )
    def test_no_fortnight_may_hold_the_days_after_a_session(self, ago: int, compared: bool) -> None:
        """A session 30 days ago had its third day 27 ago, the first of the earlier fortnight."""
        diary = Diary()
        diary.session(day(ago))
        assert (clearly_lower(mood(6, 3), diary.sessions, TODAY) is not None) is compared

    def test_only_ketamine_counts(self) -> None:
        diary = Diary()
        diary.session(day(3), treatment=Treatment.PSYCHOTHERAPY)
        assert clearly_lower(mood(6, 3), diary.sessions, TODAY) is not None
