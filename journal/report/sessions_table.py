"""The table of ketamine sessions with what was measured, the latest first."""

from collections.abc import Iterable, Sequence

from journal import wording
from journal.domain.dose import converted
from journal.domain.period import Period
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import Severity
from journal.domain.summary import SessionSummary, Summary
from journal.domain.vitals import Vitals
from journal.i18n import _, format_number
from journal.report.parts import Cell, Column, Section, Table, Text
from journal.report.shortening import A_YEAR, NOTHING, brief, day_in
from journal.wording.treatment import before_session_text, pressure_text, reading_minutes


def sessions_section(summary: Summary) -> Section | None:
    """Every ketamine session of the period; None where there is none."""
    sessions = summary.sessions
    if not sessions:
        return None
    kinds = {each.session.treatment for each in sessions}
    scale = wording.scale_name(summary.timeline.scale)
    note = _("blood pressure in mmHg · before and next day: {scale}").format(scale=scale)
    rows = [_row(each, summary.period, len(kinds) > 1) for each in reversed(sessions)]
    return Section(
        _("Sessions"), note, Table(_columns(summary.period, len(kinds) > 1), tuple(rows))
    )


def _columns(period: Period, kinds: bool) -> tuple[Column, ...]:
    return (
        Column(_("No."), 16),
        Column(_("Date"), 46 if len(period) > A_YEAR else 30),
        *((Column(_("Treatment"), 52),) if kinds else ()),
        Column(_("Dose"), 74),
        Column(_("Min"), 18),
        Column(_("Pressure before"), 36),
        Column(_("Highest"), 58),
        Column(_("Leaving"), 32),
        Column(_("Lowest SpO₂"), 30),
        Column(_("Before"), 26),
        Column(_("Next day"), 24),
        Column(_("Effects, worst"), 48),
        Column(_("24 h before"), 48),
    )


def _row(summary: SessionSummary, period: Period, kinds: bool) -> tuple[Cell, ...]:
    session = summary.session
    return (
        Text(str(summary.number)),
        Text(day_in(session.start.day, period)),
        *((Text(brief(wording.treatment_name(session))),) if kinds else ()),
        Text(_dose(session)),
        Text(NOTHING if session.minutes is None else str(session.minutes)),
        Text(_pressure(_last(each for each in session.vitals if each.is_before))),
        Text(_highest(session)),
        Text(_pressure(_last(each for each in session.vitals if each.leaving))),
        Text(_oxygen(session.vitals)),
        Text(score(summary.before)),
        Text(score(summary.next_day)),
        _effects(summary),
        Text(before_session_text(session.before)),
    )


def _dose(session: TreatmentSession) -> str:
    """What was agreed, its other unit, and what was taken where it differs."""
    if session.dose is None:
        return NOTHING
    words = wording.dose_text(session.dose)
    other = converted(session.dose, session.body_weight_kg, session.treatment)
    if other is not None:
        words = f"{words} ({wording.dose_text(other)})"
    if session.dose_taken is None:
        return words
    taken = _("taken: {dose}").format(dose=wording.dose_text(session.dose_taken))
    return f"{words}; {taken}"


def _last(readings: Iterable[Vitals]) -> Vitals | None:
    """The last one with a blood pressure."""
    return next(
        (r for r in reversed(list(readings)) if (r.systolic, r.diastolic) != (None, None)), None
    )


def _pressure(reading: Vitals | None) -> str:
    return NOTHING if reading is None else pressure_text(reading)


def _highest(session: TreatmentSession) -> str:
    highest = session.highest_pressure
    if highest is None:
        return NOTHING
    if highest.is_before:
        return pressure_text(highest)
    when = reading_minutes(highest.minutes)
    return _("{pressure} ({when})").format(pressure=pressure_text(highest), when=when)


def _oxygen(readings: Iterable[Vitals]) -> str:
    measured = [reading.spo2 for reading in readings if reading.spo2 is not None]
    return _("{value} %").format(value=min(measured)) if measured else NOTHING


def score(value: float | None) -> str:
    """A score, or a dash where none is logged."""
    return NOTHING if value is None else format_number(value)


def _effects(summary: SessionSummary) -> Text:
    """How many different ones, and the worst severity."""
    if not summary.answered:
        return Text(_("not asked"))
    if not summary.effects:
        return Text(_("none"))
    count = len({effect.kind for effect in summary.effects})
    worst = _worst([effect.severity for effect in summary.effects])
    if worst is None:
        return Text(str(count))
    severity = wording.severity_name(worst)
    words = _("{count}, {severity}").format(count=count, severity=severity)
    return Text(words, worst is Severity.SEVERE)


def _worst(severities: Sequence[Severity | None]) -> Severity | None:
    return max((each for each in severities if each is not None), default=None)
