"""The fixed wording of every red flag, word for word."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from journal.catalogue import numbers_for
from journal.domain.profile import Contact
from journal.domain.safety import Finding, FindingKind
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import Setting
from journal.domain.vitals import Vitals
from journal.wording.questionnaires import only_on_this_computer
from journal.wording.safety import (
    Numbers,
    addition,
    answer_choices,
    finding_line,
    finding_name,
    follow_up,
    numbers_of,
    question_text,
)
from tests.domain.diary import Diary

DAY = date(2026, 3, 10)
ABOUT = UUID(int=1)
GB = Numbers(numbers_for("GB"), Contact("Riverside Clinic", "555 0100"), Contact("Sam", "555 0101"))
ALONE = Numbers(numbers_for("US"))

TALK_NOW = (
    "Please talk to someone now: Sam 555 0101 · Samaritans 116 123, any hour · emergency 999. "
    "If you can, be with someone, and keep away from anything you could hurt yourself with."
)


def finding(kind: FindingKind, answer: str = "") -> Finding:
    return Finding(kind, DAY, ABOUT, answer=answer)


def measured(upper: int | None, lower: int | None, minutes: int = 40) -> Finding:
    reading = Vitals(minutes, upper, lower)
    return Finding(FindingKind.BLOOD_PRESSURE, DAY, ABOUT, reading=reading)


class TestThoughts:
    def test_what_stands_under_the_item(self) -> None:
        assert only_on_this_computer() == (
            "Your answer stays on this computer. Nobody watches this journal. It is in a summary "
            "only if you make one."
        )

    def test_the_question(self) -> None:
        assert question_text(SafetyQuestion.SAFE_TONIGHT) == (
            "Thank you for writing this down. Can you keep yourself safe tonight?"
        )
        assert list(answer_choices(SafetyQuestion.SAFE_TONIGHT).values()) == [
            "Yes",
            "Not sure",
            "No",
        ]

    @pytest.mark.parametrize("kind", [FindingKind.SELF_HARM, FindingKind.THOUGHTS])
    def test_what_is_said_to_the_answer(self, kind: FindingKind) -> None:
        assert follow_up(finding(kind), GB) == ""
        assert follow_up(finding(kind, "yes"), GB) == (
            "Please mention this to your clinic: 555 0100."
        )
        assert follow_up(finding(kind, "not-sure"), GB) == TALK_NOW
        assert follow_up(finding(kind, "no"), GB) == TALK_NOW

    def test_i_might_act_is_answered_at_once(self) -> None:
        assert follow_up(finding(FindingKind.MIGHT_ACT), GB) == TALK_NOW

    def test_without_contacts_the_country_s_numbers_stand_alone(self) -> None:
        assert follow_up(finding(FindingKind.SELF_HARM, "no"), ALONE).startswith(
            "Please talk to someone now: 988 Suicide and Crisis Lifeline 988, any hour · "
            "emergency 911. "
        )
        assert follow_up(finding(FindingKind.SELF_HARM, "yes"), ALONE) == (
            "Please mention this to your clinic."
        )

    def test_higher_than_last_time_adds(self) -> None:
        higher = replace(finding(FindingKind.SELF_HARM), more_than=date(2026, 2, 24))
        assert addition(higher, GB) == (
            "This is more than on 24 February 2026. Please call your clinic on its next open day."
        )
        assert addition(finding(FindingKind.SELF_HARM), GB) == ""

    def test_the_evening_line(self) -> None:
        assert question_text(SafetyQuestion.EVENING_THOUGHTS) == "Thoughts of not wanting to live"
        assert answer_choices(SafetyQuestion.EVENING_THOUGHTS) == {
            "none": "none",
            "some": "some",
            "strong": "strong",
            "might-act": "I might act on them",
        }


class TestBloodPressure:
    def test_very_high(self) -> None:
        assert follow_up(measured(185, 110), GB) == (
            "185/110 is very high. Rest 5 minutes, measure again. Still 180 or more, or 120 or "
            "more: call your clinic now, or 111 if it is closed. With chest pain, trouble "
            "breathing, sudden severe headache, change in sight or speech, weakness, confusion or "
            "a seizure: call 999."
        )

    def test_without_an_urgent_line_the_emergency_number_stands_there(self) -> None:
        assert "or 911 if it is closed." in follow_up(measured(180, None), ALONE)

    @pytest.mark.parametrize(
        ("setting", "sentence"),
        [
            (None, "Tell the person giving the treatment before it starts."),
            (Setting.CLINIC, "Tell the person giving the treatment before it starts."),
            (
                Setting.HOME_WITH_SOMEONE,
                "Please speak with your prescriber before taking this dose.",
            ),
            (Setting.HOME_ALONE, "Please speak with your prescriber before taking this dose."),
        ],
    )
    def test_before_a_session(self, setting: Setting | None, sentence: str) -> None:
        before = replace(
            measured(150, 80, minutes=-5), kind=FindingKind.PRESSURE_BEFORE, setting=setting
        )
        assert follow_up(before, GB) == sentence


class TestOthers:
    def test_is_it_happening_now(self) -> None:
        assert question_text(SafetyQuestion.HAPPENING_NOW) == "Is it happening now?"
        assert list(answer_choices(SafetyQuestion.HAPPENING_NOW).values()) == ["Yes", "No"]
        urgent = finding(FindingKind.URGENT)
        assert follow_up(urgent, GB) == ""
        assert follow_up(replace(urgent, answer="yes"), GB) == "Call 999."
        assert follow_up(replace(urgent, answer="no"), GB) == (
            "Call your clinic today; if it returns, 999."
        )

    def test_for_a_companion(self) -> None:
        assert addition(finding(FindingKind.URGENT), GB) == (
            "Hard to wake, slow or shallow breathing, blue lips: call 999."
        )

    def test_unreality(self) -> None:
        assert follow_up(finding(FindingKind.UNREALITY), GB) == "Call your clinic today."

    def test_little_sleep(self) -> None:
        assert question_text(SafetyQuestion.TIRED) == "Were you tired?"
        assert follow_up(finding(FindingKind.LITTLE_SLEEP), GB) == (
            "Two days with higher mood than usual and little need for sleep. Please tell your "
            "clinic before your next session, today if you can: 555 0100."
        )
        assert follow_up(finding(FindingKind.LITTLE_SLEEP), ALONE) == (
            "Two days with higher mood than usual and little need for sleep. Please tell your "
            "clinic before your next session, today if you can."
        )

    @pytest.mark.parametrize("kind", [FindingKind.BLADDER, FindingKind.CRAVING])
    def test_tell_your_clinic(self, kind: FindingKind) -> None:
        assert follow_up(finding(kind), GB) == "Please tell your clinic: 555 0100."
        assert follow_up(finding(kind), ALONE) == "Please tell your clinic."

    def test_clearly_lower(self) -> None:
        lower = finding(FindingKind.LOWER)
        said = "The last weeks were lower than the weeks before. Please tell your clinic: 555 0100."
        assert follow_up(lower, GB) == said
        assert follow_up(replace(lower, call_now=True), GB) == (
            f"{said} Please call now rather than wait."
        )


ANSWERS = ["", "yes", "not-sure", "no"]


@pytest.mark.parametrize("kind", FindingKind)
@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("numbers", [GB, ALONE], ids=["own", "country"])
def test_every_finding_is_said_calmly_in_whole_sentences(
    kind: FindingKind, answer: str, numbers: Numbers
) -> None:
    found = replace(measured(185, 125), kind=kind, answer=answer)
    words = follow_up(found, numbers)
    assert found.waits or words.endswith(".")
    for said in (words, addition(found, numbers), finding_name(kind), finding_line(found)):
        assert "{" not in said
        assert "!" not in said
        assert "mania" not in said.lower()


def test_a_finding_in_a_list_says_what_and_when() -> None:
    pain = replace(finding(FindingKind.URGENT), effects=("chest-pain",))
    assert finding_line(pain) == "Chest pain, 10 Mar"
    assert finding_line(finding(FindingKind.CRAVING)) == "Craving, extra doses, 10 Mar"


def test_own_contacts_come_from_the_journal() -> None:
    settings = replace(Diary().settings, clinic=GB.clinic, person=GB.person)
    assert numbers_of(settings, numbers_for("GB")) == GB
