"""What is left out stands nowhere: not on the page, in its alternatives, its pictures, its data."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from matplotlib.text import Text

from journal.charts.around_sessions import draw as draw_around
from journal.charts.panels import draw_panels
from journal.domain.around_sessions import AroundSessions
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.session import BeforeSession, SessionState
from journal.domain.side_effect import Severity
from journal.domain.vitals import Vitals
from journal.report.attachments import attached_data
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, Figure, OverTime, PagePart
from journal.report.shared_records import shared_records
from journal.report.text import render_text
from journal.theme import PRINT
from tests.domain.diary import Diary, minutes
from tests.domain.medicines import medicine, taken
from tests.domain.responses import answered
from tests.report.pages import (
    HALF_YEAR,
    TODAY,
    columns,
    day,
    lines,
    records_of,
    report_of,
    rows,
    section,
)
from tests.report.shared_patient import PERIOD, patient

SAFETY_EFFECTS = {
    "chest-pain": "Chest pain",
    "craving": "Craving",
    "blood-in-urine": "Blood in urine",
    "raised-blood-pressure": "Raised blood pressure",
    "paranoia": "Paranoia",
    "elevated-mood-little-sleep": "Elevated mood or little need for sleep",
}

OF_PART = {
    PagePart.COURSE: ("Before treatment", "Lowest since"),
    PagePart.OVER_TIME: ("7-day average", "3 totals", "Sertraline begun"),
    PagePart.AROUND: ("own level before the session",),
    PagePart.SIDE_EFFECTS: ("Cold hands", "Nausea", "nausea", "(severe)", "Effects, worst"),
    PagePart.TREATMENT: ("1 cancelled", '"cancelled"', "Next planned"),
    PagePart.MEDICINES: (
        *("Sertraline", "75 mg", "Lorazepam", "half of one", "a medicine changed"),
        *("Sleep last night", '"sleep"'),
        *("Sleeping or calming tablets", "Opioids", '"sleeping-tablets"', '"opioids"'),
    ),
    PagePart.SESSIONS: ("Highest pulse", '"pulse"', "91 %"),
    PagePart.DAYS: ("Anxiety", '"anxiety"', '"too-unwell"'),
    PagePart.ANSWERS: ("Little interest", "Difficulty at work", '"answer"'),
}
"""Words that nothing but this part has, on the page, in a picture or in the data."""


BEFORE = {
    90: frozenset(BeforeSession),
    70: frozenset({BeforeSession.OPIOIDS}),
    50: frozenset[BeforeSession](),
}
"""What was taken before the sessions so many days ago; of the last one it was not asked."""


def journal() -> Records:
    """Half a year with something of every kind; every effect of the safety rows is told once."""
    diary = Diary("Alex Example", date(1980, 1, 1))
    for ago in range(120):
        diary.score(day(ago), 3 + ago % 3, hour=8)
    diary.score(day(7), 4, "anxiety")
    for ago in (90, 70, 50, 30):
        readings = (Vitals(40, 131, 84, pulse=117, spo2=91),)
        session = diary.session(day(ago), mg=32)
        diary.sessions[-1] = replace(session, vitals=readings, before=BEFORE.get(ago))
    treated_for = frozenset({TreatedFor.DEPRESSION, TreatedFor.SUICIDAL_THOUGHTS})
    diary.settings = replace(diary.settings, treated_for=treated_for)
    diary.session(day(10), state=SessionState.CANCELLED)
    diary.session(day(-5), state=SessionState.PLANNED)
    diary.day(day(8), unwell=True, slept=6.5)
    diary.effect(day(50), "nausea", Severity.SEVERE, minutes(60), diary.sessions[2])
    diary.effect(day(6), name="Cold hands", severity=None)
    for ago, effect in enumerate(SAFETY_EFFECTS, 20):
        diary.effect(day(ago), effect, None)
    diary.effect(day(30), "chest-pain", None, session=diary.sessions[3])
    responses = [answered(day(ago), (2,) * 8 + (1, 2)) for ago in (95, 60, 5)]
    daily = medicine(day(40), dose="75 mg")
    as_needed = medicine(day(40), name="Lorazepam", course=UUID(int=2), as_needed=True)
    doses = [replace(taken(as_needed, day(9)), amount="half of one")]
    return records_of(diary, responses, [daily, as_needed], doses)


def everything(choices: Choices) -> str:
    """The page's words with the alternatives of its pictures, what is drawn, and the data."""
    records = journal()
    summary = summary_for(records, HALF_YEAR, TODAY, choices)
    report = build_report(summary, choices)
    drawn = [drawn_words(each.figure) for each in report.all_sections if each.figure]
    data = [file.content.decode() for file in attached_data(records, summary, choices)]
    return " ".join([" ".join(render_text(report).split()), *drawn, *data])


def drawn_words(figure: Figure) -> str:
    """The words in a picture, as they stand before they become shapes."""
    match figure.drawn:
        case OverTime(timelines, totals):
            picture = draw_panels(timelines, totals, PRINT, (8, 3))
        case AroundSessions() as around:
            picture = draw_around(around, PRINT, (4, 2))
    return " ".join(text.get_text() for text in picture.findobj(Text))


def without(*parts: PagePart, safety: bool = True) -> Choices:
    return Choices(left_out=frozenset(parts), safety=safety)


@pytest.fixture(scope="module")
def whole() -> str:
    return everything(Choices())


@pytest.mark.parametrize("part", PagePart)
def test_a_part_that_is_left_out_is_nowhere(part: PagePart, whole: str) -> None:
    """The heading of a part stays, to say that it is left out."""
    left = everything(without(part)).replace("Medicines and sleep: left out by the patient", "")
    words = OF_PART[part]
    assert [word for word in words if word not in whole] == []
    assert [word for word in words if word in left] == []


def test_doses_are_in_no_picture_where_the_treatment_is_left_out(whole: str) -> None:
    choices = replace(without(PagePart.TREATMENT), first_page_only=True)
    assert "32 mg" in whole
    assert "32 mg" not in everything(choices)


@pytest.mark.parametrize("first_page_only", [False, True])
def test_safety_that_is_left_out_is_nowhere(first_page_only: bool, whole: str) -> None:
    choices = Choices(safety=False, first_page_only=first_page_only)
    left = everything(choices)
    words = (
        *(*SAFETY_EFFECTS, *SAFETY_EFFECTS.values()),
        *("self-harm", "better off dead", "Suicidal thoughts"),
    )
    assert [word for word in words if word not in whole] == []
    assert [word for word in words if word in left] == []
    assert "Nausea" in left
    assert "Treated for: Depression " in left


def test_without_medicines_the_hours_before_a_session_say_only_whether_there_was_alcohol() -> None:
    """That there was none of all is not claimed, neither on the page nor in the data."""
    choices = without(PagePart.MEDICINES)
    report = report_of(journal(), HALF_YEAR, choices)
    sessions = section(report, "Sessions")
    assert columns(sessions)[-1] == "Alcohol, 24 h before"
    assert [row[-1] for row in rows(sessions)] == ["not asked", "no", "no", "yes"]
    assert sessions.note.endswith("tablets and opioids in the 24 h before: left out by the patient")
    treatment = lines(section(report, "Treatment and medicines"))[0]
    assert treatment.endswith("In the 24 h before: Alcohol × 1 (asked for 3 of 4 sessions).")
    summary = summary_for(journal(), HALF_YEAR, TODAY, choices)
    table, _whole = attached_data(journal(), summary, choices)
    told = [row for row in table.content.decode().splitlines() if ",before,," in row]
    assert [row.split(",")[-2] for row in told] == ["alcohol"]


def test_effects_of_the_safety_rows_stay_there_where_side_effects_are_left_out() -> None:
    report = report_of(journal(), HALF_YEAR, without(PagePart.SIDE_EFFECTS))
    reported = [row[1] for row in rows(section(report, "Safety"))]
    assert any(words.startswith("Craving: ") for words in reported)


def test_without_safety_no_answer_stands_beside_a_total() -> None:
    """Whoever has the total and eight of nine answers has the ninth."""
    choices = Choices(safety=False)
    records = journal()
    summary = summary_for(records, HALF_YEAR, TODAY, choices)
    report = build_report(summary, choices)
    total, difficulty = (row[0] for row in rows(section(report, "PHQ-9")))
    assert total == "Total"
    assert difficulty.startswith("How difficult")
    shared = shared_records(records, summary, choices)
    assert [each.total for each in shared.responses] == [17, 17, 17]
    assert {key for each in shared.responses for key, _value in each.answers} == {"difficulty"}


@pytest.mark.parametrize("part", [None, *PagePart])
def test_why_a_medicine_was_stopped_is_never_told(part: PagePart | None) -> None:
    choices = without(*([part] if part else []))
    report = build_report(summary_for(patient(), PERIOD, TODAY, choices), choices)
    told = [each.figure.description for each in report.all_sections if each.figure]
    if part not in (PagePart.OVER_TIME, PagePart.MEDICINES):
        assert any("last day of Lorazepam" in words for words in told)
    assert "sister" not in " ".join([render_text(report), *told])


def test_a_journal_of_medicines_alone_has_the_same_on_the_page_and_in_the_data() -> None:
    records = records_of(Diary(), medications=[medicine(day(9), name="Lorazepam")])
    summary = summary_for(records, HALF_YEAR, TODAY)
    assert "Lorazepam" in render_text(build_report(summary))
    table, whole = attached_data(records, summary, Choices())
    assert b"Lorazepam" in table.content
    assert b"Lorazepam" in whole.content
