"""The provider's page, beside its chart by bare matplotlib and its text by bare Typst."""

from datetime import date, timedelta
from pathlib import Path

from benchmarks import floors
from benchmarks.comparison import Comparison
from benchmarks.keeping import milliseconds
from journal.charts.timeline import position
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.summary import Summary, summarise
from journal.domain.trends import Timeline, whole_journal
from journal.report.content import build_report
from journal.report.parts import Paper
from journal.report.pdf import CHART_INCHES, write_pdf
from journal.report.text import render_text


def comparison(records: Records, today: date, folder: Path) -> Comparison:
    """One page about the whole journal."""
    output = folder / "summary.pdf"
    return Comparison(
        "pdf",
        "summary PDF of the whole journal / its chart by matplotlib, its text by Typst",
        1.5,
        "ms",
        lambda turn: _bare(summarise(records, _period(records, today, turn), today)),
        lambda turn: milliseconds(
            lambda: _write(records, _period(records, today, turn), today, output)
        ),
    )


def _period(records: Records, today: date, turn: int) -> Period:
    """A day shorter each round, so that nothing remembers the page."""
    whole = whole_journal(records, today)
    return Period(whole.first + timedelta(turn), whole.last)


def _write(records: Records, period: Period, today: date, output: Path) -> None:
    write_pdf(build_report(summarise(records, period, today)), output)


def _bare(summary: Summary) -> float:
    chart = _chart(summary.timeline)
    lines = render_text(build_report(summary)).splitlines()
    return milliseconds(lambda: (floors.chart_svg(chart), floors.text_pdf(lines)))


def _chart(timeline: Timeline) -> floors.Chart:
    dots = [(position(score), score.value) for score in timeline.scores]
    return floors.Chart(
        CHART_INCHES[Paper.A4],
        dots,
        [((position(s), s.low), (position(s), s.high)) for s in timeline.scores if s.low < s.high],
        [[(position(point), point.value) for point in line] for line in timeline.lines],
        [mark.day.toordinal() for mark in timeline.sessions],
    )
