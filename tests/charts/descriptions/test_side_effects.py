"""Side effects by session in words and numbers."""

from datetime import date, timedelta

from journal.charts.descriptions.side_effects import describe, legend, numbers
from journal.domain.period import Period
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.side_effect_matrix import SideEffectMatrix, side_effect_matrix
from tests.domain.diary import Diary, at, minutes

FIRST = date(2026, 1, 5)
PERIOD = Period(FIRST, date(2026, 6, 30))


def day(number: int) -> date:
    return FIRST + timedelta(7 * (number - 1))


def diary() -> Diary:
    """Nausea at sessions 1 and 2 of 4, the third without an answer, a tired day apart from them."""
    written = Diary()
    first, second, _third, _fourth = [written.session(day(number)) for number in range(1, 5)]
    began = Onset(instant=at(day(1), 12).instant)
    written.effect(day(1), "nausea", Severity.SEVERE, minutes(1800), first, onset=began)
    lasted = Duration(Lasted.UNDER_TWO_HOURS)
    written.effect(day(2), "nausea", Severity.MILD, lasted, second, onset=Onset(during=True))
    written.day(day(4), none=True)
    written.effect(day(1) + timedelta(4), "tiredness")
    return written


def matrix(last: int | None = None) -> SideEffectMatrix:
    return side_effect_matrix(diary().records(), PERIOD, last)


def test_every_effect_is_told_with_how_many_values_stand_behind_it() -> None:
    """12:00 is 120 minutes after the start; "during" is earlier, and of two the usual one."""
    assert describe(matrix()) == (
        "Side effects are answered for 3 of 4 sessions. "
        "Nausea: 2 of 3 sessions with an answer. At worst severe, at 1 session. "
        "Usually began: during the session (2 entered: during the session to 2 h after the start). "
        "Usually lasted: under 2 h (2 entered: under 2 h to 30 h). "
        "Something lasted longer than 24 h after 1 session: nausea after session 1. "
        "How long they lasted is entered for 2 of 2 reports. "
        "Apart from these sessions: tiredness on 1 day."
    )


def test_what_is_left_out_is_told() -> None:
    assert describe(matrix(last=2)).startswith(
        "Side effects are answered for 1 of 2 sessions. "
        "2 earlier sessions of this time are left out. No side effects were reported "
    )


def test_still_there_is_told() -> None:
    written = diary()
    session = written.sessions[3]
    written.effect(day(4), "headache", None, Duration(Lasted.STILL_THERE), session)

    told = describe(side_effect_matrix(written.records(), PERIOD))

    assert "How strong it was is not entered. Usually lasted: still there (1 entered" in told
    assert "For 1 session it was still there when that was entered." in told


def test_nothing_answered_is_one_sentence() -> None:
    written = Diary()
    written.session(FIRST)
    written.session(day(2))

    assert describe(side_effect_matrix(written.records(), PERIOD)) == (
        "Nothing is entered about side effects for these 2 sessions, not even “none”."
    )


def test_the_legend_leaves_out_what_is_not_in_the_picture() -> None:
    written = Diary()
    written.effect(FIRST, "nausea", session=written.session(FIRST))

    assert legend(side_effect_matrix(written.records(), PERIOD)) == (
        "● mild",
        "●● moderate",
        "●●● severe",
        "empty box: none",
    )


def test_the_numbers_have_a_row_for_each_effect_and_a_column_for_each_session() -> None:
    table = numbers(matrix())
    asked, nausea = table.rows

    assert table.columns[9:11] == ("Session 1, 5 January 2026", "Session 2, 12 January 2026")
    assert asked[:2] == ("Asked about side effects", "3 of 4 sessions")
    assert asked[9:] == ("asked", "asked", "not asked", "asked")
    assert nausea == (
        "Nausea",
        "2 / 3",
        "severe",
        "during the session (2)",
        "during the session to 2 h after the start",
        "under 2 h (2)",
        "under 2 h to 30 h",
        "1",
        "0",
        "severe, longer than 24 h",
        "mild",
        "not asked",
        "none",
    )


def test_every_row_has_a_text_for_every_column() -> None:
    for shown in (matrix(), matrix(last=1), side_effect_matrix(Diary().records(), PERIOD)):
        table = numbers(shown)

        assert {len(row) for row in table.rows} == {len(table.columns)}
