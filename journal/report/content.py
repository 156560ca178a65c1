"""What a summary says, in words and in order; the layout is the same for everybody."""

from collections.abc import Iterator, Sequence
from statistics import median_low

from journal import wording
from journal.charts.description import describe, legend, nothing_logged
from journal.domain.safety import FindingKind
from journal.domain.session import TreatmentSession
from journal.domain.summary import Completeness, Summary, TreatmentSummary
from journal.i18n import _, format_date, ngettext
from journal.report.parts import Choices, Figure, Line, Report, Section, Text
from journal.report.safety_table import safety_section
from journal.report.tables import (
    brief,
    days_between,
    listed,
    sessions_section,
    side_effects_section,
)

LANGUAGE = "en"

MOST_DOSES = 8

MOST_GAPS = 14
"""Gaps between sessions that are printed one by one; of more only middle, shortest and longest."""


def build_report(summary: Summary, choices: Choices | None = None) -> Report:
    """The report of a summary, as the person chose it."""
    choices = choices or Choices()
    return Report(
        title=_("Symptom summary"),
        language=LANGUAGE,
        made_on=summary.made_on,
        paper=choices.paper,
        owner=summary.patient_name or _("Name not entered"),
        identity=_identity(summary),
        overview=_overview(summary),
        sections=_nothing(summary) if summary.is_empty else _sections(summary, choices),
        rules=_rules(),
    )


def _identity(summary: Summary) -> Line:
    name = Text(summary.patient_name or _("Name not entered"))
    if summary.birth_date is None:
        return (name,)
    born = _("born {date}").format(date=format_date(summary.birth_date))
    return (name, Text(f", {born}"))


def _overview(summary: Summary) -> tuple[Line, ...]:
    made_on = _("made {date} · self-reported · not monitored · not a diagnosis")
    return (
        (Text(days_between(summary.period.first, summary.period.last)),),
        _completeness(summary.completeness),
        (Text(made_on.format(date=format_date(summary.made_on))),),
    )


def _completeness(counted: Completeness) -> Line:
    logged = ngettext(
        "{logged} of {days} day logged ({percent}%)",
        "{logged} of {days} days logged ({percent}%)",
        counted.days,
    ).format(logged=counted.logged, days=counted.days, percent=counted.percent)
    details = [
        _("{count} entered later").format(count=counted.late),
        ngettext(
            "{count} evening too unwell", "{count} evenings too unwell", counted.too_unwell
        ).format(count=counted.too_unwell),
    ]
    if counted.imported_rows:
        details.append(_imported(counted))
    return (Text(logged, bold=True), Text("".join(f", {detail}" for detail in details)))


def _imported(counted: Completeness) -> str:
    return ngettext(
        "{days} imported ({rows} entry)", "{days} imported ({rows} entries)", counted.imported_rows
    ).format(days=counted.imported_days, rows=counted.imported_rows)


def _nothing(summary: Summary) -> tuple[Section, ...]:
    nothing = _(
        "Nothing is written down for this period: no scores, no sessions and no side effects."
    )
    coming = tuple((Text(line),) for line in _coming(summary.next_planned))
    return (Section(_("No entries"), lines=((Text(nothing),), *coming)),)


def _sections(summary: Summary, choices: Choices) -> tuple[Section, ...]:
    return (
        safety_section(summary, () if choices.safety else tuple(FindingKind)),
        _chart(summary),
        sessions_section(summary),
        side_effects_section(summary),
        _treatment(summary),
    )


def _chart(summary: Summary) -> Section:
    timeline = summary.timeline
    title = _("Day by day: {scale}").format(scale=brief(wording.scale_name(timeline.scale)))
    if timeline.is_empty:
        return Section(title, lines=((Text(nothing_logged(timeline)),),))
    return Section(title, legend(timeline), figure=Figure(timeline, describe(timeline)))


def _treatment(summary: Summary) -> Section:
    lines = [*map(_treatment_line, summary.treatments)]
    gaps = [session.gap for session in summary.sessions if session.gap is not None]
    if gaps:
        lines.append(_gaps(gaps))
    lines += _coming(summary.next_planned)
    if not summary.treatments:
        lines.insert(0, _("No sessions are entered for this period."))
    if summary.shared_notes:
        lines.append(_notes(summary.shared_notes))
    return Section(_("Treatment"), lines=tuple((Text(line),) for line in lines))


def _treatment_line(treatment: TreatmentSummary) -> str:
    states = [
        _("{count} done").format(count=treatment.done),
        _("{count} cancelled").format(count=treatment.cancelled),
    ]
    if treatment.did_not_take_place:
        not_held = _("{count} did not take place")
        states.append(not_held.format(count=treatment.did_not_take_place))
    line = f"{brief(wording.treatment_name(treatment.example))}: {', '.join(states)}"
    doses = [f"{wording.dose_text(each.dose)} × {each.sessions}" for each in treatment.doses]
    return f"{line}; {listed(doses, MOST_DOSES)}." if doses else f"{line}."


def _gaps(gaps: Sequence[int]) -> str:
    if len(gaps) <= MOST_GAPS:
        return _("Days since the session before: {gaps}.").format(gaps=", ".join(map(str, gaps)))
    return _(
        "Days since the session before: {middle} in the middle of {count}, "
        "{shortest} at the shortest, {longest} at the longest."
    ).format(middle=median_low(gaps), count=len(gaps), shortest=min(gaps), longest=max(gaps))


def _coming(session: TreatmentSession | None) -> Iterator[str]:
    if session is not None:
        yield _("Next planned: {treatment}, {date}.").format(
            treatment=brief(wording.treatment_name(session)), date=format_date(session.start.day)
        )


def _notes(count: int) -> str:
    return ngettext(
        "{count} note of this period is marked for summaries; this page does not print it.",
        "{count} notes of this period are marked for summaries; this page does not print them.",
        count,
    ).format(count=count)


def _rules() -> tuple[str, ...]:
    return (
        _(
            "A day is logged when it has a score, and counts as the mean of its check-ins; from a "
            "session’s start until 4 h after its end scores are left out. Entered later: first "
            "written after the day had ended. Before: the last score in the 24 h before the start. "
            "Next day: the next journal day. Affected: sessions with the effect, of those where "
            "side effects were answered. Usual: the middle one of the durations entered."
        ),
    )
