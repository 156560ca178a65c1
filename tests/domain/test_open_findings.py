"""Which findings put a dot on "Get help now", and what settles them (decision 015)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.safety import (
    Finding,
    FindingKind,
    findings_of,
    open_findings,
    recent_findings,
)
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.side_effect import Duration, Lasted
from journal.domain.vitals import Vitals
from tests.domain.safety_diary import SafetyDiary, pressure

TODAY = date(2026, 3, 10)
SAFE_TONIGHT = SafetyQuestion.SAFE_TONIGHT


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def kinds(found: tuple[Finding, ...]) -> list[FindingKind]:
    return [finding.kind for finding in found]


def open_kinds(diary: SafetyDiary, today: date = TODAY) -> list[FindingKind]:
    return kinds(open_findings(diary.records(), today))


def full_diary(on: date) -> SafetyDiary:
    """Everything that can be found, on one day."""
    diary = SafetyDiary()
    diary.item_nine(on, 1)
    diary.evening(on, "strong")
    diary.elevated(on - timedelta(1), 8, slept=3)
    diary.elevated(on, 8, slept=3)
    diary.answer(on, SafetyQuestion.TIRED, "no")
    diary.answer(on, SafetyQuestion.BLADDER, "flank-pain")
    diary.measured(on, pressure(150, 80, minutes=-5), pressure(180, 90))
    diary.effect(on, "chest-pain")
    diary.effect(on, "paranoia", duration=Duration(Lasted.STILL_THERE))
    diary.effect(on, "craving")
    return diary


def test_nothing_written_down_has_no_dot() -> None:
    assert open_kinds(SafetyDiary()) == []


def test_everything_found_comes_in_the_order_of_the_kinds() -> None:
    found = recent_findings(full_diary(TODAY).records(), TODAY)
    assert kinds(found) == [
        FindingKind.SELF_HARM,
        FindingKind.THOUGHTS,
        FindingKind.LITTLE_SLEEP,
        FindingKind.BLADDER,
        FindingKind.BLOOD_PRESSURE,
        FindingKind.PRESSURE_BEFORE,
        FindingKind.URGENT,
        FindingKind.UNREALITY,
        FindingKind.CRAVING,
    ]


def test_the_reading_before_a_session_is_never_open() -> None:
    diary = full_diary(TODAY)
    found = kinds(recent_findings(diary.records(), TODAY))
    found.remove(FindingKind.PRESSURE_BEFORE)
    assert open_kinds(diary) == found


@given(st.integers(-30, 60))
def test_whatever_is_open_was_found_in_the_last_14_days(ago: int) -> None:
    found = open_findings(full_diary(day(ago)).records(), TODAY)
    assert bool(found) is (0 <= ago < 14)
    assert all(day(13) <= finding.day <= TODAY for finding in found)


class TestThoughts:
    @pytest.mark.parametrize("answer", ["not-sure", "no"])
    def test_stay_open_for_somebody_who_is_not_safe(self, answer: str) -> None:
        diary = SafetyDiary()
        response = diary.item_nine(day(3), 1)
        diary.answer(day(3), SAFE_TONIGHT, answer, about=response.id)
        assert open_kinds(diary) == [FindingKind.SELF_HARM]

    def test_are_settled_by_safe(self) -> None:
        diary = SafetyDiary()
        response, evening = diary.item_nine(day(3), 1), diary.evening(day(3), "strong")
        diary.answer(day(3), SAFE_TONIGHT, "yes", about=response.id)
        assert open_kinds(diary) == [FindingKind.THOUGHTS]
        diary.answer(day(3), SAFE_TONIGHT, "yes", about=evening.id)
        assert open_kinds(diary) == []

    def test_of_an_earlier_evening_are_settled_by_safe_on_a_later_one(self) -> None:
        diary = SafetyDiary()
        diary.evening(day(3), "might-act")
        later = diary.evening(day(1), "strong")
        diary.answer(day(1), SAFE_TONIGHT, "yes", about=later.id)
        assert open_kinds(diary) == []

    def test_are_not_settled_by_an_earlier_safe(self) -> None:
        diary = SafetyDiary()
        earlier = diary.item_nine(day(14), 1)
        diary.answer(day(14), SAFE_TONIGHT, "yes", about=earlier.id)
        diary.item_nine(day(1), 1)
        assert open_kinds(diary) == [FindingKind.SELF_HARM]

    def test_a_later_0_settles_item_9(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(10), 1)
        diary.item_nine(day(1), 0)
        assert open_kinds(diary) == []

    @pytest.mark.parametrize(("code", "is_open"), [("none", False), ("some", True)])
    def test_a_later_none_settles_an_evening(self, code: str, is_open: bool) -> None:
        diary = SafetyDiary()
        diary.evening(day(2), "might-act")
        diary.evening(day(1), code)
        assert open_kinds(diary) == ([FindingKind.MIGHT_ACT] if is_open else [])


class TestOthers:
    @pytest.mark.parametrize(("answer", "is_open"), [("no", False), ("yes", True)])
    def test_chest_pain_is_settled_when_it_is_over(self, answer: str, is_open: bool) -> None:
        diary = SafetyDiary()
        effect = diary.effect(TODAY, "chest-pain")
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, answer, about=effect.id)
        assert bool(open_kinds(diary)) is is_open

    @pytest.mark.parametrize(
        ("later", "is_open"),
        [
            (pressure(179, 119, minutes=60), False),
            (pressure(180, 119, minutes=60), True),
            (pressure(179, None, minutes=60), True),
            (pressure(179, 119, minutes=30), True),
        ],
    )
    def test_very_high_pressure_is_settled_when_both_figures_came_down(
        self, later: Vitals, is_open: bool
    ) -> None:
        diary = SafetyDiary()
        session = diary.measured(TODAY, pressure(185, 125, minutes=40))
        vitals = (*session.vitals, later)
        diary.sessions[-1] = replace(session, vitals=vitals)
        assert (FindingKind.BLOOD_PRESSURE in open_kinds(diary)) is is_open

    def test_a_figure_that_was_not_high_need_not_be_measured_again(self) -> None:
        diary = SafetyDiary()
        diary.measured(TODAY, pressure(185, 80, minutes=40), pressure(150, None, minutes=60))
        assert open_kinds(diary) == []

    def test_a_very_high_reading_measured_again_leaves_the_later_one(self) -> None:
        diary = SafetyDiary()
        diary.measured(TODAY, pressure(185, 100, minutes=40), pressure(182, 99, minutes=60))
        (found,) = open_findings(diary.records(), TODAY)
        assert found.reading == pressure(182, 99, minutes=60)

    def test_the_bladder_is_settled_by_a_later_check_with_none(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(5), "flank-pain")
        assert open_kinds(diary) == [FindingKind.BLADDER]
        diary.answer(day(2), SafetyQuestion.BLADDER)
        assert open_kinds(diary) == []

    @pytest.mark.parametrize("effect", ["craving", "took-more"])
    def test_craving_ends_after_its_14_days(self, effect: str) -> None:
        diary = SafetyDiary()
        diary.effect(day(13), effect)
        assert open_kinds(diary) == [FindingKind.CRAVING]
        assert open_kinds(diary, TODAY + timedelta(1)) == []


class TestLower:
    def lower(self) -> SafetyDiary:
        """6 for a month, then 3."""
        diary = SafetyDiary()
        for ago in range(-20, 40):
            diary.score(day(ago), 3 if ago < 14 else 6)
        return diary

    def test_is_open_while_the_rule_holds(self) -> None:
        diary = self.lower()
        assert open_kinds(diary) == [FindingKind.LOWER]
        assert open_kinds(diary, TODAY + timedelta(20)) == []

    def test_is_named_on_the_first_day_only(self) -> None:
        """From the day on which the later fortnight has its 8th low day: the median is 3."""
        records = self.lower().records()
        named = [ago for ago in range(14, -15, -1) if findings_of(records, day(ago))]
        assert named == [6]


class TestFoundOfADay:
    def test_is_of_that_day_alone(self) -> None:
        diary = SafetyDiary()
        diary.effect(day(1), "craving")
        diary.effect(TODAY, "chest-pain")
        assert kinds(findings_of(diary.records(), TODAY)) == [FindingKind.URGENT]
        assert kinds(findings_of(diary.records(), day(1))) == [FindingKind.CRAVING]

    def test_settled_or_not(self) -> None:
        diary = SafetyDiary()
        effect = diary.effect(TODAY, "chest-pain")
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "no", about=effect.id)
        (found,) = findings_of(diary.records(), TODAY)
        assert found.answer == "no"
