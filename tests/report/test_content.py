from datetime import date, timedelta

import pytest

from journal.domain.period import Period, last_days
from journal.domain.session import SessionState, Treatment
from journal.domain.side_effect import Duration, Lasted, Severity
from journal.domain.summary import summarise
from journal.report.content import build_report
from journal.report.parts import Choices, Line, Paper, Report, Section
from tests.domain.diary import Diary, minutes

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def report_of(diary: Diary, period: Period = MONTH) -> Report:
    return build_report(summarise(diary.records(), period, TODAY))


def section(report: Report, title: str) -> Section:
    return next(section for section in report.sections if section.title == title)


def words(line: Line) -> str:
    return "".join(part.text for part in line)


def lines(section: Section) -> list[str]:
    return [words(line) for line in section.lines]


def rows(section: Section) -> list[list[str]]:
    assert section.table is not None
    return [[cell.text for cell in row] for row in section.table.rows]


def diary_with_a_score() -> Diary:
    diary = Diary()
    diary.score(day(1), 5)
    return diary


class TestHeader:
    def test_names_the_patient(self) -> None:
        report = report_of(Diary("Alex Example", date(1980, 1, 1)))
        assert words(report.identity) == "Alex Example, born 1 January 1980"
        assert report.owner == "Alex Example"

    def test_says_when_no_name_is_entered(self) -> None:
        report = report_of(Diary())
        assert words(report.identity) == "Name not entered"
        assert report.owner == "Name not entered"

    def test_says_how_much_stands_behind_it(self) -> None:
        diary = Diary()
        diary.score(day(5), 4)
        diary.score(day(4), 4, written=diary.score(day(1), 4).moment.instant)
        diary.day(day(3), unwell=True)
        period, completeness, made_on = (words(line) for line in report_of(diary).overview)
        assert period == "9 February 2026 – 10 March 2026"
        assert completeness == "3 of 30 days logged (10%), 1 entered later, 1 evening too unwell"
        assert made_on == "made 10 March 2026 · self-reported · not monitored · not a diagnosis"

    def test_says_what_was_imported(self) -> None:
        diary = Diary()
        diary.score(day(5), 4, hour=8, source="daylio")
        diary.score(day(5), 4, hour=9, source="daylio")
        completeness = words(report_of(diary).overview[1])
        assert completeness.endswith(", 1 imported (2 entries)")

    def test_the_paper_is_the_person_s_choice(self) -> None:
        summary = summarise(Diary().records(), MONTH, TODAY)
        assert build_report(summary).paper is Paper.A4
        assert build_report(summary, Choices(Paper.US_LETTER)).paper is Paper.US_LETTER


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

    def test_sessions_without_scores_have_no_chart(self) -> None:
        diary = Diary()
        diary.session(day(4))
        chart = section(report_of(diary), "Day by day: Mood")
        assert chart.figure is None
        assert "nothing was logged" in lines(chart)[0]

    def test_scores_without_sessions_say_so(self) -> None:
        report = report_of(diary_with_a_score())
        assert lines(section(report, "Sessions")) == [
            "No ketamine session took place in this period."
        ]
        assert lines(section(report, "Treatment")) == ["No sessions are entered for this period."]


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


class TestChart:
    def test_has_the_timeline_its_words_and_its_legend(self) -> None:
        chart = section(report_of(diary_with_a_score()), "Day by day: Mood")
        assert chart.figure is not None
        assert "1 of 30 days logged" in chart.figure.description
        assert chart.note.startswith("0 very low – 10 very good")


class TestSessions:
    def test_a_row_has_it_all(self) -> None:
        diary = Diary()
        session = diary.session(day(4), mg=32)
        diary.score(day(4), 3, hour=8)
        diary.score(day(3), 6, hour=8)
        diary.score(day(3), 7, hour=20)
        diary.effect(day(4), "nausea", Severity.MODERATE, session=session)
        diary.effect(day(4), "headache", Severity.MILD, session=session)
        assert rows(section(report_of(diary), "Sessions")) == [
            ["1", "6 Mar", "32 mg", "40", "3", "6.5", "2, moderate"]
        ]

    def test_what_was_not_entered_is_a_dash(self) -> None:
        diary = Diary()
        diary.session(day(4), length=None)
        assert rows(section(report_of(diary), "Sessions")) == [
            ["1", "6 Mar", "–", "–", "–", "–", "not asked"]
        ]

    def test_no_side_effects_is_an_answer(self) -> None:
        diary = Diary()
        diary.session(day(4), no_side_effects=True)
        assert rows(section(report_of(diary), "Sessions"))[0][-1] == "none"

    def test_an_effect_without_severity_is_counted(self) -> None:
        diary = Diary()
        diary.effect(day(4), "nausea", None, session=diary.session(day(4)))
        assert rows(section(report_of(diary), "Sessions"))[0][-1] == "1"

    @pytest.mark.parametrize(
        ("count", "listed", "says"),
        [
            (14, 14, []),
            (15, 14, ["The latest 14; 1 earlier session of this period is not listed."]),
            (20, 14, ["The latest 14; 6 earlier sessions of this period are not listed."]),
        ],
    )
    def test_more_than_fit_are_counted(self, count: int, listed: int, says: list[str]) -> None:
        diary = Diary()
        for ago in range(count):
            diary.session(day(ago), treatment=Treatment.LOZENGE)
        table = section(report_of(diary), "Sessions")
        assert [row[0] for row in rows(table)] == [
            str(number) for number in range(count - listed + 1, count + 1)
        ]
        assert lines(table) == says


class TestSideEffects:
    def test_a_row_says_of_how_many(self) -> None:
        """Nausea in 2 of 3: severe once, durations 2 h and 5 h (the shorter is the usual)."""
        diary = Diary()
        for ago, severity, lasted in ((9, Severity.SEVERE, 120), (6, Severity.MILD, 300)):
            session = diary.session(day(ago))
            diary.effect(day(ago), "nausea", severity, minutes(lasted), session)
        diary.session(day(3), no_side_effects=True)
        diary.session(day(1))
        table = section(report_of(diary), "Side effects")
        assert table.note == "answered for 3 of 4 sessions"
        assert rows(table) == [["Nausea", "2 / 3", "severe (1)", "2 h (2)", "5 h"]]

    def test_still_there_is_counted(self) -> None:
        diary = Diary()
        for ago, duration in ((8, minutes(60)), (4, Duration(Lasted.STILL_THERE))):
            diary.effect(day(ago), "nausea", None, duration, diary.session(day(ago)))
        assert rows(section(report_of(diary), "Side effects")) == [
            ["Nausea", "2 / 2", "–", "60 min (2)", "still there (1)"]
        ]

    def test_answered_but_none(self) -> None:
        diary = Diary()
        diary.session(day(4), no_side_effects=True)
        effects = section(report_of(diary), "Side effects")
        assert effects.table is None
        assert lines(effects) == ["No side effects were reported for these sessions."]

    def test_not_answered_says_nothing_about_effects(self) -> None:
        diary = Diary()
        diary.session(day(4))
        effects = section(report_of(diary), "Side effects")
        assert effects.note == "answered for 0 of 1 session"
        assert lines(effects) == []

    def test_long_ones_and_those_apart_have_their_own_lines(self) -> None:
        diary = Diary()
        session = diary.session(day(9))
        diary.effect(day(9), "headache", duration=minutes(30 * 60), session=session)
        diary.effect(day(5), "tiredness", Severity.MILD)
        diary.effect(day(4), "tiredness", Severity.MILD)
        assert lines(section(report_of(diary), "Side effects")) == [
            "Longer than 24 h: Headache after session 1 (30 h)",
            "Apart from these sessions: Tiredness (mild) on 2 days",
        ]

    def test_more_than_fit_are_named_below(self) -> None:
        """11 effects of one session: 9 rows, and the two of least severity in a line."""
        diary = Diary()
        session = diary.session(day(4))
        for number in range(11):
            severity = Severity.MODERATE if number < 9 else Severity.MILD
            diary.effect(day(4), name=f"Own {number}", severity=severity, session=session)
        effects = section(report_of(diary), "Side effects")
        assert len(rows(effects)) == 9
        assert lines(effects) == ["Further effects (sessions): Own 9 (mild) 1, Own 10 (mild) 1"]

    def test_a_long_name_ends_in_dots(self) -> None:
        diary = Diary()
        diary.effect(day(4), name="x" * 300, session=diary.session(day(4)))
        assert rows(section(report_of(diary), "Side effects"))[0][0] == "x" * 80 + "…"


class TestTreatment:
    def test_states_doses_gaps_and_what_is_next(self) -> None:
        diary = Diary()
        for ago, mg in ((25, 32), (22, 32), (4, 35)):
            diary.session(day(ago), mg=mg)
        diary.session(day(12), state=SessionState.CANCELLED)
        diary.session(day(11), state=SessionState.DID_NOT_TAKE_PLACE)
        diary.session(day(2), treatment=Treatment.PSYCHOTHERAPY)
        diary.session(day(-17), state=SessionState.PLANNED)
        assert lines(section(report_of(diary), "Treatment")) == [
            "IV ketamine: 3 done, 1 cancelled, 1 did not take place; 32 mg × 2, 35 mg × 1.",
            "Psychotherapy: 1 done, 0 cancelled.",
            "Days since the session before: 3, 18.",
            "Next planned: IV ketamine, 27 March 2026.",
        ]

    def test_of_many_doses_the_most_frequent(self) -> None:
        diary = Diary()
        for ago, mg in enumerate((20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 29)):
            diary.session(day(ago), mg=mg)
        assert lines(section(report_of(diary), "Treatment"))[0] == (
            "IV ketamine: 11 done, 0 cancelled; 29 mg × 2, 28 mg × 1, 27 mg × 1, 26 mg × 1, "
            "25 mg × 1, 24 mg × 1, 23 mg × 1, 22 mg × 1 and 2 more."
        )

    def test_many_gaps_are_summed_up(self) -> None:
        """16 sessions, 15 gaps: fourteen of 1 day and one of 10."""
        diary = Diary()
        for ago in (*range(15), 24):
            diary.session(day(ago), treatment=Treatment.LOZENGE)
        assert (
            "Days since the session before: 1 in the middle of 15, 1 at the shortest, "
            "10 at the longest."
        ) in lines(section(report_of(diary), "Treatment"))

    def test_marked_notes_are_not_passed_over_in_silence(self) -> None:
        diary = Diary()
        diary.score(day(4), 3, note_shared=True)
        assert lines(section(report_of(diary), "Treatment"))[-1] == (
            "1 note of this period is marked for summaries; this page does not print it."
        )
