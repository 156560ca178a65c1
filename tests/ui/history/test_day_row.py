"""A day in lines: every kind of entry, told shortly."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from journal.domain.checkin import CheckIn, Direction, Scale, Score
from journal.domain.history import history
from journal.domain.history_search import search
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Answer, Response
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import BeforeSession, Dose, DoseUnit, Feeling, SessionState
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.vitals import BEFORE, Vitals
from journal.questionnaire_files import shelf
from journal.ui.history.day_row import MOST_EXCERPTS, DayRow, day_row
from tests.domain.diary import LONG_AGO, Diary, at, minutes

MONDAY = date(2026, 3, 9)


def row_of(records: Records, words: str = "") -> DayRow:
    (match,) = search(history(records, MONDAY), words)
    return day_row(match, shelf())


def lines(records: Records, words: str = "") -> list[str]:
    return [line.text.replace("\N{NO-BREAK SPACE}", " ") for line in row_of(records, words).lines]


def noted(text: str, tags: tuple[str, ...] = ()) -> Records:
    moment = at(MONDAY, 20)
    check_in = CheckIn(UUID(int=1), moment, moment.instant, moment.instant, (), tags, text)
    return replace(Diary().records(), check_ins=(check_in,))


def test_one_check_in_is_one_line_with_the_days_sleep() -> None:
    diary = Diary()
    check_in = diary.score(MONDAY, 7)
    more = Score("anxiety", 4, check_in.created_at)
    diary.check_ins[-1] = replace(check_in, scores=(*check_in.scores, more))
    diary.day(MONDAY, slept=6.5)

    assert lines(diary.records()) == ["mood 7 · anxiety 4 · sleep 6.5 h"]


def test_several_check_ins_have_a_line_each_with_its_time() -> None:
    diary = Diary()
    diary.score(MONDAY, 7, hour=21)
    diary.score(MONDAY, 4, hour=8)
    diary.day(MONDAY, unwell=True)

    assert lines(diary.records()) == ["08:00 · mood 4", "21:00 · mood 7", "too unwell to rate"]


def test_an_own_scale_keeps_its_name_as_it_was_written() -> None:
    diary = Diary()
    diary.score(MONDAY, 2, "own")
    own = Scale(
        UUID(int=9), "own", 0, 4, Direction.NEITHER, True, 9, LONG_AGO, LONG_AGO, "RLS at night"
    )
    diary.scales.append(own)

    assert lines(diary.records()) == ["RLS at night 2"]


def test_a_cancelled_session_says_so() -> None:
    diary = Diary()
    diary.session(MONDAY, state=SessionState.CANCELLED, length=None)

    assert lines(diary.records()) == ["10:00 · IV ketamine · cancelled"]


def test_the_dose_that_was_taken_counts_where_it_differs() -> None:
    diary = Diary()
    session = diary.session(MONDAY, mg=35)
    diary.sessions[-1] = replace(session, dose_taken=Dose(Decimal(20), DoseUnit.MG))

    assert lines(diary.records()) == ["Session 1 · 10:00 · IV ketamine · 20 mg · 40 min"]


def test_a_session_tells_all_that_was_written_down_about_it() -> None:
    diary = Diary()
    diary.sessions.append(
        replace(
            diary.session(MONDAY),
            vitals=(Vitals(BEFORE, 134, 86), Vitals(40, 152, 94, 80, 97), Vitals(60, pulse=72)),
            felt=((Feeling.DETACHED, 7), (Feeling.CALM, 8)),
            with_whom="Nurse Kim",
            taken_home_by="Sam",
            before=frozenset({BeforeSession.ALCOHOL}),
        )
    )
    del diary.sessions[0]

    assert lines(diary.records())[1:] == [
        "Blood pressure: before 134/86 · 40 min 152/94",
        "Pulse: 40 min 80 · 60 min 72",
        "SpO₂ %: 40 min 97",
        "Felt: detached 7, calm 8",
        "With: Nurse Kim · Taken home by: Sam",
        "In the 24 hours before: alcohol",
    ]


def test_what_was_not_taken_before_a_session_is_no_line() -> None:
    diary = Diary()
    diary.sessions.append(replace(diary.session(MONDAY), before=frozenset()))
    del diary.sessions[0]

    assert len(lines(diary.records())) == 1


def test_a_side_effect_tells_when_it_began_on_the_clock_it_was_lived_by() -> None:
    diary = Diary()
    began = Onset(instant=at(MONDAY, 10, 20).instant)
    diary.effect(MONDAY, "nausea", Severity.MODERATE, minutes(60), onset=began)

    assert lines(diary.records()) == ["Side effects: nausea (moderate, from 10:20, 60 min)"]


def test_a_severity_that_was_not_told_is_not_guessed() -> None:
    diary = Diary()
    diary.effect(MONDAY, "nausea", None)
    diary.effect(MONDAY, name="Itchy Nose", duration=Duration(Lasted.STILL_THERE), hour=21)

    assert lines(diary.records()) == [
        "Side effects: nausea (strength not entered), Itchy Nose (mild, still there)"
    ]


def test_a_line_breaks_between_its_parts_and_before_what_is_told_about_one() -> None:
    diary = Diary()
    diary.effect(MONDAY, "nausea", None)
    diary.effect(MONDAY, "headache", duration=minutes(60), hour=21)
    (line,) = row_of(diary.records()).lines

    assert line.text.split(" ") == [
        "Side\N{NO-BREAK SPACE}effects:\N{NO-BREAK SPACE}nausea",
        "(strength\N{NO-BREAK SPACE}not\N{NO-BREAK SPACE}entered),",
        "headache",
        "(mild,",
        "60\N{NO-BREAK SPACE}min)",
    ]


def test_no_side_effects_is_an_answer() -> None:
    diary = Diary()
    diary.day(MONDAY, none=True)

    assert lines(diary.records()) == ["No side effects"]


def test_a_note_stands_on_one_line_and_in_the_list_only_its_beginning() -> None:
    (line,) = lines(noted("Up early.\nA walk. " + "x" * 5000))

    assert line.startswith("Up early. A walk. ")
    assert len(line) == 1000


def test_a_session_note_says_whose_it_is() -> None:
    diary = Diary()
    session = diary.session(MONDAY)
    diary.sessions[-1] = replace(session, note="Calm music.")

    assert lines(diary.records())[-1] == "Session note: Calm music."


@pytest.mark.parametrize(("late", "mark"), [(True, "entered later"), (False, "")])
def test_a_late_day_is_marked(late: bool, mark: str) -> None:
    diary = Diary()
    diary.score(MONDAY, 5, written=at(MONDAY + timedelta(1), 9).instant if late else None)

    assert row_of(diary.records()).marks == mark


def test_an_imported_day_is_marked() -> None:
    diary = Diary()
    diary.score(MONDAY, 5, source="daylio")
    diary.score(MONDAY, 5)

    assert row_of(diary.records()).marks == "partly imported"


# questionnaires, safety, medicines


def answered(questionnaire: str, count: int, total: int | None = None) -> Records:
    """The first `count` questions answered with 1, or a total from paper."""
    found = shelf().find(questionnaire)
    items = found.items[:count] if found else ()
    answers = tuple(Answer(item.key, 1) for item in items)
    response = Response(
        UUID(int=2), questionnaire, at(MONDAY, 19), LONG_AGO, LONG_AGO, answers, total
    )
    return replace(Diary().records(), responses=(response,))


def test_a_questionnaire_has_its_total_only_when_every_question_is_answered() -> None:
    assert lines(answered("gad-7", 7)) == ["GAD-7: 7"]
    assert lines(answered("phq-9", 6)) == ["PHQ-9: 6 of 9 answered"]


def test_thoughts_of_self_harm_stand_beside_the_total() -> None:
    assert lines(answered("phq-9", 9)) == ["PHQ-9: 9 · thoughts of self-harm: 1"]


def test_thoughts_at_0_are_not_named() -> None:
    records = answered("phq-9", 8)
    (response,) = records.responses
    none = replace(response, answers=(*response.answers, Answer("9", 0)))

    assert lines(replace(records, responses=(none,))) == ["PHQ-9: 8"]


def test_a_total_from_paper_says_so() -> None:
    assert lines(answered("gad-7", 0, total=12)) == ["GAD-7: 12, from paper"]


def test_a_questionnaire_whose_file_is_gone_is_not_lost() -> None:
    assert lines(answered("mine", 0, total=12)) == ["MINE: 12, from paper"]
    assert lines(answered("mine", 0)) == ["MINE: 0 answers"]


@pytest.mark.parametrize(
    ("question", "codes", "line"),
    [
        (SafetyQuestion.SAFE_TONIGHT, ("not-sure",), "Safe tonight: not sure"),
        (SafetyQuestion.BLADDER, (), "Bladder check: none"),
        (SafetyQuestion.EVENING_THOUGHTS, ("some",), "Thoughts of not wanting to live: some"),
    ],
)
def test_an_answer_given_for_safety_is_found_again(
    question: SafetyQuestion, codes: tuple[str, ...], line: str
) -> None:
    answer = SafetyAnswer(UUID(int=5), question, at(MONDAY, 20), LONG_AGO, LONG_AGO, codes)

    assert lines(replace(Diary().records(), safety_answers=(answer,))) == [line]


def test_medicines_tell_their_changes_and_the_doses_taken() -> None:
    low = Medication(
        UUID(int=8),
        UUID(int=7),
        "Lorazepam",
        date(2026, 2, 1),
        LONG_AGO,
        LONG_AGO,
        "0.5 mg",
        last=MONDAY - timedelta(1),
        reason="too weak",
    )
    high = replace(low, id=UUID(int=9), first=MONDAY, dose="1 mg", last=None, reason="")
    taken = DoseTaken(UUID(int=10), high.id, at(MONDAY, 22), LONG_AGO, LONG_AGO)
    records = replace(Diary().records(), medications=(low, high), doses_taken=(taken,))

    newest, oldest = search(history(records, MONDAY), "")

    assert [line.text for line in day_row(newest, shelf()).lines] == [
        "Lorazepam changed: 0.5 mg → 1 mg (too weak)",
        "Lorazepam 1 mg, taken at 22:00",
    ]
    assert [line.text for line in day_row(oldest, shelf()).lines] == ["Lorazepam begun: 0.5 mg"]


# what was looked for


def test_places_in_tags_are_those_of_the_whole_line() -> None:
    row = row_of(noted("", ("garden", "work in the garden")), "garden")

    (line,) = row.lines

    assert line.text == "Tags: garden, work in the garden"
    assert [line.text[p.start : p.end] for p in line.places] == ["garden", "garden"]


def test_a_note_full_of_matches_shows_some_and_tells_of_the_rest() -> None:
    far_apart = ("sun " + "and rain " * 20) * 8

    shown = lines(noted(far_apart), "sun")

    assert len(shown) == MOST_EXCERPTS + 1
    assert shown[-1] == "3 more in this note"
