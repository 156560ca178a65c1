"""The table of ketamine sessions with what was measured, the latest first."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from journal import wording
from journal.domain.dose import converted
from journal.domain.period import Period
from journal.domain.session import BeforeSession, TreatmentSession
from journal.domain.side_effect import Severity
from journal.domain.summary import SessionSummary, Summary
from journal.domain.vitals import Vitals
from journal.i18n import _, format_number
from journal.report.parts import Cell, Choices, Column, PagePart, Section, Table, Text
from journal.report.shortening import NOTHING, brief, day_in, has_a_day_twice
from journal.wording.treatment import before_session_text, pressure_text, reading_minutes


def sessions_section(summary: Summary, choices: Choices) -> Section | None:
    """Every ketamine session of the period; None where there is none."""
    sessions, period = summary.sessions, summary.period
    if not sessions:
        return None
    kinds = len({each.session.treatment for each in sessions}) > 1
    effects = "" if PagePart.SIDE_EFFECTS in choices.left_out else _effects_heading(choices)
    before = _alcohol if PagePart.MEDICINES in choices.left_out else before_session_text
    heading = _("Alcohol, 24 h before") if before is _alcohol else _("24 h before")
    rows = tuple(_row(each, period, kinds, bool(effects), before) for each in reversed(sessions))
    note = " · ".join(_notes(summary, choices, bool(effects)))
    return Section(_("Sessions"), note, Table(_columns(period, kinds, effects, heading), rows))


def _alcohol(taken: frozenset[BeforeSession] | None) -> str:
    """All that is told of the 24 h before where medicines are left out."""
    if taken is None:
        return _("not asked")
    return _("yes") if BeforeSession.ALCOHOL in taken else _("no")


def _effects_heading(choices: Choices) -> str:
    return _("Effects, worst") if choices.safety else _("Other effects, worst")


def _notes(summary: Summary, choices: Choices, effects: bool) -> Iterator[str]:
    yield _("blood pressure in mmHg")
    scale = wording.scale_name(summary.timeline.scale)
    yield _("before and next day: {scale}").format(scale=scale)
    if effects and not choices.safety:
        yield _("side effects that belong to safety: left out by the patient")
    if PagePart.MEDICINES in choices.left_out:
        yield _("tablets and opioids in the 24 h before: left out by the patient")


def _columns(period: Period, kinds: bool, effects: str, before: str) -> tuple[Column, ...]:
    return (
        Column(_("No."), 16),
        Column(_("Date"), 46 if has_a_day_twice(period) else 30),
        *((Column(_("Treatment"), 52),) if kinds else ()),
        Column(_("Dose"), 74),
        Column(_("Min"), 18),
        Column(_("Pressure before"), 36),
        Column(_("Highest"), 58),
        Column(_("Leaving"), 32),
        Column(_("Highest pulse"), 30),
        Column(_("Lowest SpO₂"), 30),
        Column(_("Before"), 26),
        Column(_("Next day"), 24),
        *((Column(effects, 48),) if effects else ()),
        Column(before, 48),
    )


def _row(
    summary: SessionSummary,
    period: Period,
    kinds: bool,
    effects: bool,
    before: Callable[[frozenset[BeforeSession] | None], str],
) -> tuple[Cell, ...]:
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
        Text(_pulse(session.vitals)),
        Text(_oxygen(session.vitals)),
        Text(score(summary.before)),
        Text(score(summary.next_day)),
        *((_effects(summary),) if effects else ()),
        Text(before(session.before)),
    )


def _dose(session: TreatmentSession) -> str:
    """What was agreed, its other unit, and what was taken where it differs."""
    parts = []
    if session.dose is not None:
        other = converted(session.dose, session.body_weight_kg, session.treatment)
        words = wording.dose_text(session.dose)
        parts.append(words if other is None else f"{words} ({wording.dose_text(other)})")
    if session.dose_taken is not None:
        parts.append(_("taken: {dose}").format(dose=wording.dose_text(session.dose_taken)))
    return "; ".join(parts) or NOTHING


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


def _pulse(readings: Iterable[Vitals]) -> str:
    measured = [reading.pulse for reading in readings if reading.pulse is not None]
    return str(max(measured)) if measured else NOTHING


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
