"""Each red flag on its own: what raises it, at its edges, and what does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.period import last_days
from journal.domain.questionnaire import Answer
from journal.domain.safety import (
    BLADDER_EFFECTS,
    SAFETY_ITEMS,
    Finding,
    FindingKind,
    bladder,
    craving,
    days_to_ask_about,
    evening_thoughts,
    little_sleep,
    lower_finding,
    pressure_findings,
    self_harm,
    unreality,
    urgent,
)
from journal.domain.safety.elevated_mood import SleepAndMood, little_sleep_days
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import Setting
from journal.domain.side_effect import Duration, Lasted, Onset
from journal.questionnaire_files import shelf
from tests.domain.diary import at, minutes
from tests.domain.safety_diary import SafetyDiary, pressure

TODAY = date(2026, 3, 10)
STILL_THERE = Duration(Lasted.STILL_THERE)
TIRED = SafetyQuestion.TIRED


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


class TestItemNine:
    @pytest.mark.parametrize(("value", "is_found"), [(0, False), (1, True), (2, True), (3, True)])
    def test_above_zero_is_found(self, value: int, is_found: bool) -> None:
        diary = SafetyDiary()
        response = diary.item_nine(TODAY, value)
        expected = Finding(FindingKind.SELF_HARM, TODAY, response.id)
        assert self_harm(response, diary.responses) == (expected if is_found else None)

    def test_counts_only_once_the_question_was_left(self) -> None:
        diary = SafetyDiary()
        assert self_harm(diary.item_nine(TODAY, 2, left=False), diary.responses) is None

    def test_a_corrected_slip_leaves_nothing(self) -> None:
        diary = SafetyDiary()
        slip = diary.item_nine(TODAY, 2)
        diary.answer(TODAY, SafetyQuestion.SAFE_TONIGHT, "yes", about=slip.id)
        corrected = replace(slip, answers=(Answer("9", 0),))
        assert self_harm(corrected, [corrected], diary.answers) is None

    def test_an_unfinished_one_counts_too(self) -> None:
        diary = SafetyDiary()
        response = replace(diary.item_nine(TODAY, 1), answers=(Answer("9", 1),), finished=False)
        assert self_harm(response, [response]) is not None

    @pytest.mark.parametrize(
        ("before", "now", "is_more"),
        [(0, 1, True), (1, 2, True), (1, 1, False), (3, 1, False)],
    )
    def test_higher_than_last_time_names_that_day(
        self, before: int, now: int, is_more: bool
    ) -> None:
        diary = SafetyDiary()
        diary.item_nine(day(14), before)
        found = self_harm(diary.item_nine(TODAY, now), diary.responses)
        assert found is not None
        assert found.more_than == (day(14) if is_more else None)

    def test_last_time_is_the_latest_one_that_was_left(self) -> None:
        """1, then 3, then one not left and one of another questionnaire, then 2: not higher."""
        diary = SafetyDiary()
        diary.item_nine(day(42), 1)
        diary.item_nine(day(28), 3)
        diary.item_nine(day(14), 0, left=False)
        diary.item_nine(day(7), 0, key="own")
        found = self_harm(diary.item_nine(TODAY, 2), reversed(diary.responses))
        assert found is not None
        assert found.more_than is None

    def test_the_first_of_all_is_not_higher(self) -> None:
        diary = SafetyDiary()
        first = diary.item_nine(day(14), 1)
        diary.item_nine(TODAY, 0)
        found = self_harm(first, diary.responses)
        assert found is not None
        assert found.more_than is None

    def test_waits_for_its_answer(self) -> None:
        diary = SafetyDiary()
        response = diary.item_nine(TODAY, 1)
        found = self_harm(response, diary.responses, diary.answers)
        assert found is not None
        assert found.question is SafetyQuestion.SAFE_TONIGHT
        assert found.waits
        diary.answer(TODAY, SafetyQuestion.SAFE_TONIGHT, "not-sure", about=response.id)
        found = self_harm(response, diary.responses, diary.answers)
        assert found is not None
        assert (found.answer, found.waits) == ("not-sure", False)

    def test_an_answer_about_another_time_is_not_taken_for_this_one(self) -> None:
        diary = SafetyDiary()
        before, now = diary.item_nine(day(14), 1), diary.item_nine(TODAY, 1)
        diary.answer(day(14), SafetyQuestion.SAFE_TONIGHT, "yes", about=before.id)
        found = self_harm(now, diary.responses, diary.answers)
        assert found is not None
        assert found.waits

    def test_the_items_are_those_of_the_questionnaires_files(self) -> None:
        read = {each.key: each.safety_item for each in shelf().questionnaires if each.safety_item}
        assert read == SAFETY_ITEMS


class TestEveningLine:
    @pytest.mark.parametrize(
        ("code", "kind"),
        [
            ("none", None),
            ("some", None),
            ("strong", FindingKind.THOUGHTS),
            ("might-act", FindingKind.MIGHT_ACT),
        ],
    )
    def test_strong_thoughts_and_worse_are_found(self, code: str, kind: FindingKind | None) -> None:
        diary = SafetyDiary()
        diary.evening(TODAY, code)
        assert [found.kind for found in evening_thoughts(diary.answers)] == ([kind] if kind else [])

    def test_i_might_act_is_not_asked_about_but_answered_at_once(self) -> None:
        diary = SafetyDiary()
        diary.evening(TODAY, "might-act")
        (found,) = evening_thoughts(diary.answers)
        assert (found.question, found.waits) == (None, False)

    def test_answers_to_other_questions_are_not_thoughts(self) -> None:
        diary = SafetyDiary()
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "strong")
        assert list(evening_thoughts(diary.answers)) == []


class TestBloodPressure:
    @pytest.mark.parametrize(
        ("upper", "lower", "is_very_high"),
        [
            (180, 80, True),
            (179, 119, False),
            (120, 120, True),
            (None, 120, True),
            (180, None, True),
        ],
    )
    def test_either_figure_makes_it_very_high(
        self, upper: int | None, lower: int | None, is_very_high: bool
    ) -> None:
        diary = SafetyDiary()
        session = diary.measured(TODAY, pressure(upper, lower))
        kinds = [found.kind for found in pressure_findings(session)]
        assert kinds == ([FindingKind.BLOOD_PRESSURE] if is_very_high else [])

    @pytest.mark.parametrize(
        ("upper", "lower", "is_high"),
        [(140, 90, False), (141, 90, True), (140, 91, True), (None, 91, True)],
    )
    def test_either_figure_makes_it_high_before_a_session(
        self, upper: int | None, lower: int | None, is_high: bool
    ) -> None:
        diary = SafetyDiary()
        session = diary.measured(TODAY, pressure(upper, lower, minutes=-10))
        kinds = [found.kind for found in pressure_findings(session)]
        assert kinds == ([FindingKind.PRESSURE_BEFORE] if is_high else [])

    def test_the_same_reading_after_the_start_is_expected(self) -> None:
        session = SafetyDiary().measured(TODAY, pressure(165, 100, minutes=40))
        assert list(pressure_findings(session)) == []

    def test_it_says_which_reading_and_where(self) -> None:
        reading = pressure(150, 95, minutes=-10)
        session = SafetyDiary().measured(TODAY, reading, setting=Setting.HOME_ALONE)
        assert list(pressure_findings(session)) == [
            Finding(
                FindingKind.PRESSURE_BEFORE,
                TODAY,
                session.id,
                reading=reading,
                setting=Setting.HOME_ALONE,
            )
        ]


class TestUrgent:
    @pytest.mark.parametrize(
        "effect",
        [
            "chest-pain",
            "trouble-breathing",
            "fainting",
            "hard-to-wake",
            "seizure",
            "severe-headache",
        ],
    )
    def test_each_is_asked_about_on_its_own(self, effect: str) -> None:
        diary = SafetyDiary()
        entered = diary.effect(TODAY, effect)
        diary.effect(TODAY, "nausea")
        (found,) = urgent(diary.side_effects)
        assert found == Finding(FindingKind.URGENT, TODAY, entered.id, (effect,))
        assert found.question is SafetyQuestion.HAPPENING_NOW
        assert found.waits

    def test_an_answer_belongs_to_its_own_effect(self) -> None:
        diary = SafetyDiary()
        pain = diary.effect(TODAY, "chest-pain")
        diary.effect(TODAY, "fainting")
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "no", about=pain.id)
        assert [found.answer for found in urgent(diary.side_effects, diary.answers)] == ["no", ""]

    def test_a_changed_answer_counts(self) -> None:
        diary = SafetyDiary()
        pain = diary.effect(TODAY, "chest-pain")
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "no", about=pain.id)
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "yes", about=pain.id, hour=21)
        (found,) = urgent(diary.side_effects, diary.answers)
        assert found.answer == "yes"


class TestUnreality:
    """The session ends at 10:40; an effect is noted at 20:00 unless told otherwise."""

    @pytest.mark.parametrize("effect", ["dissociation", "hallucinations", "paranoia"])
    def test_a_day_after_the_session_it_is_found(self, effect: str) -> None:
        diary = SafetyDiary()
        session = diary.session(day(1), hour=10, length=40)
        diary.effect(TODAY, effect, duration=STILL_THERE, session=session)
        expected = Finding(FindingKind.UNREALITY, TODAY, effects=(effect,))
        assert list(unreality(diary.side_effects, diary.sessions)) == [expected]

    def test_on_the_session_s_own_day_it_is_not(self) -> None:
        diary = SafetyDiary()
        session = diary.session(TODAY, hour=10)
        diary.effect(TODAY, "dissociation", duration=STILL_THERE, session=session)
        assert list(unreality(diary.side_effects, diary.sessions)) == []

    @pytest.mark.parametrize(("late", "is_found"), [(0, True), (1, False)])
    def test_24_hours_count_from_when_it_began(self, late: int, is_found: bool) -> None:
        diary = SafetyDiary()
        began = at(day(1), 20).instant + timedelta(seconds=late)
        diary.effect(TODAY, "paranoia", duration=STILL_THERE, onset=Onset(instant=began), hour=20)
        assert bool(list(unreality(diary.side_effects, ()))) is is_found

    def test_away_from_any_session_still_there_counts_at_once(self) -> None:
        diary = SafetyDiary()
        diary.effect(TODAY, "paranoia", duration=STILL_THERE)
        assert list(unreality(diary.side_effects, ()))

    @pytest.mark.parametrize(
        ("duration", "is_found"),
        [
            (minutes(24 * 60), True),
            (minutes(24 * 60 - 1), False),
            (Duration(Lasted.REST_OF_DAY), False),
            (None, False),
        ],
    )
    def test_a_length_counts_from_24_hours(self, duration: Duration | None, is_found: bool) -> None:
        diary = SafetyDiary()
        diary.effect(TODAY, "hallucinations", duration=duration)
        assert bool(list(unreality(diary.side_effects, ()))) is is_found

    def test_other_effects_may_last(self) -> None:
        diary = SafetyDiary()
        diary.effect(TODAY, "headache", duration=STILL_THERE)
        assert list(unreality(diary.side_effects, ())) == []


class TestElevatedMood:
    def test_two_successive_days_lead_to_the_question(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 5, slept=4.9)
        diary.elevated(TODAY, 7, slept=3)
        assert days_to_ask_about(diary.records(), TODAY) == (day(1), TODAY)

    @pytest.mark.parametrize(("value", "slept"), [(4, 3), (9, 5)])
    def test_both_have_to_be_there_on_both_days(self, value: int, slept: float) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 8, slept=3)
        diary.elevated(TODAY, value, slept=slept)
        assert days_to_ask_about(diary.records(), TODAY) == ()

    def test_scores_during_the_drug_s_effect_do_not_count(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 8, slept=3)
        diary.session(TODAY, hour=10)
        diary.score(TODAY, 8, "elevated-mood", hour=12)
        diary.day(TODAY, slept=3)
        assert days_to_ask_about(diary.records(), TODAY) == ()

    @pytest.mark.parametrize(("ago", "asks"), [(6, True), (7, False)])
    def test_is_asked_for_a_week(self, ago: int, asks: bool) -> None:
        diary = SafetyDiary()
        diary.elevated(day(ago + 1), 8, slept=3)
        diary.elevated(day(ago), 8, slept=3)
        assert bool(days_to_ask_about(diary.records(), TODAY)) is asks

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_an_answer_stands_for_the_days_up_to_its_own(self, answer: str) -> None:
        """Asked again only when two more days follow it."""
        diary = SafetyDiary()
        for ago in (3, 2, 1):
            diary.elevated(day(ago), 8, slept=3)
        diary.answer(day(2), TIRED, answer)
        assert days_to_ask_about(diary.records(), day(1)) == ()
        diary.elevated(TODAY, 8, slept=3)
        assert days_to_ask_about(diary.records(), TODAY) == (day(1), TODAY)

    def test_not_tired_raises(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 8, slept=3)
        diary.elevated(TODAY, 8, slept=3)
        answer = diary.answer(TODAY, TIRED, "no")
        assert list(little_sleep(diary.records(), last_days(14, TODAY))) == [
            Finding(FindingKind.LITTLE_SLEEP, TODAY, answer.id)
        ]

    def test_tired_does_not(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 8, slept=3)
        diary.elevated(TODAY, 8, slept=3)
        diary.answer(TODAY, TIRED, "yes")
        assert list(little_sleep(diary.records(), last_days(14, TODAY))) == []

    def test_corrected_scores_leave_nothing(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(1), 8, slept=3)
        diary.elevated(TODAY, 4, slept=3)
        diary.answer(TODAY, TIRED, "no")
        assert list(little_sleep(diary.records(), last_days(14, TODAY))) == []

    def test_a_later_answer_is_about_later_days(self) -> None:
        diary = SafetyDiary()
        diary.elevated(day(3), 8, slept=3)
        diary.elevated(day(2), 8, slept=3)
        diary.answer(day(2), TIRED, "no")
        diary.answer(TODAY, TIRED, "no")
        found = little_sleep(diary.records(), last_days(14, TODAY))
        assert [each.day for each in found] == [day(2)]


HOURS = st.floats(0, 24, allow_nan=False)
SCORES = st.integers(0, 10).map(float)
DAYS = st.integers(0, 20).map(day)


class TestSuccessiveDays:
    def test_a_day_without_both_values_does_not_come_between(self) -> None:
        elevated = {day(5): 6.0, day(4): 1.0, day(1): 6.0}
        slept = {day(5): 4.0, day(1): 4.0, day(0): 9.0}
        assert little_sleep_days(SleepAndMood(elevated, slept)) == (day(5), day(1))

    def test_one_day_between_with_enough_sleep_parts_them(self) -> None:
        elevated = {day(3): 9.0, day(2): 9.0, day(1): 9.0}
        slept = {day(3): 4.0, day(2): 5.0, day(1): 4.0}
        assert little_sleep_days(SleepAndMood(elevated, slept)) == ()

    @given(st.dictionaries(DAYS, SCORES), st.dictionaries(DAYS, HOURS))
    def test_every_day_found_has_a_neighbour_that_is_found(
        self, elevated: dict[date, float], slept: dict[date, float]
    ) -> None:
        logged = SleepAndMood(elevated, slept)
        found = little_sleep_days(logged)
        assert len(found) != 1
        assert all(elevated[each] >= 5 and slept[each] < 5 for each in found)
        both = logged.both
        for each in found:
            place = both.index(each)
            near = {both[n] for n in (place - 1, place + 1) if 0 <= n < len(both)}
            assert near & set(found)

    @given(st.dictionaries(DAYS, SCORES), st.dictionaries(DAYS, st.floats(5, 24)))
    def test_with_enough_sleep_nothing_is_found(
        self, elevated: dict[date, float], slept: dict[date, float]
    ) -> None:
        assert little_sleep_days(SleepAndMood(elevated, slept)) == ()


class TestBladder:
    @pytest.mark.parametrize("effect", BLADDER_EFFECTS)
    def test_is_found_as_a_side_effect_and_in_the_check(self, effect: str) -> None:
        entered, checked = SafetyDiary(), SafetyDiary()
        entered.effect(TODAY, effect)
        checked.answer(TODAY, SafetyQuestion.BLADDER, effect)
        expected = [Finding(FindingKind.BLADDER, TODAY, effects=(effect,))]
        assert list(bladder(entered.side_effects)) == expected
        assert list(bladder((), checked.answers)) == expected

    def test_both_on_a_day_are_one_finding(self) -> None:
        diary = SafetyDiary()
        diary.effect(TODAY, "nights-up")
        diary.answer(TODAY, SafetyQuestion.BLADDER, "nights-up", "flank-pain")
        (found,) = bladder(diary.side_effects, diary.answers)
        assert found.effects == ("nights-up", "flank-pain")

    def test_a_check_with_none_finds_nothing(self) -> None:
        diary = SafetyDiary()
        diary.answer(TODAY, SafetyQuestion.BLADDER)
        assert list(bladder((), diary.answers)) == []


class TestCraving:
    @pytest.mark.parametrize("effect", ["craving", "took-more"])
    def test_is_found(self, effect: str) -> None:
        diary = SafetyDiary()
        diary.effect(TODAY, effect)
        diary.effect(TODAY, "nausea")
        expected = Finding(FindingKind.CRAVING, TODAY, effects=(effect,))
        assert list(craving(diary.side_effects)) == [expected]


class TestLower:
    def lower(self, born: date | None = None) -> SafetyDiary:
        diary = SafetyDiary(birth_date=born)
        for ago in range(28):
            diary.score(day(ago), 3 if ago < 14 else 6)
        return diary

    def test_is_found_on_the_day_that_is_asked_about(self) -> None:
        found = lower_finding(self.lower().records(), TODAY)
        assert found == Finding(FindingKind.LOWER, TODAY)

    def test_without_a_difference_there_is_nothing(self) -> None:
        assert lower_finding(SafetyDiary().records(), TODAY) is None

    @pytest.mark.parametrize(
        ("born", "call_now"),
        [(date(2001, 3, 11), True), (date(2001, 3, 10), False), (None, False)],
    )
    def test_nobody_under_25_is_told_to_wait(self, born: date | None, call_now: bool) -> None:
        """24 until the day before the 25th birthday."""
        found = lower_finding(self.lower(born).records(), TODAY)
        assert found is not None
        assert found.call_now is call_now
