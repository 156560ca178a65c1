"""Words for the person's safety: what is asked, what is said to the answer, whom to call.

The sentences are fixed (clinical reference, Red flags): calm, and never a diagnosis.
"""

from dataclasses import dataclass

from journal.catalogue import HelpNumbers
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import NOBODY, Contact
from journal.domain.safety import NO, NOT_SURE, YES, Finding, FindingKind
from journal.domain.safety_answer import SafetyQuestion
from journal.i18n import N_, _, format_date
from journal.wording.names import effect_label
from journal.wording.questionnaires import (
    more_than_before,
    safe_tonight_follow_up,
    safe_tonight_question,
)
from journal.wording.treatment import pressure_sentence


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whom to call: the person's own contacts, and the numbers of their country."""

    country: HelpNumbers
    clinic: Contact = NOBODY
    person: Contact = NOBODY


def numbers_of(settings: JournalSettings, country: HelpNumbers) -> Numbers:
    """The numbers to name beside what an open journal says."""
    return Numbers(country, settings.clinic, settings.person)


_FINDINGS = {
    FindingKind.SELF_HARM: N_("Thoughts of self-harm (PHQ-9 item 9)"),
    FindingKind.MIGHT_ACT: N_("Thoughts of not wanting to live"),
    FindingKind.THOUGHTS: N_("Thoughts of not wanting to live"),
    FindingKind.LITTLE_SLEEP: N_("Higher mood with little need for sleep"),
    FindingKind.BLADDER: N_("Bladder"),
    FindingKind.BLOOD_PRESSURE: N_("Blood pressure"),
    FindingKind.PRESSURE_BEFORE: N_("Blood pressure"),
    FindingKind.URGENT: N_(
        "Chest pain, trouble breathing, fainting, hard to wake, seizure, sudden severe headache"
    ),
    FindingKind.UNREALITY: N_("Unreality, voices or paranoia still there after 24 h"),
    FindingKind.CRAVING: N_("Craving, extra doses"),
    FindingKind.LOWER: N_("Lower than the weeks before"),
}


def finding_name(kind: FindingKind) -> str:
    """What a kind of finding is called in a list."""
    return _(_FINDINGS[kind])


_QUESTIONS = {
    SafetyQuestion.HAPPENING_NOW: N_("Is it happening now?"),
    SafetyQuestion.TIRED: N_("Were you tired?"),
    SafetyQuestion.BLADDER: N_("In the last month, did you have any of these?"),
    SafetyQuestion.EVENING_THOUGHTS: N_("Thoughts of not wanting to live"),
}
_ANSWERS = {YES: N_("Yes"), NOT_SURE: N_("Not sure"), NO: N_("No")}
_CHOICES = {
    SafetyQuestion.SAFE_TONIGHT: (YES, NOT_SURE, NO),
    SafetyQuestion.HAPPENING_NOW: (YES, NO),
    SafetyQuestion.TIRED: (YES, NO),
}
_THOUGHTS = {
    "none": N_("none"),
    "some": N_("some"),
    "strong": N_("strong"),
    "might-act": N_("I might act on them"),
}


def question_text(question: SafetyQuestion) -> str:
    """What is asked."""
    if question is SafetyQuestion.SAFE_TONIGHT:
        return safe_tonight_question()
    return _(_QUESTIONS[question])


def answer_choices(question: SafetyQuestion) -> dict[str, str]:
    """The answers to choose one of, by their codes, in the order in which they are offered."""
    if question is SafetyQuestion.EVENING_THOUGHTS:
        return {code: _(words) for code, words in _THOUGHTS.items()}
    return {code: _(_ANSWERS[code]) for code in _CHOICES[question]}


def follow_up(finding: Finding, numbers: Numbers) -> str:
    """What is said to a finding now; empty while its question waits for an answer.

    Without a number of the clinic's the sentence ends before it.
    """
    if finding.waits:
        return ""
    match finding.kind:
        case FindingKind.SELF_HARM | FindingKind.THOUGHTS | FindingKind.MIGHT_ACT:
            return _self_harm(finding, numbers)
        case FindingKind.URGENT:
            return _urgent(finding, numbers.country)
        case FindingKind.BLOOD_PRESSURE | FindingKind.PRESSURE_BEFORE:
            return _pressure(finding, numbers.country)
        case FindingKind.UNREALITY:
            return _("Call your clinic today.")
        case FindingKind.LITTLE_SLEEP:
            return _little_sleep(numbers.clinic)
        case FindingKind.LOWER:
            return _lower(finding, numbers.clinic)
    return _tell_your_clinic(numbers.clinic)


def _self_harm(finding: Finding, numbers: Numbers) -> str:
    return safe_tonight_follow_up(finding.answer, numbers.clinic, numbers.person, numbers.country)


def _urgent(finding: Finding, numbers: HelpNumbers) -> str:
    if finding.answer == YES:
        return _("Call {emergency}.").format(emergency=numbers.emergency)
    return _("Call your clinic today; if it returns, {emergency}.").format(
        emergency=numbers.emergency
    )


def _pressure(finding: Finding, numbers: HelpNumbers) -> str:
    reading = finding.reading
    return "" if reading is None else pressure_sentence(reading, finding.setting, numbers)


def _little_sleep(clinic: Contact) -> str:
    if clinic.number:
        return _(
            "Two days with higher mood than usual and little need for sleep. Please tell your "
            "clinic before your next session, today if you can: {number}."
        ).format(number=clinic.number)
    return _(
        "Two days with higher mood than usual and little need for sleep. Please tell your clinic "
        "before your next session, today if you can."
    )


def _lower(finding: Finding, clinic: Contact) -> str:
    lower = _("The last weeks were lower than the weeks before.")
    sentences = [lower, _tell_your_clinic(clinic)]
    if finding.call_now:
        sentences.append(_("Please call now rather than wait."))
    return " ".join(sentences)


def _tell_your_clinic(clinic: Contact) -> str:
    if clinic.number:
        return _("Please tell your clinic: {number}.").format(number=clinic.number)
    return _("Please tell your clinic.")


def addition(finding: Finding, numbers: Numbers) -> str:
    """What stands below a finding whatever the answer to its question; may be empty."""
    if finding.more_than is not None:
        return more_than_before(finding.more_than)
    if finding.kind is FindingKind.URGENT:
        return companion_sentence(numbers.country)
    return ""


def companion_sentence(numbers: HelpNumbers) -> str:
    """When somebody who is with the person calls for help."""
    sentence = _("Hard to wake, slow or shallow breathing, blue lips: call {emergency}.")
    return sentence.format(emergency=numbers.emergency)


def effects_line(finding: Finding) -> str:
    """The side effects behind a finding: `Chest pain`; may be empty."""
    return ", ".join(effect_label(effect) for effect in finding.effects)


def finding_line(finding: Finding) -> str:
    """What was found, and when: `Chest pain, 9 Mar`."""
    what = effects_line(finding) or finding_name(finding.kind)
    return _("{what}, {date}").format(what=what, date=format_date(finding.day, "short"))
