from dataclasses import replace
from decimal import Decimal

from journal.domain.session import BeforeSession, Dose, DoseUnit, Treatment
from journal.domain.side_effect import Severity
from journal.domain.vitals import Vitals
from journal.report.parts import Choices, PagePart
from tests.domain.diary import Diary
from tests.report.pages import bold, columns, day, report_of, rows, section, titles

HEADINGS = [
    *("No.", "Date", "Dose", "Min", "Pressure before", "Highest", "Leaving"),
    *("Highest pulse", "Lowest SpO₂", "Before", "Next day", "Effects, worst", "24 h before"),
]


def test_a_row_has_it_all() -> None:
    diary = Diary()
    session = replace(
        diary.session(day(4), mg=32),
        body_weight_kg=Decimal(64),
        dose_taken=Dose(Decimal(28), DoseUnit.MG),
        before=frozenset({BeforeSession.OPIOIDS}),
        vitals=(
            Vitals(-10, 120, 70, 66, 99),
            Vitals(-1, 122, 78, 70, 98),
            Vitals(40, 146, 92, 88, 95),
            Vitals(120, 124, 80, 74, 98, leaving=True),
        ),
    )
    diary.sessions = [session]
    diary.score(day(4), 3, hour=8)
    diary.score(day(3), 6, hour=8)
    diary.score(day(3), 7, hour=20)
    diary.effect(day(4), "nausea", Severity.SEVERE, session=session)
    diary.effect(day(4), "headache", Severity.MILD, session=session)
    table = section(report_of(diary), "Sessions")
    assert columns(table) == HEADINGS
    assert rows(table) == [
        [
            *("1", "6 Mar", "32 mg (0.5 mg/kg); taken: 28 mg", "40"),
            *("122/78", "146/92 (40 min)", "124/80", "88", "95 %"),
            *("3", "6.5", "2, severe", "Opioids"),
        ]
    ]
    assert bold(table) == ["2, severe"]


def test_a_dose_that_was_only_taken_stands_alone() -> None:
    diary = Diary()
    taken = Dose(Decimal(28), DoseUnit.MG)
    diary.sessions = [replace(diary.session(day(4), mg=None), dose_taken=taken)]
    (row,) = rows(section(report_of(diary), "Sessions"))
    assert row[2] == "taken: 28 mg"


def test_what_was_not_entered_is_a_dash_and_what_was_not_asked_says_so() -> None:
    diary = Diary()
    diary.session(day(4), length=None)
    (row,) = rows(section(report_of(diary), "Sessions"))
    assert row == ["1", "6 Mar", *["–"] * 9, "not asked", "not asked"]


def test_no_side_effects_is_an_answer() -> None:
    diary = Diary()
    diary.session(day(4), no_side_effects=True)
    assert rows(section(report_of(diary), "Sessions"))[0][-2] == "none"


def test_an_effect_without_severity_is_counted() -> None:
    diary = Diary()
    diary.effect(day(4), "nausea", None, session=diary.session(day(4)))
    assert rows(section(report_of(diary), "Sessions"))[0][-2] == "1"


def test_side_effects_that_are_left_out_have_no_column() -> None:
    diary = Diary()
    diary.effect(day(4), "nausea", session=diary.session(day(4)))
    choices = Choices(left_out=frozenset({PagePart.SIDE_EFFECTS}))
    table = section(report_of(diary, choices=choices), "Sessions")
    assert columns(table) == [each for each in HEADINGS if each != "Effects, worst"]
    assert [len(row) for row in rows(table)] == [len(columns(table))]


def test_without_safety_it_counts_the_other_effects() -> None:
    diary = Diary()
    for ago, effect in ((4, "nausea"), (4, "chest-pain"), (2, "craving")):
        session = next((s for s in diary.sessions if s.start.day == day(ago)), None)
        diary.effect(day(ago), effect, session=session or diary.session(day(ago)))
    table = section(report_of(diary, choices=Choices(safety=False)), "Sessions")
    assert columns(table)[-2] == "Other effects, worst"
    assert table.note.endswith("side effects that belong to safety: left out by the patient")
    assert [row[-2] for row in rows(table)] == ["none", "1, mild"]


def test_all_of_the_period_are_listed_the_latest_first() -> None:
    diary = Diary()
    for ago in range(40):
        diary.session(day(ago), treatment=Treatment.LOZENGE)
    table = section(report_of(diary), "Sessions")
    assert [row[0] for row in rows(table)] == [str(number) for number in range(40, 10, -1)]
    assert columns(table) == HEADINGS


def test_several_kinds_of_ketamine_have_a_column() -> None:
    diary = Diary()
    diary.session(day(9))
    diary.session(day(4), treatment=Treatment.LOZENGE)
    table = section(report_of(diary), "Sessions")
    assert columns(table)[2] == "Treatment"
    assert [row[2] for row in rows(table)] == ["Ketamine lozenge", "IV ketamine"]


def test_other_treatments_are_not_among_them() -> None:
    diary = Diary()
    diary.session(day(4), treatment=Treatment.TMS)
    assert "Sessions" not in titles(report_of(diary).following)
