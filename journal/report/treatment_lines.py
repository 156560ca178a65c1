"""Treatment and medicines in a few lines: sessions, doses, pace, what is taken, sleep."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low

from journal import wording
from journal.domain.course_measures import UnscoredAnswer, unscored_answers
from journal.domain.medication import MedicineClass
from journal.domain.medicines_taken import MedicinesTaken, MedicineTaken
from journal.domain.nights import Nights, Sleep
from journal.domain.period import Period
from journal.domain.session import BeforeSession, TreatmentSession
from journal.domain.summary import SessionSummary, Summary
from journal.domain.treatments import DoseCount, Pace, PerKilogram, TreatmentSummary
from journal.i18n import _, format_date, format_number, ngettext
from journal.report.parts import Line, PagePart, Section, Text
from journal.report.shortening import NOTHING, brief, day_in, listed
from journal.wording.course import unscored_name
from journal.wording.medicines import medicine_class_name, medicine_dose
from journal.wording.treatment import before_session_name

MOST_GAPS = 12
"""Gaps between sessions that are printed one by one; of more only middle, shortest and longest."""

MOST_TREATMENTS = 3

MOST_MEDICINES = 5
"""Medicines told in full; of more name, dose and class, and what changed in the period."""

MOST_NAMED = 12
"""Of those, how many are named that neither changed nor are of a class that matters."""

LONGEST_MEDICINE = 40
LONGEST_FURTHER = 24


def treatment_section(summary: Summary, left_out: frozenset[PagePart]) -> Section:
    """What was given and taken in the period, and what comes next."""
    absent = _("left out by the patient")
    lines: list[Line] = []
    if PagePart.TREATMENT in left_out:
        lines.append(_labelled(_("Treatment"), absent))
    else:
        lines.append(_joined(_treatment(summary)))
    if PagePart.MEDICINES in left_out:
        lines.append(_labelled(_("Medicines and sleep"), absent))
    else:
        lines.append(_labelled(_("Medicines"), _taken(summary.medicines, summary.period)))
        lines.append(_joined(_daily_life(summary)))
    return Section(_("Treatment and medicines"), lines=tuple(line for line in lines if line))


def _joined(lines: Iterable[Line]) -> Line:
    """Several short lines as one."""
    joined: list[Text] = []
    for line in lines:
        joined += (Text(" "), *line) if joined else line
    return tuple(joined)


def _labelled(label: str, words: str) -> Line:
    return (Text(f"{label}:", bold=True), Text(f" {words}"))


def _treatment(summary: Summary) -> Iterator[Line]:
    ketamine = [each for each in summary.treatments if each.example.treatment.is_ketamine]
    others = [each for each in summary.treatments if not each.example.treatment.is_ketamine]
    paced = _pace(summary.pace)
    for treatment in ketamine[:MOST_TREATMENTS]:
        yield _given(treatment, paced if len(ketamine) == 1 else "")
    if rest := ketamine[MOST_TREATMENTS:]:
        names = [f"{_name(each.example)} ({'; '.join(_counts(each))})" for each in rest]
        yield _labelled(_("Other ketamine"), f"{listed(names)}.")
    if paced and len(ketamine) > 1:
        yield _labelled(_("Pace of all ketamine sessions"), f"{paced}.")
    if not ketamine:
        yield (Text(_("No ketamine session took place in this period.")),)
    if summary.begun_in_treatment:
        yield (
            Text(_("Already in treatment when this journal began: earlier ones are not in it.")),
        )
    if others:
        names = [f"{_name(each.example)} ({_states(each)})" for each in others]
        yield _labelled(_("Other treatments"), f"{listed(names)}.")
    yield from coming(summary.next_planned)
    yield from _before_sessions(summary.sessions)


def _given(treatment: TreatmentSummary, paced: str) -> Line:
    parts = [*_counts(treatment), paced]
    return _labelled(_name(treatment.example), f"{'; '.join(part for part in parts if part)}.")


def _counts(treatment: TreatmentSummary) -> Iterator[str]:
    """Its sessions by state, the doses agreed, and those taken otherwise."""
    yield _states(treatment)
    if treatment.doses:
        yield _doses(treatment.doses) + _per_kilogram(treatment.per_kilogram)
    if treatment.taken:
        yield _("taken otherwise: {doses}").format(doses=_doses(treatment.taken))


def _doses(doses: Iterable[DoseCount]) -> str:
    """Every one of them: a dose that is left away may be the one of today."""
    return ", ".join(f"{wording.dose_text(each.dose)} × {each.sessions}" for each in doses)


def _name(session: TreatmentSession) -> str:
    return brief(wording.treatment_name(session), LONGEST_MEDICINE)


def _states(treatment: TreatmentSummary) -> str:
    states = [
        _("{count} done").format(count=treatment.done),
        _("{count} cancelled").format(count=treatment.cancelled),
    ]
    if treatment.did_not_take_place:
        not_held = _("{count} did not take place")
        states.append(not_held.format(count=treatment.did_not_take_place))
    return ", ".join(states)


def _per_kilogram(amounts: PerKilogram | None) -> str:
    if amounts is None:
        return ""
    low, high = f"{amounts.low:f}", f"{amounts.high:f}"
    amount = low if low == high else f"{low}–{high}"
    return " " + _("({amount} mg/kg)").format(amount=amount)


def _pace(pace: Pace) -> str:
    """`6 from 30 September to 17 October 2025, then gaps of 18, 21, 28 days`."""
    parts = []
    if pace.first is not None and pace.last is not None:
        parts.append(
            _("{count} from {first} to {last}").format(
                count=pace.induction, first=format_date(pace.first), last=format_date(pace.last)
            )
        )
    if pace.gaps:
        words = _("then gaps of {gaps}") if parts else _("gaps of {gaps}")
        parts.append(words.format(gaps=_gaps(pace.gaps)))
    return ", ".join(parts)


def _gaps(gaps: Sequence[int]) -> str:
    if len(gaps) <= MOST_GAPS:
        return ngettext("{gaps} day", "{gaps} days", max(gaps)).format(
            gaps=", ".join(map(str, gaps))
        )
    if min(gaps) == max(gaps):
        return _("{days} days ({count} times)").format(days=gaps[0], count=len(gaps))
    return _("{shortest} to {longest} days, {middle} in the middle of {count}").format(
        middle=median_low(gaps), count=len(gaps), shortest=min(gaps), longest=max(gaps)
    )


def coming(session: TreatmentSession | None) -> Iterator[Line]:
    """The next planned session, where there is one."""
    if session is not None:
        words = _("{treatment}, {date}.").format(
            treatment=_name(session), date=format_date(session.start.day)
        )
        yield _labelled(_("Next planned"), words)


def _before_sessions(sessions: Sequence[SessionSummary]) -> Iterator[Line]:
    """Alcohol, calming tablets and opioids in the 24 h before, where any was reported."""
    asked = [each.session.before for each in sessions if each.session.before is not None]
    counts = {kind: sum(kind in taken for taken in asked) for kind in BeforeSession}
    if any(counts.values()):
        names = [f"{before_session_name(kind)} × {n}" for kind, n in counts.items() if n]
        words = ngettext(
            "{names} (asked for {asked} of {count} session).",
            "{names} (asked for {asked} of {count} sessions).",
            len(sessions),
        ).format(names=", ".join(names), asked=len(asked), count=len(sessions))
        yield _labelled(_("In the 24 h before"), words)


def _daily_life(summary: Summary) -> Iterator[Line]:
    """What is difficult, and how the nights were."""
    answers = [each for measure in summary.measures for each in unscored_answers(measure)]
    if answers:
        yield _unscored(answers, summary.period)
    if sleep := "; ".join(_sleep(summary.sleep)):
        yield _labelled(_("Sleep"), f"{sleep}.")


def _taken(medicines: MedicinesTaken, period: Period) -> str:
    if not medicines.any_entered:
        return _("none are entered.")
    names = [_medicine(each, period) for each in medicines.taken[:MOST_MEDICINES]]
    words = f"{', '.join(names)}. " if names else _("none in this period.") + " "
    if further := medicines.taken[MOST_MEDICINES:]:
        words += _("Also: {medicines}.").format(medicines=_further(further, period)) + " "
    if medicines.not_entered:
        classes = ", ".join(medicine_class_name(kind) for kind in medicines.not_entered)
        words += _("Not entered: {classes}.").format(classes=classes)
    return words.strip()


def _further(medicines: Sequence[MedicineTaken], period: Period) -> str:
    """Every one that changed or is of a class that matters; of the others, the last, the first."""
    names = [_further_one(each, period) for each in medicines]
    always = sum(
        each.latest.kind is not MedicineClass.OTHER or each.changed_in(period) for each in medicines
    )
    return listed(names, always + MOST_NAMED)


def _further_one(medicine: MedicineTaken, period: Period) -> str:
    """`Tramadol 50 mg (opioid; last day 4 Mar)`."""
    latest = medicine.latest
    dose = medicine_dose(latest) if medicine.earlier else latest.dose
    name = f"{brief(latest.name, LONGEST_FURTHER)} {brief(dose, LONGEST_FURTHER)}".strip()
    details = "; ".join(_further_details(medicine, period))
    return f"{name} ({details})" if details else name


def _further_details(medicine: MedicineTaken, period: Period) -> Iterator[str]:
    latest = medicine.latest
    if latest.kind is not MedicineClass.OTHER:
        yield medicine_class_name(latest.kind)
    if latest.first in period:
        yield _since(medicine, period)
    yield from _dose_before(medicine, LONGEST_FURTHER)
    yield from _last_day(medicine, period)


def _medicine(medicine: MedicineTaken, period: Period) -> str:
    """`Sertraline 100 mg, mornings (since 6 Oct; 150 mg before)`."""
    latest = medicine.latest
    name = f"{latest.name} {medicine_dose(latest)}".strip()
    return f"{brief(name, LONGEST_MEDICINE)} ({'; '.join(_details(medicine, period))})"


def _details(medicine: MedicineTaken, period: Period) -> Iterator[str]:
    latest = medicine.latest
    if latest.kind is not MedicineClass.OTHER:
        yield medicine_class_name(latest.kind)
    yield _since(medicine, period)
    yield from _dose_before(medicine, LONGEST_MEDICINE)
    if (changes := len(medicine.earlier)) > 1:
        yield ngettext("{count} change", "{count} changes", changes).format(count=changes)
    if latest.as_needed:
        yield as_needed(medicine, period)
    yield from _last_day(medicine, period)


def _since(medicine: MedicineTaken, period: Period) -> str:
    return _("since {day}").format(day=day_in(medicine.latest.first, period))


def _dose_before(medicine: MedicineTaken, longest: int) -> Iterator[str]:
    if medicine.earlier:
        dose = medicine_dose(medicine.earlier[-1]) or NOTHING
        yield _("{dose} before").format(dose=brief(dose, longest))


def _last_day(medicine: MedicineTaken, period: Period) -> Iterator[str]:
    last = medicine.latest.last
    if last is not None and last in period:
        yield _("last day {day}").format(day=day_in(last, period))


def as_needed(medicine: MedicineTaken, period: Period) -> str:
    """How often one that is taken as needed was: `as needed, 2 doses, last on 1 Mar`."""
    if medicine.last_dose is None:
        return _("as needed, none taken")
    return ngettext(
        "as needed, {count} dose, on {day}",
        "as needed, {count} doses, last on {day}",
        medicine.doses,
    ).format(count=format_number(medicine.doses), day=day_in(medicine.last_dose, period))


def _unscored(answers: Sequence[UnscoredAnswer], period: Period) -> Line:
    """The latest answer to such an item, and the first of the period where it was another one."""
    latest = max(answers, key=lambda answer: answer.day)
    same = [answer for answer in answers if answer.item == latest.item]
    first = same[0]
    words = _dated(latest, period)
    if first.option != latest.option:
        words = _("{latest}; first {earlier}").format(latest=words, earlier=_dated(first, period))
    return _labelled(brief(unscored_name(latest)), f"{words}.")


def _dated(answer: UnscoredAnswer, period: Period) -> str:
    return _("{answer} on {day}").format(
        answer=brief(answer.option.text).lower(), day=day_in(answer.day, period)
    )


def _sleep(sleep: Sleep) -> Iterator[str]:
    if sleep.hours is not None:
        yield _("{middle} h in the middle of {nights} ({low} to {high})").format(
            **_nights(sleep.hours)
        )
    if sleep.quality is not None:
        yield _("quality {middle} of 10 in the middle of {nights} ({low} to {high})").format(
            **_nights(sleep.quality)
        )


def _nights(nights: Nights) -> dict[str, str]:
    return {
        "middle": format_number(nights.middle),
        "low": format_number(nights.low),
        "high": format_number(nights.high),
        "nights": ngettext("{count} night", "{count} nights", nights.count).format(
            count=format_number(nights.count)
        ),
    }
