"""The file of the fictional patient, as it is handed over: small, whole, the same every time."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any
from uuid import UUID

import pikepdf

from journal.demo import demo_edits
from journal.domain.checkin import STANDARD_SCALES, CheckIn, DayRecord, Scale
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import last_days
from journal.domain.questionnaire import Response
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.report.attachments import attached_data
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, PagePart
from journal.report.pdf import render_pdf

NOW = datetime(2026, 3, 14, 20, 14, tzinfo=UTC)
TODAY = date(2026, 3, 14)
PERIOD = last_days(180, TODAY)
MOST_BYTES = 400_000
TWO_PAGES = Choices(left_out=frozenset({PagePart.DAYS, PagePart.ANSWERS}))


@cache
def demo_records() -> Records:
    made = enumerate(STANDARD_SCALES)
    scales = tuple(
        Scale(UUID(int=n), s.key, s.low, s.high, s.direction, s.active, n, NOW, NOW)
        for n, s in made
    )
    settings = JournalSettings(UUID(int=1), NOW, NOW)
    kinds: dict[type, list[Any]] = defaultdict(list, {JournalSettings: [settings]})
    for edit in demo_edits(NOW, "Europe/Berlin", scales, settings):
        kinds[type(edit.record)].append(edit.record)

    def ordered(kind: type, key: str) -> tuple[Any, ...]:
        order: Callable[[Any], Any] = attrgetter(key)
        return tuple(sorted(kinds[kind], key=order))

    return Records(
        ordered(CheckIn, "moment"),
        ordered(DayRecord, "day"),
        ordered(TreatmentSession, "start"),
        ordered(SideEffect, "noted"),
        scales,
        kinds[JournalSettings][-1],
        ordered(Response, "moment"),
        ordered(Medication, "first"),
        ordered(DoseTaken, "taken"),
        ordered(SafetyAnswer, "moment"),
    )


def printed(choices: Choices, *, attach_data: bool = False) -> bytes:
    records = demo_records()
    summary = summary_for(records, PERIOD, TODAY, choices)
    data = attached_data(records, summary, choices) if attach_data else ()
    return render_pdf(build_report(summary, choices), data, system_fonts=False)


def pages(content: bytes) -> Iterator[pikepdf.Page]:
    with pikepdf.open(BytesIO(content)) as document:
        yield from document.pages


def test_two_pages_are_small_enough_for_any_mailbox() -> None:
    content = printed(TWO_PAGES)
    assert len(list(pages(content))) == 2
    assert len(content) <= MOST_BYTES


def test_the_whole_page_with_its_data_is_the_same_to_the_byte_every_time() -> None:
    assert printed(Choices(), attach_data=True) == printed(Choices(), attach_data=True)


def test_only_fonts_of_the_program_are_in_it_and_all_of_them_are_embedded() -> None:
    names = set()
    for page in pages(printed(Choices(), attach_data=True)):
        for font in page.Resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())
            names.add(str(font.BaseFont).partition("+")[2].partition("-")[0])
    assert "Inter" in names
    assert names <= {"Inter", "DejaVuSans"}
