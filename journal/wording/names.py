"""What scales, effects, treatments and their parts are called."""

from journal import catalogue
from journal.domain.checkin import MOOD, SLEEP_HOURS, Scale
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

SCALES = {
    MOOD: N_("Mood"),
    "anxiety": N_("Anxiety"),
    "energy": N_("Energy"),
    "pain": N_("Pain"),
    "irritability": N_("Irritability"),
    "elevated-mood": N_("Elevated mood"),
    SLEEP_HOURS: N_("Sleep last night"),
    "sleep-quality": N_("Sleep quality"),
}
_ENDS = {
    MOOD: (N_("very low"), N_("very good")),
    "energy": (N_("low"), N_("high")),
    "sleep-quality": (N_("poor"), N_("good")),
    "anxiety": (N_("none"), N_("strong")),
    "pain": (N_("none"), N_("strong")),
    "irritability": (N_("none"), N_("strong")),
    "elevated-mood": (N_("none"), N_("strong")),
}
_MOOD_IF_BIPOLAR = (N_("low"), N_("high"))


def scale_name(scale: Scale) -> str:
    """What a scale is called."""
    return scale.name or _(SCALES[scale.key])


def scale_end_words(scale: Scale, *, bipolar: bool = False) -> tuple[str, str]:
    """What the lowest and the highest value mean; empty for the person's own scales and hours.

    Where bipolar depression is treated a higher mood is not called better.
    """
    low, high = _ENDS.get(scale.key, ("", ""))
    if bipolar and scale.key == MOOD:
        low, high = _MOOD_IF_BIPOLAR
    return (_(low) if low else "", _(high) if high else "")


def scale_ends(scale: Scale, *, bipolar: bool = False) -> str:
    """The range in words: `0 none – 10 strong`, `hours`, or `1 – 5`."""
    if scale.key == SLEEP_HOURS:
        return _("hours")
    low, high = scale_end_words(scale, bipolar=bipolar)
    return f"{scale.low} {low} – {scale.high} {high}" if low else f"{scale.low} – {scale.high}"


def effect_label(key: str) -> str:
    """The name of a side effect in the catalogue."""
    effect = catalogue.side_effects().effect(key)
    return _(effect.name) if effect else key


def effect_name(effect: SideEffect) -> str:
    """What a side effect is called: the catalogue's name or the person's words."""
    return effect_label(effect.effect) if effect.effect else effect.name


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
