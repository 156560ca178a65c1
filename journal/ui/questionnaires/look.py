"""What the Questionnaires page shows, worked out from the journal."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.charts.totals import Totals, totals_in
from journal.domain.due import due_on, to_resume
from journal.domain.journal_settings import OwnInterval
from journal.domain.period import Period
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.reading import Reading, reading
from journal.domain.repository import OpenJournal
from journal.domain.scoring import ScoredResponse, scored
from journal.domain.session import numbered


@dataclass(frozen=True, slots=True)
class Standing:
    """One questionnaire on the list: its history (oldest first), and what to do next.

    `last` is the latest with a total; `interval` is how often the person wants it, None for as its
    file says; `due` is None where it never is by itself; `unfinished` goes on where it was left.
    """

    questionnaire: Questionnaire
    entries: tuple[ScoredResponse, ...]
    last: ScoredResponse | None
    interval: OwnInterval | None
    due: date | None
    unfinished: Response | None
    reading: Reading | None
    chart: Totals | None


def read_standings(
    journal: OpenJournal, questionnaires: tuple[Questionnaire, ...], today: date, now: datetime
) -> tuple[Standing, ...]:
    """Every questionnaire that is asked, and of the others those that have an entry."""
    responses, sessions = journal.responses.between(), journal.sessions.between()
    settings, course = journal.settings(), numbered(sessions)
    intervals = {interval.questionnaire: interval for interval in settings.intervals}
    standings = []
    for each in questionnaires:
        entries = scored(each, responses, sessions, settings)
        if not (each.is_asked or entries):
            continue
        complete = [entry for entry in entries if entry.total is not None]
        chart = None
        if complete:
            period = Period(complete[0].day, max(today, complete[-1].day))
            chart = totals_in(each, entries, period, course)
        standings.append(
            Standing(
                each,
                entries,
                complete[-1] if complete else None,
                intervals.get(each.key),
                due_on(each, responses, today, settings.every_days),
                to_resume(each.key, responses, now),
                reading(each, entries, sessions, begun_in_treatment=settings.begun_in_treatment),
                chart,
            )
        )
    return tuple(standings)
