"""The PDF of every patient made by hand has the numbers of their Report, and their records."""

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from journal.domain.checkin import Direction
from journal.domain.own_total import own_total
from journal.domain.repository import Records
from journal.report.attachments import attached_data
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, Report, plain
from journal.report.pdf import render_pdf
from tests.domain.diary import Diary
from tests.domain.responses import paper
from tests.report.hand_made import HAND_MADE
from tests.report.pages import TODAY, day, records_of, report_of
from tests.report.test_pdf import text_of


@pytest.mark.parametrize("patient", HAND_MADE, ids=lambda patient: patient.__name__)
def test_the_pdf_has_every_row_in_order_and_the_records(
    patient: Callable[[], Records], tmp_path: Path
) -> None:
    records, choices = patient(), Choices()
    summary = summary_for(records, HAND_MADE[patient], TODAY, choices)
    report, data = build_report(summary, choices), attached_data(records, summary, choices)

    content = render_pdf(report, data, system_fonts=False)

    assert_in_order(lines_of(report), text_of(content, tmp_path))
    with pikepdf.open(BytesIO(content)) as document:
        attached = document.attachments["records.json"].get_file().read_bytes()
    assert bool(json.loads(attached)["records"]) is not summary.is_empty


@pytest.mark.parametrize(("low", "high"), [(0, 301), (-1000, 1000)])
def test_an_own_total_of_any_ends_prints(low: int, high: int) -> None:
    own = own_total("Headache", low, high, Direction.HIGHER_WORSE)
    records = records_of(Diary(), [paper(day(9), high - 1, own.key)])
    report = report_of(records)
    assert ["Headache" in each.figure.description for each in report.sections if each.figure] == [
        True
    ]
    with pikepdf.open(BytesIO(render_pdf(report, system_fonts=False))) as document:
        assert document.pages


def lines_of(report: Report) -> Iterable[str]:
    """The title, rows and lines of each section, each as it would stand on one line."""
    for section in report.all_sections:
        yield section.title
        for row in section.table.rows if section.table else ():
            yield " ".join(plain(cell) for cell in row)
        yield from map(plain, section.lines)


def assert_in_order(lines: Iterable[str], text: str) -> None:
    place = 0
    for line in lines:
        words = " ".join(line.split())
        found = text.find(words, place)
        assert found >= 0, f"not in its place: {words}"
        place = found + len(words)
