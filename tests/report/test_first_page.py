"""The first page is one page for everybody, however full the journal is."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from journal.domain.checkin import Direction
from journal.domain.medication import MedicineClass
from journal.domain.own_total import own_total
from journal.domain.period import last_days
from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import BeforeSession, SessionState, Treatment
from journal.domain.side_effect import Severity
from journal.report.parts import Choices, Paper, Report, ThreeLines
from journal.report.pdf import render_pdf
from tests.domain.diary import minutes
from tests.domain.medicines import medicine, taken
from tests.domain.responses import answered, paper
from tests.domain.safety_diary import SafetyDiary, pressure
from tests.report.hand_made import responder
from tests.report.pages import HALF_YEAR, TODAY, day, report_of
from tests.report.test_pdf import text_of

LONG = "A very long name that somebody might think of "


def full_diary(name: str) -> SafetyDiary:
    """Twenty sessions with fifteen long effects and a dose of its own each; every finding."""
    diary = SafetyDiary(name, date(1980, 1, 1))
    diary.settings = replace(
        diary.settings,
        record_number=name,
        treated_for=frozenset(TreatedFor),
        clinic_should_know=frozenset(ClinicShouldKnow),
        evening_question=True,
    )
    for ago in range(180):
        diary.score(day(ago), ago % 11, hour=8)
        diary.score(day(ago), ago % 7, "elevated-mood", hour=8)
        diary.day(day(ago), slept=4.5)
    for number, ago in enumerate(range(0, 280, 14)):
        measured = diary.measured(day(ago), pressure(190, 121, minutes=-5), pressure(200, 130))
        diary.sessions[-1] = replace(measured, before=frozenset(BeforeSession))
        for effect in range(15):
            own = f"{LONG}{effect}" * 3
            diary.effect(day(ago), "", Severity.SEVERE, minutes(1800 + number), measured, name=own)
    return diary


def crowd(diary: SafetyDiary, name: str) -> None:
    """Other treatments, everything that safety asks about, and what is planned."""
    for number, treatment in enumerate(Treatment):
        diary.session(day(3 + number), hour=14, treatment=treatment, mg=20 + number, name=name)
        diary.session(day(33 + number), hour=14, treatment=treatment, mg=50 + number)
    diary.session(day(-5), state=SessionState.PLANNED, name=name)
    for effect in ("nights-up", "flank-pain", "seizure", "chest-pain", "craving", "fainting"):
        for ago in range(2, 12):
            diary.effect(day(ago), effect)
    diary.effect(day(2), "raised-blood-pressure")
    diary.effect(day(2), "paranoia", duration=minutes(1800))
    for ago in range(1, 9):
        diary.item_nine(day(ago * 9), 1 + ago % 3)
        diary.evening(day(ago), ("some", "strong", "might-act")[ago % 3])
        diary.answer(day(ago * 20), SafetyQuestion.BLADDER, "blood-in-urine")


def full(name: str = LONG * 6) -> Records:
    """All that a page can hold, and more of each than fits."""
    diary = full_diary(name)
    crowd(diary, name)
    keys = (
        "phq-9",
        "gad-7",
        "pcl-5-week",
        "who-5",
        "isi",
        own_total(name[:300], 0, 9, Direction.NEITHER).key,
    )
    totals = [paper(day(ago), 5, key) for key in keys for ago in (290, 60, 20)]
    difficult = [answered(day(ago), (3,) * 9 + (2,)) for ago in (40, 9)]
    medicines = [
        medicine(day(200), name=f"{n} {name}"[:300], dose=name[:300], course=UUID(int=n), kind=kind)
        for n, kind in enumerate(list(MedicineClass) * 4, 1)
    ]
    doses = [taken(each, day(5)) for each in medicines]
    records = diary.records()
    return replace(
        records,
        responses=(*records.responses, *totals, *difficult),
        medications=tuple(medicines),
        doses_taken=tuple(doses),
    )


def first_page_of(records: Records, paper: Paper, days: int = 180) -> Report:
    lines = ThreeLines(*["word " * 200] * 3)
    choices = Choices(paper, lines=lines, first_page_only=True)
    return report_of(records, last_days(days, TODAY), choices)


def pages(report: Report) -> int:
    with pikepdf.open(BytesIO(render_pdf(report, system_fonts=False))) as document:
        return len(document.pages)


@pytest.mark.parametrize("paper", Paper)
def test_a_full_journal_has_one(paper: Paper) -> None:
    assert pages(first_page_of(full(), paper)) == 1


@pytest.mark.parametrize("name", ["W" * 300, "汉" * 300])
def test_hostile_names_have_one_too(name: str) -> None:
    assert pages(first_page_of(full(name), Paper.US_LETTER)) == 1


SMALLEST = 6.0
"""Points of the letters on a page that is still to be read on paper."""


@pytest.fixture(scope="module", params=Paper)
def crowded(request: pytest.FixtureRequest) -> Report:
    lines = ThreeLines(*["word " * 200] * 3)
    return report_of(full(), last_days(180, TODAY), Choices(request.param, lines=lines))


@pytest.fixture(scope="module")
def crowded_pdf(crowded: Report) -> bytes:
    return render_pdf(crowded, system_fonts=False)


class TestWhatDoesNotFitAndStaysReadable:
    def test_no_words_are_smaller_than_six_points(self, crowded_pdf: bytes) -> None:
        assert min(sizes(crowded_pdf)) >= SMALLEST

    def test_moves_to_the_second_page_which_the_first_one_says(
        self, crowded: Report, crowded_pdf: bytes, tmp_path: Path
    ) -> None:
        first, second = (text_of(crowded_pdf, tmp_path, page) for page in (1, 2))
        moved = first.partition("Further on page 2: ")[2].partition(" Response (")[0].split(", ")
        assert moved[-1] == crowded.sections[-1].title
        places = [second.index(title) for title in moved]
        assert places == sorted(places)
        kept = [each.title for each in crowded.sections if each.title not in moved]
        assert [title for title in kept if title in first] == kept
        assert not [title for title in kept if title in second]

    def test_the_rules_stay_at_the_foot_of_the_first_page(
        self, crowded: Report, crowded_pdf: bytes, tmp_path: Path
    ) -> None:
        first, second = (text_of(crowded_pdf, tmp_path, page) for page in (1, 2))
        last = " ".join(crowded.rules[-1].split())
        assert last in first
        assert last not in second


def test_a_first_page_alone_stays_readable_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    report = first_page_of(full(), Paper.A4)
    content = render_pdf(report, system_fonts=False)
    assert min(sizes(content)) >= SMALLEST
    text = text_of(content, tmp_path)
    away = text.partition("Left out for room: ")[2].partition(" Response (")[0].split(", ")
    titles = [each.title for each in report.sections]
    assert away == titles[-len(away) :]
    assert [title for title in titles if title in text] == titles
    assert "Further on" not in text


def test_a_page_with_room_moves_nothing(tmp_path: Path) -> None:
    text = text_of(render_pdf(report_of(responder(), HALF_YEAR)), tmp_path)
    assert "Further on" not in text
    assert "Left out for room" not in text


def sizes(content: bytes) -> list[float]:
    """Of the letters on the first page, in points."""
    with pikepdf.open(BytesIO(content)) as document:
        drawn = pikepdf.parse_content_stream(document.pages[0])
        return [float(each.operands[1]) for each in drawn if str(each.operator) == "Tf"]
