from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.period import last_days
from journal.domain.safety import (
    ClearlyLower,
    Driving,
    Finding,
    FindingKind,
    clearly_lower,
    driving,
    findings,
    is_daily_use,
    little_sleep_days,
)
from journal.domain.session import SessionState, Treatment
from journal.domain.side_effect import Duration, Lasted
from tests.domain.diary import Diary, at, minutes

TODAY = date(2026, 3, 10)
YESTERDAY = TODAY - timedelta(1)
STILL_THERE = Duration(Lasted.STILL_THERE)


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


def found(diary: Diary, kind: FindingKind, elevated: dict[date, float] | None = None) -> Finding:
    every = findings(diary.records(), last_days(30, TODAY), elevated or {})
    return next(finding for finding in every if finding.kind is kind)


class TestFindings:
    def test_come_in_the_order_of_the_kinds(self) -> None:
        every = findings(Diary().records(), last_days(30, TODAY), {})
        assert [finding.kind for finding in every] == list(FindingKind)

    def test_nothing_entered_was_not_asked(self) -> None:
        every = findings(Diary().records(), last_days(30, TODAY), {})
        assert every == tuple(Finding(kind) for kind in FindingKind)

    def test_self_harm_is_never_asked(self) -> None:
        diary = Diary()
        diary.effect(TODAY, "nausea")
        assert found(diary, FindingKind.SELF_HARM) == Finding(FindingKind.SELF_HARM)

    def test_every_answer_about_side_effects_asks_for_all_of_them(self) -> None:
        """An effect, "none today" and a session without side effects: three days."""
        diary = Diary()
        diary.effect(day(9), "nausea")
        diary.day(day(5), none=True)
        diary.session(day(2), no_side_effects=True)
        diary.session(day(1))
        assert found(diary, FindingKind.BLADDER) == Finding(
            FindingKind.BLADDER, asked=3, last_asked=day(2)
        )

    def test_two_answers_on_a_day_are_one_day(self) -> None:
        diary = Diary()
        diary.effect(day(2), "nausea")
        diary.effect(day(2), "headache")
        assert found(diary, FindingKind.CRAVING).asked == 1

    @pytest.mark.parametrize(
        ("effect", "kind"),
        [
            ("urinary-pain", FindingKind.BLADDER),
            ("urinary-urgency", FindingKind.BLADDER),
            ("urinary-frequency", FindingKind.BLADDER),
            ("nights-up", FindingKind.BLADDER),
            ("blood-in-urine", FindingKind.BLADDER),
            ("flank-pain", FindingKind.BLADDER),
            ("raised-blood-pressure", FindingKind.BLOOD_PRESSURE),
            ("chest-pain", FindingKind.URGENT),
            ("trouble-breathing", FindingKind.URGENT),
            ("fainting", FindingKind.URGENT),
            ("hard-to-wake", FindingKind.URGENT),
            ("seizure", FindingKind.URGENT),
            ("severe-headache", FindingKind.URGENT),
            ("craving", FindingKind.CRAVING),
            ("took-more", FindingKind.CRAVING),
            ("elevated-mood-little-sleep", FindingKind.LITTLE_SLEEP),
        ],
    )
    def test_an_effect_is_reported_under_its_kind_alone(
        self, effect: str, kind: FindingKind
    ) -> None:
        diary = Diary()
        diary.effect(day(3), effect)
        every = findings(diary.records(), last_days(30, TODAY), {})
        assert [finding for finding in every if finding.reported] == [
            Finding(kind, (day(3),), (effect,), 1, day(3))
        ]

    def test_days_are_named_once_and_oldest_first(self) -> None:
        diary = Diary()
        diary.effect(day(1), "craving")
        diary.effect(day(8), "craving")
        diary.effect(day(8), "took-more", hour=21)
        craving = found(diary, FindingKind.CRAVING)
        assert craving.reported == (day(8), day(1))
        assert craving.effects == ("craving", "took-more")

    def test_days_outside_the_period_are_left_out(self) -> None:
        diary = Diary()
        diary.effect(day(30), "seizure")
        assert found(diary, FindingKind.URGENT) == Finding(FindingKind.URGENT)

    @pytest.mark.parametrize(
        ("duration", "is_reported"),
        [
            (STILL_THERE, True),
            (minutes(24 * 60), True),
            (minutes(24 * 60 - 1), False),
            (Duration(Lasted.REST_OF_DAY), False),
            (None, False),
        ],
    )
    def test_unreality_counts_from_24_hours(
        self, duration: Duration | None, is_reported: bool
    ) -> None:
        diary = Diary()
        diary.effect(day(1), "paranoia", duration=duration)
        assert bool(found(diary, FindingKind.UNREALITY).reported) is is_reported


class TestLittleSleep:
    def test_takes_two_successive_days(self) -> None:
        elevated = {day(3): 5.0, day(2): 7.0, day(1): 4.9}
        slept = {day(3): 4.5, day(2): 3.0, day(1): 3.0}
        assert little_sleep_days(elevated, slept) == (day(3), day(2))

    def test_one_day_alone_says_nothing(self) -> None:
        elevated = {day(3): 9.0, day(2): 9.0, day(1): 9.0}
        slept = {day(3): 4.0, day(2): 5.0, day(1): 4.0}
        assert little_sleep_days(elevated, slept) == ()

    def test_a_day_without_both_values_does_not_come_between(self) -> None:
        elevated = {day(5): 6.0, day(4): 1.0, day(1): 6.0}
        slept = {day(5): 4.0, day(1): 4.0, day(0): 9.0}
        assert little_sleep_days(elevated, slept) == (day(5), day(1))

    def test_is_asked_on_days_with_both_values(self) -> None:
        diary = Diary()
        diary.day(day(4), slept=4)
        diary.day(day(3), slept=4)
        diary.day(day(2), slept=8)
        elevated = {day(4): 6.0, day(3): 6.0, day(1): 6.0}
        assert found(diary, FindingKind.LITTLE_SLEEP, elevated) == Finding(
            FindingKind.LITTLE_SLEEP, (day(4), day(3)), (), 2, day(3)
        )


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
