from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from journal.domain.medication import Medication, MedicineClass
from journal.domain.medicines_taken import NAMED_FIRST
from journal.domain.repository import Records
from journal.domain.session import BeforeSession, Dose, DoseUnit, SessionState, Treatment
from journal.report.content import summary_for
from journal.report.medicines_table import medicines_section
from journal.report.parts import Choices, Report, Section
from tests.domain.diary import Diary
from tests.domain.medicines import medicine, taken
from tests.domain.responses import answered
from tests.report.pages import (
    MONTH,
    TODAY,
    day,
    lines,
    records_of,
    report_of,
    rows,
    section,
)

NOTHING_ENTERED = "Medicines: none are entered."


def treatment(report: Report) -> list[str]:
    return lines(section(report, "Treatment and medicines"))


class TestTreatment:
    def test_states_doses_gaps_others_and_what_is_next(self) -> None:
        diary = Diary()
        for ago, mg in ((25, 32), (22, 32), (4, 35)):
            diary.session(day(ago), mg=mg)
        diary.session(day(12), state=SessionState.CANCELLED)
        diary.session(day(11), state=SessionState.DID_NOT_TAKE_PLACE)
        diary.session(day(2), treatment=Treatment.PSYCHOTHERAPY)
        diary.session(day(-17), state=SessionState.PLANNED)
        assert treatment(report_of(diary))[0] == (
            "IV ketamine: 3 done, 1 cancelled, 1 did not take place; 32 mg × 2, 35 mg × 1; "
            "gaps of 3, 18 days. Other treatments: Psychotherapy (1 done, 0 cancelled). "
            "Next planned: IV ketamine, 27 March 2026."
        )

    def test_an_induction_comes_with_its_days(self) -> None:
        diary = Diary()
        for ago in (27, 24, 20, 2):
            weighed = replace(diary.session(day(ago), mg=32), body_weight_kg=Decimal(64))
            diary.sessions[-1] = weighed
        assert treatment(report_of(diary))[0] == (
            "IV ketamine: 4 done, 0 cancelled; 32 mg × 4 (0.5 mg/kg); "
            "3 from 11 February 2026 to 18 February 2026, then gaps of 18 days."
        )

    def test_several_kinds_of_ketamine_have_one_pace_of_their_own(self) -> None:
        """IV 28, 25 and 21 days ago, esketamine 14, 7 and 0: gaps of 3 and 4, then three of 7."""
        diary = Diary()
        for ago in (28, 25, 21):
            diary.session(day(ago), mg=32)
        for ago in (14, 7, 0):
            diary.session(day(ago), treatment=Treatment.ESKETAMINE, mg=84)
        assert treatment(report_of(diary))[0] == (
            "IV ketamine: 3 done, 0 cancelled; 32 mg × 3. "
            "Esketamine nasal spray: 3 done, 0 cancelled; 84 mg × 3. "
            "Pace of all ketamine sessions: 6 from 10 February 2026 to 10 March 2026."
        )

    def test_a_fourth_kind_of_ketamine_is_ketamine_and_has_its_dose(self) -> None:
        diary = Diary()
        kinds = (
            Treatment.IV_KETAMINE,
            Treatment.ESKETAMINE,
            Treatment.LOZENGE,
            Treatment.TROCHE,
        )
        for ago, kind in zip((28, 20, 12, 4), kinds, strict=True):
            diary.session(day(ago), treatment=kind, mg=50)
        words = treatment(report_of(diary))[0]
        assert "Other ketamine: Ketamine troche (1 done, 0 cancelled; 50 mg × 1). " in words
        assert "Other treatments" not in words

    def test_a_dose_that_was_taken_otherwise_is_told(self) -> None:
        diary = Diary()
        for ago in (20, 13, 6):
            agreed = diary.session(day(ago), treatment=Treatment.LOZENGE, mg=100)
            taken = Dose(Decimal(300), DoseUnit.MG) if ago != 13 else None
            diary.sessions[-1] = replace(agreed, dose_taken=taken)
        assert (
            "Ketamine lozenge: 3 done, 0 cancelled; 100 mg × 3; taken otherwise: 300 mg × 2; "
        ) in treatment(report_of(diary))[0]

    def test_of_many_doses_every_one_the_latest_too(self) -> None:
        diary = Diary()
        for step in range(7):
            diary.session(day(27 - 3 * step), mg=20 + 10 * step)
        assert (
            "20 mg × 1, 30 mg × 1, 40 mg × 1, 50 mg × 1, 60 mg × 1, 70 mg × 1, 80 mg × 1; "
        ) in treatment(report_of(diary))[0]

    def test_many_gaps_are_summed_up(self) -> None:
        """Session 1 before the period, then 14: thirteen gaps of 2 days and the first of 24."""
        diary = Diary()
        for ago in (*range(0, 28, 2), 50):
            diary.session(day(ago))
        assert "gaps of 2 to 24 days, 2 in the middle of 14." in treatment(report_of(diary))[0]

    def test_what_was_taken_before_sessions_where_it_was_asked(self) -> None:
        diary = Diary()
        before = (frozenset({BeforeSession.ALCOHOL}), frozenset[BeforeSession](), None)
        sessions = [diary.session(day(ago)) for ago in (25, 18, 4)]
        diary.sessions = [replace(s, before=b) for s, b in zip(sessions, before, strict=True)]
        words = treatment(report_of(diary))[0]
        assert words.endswith("In the 24 h before: Alcohol × 1 (asked for 2 of 3 sessions).")

    def test_nothing_at_all(self) -> None:
        diary = Diary()
        diary.score(day(3), 4)
        assert treatment(report_of(diary)) == [
            "No ketamine session took place in this period.",
            NOTHING_ENTERED,
        ]


class TestMedicines:
    def test_the_classes_that_matter_come_first(self) -> None:
        lorazepam = medicine(
            day(20),
            name="Lorazepam",
            dose="0.5 mg",
            course=UUID(int=2),
            kind=MedicineClass.BENZODIAZEPINE,
            as_needed=True,
        )
        medications = [
            medicine(day(90), day(11), dose="150 mg"),
            medicine(day(10), dose="100 mg"),
            lorazepam,
        ]
        doses = [taken(lorazepam, day(ago)) for ago in (15, 9)]
        records = records_of(Diary(), (), medications, doses)
        records = replace(records, check_ins=(Diary().score(day(3), 4),))
        assert treatment(report_of(records))[1] == (
            "Medicines: Lorazepam 0.5 mg, mornings (benzodiazepine; since 18 Feb; as needed, "
            "2 doses, last on 1 Mar), Sertraline 100 mg, mornings (since 28 Feb; 150 mg, mornings "
            "before). Not entered: stimulant, MAO inhibitor, opioid."
        )

    def test_none_of_the_classes_that_matter_is_cut(self) -> None:
        kinds = [*NAMED_FIRST * 2, *[MedicineClass.OTHER] * 15]
        medications = [
            medicine(day(90), name=f"Name {n:02}", course=UUID(int=n), kind=kind)
            for n, kind in enumerate(kinds)
        ]
        words = treatment(report_of(medicated(medications)))[1]
        assert all(f"Name {n:02}" in words for n in range(8))
        assert "Name 07 50 mg (opioid)" in words
        assert words.endswith("Name 19 50 mg and 3 more.")

    def test_what_changed_or_ended_comes_first_within_its_class(self) -> None:
        """Zinc and Zolmitriptan would come last by their names."""
        kept = [medicine(day(90), name=f"Name {n}", course=UUID(int=n)) for n in range(5)]
        changed = [
            medicine(day(90), day(11), "Zolmitriptan", "2.5 mg", UUID(int=8)),
            medicine(day(10), None, "Zolmitriptan", "5 mg", UUID(int=8)),
        ]
        ended = medicine(day(90), day(6), "Zinc", course=UUID(int=9))
        words = treatment(report_of(medicated([*kept, *changed, ended])))[1]
        assert words.startswith(
            "Medicines: Zinc 50 mg, mornings (since 10 Dec 2025; last day 4 Mar), "
            "Zolmitriptan 5 mg, mornings (since 28 Feb; 2.5 mg, mornings before), Name 0 "
        )

    def test_of_six_of_a_class_the_last_two_have_their_last_day_and_their_dose_before(self) -> None:
        opioid = MedicineClass.OPIOID
        begun = [
            medicine(day(20), name=f"Name {n}", course=UUID(int=n), kind=opioid) for n in range(5)
        ]
        changed = [
            medicine(day(90), day(11), "Tramadol", "100 mg", UUID(int=8), kind=opioid),
            medicine(day(10), None, "Tramadol", "50 mg", UUID(int=8), kind=opioid),
        ]
        ended = medicine(day(90), day(6), "Tilidine", course=UUID(int=9), kind=opioid)
        long_since = medicine(day(90), name="Vitamin D", dose="", course=UUID(int=10))
        records = medicated([*begun, *changed, ended, long_since])
        report = report_of(records, choices=Choices(first_page_only=True))
        assert (
            "Also: Tilidine 50 mg (opioid; last day 4 Mar), Tramadol 50 mg, mornings (opioid; "
            "since 28 Feb; 100 mg, mornings before), Vitamin D. "
        ) in treatment(report)[1]

    def test_none_that_changed_is_cut(self) -> None:
        ended = [medicine(day(90), day(6), f"Name {n:02}", course=UUID(int=n)) for n in range(20)]
        words = treatment(report_of(medicated(ended)))[1]
        assert words.count("last day 4 Mar") == 20

    def test_of_several_changes_it_tells_the_last_and_how_many(self) -> None:
        assert treatment(report_of(medicated(titrated())))[1].startswith(
            "Medicines: Sertraline 150 mg, mornings (since 28 Feb; 100 mg, mornings before; "
            "2 changes). "
        )

    def test_one_that_was_stopped_has_its_last_day(self) -> None:
        records = replace(
            records_of(Diary(), (), [medicine(day(20), day(6))]),
            check_ins=(Diary().score(day(3), 4),),
        )
        assert (
            "Sertraline 50 mg, mornings (since 18 Feb; last day 4 Mar)"
            in (treatment(report_of(records))[1])
        )


class TestMedicinesInFull:
    def test_every_name_of_eight_is_there(self) -> None:
        names = ("Lorazepam", "Diazepam", "Codeine", "Tramadol", "Lithium", "Lamotrigine", "A", "B")
        medications = [
            medicine(day(90), name=name, course=UUID(int=n)) for n, name in enumerate(names)
        ]
        in_full = medicines_in_full(medications)
        assert sorted(row[0] for row in rows(in_full)) == sorted(names)

    def test_every_dose_has_its_days_and_no_reason(self) -> None:
        assert rows(medicines_in_full(titrated())) == [
            ["Sertraline", "50 mg, mornings", "10 December 2025 – 17 February 2026"],
            ["Sertraline", "100 mg, mornings", "18 February 2026 – 27 February 2026"],
            ["Sertraline", "150 mg, mornings", "since 28 February 2026"],
        ]

    def test_as_needed_says_how_often(self) -> None:
        lorazepam = [
            replace(each, as_needed=True, kind=MedicineClass.BENZODIAZEPINE) for each in titrated()
        ]
        records = replace(medicated(lorazepam), doses_taken=(taken(lorazepam[2], day(3)),))
        found = medicines_section(summary_for(records, MONTH, TODAY))
        assert found is not None
        assert rows(found)[-1] == [
            "Sertraline (benzodiazepine)",
            "150 mg, mornings; as needed, 1 dose, on 7 Mar",
            "since 28 February 2026",
        ]

    def test_what_the_first_page_has_room_for_is_not_told_twice(self) -> None:
        few = [medicine(day(90), name=str(n), course=UUID(int=n)) for n in range(5)]
        changed_once = titrated()[1:]
        for medications in ([], few, changed_once):
            assert medicines_section(summary_for(medicated(medications), MONTH, TODAY)) is None


def titrated() -> list[Medication]:
    """50, 100 and 150 mg; both changes lie within the month, each with a reason."""
    return [
        medicine(day(90), day(21), dose="50 mg", reason="My sister asked me to."),
        medicine(day(20), day(11), dose="100 mg", reason="Too weak."),
        medicine(day(10), dose="150 mg"),
    ]


def medicated(medications: list[Medication]) -> Records:
    """A journal with one score and these medicines."""
    records = records_of(Diary(), (), medications)
    return replace(records, check_ins=(Diary().score(day(3), 4),))


def medicines_in_full(medications: list[Medication]) -> Section:
    found = medicines_section(summary_for(medicated(medications), MONTH, TODAY))
    assert found is not None
    assert "sister" not in str(found)
    return found


class TestDailyLife:
    def test_difficulty_says_where_it_began(self) -> None:
        answers = [answered(day(ago), (1,) * 9 + (n,)) for ago, n in ((20, 2), (6, 1))]
        diary = Diary()
        diary.day(day(3), slept=6)
        diary.day(day(2), slept=7.5)
        diary.day(day(1), slept=8)
        assert treatment(report_of(records_of(diary, answers)))[2] == (
            "Difficulty at work, at home, with people (PHQ-9): somewhat difficult on 4 Mar; first "
            "very difficult on 18 Feb. Sleep: 7.5 h in the middle of 3 nights (6 to 8)."
        )

    def test_nothing_entered_has_no_line(self) -> None:
        diary = Diary()
        diary.score(day(3), 4)
        assert len(treatment(report_of(diary, MONTH))) == 2
