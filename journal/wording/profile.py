"""What is treated and what a clinic should know, in words."""

from collections.abc import Collection

from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.i18n import N_, _

_TREATED_FOR = {
    TreatedFor.DEPRESSION: N_("Depression"),
    TreatedFor.BIPOLAR: N_("Bipolar depression"),
    TreatedFor.SUICIDAL_THOUGHTS: N_("Suicidal thoughts"),
    TreatedFor.PTSD: N_("PTSD"),
    TreatedFor.ANXIETY: N_("Anxiety"),
    TreatedFor.PAIN: N_("Chronic pain"),
    TreatedFor.ALCOHOL: N_("Alcohol withdrawal"),
    TreatedFor.OTHER: N_("Something else"),
}
_CLINIC_SHOULD_KNOW = {
    ClinicShouldKnow.HIGH_BLOOD_PRESSURE: N_("High blood pressure"),
    ClinicShouldKnow.HEART: N_("Heart condition"),
    ClinicShouldKnow.ANEURYSM: N_("Aneurysm"),
    ClinicShouldKnow.RAISED_BRAIN_PRESSURE: N_("Raised brain pressure"),
    ClinicShouldKnow.LIVER: N_("Liver condition"),
    ClinicShouldKnow.KIDNEY: N_("Kidney condition"),
    ClinicShouldKnow.BLADDER: N_("Bladder condition"),
    ClinicShouldKnow.PSYCHOSIS: N_("Psychosis, now or before"),
    ClinicShouldKnow.PREGNANCY: N_("Pregnancy"),
}


def treated_for_name(treated_for: TreatedFor) -> str:
    """What is being treated."""
    return _(_TREATED_FOR[treated_for])


def clinic_should_know_name(condition: ClinicShouldKnow) -> str:
    """What a clinic needs to know before it gives ketamine."""
    return _(_CLINIC_SHOULD_KNOW[condition])


def treated_for_list(treated_for: Collection[TreatedFor]) -> str:
    """Everything that is treated, in a fixed order: `Depression, PTSD`; empty for nothing."""
    return ", ".join(treated_for_name(each) for each in TreatedFor if each in treated_for)


def clinic_should_know_list(conditions: Collection[ClinicShouldKnow]) -> str:
    """Everything a clinic should know, in a fixed order; empty for nothing."""
    return ", ".join(clinic_should_know_name(c) for c in ClinicShouldKnow if c in conditions)


def begun_in_treatment_words() -> str:
    """What somebody ticks whose first session is older than the journal."""
    return _("I was in treatment before this journal")


def see_elevated_mood() -> str:
    """What stands beside a reading of mood where bipolar depression is treated."""
    return _("see elevated mood")
