"""The safety table: what was asked, and what was reported."""

from collections.abc import Sequence
from datetime import date

from journal.domain.period import Period
from journal.domain.safety import (
    THOUGHTS,
    ClearlyLower,
    FindingKind,
    Level,
    Pressure,
    PressureReading,
    Reported,
    SafetySummary,
)
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.summary import Summary
from journal.i18n import _, format_number, ngettext
from journal.report.parts import Column, Line, Section, Table, Text, one_line
from journal.report.shortening import NOTHING, day_in, listed
from journal.wording import effect_label
from journal.wording.safety import answer_choices, finding_name
from journal.wording.treatment import pressure_text

MOST_LEVELS = 5
"""Answers above 0 that are named one by one; of more only their number, last and highest."""

MOST_DAYS = 3
"""Days that a finding names; of more only their number and the last."""


def safety_section(summary: Summary, *, left_out: bool = False) -> Section:
    """One row for each finding: what was reported, and how often it was asked.

    Left out it is one line that says so, since the rows themselves tell what the person is asked.
    """
    if left_out:
        return one_line(_("Safety"), _("left out by the patient"))
    columns = (
        Column(_("Finding"), 2.8),
        Column(_("Reported"), 3.9),
        Column(_("Last asked · times asked"), 1.6),
    )
    cells = _safety_cells(summary.safety, summary.period)
    rows = [(Text(finding_name(kind)), *cells[kind]) for kind in FindingKind if kind in cells]
    lower = summary.clearly_lower
    return Section(
        _("Safety"),
        _("“none reported” does not exclude risk"),
        Table(columns, tuple(rows)),
        lines=() if lower is None else (_lower(lower),),
    )


def _safety_cells(safety: SafetySummary, period: Period) -> dict[FindingKind, Line]:
    cells = {each.kind: _reported(each, period) for each in safety.reported}
    cells[FindingKind.SELF_HARM] = _item_nine(safety.self_harm, period)
    cells[FindingKind.BLOOD_PRESSURE] = _pressure(safety.pressure, period)
    if safety.thoughts or safety.asks_evenings:
        cells[FindingKind.THOUGHTS] = _evenings(safety.thoughts, period)
    return cells


def _asked_cell(last: date, times: int, period: Period) -> Text:
    return Text(f"{day_in(last, period)} · {format_number(times)}")


def _not_asked() -> Line:
    return (Text(_("not asked")), Text(NOTHING))


def _item_nine(answers: Sequence[Level], period: Period) -> Line:
    """The fixed wording: the latest answer, how often it was asked, and every one above 0."""
    if not answers:
        return _not_asked()
    last = answers[-1]
    above = [answer for answer in answers if answer.value]
    sentence = _item_nine_sentence(above).format(
        value=last.value,
        date=day_in(last.day, period),
        times=_times(len(answers)),
        **_above_zero(above, period),
    )
    return (Text(sentence, bold=bool(above)), _asked_cell(last.day, len(answers), period))


def _item_nine_sentence(above: Sequence[Level]) -> str:
    if not above:
        return _("{value} on {date}; asked {times}. A 0 does not exclude risk.")
    if len(above) <= MOST_LEVELS:
        return _("{value} on {date}; asked {times}; above 0 on {days}. A 0 does not exclude risk.")
    return _(
        "{value} on {date}; asked {times}; above 0 {above}, highest {highest} on {day}. "
        "A 0 does not exclude risk."
    )


def _above_zero(above: Sequence[Level], period: Period) -> dict[str, str | int]:
    if not above:
        return {}
    highest = max(above, key=lambda each: each.value)
    return {
        "days": ", ".join(f"{day_in(each.day, period)} ({each.value})" for each in above),
        "above": _times(len(above)),
        "highest": highest.value,
        "day": day_in(highest.day, period),
    }


def _times(count: int) -> str:
    return ngettext("{count} time", "{count} times", count).format(count=format_number(count))


def _evenings(answers: Sequence[Level], period: Period) -> Line:
    """The evening line: how many evenings at each answer but "none", the strongest first."""
    if not answers:
        return _not_asked()
    asked = _asked_cell(answers[-1].day, len(answers), period)
    levels = sorted({answer.value for answer in answers if answer.value}, reverse=True)
    if not levels:
        return (Text(_("none reported")), asked)
    words = answer_choices(SafetyQuestion.EVENING_THOUGHTS)
    parts = []
    for level in levels:
        days = [answer.day for answer in answers if answer.value == level]
        parts.append(f"“{words[THOUGHTS[level]]}”: {_days(days, period)}")
    return (Text("; ".join(parts), bold=True), asked)


def _pressure(pressure: Pressure, period: Period) -> Line:
    parts = [_noted(pressure.noted, period)] if pressure.noted else []
    if pressure.last is None:
        reported = Text("; ".join(parts), bold=True) if parts else Text(_("not asked"))
        return (reported, Text(NOTHING))
    if pressure.peak is not None:
        parts.insert(0, _highest(pressure.before, pressure.peak, period))
    asked = ngettext(
        "{date} · {measured} of {count} session",
        "{date} · {measured} of {count} sessions",
        pressure.sessions,
    ).format(
        date=day_in(pressure.last, period), measured=pressure.measured, count=pressure.sessions
    )
    return (Text("; ".join(parts), bold=pressure.is_finding or bool(pressure.noted)), Text(asked))


def _highest(before: PressureReading | None, peak: PressureReading, period: Period) -> str:
    highest = _("peak {pressure} ({date})").format(
        pressure=pressure_text(peak.reading), date=day_in(peak.day, period)
    )
    if before is None:
        return highest
    first = _("before: highest {pressure}").format(pressure=pressure_text(before.reading))
    return f"{first} · {highest}"


def _noted(days: Sequence[date], period: Period) -> str:
    return f"{effect_label('raised-blood-pressure')}: {_days(days, period)}"


def _reported(reported: Reported, period: Period) -> Line:
    if reported.last_asked is None:
        return _not_asked()
    asked = _asked_cell(reported.last_asked, reported.asked, period)
    if not reported.days:
        return (Text(_("none reported")), asked)
    names = listed([effect_label(effect) for effect in reported.effects], 3)
    days = _days(reported.days, period)
    return (Text(f"{names}: {days}" if names else days, bold=True), asked)


def _days(days: Sequence[date], period: Period) -> str:
    if len(days) <= MOST_DAYS:
        return ", ".join(day_in(day, period) for day in days)
    return _("on {count} days, last {date}").format(
        count=format_number(len(days)), date=day_in(days[-1], period)
    )


def _lower(lower: ClearlyLower) -> Line:
    sentence = _(
        "The last 14 days were lower than the 14 before: mood {later} in the middle of "
        "{later_days} logged days, after {earlier} of {earlier_days}."
    ).format(
        later=format_number(lower.later),
        later_days=lower.later_days,
        earlier=format_number(lower.earlier),
        earlier_days=lower.earlier_days,
    )
    return (Text(sentence, bold=True),)
