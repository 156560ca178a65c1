"""The provider's page, beside its pictures by bare matplotlib and its rows by bare Typst."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from uuid6 import uuid7

from benchmarks import floors
from benchmarks.comparison import Comparison
from benchmarks.keeping import milliseconds
from journal.charts.timeline import position
from journal.charts.totals import Totals
from journal.domain.around_sessions import AroundSessions
from journal.domain.medication import Medication
from journal.domain.period import Period, moment_on_day
from journal.domain.questionnaire import Answer, Response
from journal.domain.repository import Records
from journal.domain.summary import Summary
from journal.domain.trends import Timeline, whole_journal
from journal.questionnaire_files import shelf
from journal.report.content import build_report, summary_for
from journal.report.figures import drawn_size
from journal.report.parts import Choices, Figure, OverTime, Report, Section, plain
from journal.report.pdf import write_pdf

ZONE = "Europe/Berlin"
DAYS_BETWEEN_RESPONSES = 14
DAYS_BETWEEN_NOTES = 7
NOTE = "Walked to the lake in the evening, the first time in weeks that I wanted to. " * 2


def comparison(records: Records, today: date, folder: Path) -> Comparison:
    """Every section about the whole journal."""
    records = in_full(records, today)
    output = folder / "summary.pdf"
    return Comparison(
        "pdf",
        "summary PDF of the whole journal / its pictures by matplotlib, its rows by Typst",
        1.5,
        "ms",
        lambda turn: bare(summary_for(records, _period(records, today, turn), today)),
        lambda turn: milliseconds(
            lambda: _write(records, _period(records, today, turn), today, output)
        ),
    )


def in_full(records: Records, today: date) -> Records:
    """The diary with what else a page tells of: questionnaires, medicines and notes to print."""
    days = list(whole_journal(records, today).days())
    noted = frozenset(days[::DAYS_BETWEEN_NOTES])
    return replace(
        records,
        check_ins=tuple(
            replace(check_in, note=NOTE, note_shared=True)
            if check_in.moment.day in noted and check_in.moment.local.hour < time(12).hour
            else check_in
            for check_in in records.check_ins
        ),
        responses=tuple(_responses(days[::DAYS_BETWEEN_RESPONSES])),
        medications=tuple(_medications(days)),
    )


def _responses(days: list[date]) -> Iterator[Response]:
    chance = Random(5)
    for day in days:
        moment = moment_on_day(day, time(20), ZONE, "at")
        for key in ("phq-9", "gad-7"):
            found = shelf().find(key)
            assert found is not None
            answers = tuple(Answer(item.key, chance.randrange(4)) for item in found.items)
            at = moment.instant
            yield Response(uuid7(), key, moment, at, at, answers, finished=True)


def _medications(days: list[date]) -> Iterator[Medication]:
    course, at = uuid7(), moment_on_day(days[0], time(20), ZONE, "at").instant
    halfway = days[len(days) // 2]
    first = Medication(course, course, "Sertraline", days[0], at, at, "50 mg", "mornings")
    yield replace(first, last=halfway - timedelta(1))
    yield replace(first, id=uuid7(), first=halfway, dose="100 mg")


def _period(records: Records, today: date, turn: int) -> Period:
    """A day shorter each round, so that nothing remembers the page."""
    whole = whole_journal(records, today)
    return Period(whole.first + timedelta(turn), whole.last)


def _write(records: Records, period: Period, today: date, output: Path) -> None:
    write_pdf(build_report(summary_for(records, period, today)), output)


def bare(summary: Summary, choices: Choices | None = None) -> float:
    """How long the libraries alone take for the same pictures, text and rows."""
    report = build_report(summary, choices)
    charts = [_chart(each.figure, report) for each in report.all_sections if each.figure]
    parts = list(_parts(report))
    return milliseconds(
        lambda: ([floors.chart_svg(chart) for chart in charts], floors.page_pdf(parts))
    )


def _parts(report: Report) -> Iterator[str | floors.Rows]:
    yield report.title
    yield from map(plain, (*report.identity, *report.overview, report.asked))
    for section in report.all_sections:
        yield from _of_section(section)
    yield from report.rules


def _of_section(section: Section) -> Iterator[str | floors.Rows]:
    yield f"{section.title} {section.note}"
    if section.table is not None:
        headings = [column.heading for column in section.table.columns]
        yield [headings, *([plain(cell) for cell in row] for row in section.table.rows)]
    if section.figure is not None:
        yield section.figure.description
    yield from map(plain, section.lines)


def _chart(figure: Figure, report: Report) -> floors.Chart:
    inches = drawn_size(figure, report.paper)
    match figure.drawn:
        case OverTime(timelines, totals):
            panels = (*map(_scores, timelines), *map(_totals, totals))
            return floors.Chart(inches, panels)
        case AroundSessions() as around:
            return floors.Chart(inches, (_around(around),))


def _scores(timeline: Timeline) -> floors.Panel:
    scores = timeline.scores
    return floors.Panel(
        [(position(score), score.value) for score in scores],
        [((position(s), s.low), (position(s), s.high)) for s in scores if s.low < s.high],
        [[(position(point), point.value) for point in line] for line in timeline.lines],
        [mark.day.toordinal() for mark in timeline.sessions],
    )


def _totals(totals: Totals) -> floors.Panel:
    dots = [(entry.day.toordinal(), entry.total or 0) for entry in totals.entries]
    days = [one.session.start.day.toordinal() for one in totals.sessions]
    return floors.Panel(dots, lines=(dots,), sessions=days)


def _around(around: AroundSessions) -> floors.Panel:
    dots = [(score.offset, score.value) for each in around.sessions for score in each.scores]
    middle = [(day.offset, day.median) for day in around.days if day.median is not None]
    return floors.Panel(dots, lines=(middle,))
