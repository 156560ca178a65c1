"""The demo patient's page agrees with what the window shows, and its text and PDF with it."""

import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from journal.charts.description import describe_panels, table
from journal.demo import demo_edits
from journal.domain.around_sessions import around_sessions
from journal.domain.before_and_now import before_and_now
from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import last_days
from journal.domain.questionnaire import Response
from journal.domain.reading import reading
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.scoring import scored
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.domain.side_effect_matrix import side_effect_matrix
from journal.domain.trends import timeline
from journal.report.content import build_report, summary_for
from journal.report.parts import OverTime, Report, plain
from journal.report.pdf import render_pdf
from journal.report.text import render_text
from journal.wording.questionnaires import reading_line
from tests.domain.diary import Diary, scale_of
from tests.domain.responses import questionnaire
from tests.report.pages import lines, rows, section

NOW = datetime(2026, 3, 14, 20, 14, tzinfo=UTC)
TODAY = NOW.date()
PERIOD = last_days(180, TODAY)

Kind = TypeVar("Kind")


@pytest.fixture(scope="module")
def records() -> Records:
    """The demo patient's journal."""
    diary = Diary()
    edits = demo_edits(NOW, "Europe/Berlin", tuple(diary.scales), diary.settings)
    kept = {(type(e.after), e.after.id): e.after for e in edits if e.after is not None}

    def of(kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(record for record in kept.values() if isinstance(record, kind))

    return Records(
        of(CheckIn),
        of(DayRecord),
        of(TreatmentSession),
        of(SideEffect),
        tuple(diary.scales),
        of(JournalSettings)[-1],
        of(Response),
        of(Medication),
        of(DoseTaken),
        of(SafetyAnswer),
    )


@pytest.fixture(scope="module")
def report(records: Records) -> Report:
    return build_report(summary_for(records, PERIOD, TODAY))


@pytest.mark.parametrize("key", ["phq-9", "gad-7"])
def test_course_says_what_the_questionnaires_page_says(
    key: str, records: Records, report: Report
) -> None:
    asked = questionnaire(key)
    entries = scored(asked, records.responses, records.sessions, records.settings)
    shown = reading(asked, entries, records.sessions)
    assert shown is not None
    row = next(r for r in rows(section(report, "Course")) if r[0].startswith(asked.title))
    assert row[-1] == reading_line(shown)
    assert row[4].startswith(f"{shown.latest.total} · 13 Mar, day 27 after session 11")
    answers = rows(section(report, asked.title))
    assert answers[0][1] == str(shown.latest.total)


def test_pictures_are_those_of_trends(records: Records, report: Report) -> None:
    mood = scale_of("mood")
    figure = section(report, "Day by day: Mood").figure
    assert figure is not None
    assert isinstance(figure.drawn, OverTime)
    on_screen = timeline(records, mood, PERIOD)
    assert figure.drawn.timelines == (on_screen,)
    words = describe_panels([on_screen], figure.drawn.totals, reasons=False)
    assert figure.description == words
    around = section(report, "Around a session").figure
    assert around is not None
    assert around.drawn == around_sessions(records, mood, PERIOD, TODAY)


def test_before_and_now_are_those_of_trends(records: Records, report: Report) -> None:
    shown = before_and_now(records, scale_of("mood"), TODAY)
    assert shown.begin is not None
    row = next(r for r in rows(section(report, "Course")) if r[0].startswith("Mood"))
    assert row[1].startswith(f"{shown.begin.median:g} ")
    medians = [f"{w.median:g}" for w in shown.comparisons[0].windows if w.median is not None]
    assert row[4].startswith(", ".join(medians))


def test_the_daily_table_has_the_numbers_of_the_picture(records: Records, report: Report) -> None:
    picture = table(timeline(records, scale_of("mood"), PERIOD))
    values = {row.day for row in picture}
    logged = [row for row in rows(section(report, "Every day")) if row[1]]
    assert len(logged) == len(values)


def test_side_effects_are_those_of_the_matrix(records: Records, report: Report) -> None:
    matrix = side_effect_matrix(records, PERIOD)
    counts = [f"{row.summary.affected} / {matrix.asked}" for row in matrix.rows]
    assert [row[1] for row in rows(section(report, "Side effects"))] == counts


def test_the_text_has_every_line_of_the_page(report: Report) -> None:
    text = one_line([render_text(report)])
    for each in report.all_sections:
        assert each.title in text
        for line in lines(each):
            assert one_line([line]) in text


def test_the_text_has_every_cell_unbroken_in_the_order_of_the_rows(report: Report) -> None:
    text = one_line([render_text(report)])
    place = 0
    for each in report.all_sections:
        place = text.index(f" {each.title} ---", place)
        for cell in (cell for row in each.table.rows for cell in row) if each.table else ():
            place = text.index(one_line([plain(cell)]), place)
            place += len(one_line([plain(cell)]))


def test_the_pdf_has_every_row_and_line(report: Report, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "summary.pdf"
    file.write_bytes(render_pdf(report))
    done = subprocess.run([program, "-raw", file, "-"], capture_output=True, check=True)
    text = one_line([done.stdout.decode()])
    for each in report.all_sections:
        for row in each.table.rows if each.table else ():
            assert one_line(plain(cell) for cell in row) in text
        for line in lines(each):
            assert one_line([line]) in text


def one_line(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).split())
