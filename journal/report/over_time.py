"""Day by day: the daily scale and the totals of questionnaires over one time axis."""

from collections.abc import Iterable, Iterator

from journal.charts.description import describe_panels, legend, nothing_logged
from journal.charts.totals import Totals, totals_in
from journal.domain.session import NumberedSession
from journal.domain.summary import Summary
from journal.domain.trends import Timeline
from journal.i18n import _
from journal.report.parts import Figure, OverTime, Section, one_line
from journal.report.shortening import brief
from journal.wording import scale_name

MOST_QUESTIONNAIRES = 1
"""Further ones have their row in the course table; more panels would be too low to read."""


def over_time_section(summary: Summary) -> Section:
    """The figure with its legend; a sentence where nothing was logged."""
    timeline = summary.timeline
    timelines = tuple(_timelines(summary))
    title = _("Day by day: {scale}").format(scale=brief(scale_name(timeline.scale)))
    totals = _totals(summary)
    if timeline.is_empty and not totals:
        return one_line(title, nothing_logged(timeline))
    description = describe_panels(timelines, totals, reasons=False)
    note = " · ".join([legend(timeline), *_ring(totals)])
    return Section(title, note, figure=Figure(OverTime(timelines, totals), description))


def _ring(totals: Iterable[Totals]) -> Iterator[str]:
    if any(entry.safety for each in totals for entry in each.entries):
        yield _("ring: thoughts of self-harm above 0")


def _timelines(summary: Summary) -> Iterator[Timeline]:
    """The daily scale, and elevated mood where bipolar depression is treated."""
    yield summary.timeline
    elevated = summary.elevated_mood
    if elevated is not None and not elevated.is_empty:
        yield elevated


def _totals(summary: Summary) -> tuple[Totals, ...]:
    """The first questionnaires with a total in the period."""
    sessions = [NumberedSession(each.number, each.session) for each in summary.sessions]
    measures = [measure for measure in summary.measures if measure.totals]
    return tuple(
        totals_in(measure.questionnaire, measure.entries, summary.period, sessions)
        for measure in measures[:MOST_QUESTIONNAIRES]
    )
