"""Names, findings and errors in words: the one place where the fixed wording stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal import catalogue
from journal.domain.checkin import MOOD, SLEEP_HOURS, Scale
from journal.domain.errors import (
    ImportProblem,
    ImportRefused,
    InvalidValue,
    JournalError,
    Problem,
    ReportError,
    ReportProblem,
    StorageError,
    StorageProblem,
)
from journal.domain.safety import Driving
from journal.domain.session import (
    Dose,
    DoseUnit,
    NumberedSession,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Severity, SideEffect
from journal.i18n import N_, _, format_date, format_number, format_time, ngettext

_SCALES = {
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


def scale_name(scale: Scale) -> str:
    """What a scale is called."""
    return scale.name or _(_SCALES[scale.key])


def scale_end_words(scale: Scale) -> tuple[str, str]:
    """What the lowest and the highest value mean; empty for the person's own scales and hours."""
    low, high = _ENDS.get(scale.key, ("", ""))
    return (_(low) if low else "", _(high) if high else "")


def scale_ends(scale: Scale) -> str:
    """The range in words: `0 none – 10 strong`, `hours`, or `1 – 5`."""
    if scale.key == SLEEP_HOURS:
        return _("hours")
    low, high = scale_end_words(scale)
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


def session_line(numbered: NumberedSession, today: date) -> str:
    """Where the last session stands: `Session 12 was today, 09:40–10:20`."""
    start = numbered.session.start
    words = {
        0: _("Session {number} was today, {time}"),
        1: _("Session {number} was yesterday, {time}"),
    }
    sentence = words.get((today - start.day).days, _("Session {number} was on {date}, {time}"))
    return sentence.format(
        number=numbered.number, date=format_date(start.day, "medium"), time=_clock(numbered.session)
    )


def _clock(session: TreatmentSession) -> str:
    start = format_time(session.start.local)
    if session.end is None:
        return start
    return f"{start}–{format_time(session.end.astimezone(ZoneInfo(session.start.zone)))}"


def driving_sentence(driving: Driving, zone: str) -> str:
    """The driving rule's fixed wording, times on the wall clock of `zone`."""
    if driving.daily_use or driving.earliest is None:
        return _("You take ketamine most days. Ask your prescriber if and when you may drive.")
    earliest = driving.earliest.astimezone(ZoneInfo(zone))
    when = f"{format_date(earliest.date(), 'medium')}, {format_time(earliest)}"
    if driving.if_planned is not None:
        opening = _("If you had your {time} session: no driving or machinery.").format(
            time=format_time(driving.if_planned.local)
        )
    else:
        opening = _("No driving or machinery.")
    rest = _(
        "At the earliest {when}, after a full night’s sleep, and not while you feel any effect. "
        "If your clinic says longer, follow that."
    ).format(when=when)
    end = "" if driving.end_entered else " " + _("The session’s end is not entered.")
    return f"{opening} {rest}{end}"


def error_sentence(error: JournalError) -> str:
    """What happened, what is safe and what to do, in plain words."""
    match error:
        case InvalidValue():
            return invalid_sentence(error)
        case StorageError():
            return _(_STORAGE[error.problem])
        case ImportRefused():
            return import_sentence(error)
        case ReportError():
            return _(_REPORT[error.problem])
    return _("Something went wrong. What was saved before is safe.")


_STORAGE = {
    StorageProblem.NO_JOURNAL: N_("There is no journal here yet."),
    StorageProblem.NOT_A_JOURNAL: N_(
        "The file in the journal’s place is not a journal. It was not changed. "
        "Move it elsewhere, or choose another folder."
    ),
    StorageProblem.EMPTY_FILE: N_(
        "The journal’s file is empty. It was not changed. "
        "If you have a copy of your journal, put it in its place; otherwise move the file away."
    ),
    StorageProblem.DAMAGED: N_(
        "The journal’s file is damaged. It was not changed. "
        "Keep it, and put the newest copy you have in its place."
    ),
    StorageProblem.NEWER_VERSION: N_(
        "This journal was written by a newer version of the program. It was not changed. "
        "Please install the newer version."
    ),
    StorageProblem.WRONG_PASSPHRASE: N_(
        "The journal does not open with this passphrase. Nothing is lost; please try again."
    ),
    StorageProblem.IN_USE: N_("The journal is open in a window. Close it and try again."),
    StorageProblem.READ_ONLY: N_(
        "The journal’s folder or file cannot be written to. What was saved before is safe. "
        "Check the folder’s permissions, then try again."
    ),
    StorageProblem.DISK_FULL: N_(
        "The disk is full. What was saved before is safe. Make some room, then try again."
    ),
    StorageProblem.NOT_REACHABLE: N_(
        "The journal’s folder cannot be reached. Check that the disk is there, then try again."
    ),
}
_REPORT = {
    ReportProblem.NOT_MADE: N_(
        "The summary could not be made. Your journal is safe. Try another period."
    ),
    ReportProblem.NOT_SAVED: N_(
        "The summary could not be saved there. Your journal is safe. Try another folder."
    ),
}
_IMPORT = {
    ImportProblem.UNREADABLE: N_("The file cannot be read as text."),
    ImportProblem.NOT_THIS_FORMAT: N_("This is not a Daylio CSV export."),
    ImportProblem.BAD_DATE: N_("Line {line}: the date cannot be read."),
    ImportProblem.BAD_TIME: N_("Line {line}: the time cannot be read."),
    ImportProblem.BAD_SCALE: N_(
        "Line {line}: a scale cannot be read, has more than 11 steps, or differs from one of the "
        "same name."
    ),
    ImportProblem.MISSING_MOOD: N_("Line {line}: there is no mood."),
    ImportProblem.WRONG_COLUMNS: N_("Line {line}: the number of columns is wrong."),
    ImportProblem.UNKNOWN_MOODS: N_(
        "These moods need a level from 1 (worst) to 5 (best): {names}."
    ),
    ImportProblem.BAD_LEVEL: N_("A mood’s level is a whole number from 1 (worst) to 5 (best)."),
    ImportProblem.IN_FUTURE: N_("Line {line}: the date lies in the future."),
    ImportProblem.TOO_LONG: N_("Line {line}: a text in it is too long."),
}


def import_sentence(error: ImportRefused) -> str:
    """Why a file was refused; nothing of it was written."""
    sentence = _(_IMPORT[error.problem]).format(line=error.line, names=", ".join(error.names))
    return f"{sentence} {_('Nothing was imported.')}"


_PROBLEMS = {
    Problem.OFF_SCALE: N_("{field} goes from {low} to {high}."),
    Problem.IN_FUTURE: N_("{field} lies in the future."),
    Problem.TOO_LONG_AGO: N_("{field} lies before 1900."),
    Problem.BELOW_ZERO: N_("{field} cannot be below zero."),
    Problem.TOO_LARGE: N_("{field} can be at most {most}."),
    Problem.END_BEFORE_START: N_("{field} comes before the start."),
    Problem.END_IN_FUTURE: N_("{field} lies in the future."),
    Problem.TOO_LONG: N_("{field} is too long: at most {most} characters."),
    Problem.LASTS_TOO_LONG: N_("{field} is too far from the start: at most {most} days."),
    Problem.NOT_A_DOSE: N_(
        "{field} is a number and a unit, such as 35 mg, 0.5 mg/kg or 2 devices."
    ),
    Problem.NOT_A_NUMBER: N_("{field} is a number."),
    Problem.NOT_A_DATE: N_(
        "{field} is written like 2026-03-14T21:14, or 2026-03-14 where only a day is asked."
    ),
    Problem.SKIPPED_HOUR: N_(
        "{field}: the clocks skipped this hour. Choose a time before or after."
    ),
    Problem.MISSING: N_("{field} is missing."),
    Problem.UNKNOWN: N_("{field} is not known."),
    Problem.TAKEN: N_("{field} is taken already."),
    Problem.TOO_MANY_STEPS: N_("{field}: a scale has at most {most} steps."),
    Problem.ENDS_SWAPPED: N_("{field} must be above the lowest value."),
    Problem.NO_SESSION: N_("{field}: there is no finished session to count from."),
    Problem.DISAGREES: N_("{field} does not agree with the time given."),
    Problem.PLANNED_IN_PAST: N_("{field} lies in the past."),
}
_FIELDS = {
    "at": N_("The time"),
    "start": N_("The start"),
    "end": N_("The end"),
    "onset": N_("The onset"),
    "lasted": N_("The duration"),
    "dose": N_("The dose"),
    "body_weight": N_("The body weight"),
    "minutes": N_("The length in minutes"),
    "treatment": N_("The treatment"),
    "effect": N_("The side effect"),
    "route": N_("The route"),
    "setting": N_("The setting"),
    "number": N_("The number"),
    "severity": N_("The severity"),
    "scale": N_("The scale"),
    "from": N_("The first day"),
    "to": N_("The last day"),
    "name": N_("The name"),
    "low": N_("The lowest value"),
    "high": N_("The highest value"),
    "note": N_("The note"),
    "mood-level": N_("The mood’s level"),
    "day_starts_at": N_("The day’s start"),
    "birth_date": N_("The birth date"),
    "output": N_("The output file"),
    "format": N_("The format"),
    "entries": N_("The entry"),
}


def invalid_sentence(error: InvalidValue) -> str:
    """What is wrong with an entered value, for the place where it was entered."""
    field = _FIELDS.get(error.field) or _SCALES.get(error.field) or N_("The value")
    return _(_PROBLEMS[error.problem]).format(field=_(field), **error.limits)


def saved_at(moment: datetime) -> str:
    """That everything entered so far is committed: `Saved 21:14`."""
    return _("Saved {time}").format(time=format_time(moment))


def count_check_ins(count: int) -> str:
    """`1,476 check-ins`."""
    return ngettext("{count} check-in", "{count} check-ins", count).format(
        count=format_number(count)
    )


def count_sessions(count: int) -> str:
    """`4 sessions`."""
    return ngettext("{count} session", "{count} sessions", count).format(count=format_number(count))


def count_side_effects(count: int) -> str:
    """`0 side effects`."""
    return ngettext("{count} side effect", "{count} side effects", count).format(
        count=format_number(count)
    )
