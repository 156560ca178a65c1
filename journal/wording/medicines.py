"""Medicines, their doses and changes in words."""

from datetime import date, time

from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import (
    DoseTaken,
    Medication,
    MedicineChange,
    MedicineClass,
    MedicineMark,
)
from journal.i18n import N_, _, format_date, format_time, ngettext
from journal.wording.errors import invalid_sentence

_CLASSES = {
    MedicineClass.BENZODIAZEPINE: N_("benzodiazepine"),
    MedicineClass.STIMULANT: N_("stimulant"),
    MedicineClass.MAOI: N_("MAO inhibitor"),
    MedicineClass.OPIOID: N_("opioid"),
    MedicineClass.OTHER: N_("none of these"),
}


def medicine_class_name(kind: MedicineClass) -> str:
    """A class of medicines that matters around ketamine."""
    return _(_CLASSES[kind])


def medicine_class_note(medication: Medication) -> str:
    """The class where it matters, empty otherwise."""
    is_other = medication.kind is MedicineClass.OTHER
    return "" if is_other else medicine_class_name(medication.kind)


def medicine_dose(medication: Medication) -> str:
    """Dose and how often, as far as they are told: `100 mg, mornings`."""
    return ", ".join(part for part in (medication.dose, medication.how_often) if part)


def medicine_days(medication: Medication) -> str:
    """Since when, or from when until when, it was taken."""
    first = format_date(medication.first)
    if medication.last is None:
        return _("since {first}").format(first=first)
    if medication.last == medication.first:
        return _("on {first}").format(first=first)
    return _("{first} – {last}").format(first=first, last=format_date(medication.last))


def medicine_run(medication: Medication) -> str:
    """A dose that ended: `50 mg, mornings · 3 February 2026 – 2 March 2026 · too weak`."""
    parts = (medicine_dose(medication), medicine_days(medication), medication.reason)
    return " · ".join(part for part in parts if part)


def medicine_mark_label(mark: MedicineMark) -> str:
    """A change in a few words, for the time axis: `Sertraline 100 mg`, `Sertraline stopped`."""
    medication = mark.medication
    if mark.change is MedicineChange.STOPPED:
        return _("{name} stopped").format(name=medication.name)
    return f"{medication.name} {medication.dose or medication.how_often}".strip()


_MARK_SENTENCES = {
    MedicineChange.STARTED: N_("{date}: {name} begun ({dose})."),
    MedicineChange.CHANGED: N_("{date}: {name} changed from {before} to {dose}."),
    MedicineChange.STOPPED: N_("{date}: last day of {name} ({dose})."),
}


def medicine_mark_sentence(mark: MedicineMark, *, with_reason: bool = True) -> str:
    """A change as a sentence, with its reason where one was told and others may read it."""
    untold = _("dose not entered")
    sentence = _(_MARK_SENTENCES[mark.change]).format(
        date=format_date(mark.day),
        name=mark.medication.name,
        dose=medicine_dose(mark.medication) or untold,
        before=(medicine_dose(mark.before) if mark.before else "") or untold,
    )
    reason = mark.reason.strip()
    if not reason or not with_reason:
        return sentence
    ended = reason if reason.endswith((".", "!", "?", "…")) else f"{reason}."
    return f"{sentence} {_('Reason: {reason}').format(reason=ended)}"


def dose_taken_text(dose: DoseTaken, today: date) -> str:
    """When a dose was taken, and how much: `today, 14:05 · 1 mg`."""
    days_ago = (today - dose.taken.day).days
    day = {0: _("today"), 1: _("yesterday")}.get(days_ago, format_date(dose.taken.day))
    when = _("{day}, {time}").format(day=day, time=format_time(dose.taken.local))
    return f"{when} · {dose.amount}" if dose.amount else when


def count_medicines(count: int) -> str:
    """How many are taken now."""
    if count == 0:
        return _("No medicine is entered as taken now.")
    return ngettext("{count} medicine now", "{count} medicines now", count).format(count=count)


_ERRORS = {
    ("from", Problem.TAKEN): N_("Another dose of this medicine was taken on some of these days."),
    ("from", Problem.END_BEFORE_START): N_(
        "The new dose has to begin after the first day of the one before. "
        "If the dose was entered wrongly, use “Correct…” instead."
    ),
    ("to", Problem.END_BEFORE_START): N_("The last day comes before the first."),
    ("at", Problem.IN_FUTURE): N_("This time is still to come. Choose one that has passed."),
    ("dose", Problem.MISSING): N_("How much is it now? If you stopped it, use “Stop…” instead."),
    ("dose", Problem.TAKEN): N_("This is the dose as it was. Change it, or how often."),
}


def medicine_error(error: InvalidValue) -> str:
    """What is wrong with what was entered about a medicine."""
    known = _ERRORS.get((error.field, error.problem))
    return _(known) if known else invalid_sentence(error)


def dose_time_error(error: InvalidValue, clock: time, day_starts_at: time) -> str:
    """Why no dose can have been taken then; a time of last night belongs to the day before."""
    if error.problem is not Problem.IN_FUTURE or clock >= day_starts_at:
        return medicine_error(error)
    words = _(
        "{time} is still to come on this day, which lasts until {end}. "
        "If it was last night, go one day back."
    )
    return words.format(time=f"{clock:%H:%M}", end=f"{day_starts_at:%H:%M}")
