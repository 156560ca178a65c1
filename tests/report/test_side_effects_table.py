from journal.domain.side_effect import Duration, Lasted, Severity
from journal.report.parts import Choices, Section
from journal.wording import effect_label
from tests.domain.diary import Diary, minutes
from tests.report.pages import day, lines, report_of, rows, section


def test_a_row_says_of_how_many() -> None:
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


def test_still_there_is_counted() -> None:
    diary = Diary()
    for ago, duration in ((8, minutes(60)), (4, Duration(Lasted.STILL_THERE))):
        diary.effect(day(ago), "nausea", None, duration, diary.session(day(ago)))
    assert rows(section(report_of(diary), "Side effects")) == [
        ["Nausea", "2 / 2", "–", "60 min (2)", "still there (1)"]
    ]


def test_answered_but_none() -> None:
    diary = Diary()
    diary.session(day(4), no_side_effects=True)
    effects = section(report_of(diary), "Side effects")
    assert effects.table is None
    assert lines(effects) == ["No side effects were reported for these sessions."]


def test_not_answered_is_not_none() -> None:
    diary = Diary()
    diary.session(day(4))
    effects = section(report_of(diary), "Side effects")
    assert effects.note == "answered for 0 of 1 session"
    assert lines(effects) == ["not asked"]


def test_long_ones_and_those_apart_have_their_own_lines() -> None:
    diary = Diary()
    session = diary.session(day(9))
    diary.effect(day(9), "headache", duration=minutes(30 * 60), session=session)
    diary.effect(day(5), "tiredness", Severity.MILD)
    diary.effect(day(4), "tiredness", Severity.MILD)
    assert lines(section(report_of(diary), "Side effects")) == [
        "Longer than 24 h: Headache after session 1 (30 h)",
        "Apart from these sessions: Tiredness (mild) on 2 days",
    ]


def test_more_than_fit_are_named_below() -> None:
    """9 effects of one session: 7 rows, and the two of least severity in a line."""
    diary = Diary()
    session = diary.session(day(4))
    for number in range(9):
        severity = Severity.MODERATE if number < 7 else Severity.MILD
        diary.effect(day(4), name=f"Own {number}", severity=severity, session=session)
    effects = section(report_of(diary), "Side effects")
    assert len(rows(effects)) == 7
    assert lines(effects) == ["Further effects (sessions): Own 7 (mild) 1, Own 8 (mild) 1"]


def test_names_of_the_catalogue_are_never_shortened() -> None:
    diary = Diary()
    diary.effect(day(4), "took-more", session=diary.session(day(4)))
    name = rows(section(report_of(diary), "Side effects"))[0][0]
    assert name == effect_label("took-more")
    assert len(name) > 32


class TestWithoutSafety:
    def left(self, diary: Diary) -> Section:
        return section(report_of(diary, choices=Choices(safety=False)), "Side effects")

    def test_only_the_others_are_told(self) -> None:
        diary = Diary()
        session = diary.session(day(4))
        for effect in ("nausea", "chest-pain", "blood-in-urine"):
            diary.effect(day(4), effect, duration=minutes(60), session=session)
        diary.effect(day(2), "craving")
        diary.effect(day(2), "tiredness")
        assert [row[0] for row in rows(self.left(diary))] == ["Nausea"]
        assert lines(self.left(diary)) == [
            "Side effects that belong to safety: left out by the patient",
            "Apart from these sessions: Tiredness (mild) on 1 day",
        ]

    def test_a_session_with_such_effects_alone_is_not_said_to_have_had_none(self) -> None:
        diary = Diary()
        diary.effect(day(4), "chest-pain", session=diary.session(day(4)))
        assert lines(self.left(diary)) == [
            "Side effects that belong to safety: left out by the patient",
            "No others were reported for these sessions.",
        ]

    def test_unreality_during_a_session_is_a_side_effect_a_day_of_it_is_not(self) -> None:
        diary = Diary()
        for ago, duration in ((9, minutes(60)), (4, minutes(25 * 60))):
            diary.effect(day(ago), "dissociation", None, duration, diary.session(day(ago)))
        diary.effect(day(2), "paranoia")
        assert [row[1] for row in rows(self.left(diary))] == ["1 / 2"]
        assert len(lines(self.left(diary))) == 1


def test_a_long_name_ends_in_dots() -> None:
    diary = Diary()
    diary.effect(day(4), name="x" * 300, session=diary.session(day(4)))
    assert rows(section(report_of(diary), "Side effects"))[0][0] == "x" * 32 + "…"


def test_without_a_session_there_is_nothing_to_ask_about() -> None:
    diary = Diary()
    diary.effect(day(4), "tiredness")
    effects = section(report_of(diary), "Side effects")
    assert effects.note == ""
    assert lines(effects) == [
        "No ketamine session took place in this period.",
        "Apart from these sessions: Tiredness (mild) on 1 day",
    ]
