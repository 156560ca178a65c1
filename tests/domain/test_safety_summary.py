"""What a summary tells about safety: asked, reported, and how often."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.period import last_days
from journal.domain.safety import (
    BLADDER_EFFECTS,
    FindingKind,
    Level,
    Pressure,
    PressureReading,
    Reported,
    SafetySummary,
    safety_summary,
)
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import SessionState
from journal.domain.side_effect import Duration, Lasted
from journal.domain.vitals import Vitals
from tests.domain.safety_diary import SafetyDiary, pressure

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)
EFFECT_KINDS = [FindingKind.URGENT, FindingKind.UNREALITY, FindingKind.CRAVING]


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def safety_of(diary: SafetyDiary) -> SafetySummary:
    return safety_summary(diary.records(), MONTH)


def reported(diary: SafetyDiary, kind: FindingKind) -> Reported:
    return next(each for each in safety_of(diary).reported if each.kind is kind)


class TestNothing:
    def test_nothing_entered_was_not_asked(self) -> None:
        safety = safety_of(SafetyDiary())
        assert safety.is_empty
        assert (safety.self_harm, safety.thoughts, safety.pressure) == ((), (), Pressure())
        assert safety.reported == tuple(
            Reported(kind)
            for kind in (FindingKind.LITTLE_SLEEP, FindingKind.BLADDER, *EFFECT_KINDS)
        )

    @pytest.mark.parametrize("entry", ["item", "evening", "pressure", "raised", "bladder", "none"])
    def test_any_answer_is_something(self, entry: str) -> None:
        diary = SafetyDiary()
        match entry:
            case "item":
                diary.item_nine(TODAY, 0)
            case "evening":
                diary.evening(TODAY, "none")
            case "pressure":
                diary.measured(TODAY, pressure(120))
            case "raised":
                diary.effect(TODAY, "raised-blood-pressure")
            case "bladder":
                diary.answer(TODAY, SafetyQuestion.BLADDER)
            case "none":
                diary.day(TODAY, none=True)
        assert not safety_of(diary).is_empty


class TestThoughts:
    def test_every_answer_that_was_left_in_the_period_oldest_first(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(1), 0)
        diary.item_nine(day(15), 2)
        diary.item_nine(day(8), 3, left=False)
        diary.item_nine(day(30), 3)
        assert safety_of(diary).self_harm == (Level(day(15), 2), Level(day(1), 0))

    def test_evenings_are_levels_from_none_to_might_act(self) -> None:
        diary = SafetyDiary()
        for ago, code in ((4, "none"), (3, "some"), (2, "strong"), (1, "might-act")):
            diary.evening(day(ago), code)
        assert [level.value for level in safety_of(diary).thoughts] == [0, 1, 2, 3]

    def test_it_knows_whether_the_evening_line_is_on(self) -> None:
        diary = SafetyDiary()
        assert not safety_of(diary).asks_evenings
        diary.settings = replace(diary.settings, evening_question=True)
        assert safety_of(diary).asks_evenings


class TestPressure:
    def test_highest_before_and_peak_with_its_day(self) -> None:
        before, peak = pressure(128, 82, minutes=-5), pressure(146, 92)
        diary = SafetyDiary()
        diary.measured(day(20), pressure(120, 80, minutes=-5), peak)
        diary.measured(day(10), before, pressure(140, 90))
        diary.session(day(5))
        assert safety_of(diary).pressure == Pressure(
            sessions=3,
            measured=2,
            last=day(10),
            before=PressureReading(day(10), before),
            peak=PressureReading(day(20), peak),
        )

    def test_a_very_high_lower_figure_is_the_peak(self) -> None:
        diary = SafetyDiary()
        diary.measured(day(3), pressure(170, 90), pressure(150, 120, minutes=60))
        found = safety_of(diary).pressure
        assert found.peak == PressureReading(day(3), pressure(150, 120, minutes=60))
        assert found.is_finding

    def test_a_high_reading_before_is_a_finding_the_same_one_later_is_not(self) -> None:
        before, later = SafetyDiary(), SafetyDiary()
        before.measured(TODAY, pressure(150, 80, minutes=-5))
        later.measured(TODAY, pressure(150, 80, minutes=40))
        assert safety_of(before).pressure.is_finding
        assert not safety_of(later).pressure.is_finding

    def test_pulse_alone_is_no_reading(self) -> None:
        diary = SafetyDiary()
        diary.measured(TODAY, Vitals(40, pulse=80))
        assert safety_of(diary).pressure == Pressure(sessions=1)

    def test_only_sessions_that_took_place_count(self) -> None:
        diary = SafetyDiary()
        diary.measured(TODAY, pressure(150, 95, minutes=-5), state=SessionState.CANCELLED)
        assert safety_of(diary).pressure == Pressure()

    def test_the_side_effect_of_that_name_is_told_by_its_days(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(2), "raised-blood-pressure")
        assert safety_of(diary).pressure.noted == (day(2),)


class TestBladder:
    def test_asked_is_the_monthly_check(self) -> None:
        diary = SafetyDiary()
        diary.day(day(9), none=True)
        diary.answer(day(5), SafetyQuestion.BLADDER)
        assert reported(diary, FindingKind.BLADDER) == Reported(
            FindingKind.BLADDER, asked=1, last_asked=day(5)
        )

    @pytest.mark.parametrize("effect", BLADDER_EFFECTS)
    def test_what_was_entered_without_a_check_counts_as_asked(self, effect: str) -> None:
        diary = SafetyDiary()
        diary.answer(day(9), SafetyQuestion.BLADDER, effect)
        diary.effect(day(2), effect)
        assert reported(diary, FindingKind.BLADDER) == Reported(
            FindingKind.BLADDER, (day(9), day(2)), (effect,), 2, day(2)
        )

    def test_checks_outside_the_period_are_left_out(self) -> None:
        diary = SafetyDiary()
        diary.answer(day(30), SafetyQuestion.BLADDER, "flank-pain")
        assert reported(diary, FindingKind.BLADDER) == Reported(FindingKind.BLADDER)


class TestLittleSleep:
    def test_days_with_both_values_are_asked_and_pairs_reported(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(6), 2, slept=8)
        diary.elevated(day(4), 6, slept=4)
        diary.elevated(day(3), 6, slept=4)
        diary.day(day(2), slept=4)
        assert reported(diary, FindingKind.LITTLE_SLEEP) == Reported(
            FindingKind.LITTLE_SLEEP, (day(4), day(3)), (), 3, day(3)
        )

    @pytest.mark.parametrize(("answer", "is_reported"), [("no", True), ("yes", False)])
    def test_days_of_somebody_who_was_tired_are_not_reported(
        self, answer: str, is_reported: bool
    ) -> None:
        diary = SafetyDiary()
        diary.elevated(day(4), 6, slept=4)
        diary.elevated(day(3), 6, slept=4)
        diary.answer(day(3), SafetyQuestion.TIRED, answer)
        assert bool(reported(diary, FindingKind.LITTLE_SLEEP).days) is is_reported

    def test_scores_during_the_drug_s_effect_do_not_count(self) -> None:
        """On all three days 3 h of sleep; the 8 at 12:00 was given during the effect."""
        diary = SafetyDiary()
        diary.session(day(4), hour=10)
        diary.score(day(4), 8, "elevated-mood", hour=12)
        diary.elevated(day(4), 2, slept=3)
        diary.elevated(day(3), 8, slept=3)
        diary.elevated(day(2), 8, slept=3)
        assert reported(diary, FindingKind.LITTLE_SLEEP).days == (day(3), day(2))

    def test_the_side_effect_of_that_name_is_reported(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(3), "elevated-mood-little-sleep")
        assert reported(diary, FindingKind.LITTLE_SLEEP) == Reported(
            FindingKind.LITTLE_SLEEP, (day(3),), ("elevated-mood-little-sleep",), 1, day(3)
        )


class TestSideEffects:
    @pytest.mark.parametrize("kind", EFFECT_KINDS)
    def test_every_answer_about_side_effects_asks_for_all_of_them(self, kind: FindingKind) -> None:
        """An effect, "none today" and a session without side effects: three days."""
        diary = SafetyDiary()
        diary.effect(day(9), "nausea")
        diary.effect(day(9), "headache")
        diary.day(day(5), none=True)
        diary.session(day(2), no_side_effects=True)
        diary.session(day(1))
        assert reported(diary, kind) == Reported(kind, asked=3, last_asked=day(2))

    @pytest.mark.parametrize(
        ("effect", "kind"),
        [
            ("chest-pain", FindingKind.URGENT),
            ("trouble-breathing", FindingKind.URGENT),
            ("fainting", FindingKind.URGENT),
            ("hard-to-wake", FindingKind.URGENT),
            ("seizure", FindingKind.URGENT),
            ("severe-headache", FindingKind.URGENT),
            ("craving", FindingKind.CRAVING),
            ("took-more", FindingKind.CRAVING),
        ],
    )
    def test_an_effect_is_reported_under_its_kind_alone(
        self, effect: str, kind: FindingKind
    ) -> None:
        diary = SafetyDiary()
        diary.effect(day(3), effect)
        assert [each for each in safety_of(diary).reported if each.days] == [
            Reported(kind, (day(3),), (effect,), 1, day(3))
        ]

    def test_days_are_named_once_and_oldest_first(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(1), "craving")
        diary.effect(day(8), "craving")
        diary.effect(day(8), "took-more", hour=21)
        craving = reported(diary, FindingKind.CRAVING)
        assert craving.days == (day(8), day(1))
        assert craving.effects == ("craving", "took-more")

    def test_unreality_is_reported_where_it_lasted_a_day(self) -> None:
        diary = SafetyDiary()
        for ago, lasted in ((5, Lasted.STILL_THERE), (3, Lasted.REST_OF_DAY)):
            diary.effect(day(ago), "paranoia", duration=Duration(lasted))
        assert reported(diary, FindingKind.UNREALITY).days == (day(5),)
