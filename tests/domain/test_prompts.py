"""At most one prompt an evening, none on a session day, and "Not now" is heard."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.prompts import Prompt, PromptKind, prompt_for
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import SessionState, Treatment
from tests.domain.diary import LONG_AGO, at
from tests.domain.safety_diary import SafetyDiary

TODAY = date(2026, 3, 10)
NOW = at(TODAY, 21).instant

TIRED = Prompt(PromptKind.TIRED)
BLADDER = Prompt(PromptKind.BLADDER)
PHQ_9 = Prompt(PromptKind.QUESTIONNAIRE, "phq-9")
Dismissed = dict[PromptKind, date]


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def prompt(
    diary: SafetyDiary, dismissed: Dismissed | None = None, due: str = "", now: datetime = NOW
) -> Prompt | None:
    return prompt_for(diary.records(), now, TODAY, dismissed or {}, due)


def checked(ago: int = 3) -> SafetyDiary:
    """Somebody whose bladder check is not due."""
    diary = SafetyDiary()
    diary.answer(day(ago), SafetyQuestion.BLADDER)
    return diary


def sleepless(diary: SafetyDiary) -> SafetyDiary:
    for ago in (1, 0):
        diary.elevated(day(ago), 8, slept=3)
    return diary


class TestWhatIsDue:
    @pytest.mark.parametrize(("ago", "is_due"), [(29, False), (30, True)])
    def test_the_bladder_check_comes_every_30_days(self, ago: int, is_due: bool) -> None:
        assert prompt(checked(ago)) == (BLADDER if is_due else None)

    @pytest.mark.parametrize(("days", "is_due"), [(6.9, False), (7, True)])
    def test_a_new_journal_waits_a_week(self, days: float, is_due: bool) -> None:
        now = LONG_AGO + timedelta(days=days)
        assert prompt(SafetyDiary(), now=now) == (BLADDER if is_due else None)

    def test_a_questionnaire_that_is_due(self) -> None:
        assert prompt(checked(), due="phq-9") == PHQ_9

    def test_the_most_pressing_comes_first(self) -> None:
        assert prompt(sleepless(SafetyDiary()), due="phq-9") == TIRED
        assert prompt(SafetyDiary(), due="phq-9") == BLADDER

    def test_nothing_due_is_no_prompt(self) -> None:
        assert prompt(checked()) is None


class TestOneAnEvening:
    @pytest.mark.parametrize("question", [SafetyQuestion.TIRED, SafetyQuestion.BLADDER])
    def test_after_an_answer_there_is_no_other(self, question: SafetyQuestion) -> None:
        diary = SafetyDiary()
        diary.answer(TODAY, question)
        assert prompt(diary, due="phq-9") is None

    def test_after_a_questionnaire_there_is_no_other(self) -> None:
        diary = SafetyDiary()
        diary.item_nine(TODAY, 0)
        assert prompt(diary, due="gad-7") is None

    def test_what_is_asked_about_a_finding_is_no_prompt(self) -> None:
        diary = SafetyDiary()
        diary.answer(TODAY, SafetyQuestion.HAPPENING_NOW, "no")
        assert prompt(diary) == BLADDER

    @pytest.mark.parametrize("kind", PromptKind)
    def test_after_not_now_there_is_no_other(self, kind: PromptKind) -> None:
        assert prompt(sleepless(SafetyDiary()), {kind: TODAY}, "phq-9") is None


class TestNotNow:
    @pytest.mark.parametrize(("ago", "expected"), [(1, PHQ_9), (2, PHQ_9), (3, BLADDER)])
    def test_lets_the_next_one_come_first_for_two_evenings(
        self, ago: int, expected: Prompt
    ) -> None:
        assert prompt(SafetyDiary(), {PromptKind.BLADDER: day(ago)}, "phq-9") == expected


class TestSessionDays:
    @pytest.mark.parametrize(
        ("state", "is_quiet"),
        [
            (SessionState.DONE, True),
            (SessionState.PLANNED, True),
            (SessionState.CANCELLED, False),
            (SessionState.DID_NOT_TAKE_PLACE, False),
        ],
    )
    def test_are_quiet(self, state: SessionState, is_quiet: bool) -> None:
        diary = SafetyDiary()
        diary.session(TODAY, state=state)
        assert prompt(diary) == (None if is_quiet else BLADDER)

    def test_the_day_after_is_not(self) -> None:
        diary = SafetyDiary()
        diary.session(day(1))
        assert prompt(diary) == BLADDER

    def test_other_treatments_do_not_keep_it_quiet(self) -> None:
        diary = SafetyDiary()
        diary.session(TODAY, treatment=Treatment.PSYCHOTHERAPY)
        assert prompt(diary) == BLADDER

    def test_daily_use_has_no_quiet_days(self) -> None:
        diary = SafetyDiary()
        for ago in range(10):
            diary.session(day(ago), treatment=Treatment.LOZENGE)
        assert prompt(diary) == BLADDER


@given(
    st.dictionaries(st.sampled_from(PromptKind), st.integers(0, 5).map(day)),
    st.sampled_from(["", "phq-9"]),
    st.booleans(),
)
def test_what_was_put_off_in_the_last_days_never_comes(
    dismissed: Dismissed, due: str, has_slept: bool
) -> None:
    diary = SafetyDiary() if has_slept else sleepless(SafetyDiary())
    found = prompt(diary, dismissed, due)
    assert found is None or dismissed.get(found.kind, date.min) <= day(3)
