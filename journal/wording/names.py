"""What effects, treatments and their parts are called."""

from journal import catalogue
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Severity, SideEffect
from journal.i18n import N_, _, format_number
from journal.wording.inside import inside
from journal.wording.scales import SCALES as SCALES
from journal.wording.scales import scale_end_words as scale_end_words
from journal.wording.scales import scale_ends as scale_ends
from journal.wording.scales import scale_name as scale_name


def effect_label(key: str) -> str:
    """The name of a side effect in the catalogue."""
    effect = catalogue.side_effects().effect(key)
    return _(effect.name) if effect else key


def effect_name(effect: SideEffect) -> str:
    """What a side effect is called: the catalogue's name or the person's words."""
    return effect_label(effect.effect) if effect.effect else effect.name


def effect_inside(effect: SideEffect) -> str:
    """The same inside a sentence, where the person's words stay as they are."""
    return inside(effect_label(effect.effect)) if effect.effect else effect.name


_SEVERITIES = {
    Severity.MILD: N_("mild"),
    Severity.MODERATE: N_("moderate"),
    Severity.SEVERE: N_("severe"),
}
_SEVERITY_MEANINGS = {
    Severity.MILD: N_("noticed, did not get in the way"),
    Severity.MODERATE: N_("got in the way"),
    Severity.SEVERE: N_("stopped me"),
}


def severity_name(severity: Severity) -> str:
    """Mild, moderate or severe."""
    return _(_SEVERITIES[severity])


def severity_meaning(severity: Severity) -> str:
    """What a severity means in daily life."""
    return _(_SEVERITY_MEANINGS[severity])


def duration_text(duration: Duration) -> str:
    """How long an effect lasted: `under 2 h`, `45 min`, `3 h`, `rest of day`, `still there`."""
    if duration.lasted is Lasted.MINUTES and duration.minutes is not None:
        return minutes_text(duration.minutes)
    return _(_LASTED[duration.lasted])


_LASTED = {
    Lasted.UNDER_TWO_HOURS: N_("under 2 h"),
    Lasted.MINUTES: N_("some time"),
    Lasted.REST_OF_DAY: N_("rest of day"),
    Lasted.STILL_THERE: N_("still there"),
}


def minutes_text(minutes: int) -> str:
    """Minutes in words: `40 min`, `3 h`, `2.5 h`, `3 days`."""
    if minutes < 120:
        return _("{count} min").format(count=minutes)
    if minutes < 72 * 60:
        return _("{count} h").format(count=format_number(minutes / 60))
    return _("{count} days").format(count=format_number(minutes / (24 * 60)))


_TREATMENTS = {
    Treatment.IV_KETAMINE: N_("IV ketamine"),
    Treatment.IM_KETAMINE: N_("IM ketamine"),
    Treatment.SC_KETAMINE: N_("Subcutaneous ketamine"),
    Treatment.ESKETAMINE: N_("Esketamine nasal spray"),
    Treatment.NASAL_KETAMINE: N_("Ketamine nasal spray (compounded)"),
    Treatment.LOZENGE: N_("Ketamine lozenge"),
    Treatment.TROCHE: N_("Ketamine troche"),
    Treatment.ORAL_KETAMINE: N_("Ketamine tablet"),
    Treatment.TMS: N_("TMS"),
    Treatment.ECT: N_("ECT"),
    Treatment.PSYCHOTHERAPY: N_("Psychotherapy"),
    Treatment.OTHER_INFUSION: N_("Vitamin or hydration infusion"),
    Treatment.OTHER: N_("Other treatment"),
}


def treatment_label(treatment: Treatment) -> str:
    """The name of a kind of treatment."""
    return _(_TREATMENTS[treatment])


def treatment_name(session: TreatmentSession) -> str:
    """What was given in a session: the person's own name for another treatment."""
    return session.treatment_name or treatment_label(session.treatment)


_ROUTES = {
    Route.INTRAVENOUS: N_("into a vein"),
    Route.INTRAMUSCULAR: N_("into a muscle"),
    Route.SUBCUTANEOUS: N_("under the skin"),
    Route.NASAL: N_("nose"),
    Route.SUBLINGUAL: N_("under the tongue"),
    Route.ORAL: N_("swallowed"),
    Route.NONE: N_("none"),
}


def route_name(route: Route) -> str:
    """The way a substance is given, in plain words."""
    return _(_ROUTES[route])


_STATES = {
    SessionState.PLANNED: N_("Planned"),
    SessionState.DONE: N_("Done"),
    SessionState.CANCELLED: N_("Cancelled"),
    SessionState.DID_NOT_TAKE_PLACE: N_("Did not take place"),
}


def state_name(state: SessionState) -> str:
    """Whether a session took place."""
    return _(_STATES[state])


_SETTINGS = {
    Setting.CLINIC: N_("Clinic"),
    Setting.HOME_WITH_SOMEONE: N_("At home, with someone"),
    Setting.HOME_ALONE: N_("At home, alone"),
}


def setting_name(setting: Setting) -> str:
    """Where a session takes place."""
    return _(_SETTINGS[setting])


def unit_name(unit: DoseUnit) -> str:
    """A dose's unit."""
    return _("devices") if unit is DoseUnit.DEVICES else unit.value


def dose_text(dose: Dose) -> str:
    """A dose with its unit: `35 mg`, `0.5 mg/kg`, `2 devices`."""
    if dose.unit is DoseUnit.DEVICES and dose.amount == 1:
        return _("1 device")
    return f"{dose.amount:f} {unit_name(dose.unit)}"
