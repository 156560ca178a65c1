from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from journal.domain.profile import ClinicShouldKnow, TreatedFor
from journal.domain.session import SessionState
from journal.report.content import part_title
from journal.report.parts import Choices, NameForm, PagePart, Paper, ThreeLines, plain
from journal.report.text import render_text
from tests.domain.diary import Diary
from tests.domain.medicines import medicine
from tests.domain.responses import answered, paper
from tests.report.pages import day, lines, records_of, report_of, rows, section, titles

TREATMENT = "Treatment and medicines"


def diary_with_a_score() -> Diary:
    diary = Diary()
    diary.score(day(1), 5)
    return diary


class TestHeader:
    def test_names_the_patient(self) -> None:
        report = report_of(Diary("Alex Example", date(1980, 1, 1)))
        assert plain(report.identity[0]) == "Alex Example · born 1 January 1980"
        assert report.owner == "Alex Example"

    def test_says_when_no_name_is_entered(self) -> None:
        report = report_of(Diary())
        assert plain(report.identity[0]) == "Name not entered"
        assert report.owner == "Name not entered"

    def test_says_how_much_stands_behind_it(self) -> None:
        diary = Diary()
        diary.score(day(5), 4)
        diary.score(day(4), 4, written=diary.score(day(1), 4).moment.instant)
        diary.day(day(3), unwell=True)
        period, completeness, made_on = (plain(line) for line in report_of(diary).overview)
        assert period == "9 February 2026 – 10 March 2026"
        assert completeness == "3 of 30 days logged (10%), 1 entered later, 1 evening too unwell"
        assert made_on == "made 10 March 2026 · self-reported · not monitored · not a diagnosis"

    def test_says_what_was_imported(self) -> None:
        diary = Diary()
        diary.score(day(5), 4, hour=8, source="daylio")
        diary.score(day(5), 4, hour=9, source="daylio")
        completeness = plain(report_of(diary).overview[1])
        assert completeness.endswith(", 1 imported (2 entries)")

    def test_the_paper_is_the_person_s_choice(self) -> None:
        assert report_of(Diary()).paper is Paper.A4
        assert report_of(Diary(), choices=Choices(Paper.US_LETTER)).paper is Paper.US_LETTER


class TestNothing:
    def test_an_empty_period_says_so(self) -> None:
        report = report_of(Diary())
        assert [section.title for section in report.sections] == ["No entries"]
        assert lines(report.sections[0]) == [
            "Nothing is written down for this period: no scores, no sessions and no side effects."
        ]

    def test_it_still_names_what_is_planned(self) -> None:
        diary = Diary()
        diary.session(day(-5), state=SessionState.PLANNED)
        assert lines(report_of(diary).sections[0])[1] == "Next planned: IV ketamine, 15 March 2026."
        assert report_of(diary).following == ()

    def test_it_does_not_where_treatment_is_left_out(self) -> None:
        diary = Diary()
        diary.session(day(-5), state=SessionState.PLANNED)
        choices = Choices(left_out=frozenset({PagePart.TREATMENT}))
        assert len(lines(report_of(diary, choices=choices).sections[0])) == 1

    def test_a_medicine_is_an_entry(self) -> None:
        records = records_of(Diary(), medications=[medicine(day(9), name="Lorazepam")])
        report = report_of(records)
        assert "Lorazepam" in lines(section(report, TREATMENT))[1]
        assert "No entries" not in titles(report.sections)

    def test_sessions_without_scores_have_no_chart(self) -> None:
        diary = Diary()
        diary.session(day(4))
        chart = section(report_of(diary), "Day by day: Mood")
        assert chart.figure is None
        assert "nothing was logged" in lines(chart)[0]

    def test_scores_without_sessions_say_so(self) -> None:
        report = report_of(diary_with_a_score())
        nothing = "No ketamine session took place in this period."
        assert lines(section(report, "Around a session")) == [nothing]
        assert lines(section(report, TREATMENT))[0] == nothing


class TestSafety:
    def test_self_harm_is_always_listed_first(self) -> None:
        diary = Diary()
        diary.day(day(4), none=True)
        assert rows(section(report_of(diary), "Safety"))[0] == [
            "Thoughts of self-harm (PHQ-9 item 9)",
            "not asked",
            "–",
        ]

    def test_clearly_lower_is_said_with_its_numbers(self) -> None:
        diary = Diary()
        for ago in range(28):
            diary.score(day(ago), 3 if ago < 14 else 6)
        assert lines(section(report_of(diary), "Safety")) == [
            "The last 14 days were lower than the 14 before: mood 3 in the middle of 14 logged "
            "days, after 6 of 14."
        ]


class TestSafetyLeftOut:
    def test_nothing_else_tells_what_was_answered(self) -> None:
        """Neither the ring in the picture, nor its words, nor the answers that follow."""
        diary = diary_with_a_score()
        records = records_of(diary, [answered(day(3), (1,) * 8 + (3,))])
        shown = " ".join(render_text(report_of(records)).split())
        assert "self-harm above 0 on 7 March 2026" in shown
        assert "ring: thoughts of self-harm above 0" in shown
        assert "better off dead" in shown
        left_out = report_of(records, choices=Choices(safety=False))
        text = render_text(left_out)
        assert "self-harm" not in text
        assert "better off dead" not in text
        answers = section(left_out, "PHQ-9")
        assert rows(answers)[0] == ["Total", "11"]
        assert lines(answers)[0] == "The answers behind the total are left out by the patient."

    def test_it_cannot_be_computed_from_the_total_and_the_other_answers(self) -> None:
        """Total 11 less eight answers of 1 would be 3."""
        records = records_of(diary_with_a_score(), [answered(day(3), (1,) * 8 + (3, 2))])
        answers = section(report_of(records, choices=Choices(safety=False)), "PHQ-9")
        assert [row[1] for row in rows(answers)] == ["11", "2"]
        assert answers.note == "0 – 27, higher is worse"

    def test_questionnaires_without_such_an_item_are_printed_in_full(self) -> None:
        records = records_of(diary_with_a_score(), [answered(day(3), (1,) * 7, "gad-7")])
        answers = section(report_of(records, choices=Choices(safety=False)), "GAD-7")
        assert [row[1] for row in rows(answers)] == ["7", *["1"] * 7]


class TestChart:
    def test_has_the_timeline_its_words_and_its_legend(self) -> None:
        chart = section(report_of(diary_with_a_score()), "Day by day: Mood")
        assert chart.figure is not None
        assert "1 of 30 days logged" in chart.figure.description
        assert chart.note.startswith("0 very low – 10 very good")


class TestName:
    @pytest.mark.parametrize(
        ("form", "said", "owner"),
        [
            (
                NameForm.FULL,
                "Alex B. Example · born 1 January 1980 · record 4471",
                "Alex B. Example",
            ),
            (NameForm.INITIALS, "A. B. E. · born 1 January 1980 · record 4471", "A. B. E."),
            (NameForm.NONE, "born 1 January 1980 · record 4471", "record 4471"),
        ],
    )
    def test_is_printed_as_far_as_the_person_chose(
        self, form: NameForm, said: str, owner: str
    ) -> None:
        diary = Diary("Alex B. Example", date(1980, 1, 1))
        diary.settings = replace(diary.settings, record_number="4471")
        report = report_of(diary, choices=Choices(name=form))
        assert plain(report.identity[0]) == said
        assert report.owner == owner

    def test_nothing_at_all_is_possible(self) -> None:
        report = report_of(Diary("Alex Example"), choices=Choices(name=NameForm.NONE))
        assert (report.identity, report.owner) == ((), "")


class TestProfile:
    def test_what_is_treated_and_what_a_clinic_should_know(self) -> None:
        diary = Diary("Alex")
        diary.settings = replace(
            diary.settings,
            treated_for=frozenset({TreatedFor.PTSD, TreatedFor.DEPRESSION}),
            clinic_should_know=frozenset({ClinicShouldKnow.LIVER}),
        )
        assert [plain(line) for line in report_of(diary).identity] == [
            "Alex",
            "Treated for: Depression, PTSD",
            "The clinic should know: Liver condition",
        ]


class TestThreeLines:
    def test_come_with_the_question_first(self) -> None:
        lines_ = ThreeLines("three weeks?", "back at work", "hard\nthird week")
        asked = report_of(Diary(), choices=Choices(lines=lines_)).asked
        assert plain(asked) == (
            "To ask: three weeks?   Changed: back at work   Noticed: hard third week"
        )

    def test_those_left_empty_are_not_there(self) -> None:
        choices = Choices(lines=ThreeLines(changed="back at work", noticed=" "))
        assert plain(report_of(Diary(), choices=choices).asked) == "Changed: back at work"
        assert report_of(Diary()).asked == ()

    def test_very_long_ones_end_in_dots(self) -> None:
        asked = report_of(Diary(), choices=Choices(lines=ThreeLines("x" * 2000))).asked
        assert plain(asked) == "To ask: " + "x" * 160 + "…"


class TestOrder:
    FIRST = (
        "Safety",
        "Course",
        "Day by day: Mood",
        "Around a session",
        "Side effects",
        "Treatment and medicines",
    )

    def test_of_the_first_page_is_the_same_for_everybody(self) -> None:
        alone = report_of(diary_with_a_score())
        full = diary_with_a_score()
        full.effect(day(9), "nausea", session=full.session(day(9)))
        assert (
            tuple(titles(alone.sections)) == tuple(titles(report_of(full).sections)) == self.FIRST
        )

    def test_of_what_follows(self) -> None:
        diary = diary_with_a_score()
        diary.session(day(4))
        diary.score(day(3), 5, note_shared=True)
        records = records_of(diary, [paper(day(3), 9, "gad-7"), paper(day(3), 12)])
        assert titles(report_of(records).following) == [
            "Sessions",
            "Every day",
            "PHQ-9",
            "GAD-7",
            "Notes chosen by the patient",
        ]

    def test_medicines_follow_where_the_first_page_cannot_tell_all_of_them(self) -> None:
        taken = [medicine(day(9), name=f"Own {n}", course=UUID(int=n)) for n in range(8)]
        records = records_of(diary_with_a_score(), medications=taken)
        assert titles(report_of(records).following) == ["Every day", "Medicines"]
        left = report_of(records, choices=Choices(left_out=frozenset({PagePart.MEDICINES})))
        assert "Own " not in render_text(left)

    def test_the_first_page_only(self) -> None:
        report = report_of(diary_with_a_score(), choices=Choices(first_page_only=True))
        assert report.following == ()
        assert report.sections == report_of(diary_with_a_score()).sections


class TestLeftOut:
    @pytest.mark.parametrize(
        ("part", "title"),
        [
            (PagePart.COURSE, "Course"),
            (PagePart.OVER_TIME, "Day by day"),
            (PagePart.AROUND, "Around a session"),
            (PagePart.SIDE_EFFECTS, "Side effects"),
        ],
    )
    def test_a_part_of_the_first_page_says_so_in_its_place(
        self, part: PagePart, title: str
    ) -> None:
        diary = diary_with_a_score()
        everything = report_of(diary).sections
        left = report_of(diary, choices=Choices(left_out=frozenset({part}))).sections
        said = next(section for section in left if section.title == title)
        assert lines(said) == ["left out by the patient"]
        assert (said.table, said.figure, said.note) == (None, None, "")
        assert [each.beside for each in left] == [each.beside for each in everything]

    def test_treatment_and_medicines_each_on_its_own(self) -> None:
        choices = Choices(left_out=frozenset({PagePart.MEDICINES}))
        said = lines(section(report_of(diary_with_a_score(), choices=choices), TREATMENT))
        assert said[-1] == "Medicines and sleep: left out by the patient"
        choices = Choices(left_out=frozenset({PagePart.TREATMENT}))
        said = lines(section(report_of(diary_with_a_score(), choices=choices), TREATMENT))
        assert said[0] == "Treatment: left out by the patient"
        assert said[1].startswith("Medicines: ")

    def test_a_following_part_is_not_there(self) -> None:
        diary = diary_with_a_score()
        diary.session(day(4))
        records = records_of(diary, [paper(day(3), 12)])
        parts = frozenset({PagePart.SESSIONS, PagePart.DAYS, PagePart.ANSWERS})
        assert report_of(records, choices=Choices(left_out=parts)).following == ()

    def test_every_part_has_a_name(self) -> None:
        assert len({part_title(part) for part in PagePart}) == len(PagePart)


def test_the_daily_scale_is_the_person_s_choice() -> None:
    diary = diary_with_a_score()
    diary.score(day(1), 7, "anxiety")
    report = report_of(diary, choices=Choices(scale="anxiety"))
    assert "Day by day: Anxiety" in titles(report.sections)


def test_the_page_s_number_is_a_template() -> None:
    assert report_of(Diary()).page_number == "page {page} of {pages}"
