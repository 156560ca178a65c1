"""Words about a session: what was taken, measured and felt, blood pressure, and courses."""

from collections.abc import Sequence
from datetime import date, datetime

from journal.catalogue import HelpNumbers
from journal.domain.course import CountedIn
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import (
    BeforeSession,
    Dose,
    Feeling,
    Setting,
    TreatmentSession,
)
from journal.domain.vitals import LATEST_MINUTES, Vitals, is_high_before, is_very_high, unlikely
from journal.i18n import N_, _, format_date, format_number, format_time, ngettext
from journal.wording.names import dose_text

_FEELINGS = {
    Feeling.DETACHED: N_("Detached"),
    Feeling.FLOATING: N_("Floating"),
    Feeling.CALM: N_("Calm"),
    Feeling.CLEAR: N_("Clear"),
    Feeling.PERCEPTION: N_("Changes in what I saw or heard"),
}


def feeling_name(feeling: Feeling) -> str:
    """How a session can feel."""
    return _(_FEELINGS[feeling])


def feeling_ends() -> str:
    """What 0 and 10 mean for a feeling."""
    return _("0 not at all – 10 fully")


_BEFORE = {
    BeforeSession.ALCOHOL: N_("Alcohol"),
    BeforeSession.SLEEPING_TABLETS: N_("Sleeping or calming tablets"),
    BeforeSession.OPIOIDS: N_("Opioids"),
}


def before_session_name(taken: BeforeSession) -> str:
    """What was taken in the 24 hours before a session."""
    return _(_BEFORE[taken])


def none_of_these() -> str:
    """That nothing of the kind was taken."""
    return _("None of these")


def before_session_text(taken: frozenset[BeforeSession] | None) -> str:
    """What was taken in the 24 hours before, `none of these`, or `not asked` for None."""
    if taken is None:
        return _("not asked")
    names = [before_session_name(each) for each in BeforeSession if each in taken]
    return ", ".join(names) or _("none of these")


def converted_text(dose: Dose) -> str:
    """The same dose in its other unit: `= 0.53 mg/kg`."""
    return _("= {dose}").format(dose=dose_text(dose))


def reading_time(reading: Vitals) -> str:
    """When something was measured: `before`, `40 min`, `leaving`."""
    if reading.leaving:
        return _("leaving")
    return _("before") if reading.is_before else reading_minutes(reading.minutes)


def reading_minutes(minutes: int) -> str:
    """How long after the start something was measured, always in minutes: `120 min`."""
    return _("{count} min").format(count=minutes)


def pressure_text(reading: Vitals) -> str:
    """A blood pressure as it is written: `134/86`, with a dash for a figure not measured."""
    upper = "–" if reading.systolic is None else str(reading.systolic)
    lower = "–" if reading.diastolic is None else str(reading.diastolic)
    return f"{upper}/{lower}"


def unlikely_question(reading: Vitals) -> str:
    """What to ask about an unlikely reading: `12/80 is unusual. Keep it?`; empty for a likely."""
    fields = unlikely(reading)
    figures = [pressure_text(reading)] if {"systolic", "diastolic"} & set(fields) else []
    if "pulse" in fields:
        figures.append(_("Pulse {value}").format(value=reading.pulse))
    if "spo2" in fields:
        figures.append(_("SpO₂ {value} %").format(value=reading.spo2))
    if not figures:
        return ""
    return ngettext(
        "{figures} is unusual. Keep it?", "{figures} are unusual. Keep them?", len(figures)
    ).format(figures=", ".join(figures))


def pressure_sentence(reading: Vitals, setting: Setting | None, numbers: HelpNumbers) -> str:
    """The fixed wording for a high blood pressure, or an empty text where it is not high.

    Where a country has no number for urgent advice the emergency number stands in its place.
    """
    if is_very_high(reading):
        return _very_high(reading, numbers)
    if not is_high_before(reading):
        return ""
    if setting in (Setting.HOME_ALONE, Setting.HOME_WITH_SOMEONE):
        return _("Please speak with your prescriber before taking this dose.")
    return _("Tell the person giving the treatment before it starts.")


def _very_high(reading: Vitals, numbers: HelpNumbers) -> str:
    rest = _(
        "{value} is very high. Rest 5 minutes, measure again. Still 180 or more, or 120 or more: "
        "call your clinic now, or {urgent} if it is closed."
    )
    emergency = _(
        "With chest pain, trouble breathing, sudden severe headache, change in sight or speech, "
        "weakness, confusion or a seizure: call {emergency}."
    )
    urgent = numbers.urgent or numbers.emergency
    first = rest.format(value=pressure_text(reading), urgent=urgent)
    return f"{first} {emergency.format(emergency=numbers.emergency)}"


def next_session_sentence(session: TreatmentSession, today: date) -> str:
    """Which session comes next: `Next session: Tuesday, 7 April, 10:00 (in 28 days)`."""
    days = (session.start.day - today).days
    clock = format_time(session.start.local)
    near = {0: _("Next session: today, {time}"), 1: _("Next session: tomorrow, {time}")}
    if days in near:
        return near[days].format(time=clock)
    return ngettext(
        "Next session: {date}, {time} (in {count} day)",
        "Next session: {date}, {time} (in {count} days)",
        days,
    ).format(date=format_date(session.start.local.date(), "weekday"), time=clock, count=days)


_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_WEEKDAYS_IN_FULL = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def weekday_name(weekday: int, *, short: bool = False) -> str:
    """The name of a weekday, Monday 0 to Sunday 6."""
    return _((_WEEKDAYS if short else _WEEKDAYS_IN_FULL)[weekday])


_COUNTED_IN = {CountedIn.SESSIONS: N_("sessions"), CountedIn.WEEKS: N_("weeks")}


def counted_in_name(counted_in: CountedIn) -> str:
    """What the length of a phase counts."""
    return _(_COUNTED_IN[counted_in])


def every_weeks_text(weeks: int) -> str:
    """How often a phase's weekdays come round: `every week`, `every 2 weeks`."""
    return _("every week") if weeks == 1 else _("every {count} weeks").format(count=weeks)


def course_sentence(moments: Sequence[Moment]) -> str:
    """How many sessions a course has, and from when until when; at least one."""
    first, last = moments[0].local.date(), moments[-1].local.date()
    if len(moments) == 1:
        return _("1 session, on {date}").format(date=format_date(first))
    return _("{count} sessions, from {first} to {last}").format(
        count=len(moments), first=format_date(first), last=format_date(last)
    )


def when_text(moment: Moment) -> str:
    """A moment in a list of sessions: `Tue 10 March 2026, 10:00`."""
    local = moment.local
    return _("{weekday} {date}, {time}").format(
        weekday=weekday_name(local.weekday(), short=True),
        date=format_date(local.date()),
        time=format_time(local),
    )


def clash_sentence(clashing: Sequence[Moment]) -> str:
    """That sessions would come upon others; at least one."""
    when = when_text(clashing[0])
    if len(clashing) == 1:
        return _(
            "There is a session at this time already: {when}. Choose other days or another time."
        ).format(when=when)
    return _(
        "There are sessions at {count} of these times already, the first on {when}. "
        "Choose other days or another time."
    ).format(count=len(clashing), when=when)


def phase_sentence(error: InvalidValue) -> str:
    """What is wrong with a phase of a course."""
    if error.field == "weekdays":
        return _("Choose at least one day of the week.")
    if error.problem is Problem.TOO_LARGE:
        return _("A course has at most {most} sessions.").format(**error.limits)
    return _("This goes from {low} to {high}.").format(**error.limits)


def reading_problem(minutes: int | None) -> str:
    """Why a reading cannot stand: nobody said when it was, or it is too far from the session."""
    if minutes is None:
        return _("Say how many minutes after the start this was.")
    return _("This is too far from the start: at most {most} minutes.").format(most=LATEST_MINUTES)


def second_reading(minutes: int) -> str:
    """That there are two readings for the same time."""
    return _("There is a reading at {time} already.").format(time=reading_minutes(minutes))


def score_line(place: str, moment: datetime, value: float) -> str:
    """One logged score around a session: `2 h after the start · 12:00 · 6`."""
    return f"{place} · {format_time(moment)} · {format_number(value)}"


def after_start(minutes: int) -> str:
    """How long after a session's start something was logged: `2 h after the start`."""
    if minutes < 60:
        return _("{count} min after the start").format(count=minutes)
    return _("{count} h after the start").format(count=format_number(minutes / 60))
