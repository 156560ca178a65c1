"""A summary without what the person left out: no section may tell it in another's place."""

from collections.abc import Callable
from dataclasses import replace

from journal.domain.course_measures import Measure
from journal.domain.daily_table import DailyTable, TableDay
from journal.domain.session import BeforeSession, TreatmentSession
from journal.domain.summary import SessionSummary, Summary
from journal.domain.trends import Timeline
from journal.report.parts import Choices, PagePart
from journal.report.without_safety import without_safety


def without_left_out(summary: Summary, choices: Choices) -> Summary:
    """The same without the safety findings, medicines, sleep, doses and answers left out.

    Doses stay in the table of sessions, which is chosen by itself. Side effects stay, for the
    tables to leave away their columns: else they would say that there were none.
    """
    if not choices.safety:
        summary = without_safety(summary)
    if PagePart.MEDICINES in choices.left_out:
        summary = _without_medicines_and_sleep(summary)
    if PagePart.TREATMENT in choices.left_out:
        summary = _pictured(summary, _without_doses)
    if PagePart.ANSWERS in choices.left_out:
        summary = replace(summary, measures=tuple(map(_without_answers, summary.measures)))
    return summary


def _without_medicines_and_sleep(summary: Summary) -> Summary:
    """No medicine in a picture or before a session, and no night among the days."""
    return replace(
        _pictured(summary, _without_medicines),
        sessions=tuple(map(_with_alcohol_alone, summary.sessions)),
        days=_without_sleep(summary.days),
    )


def _with_alcohol_alone(summary: SessionSummary) -> SessionSummary:
    return replace(summary, session=alcohol_alone(summary.session))


def alcohol_alone(session: TreatmentSession) -> TreatmentSession:
    """With nothing told of the 24 h before it but whether there was alcohol, where it was asked."""
    if session.before is None:
        return session
    return replace(session, before=session.before & {BeforeSession.ALCOHOL})


def _pictured(summary: Summary, change: Callable[[Timeline], Timeline]) -> Summary:
    """With another timeline of the daily scale, and of elevated mood where there is one."""
    elevated = summary.elevated_mood
    return replace(
        summary,
        timeline=change(summary.timeline),
        elevated_mood=None if elevated is None else change(elevated),
    )


def _without_medicines(timeline: Timeline) -> Timeline:
    return replace(timeline, medicines=())


def _without_doses(timeline: Timeline) -> Timeline:
    return replace(
        timeline,
        sessions=tuple(
            replace(mark, session=replace(mark.session, dose=None, dose_taken=None))
            for mark in timeline.sessions
        ),
    )


def _without_sleep(table: DailyTable) -> DailyTable:
    places = [place for place, scale in enumerate(table.scales) if not scale.of_day]

    def without(day: TableDay) -> TableDay:
        return replace(day, scores=tuple(day.scores[place] for place in places))

    return DailyTable(
        tuple(table.scales[place] for place in places), tuple(map(without, table.days))
    )


def _without_answers(measure: Measure) -> Measure:
    """Totals only: an answer stands on the first page too, such as PHQ-9's difficulty."""
    return replace(measure, questionnaire=replace(measure.questionnaire, items=()))
