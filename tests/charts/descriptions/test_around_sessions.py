"""Around a session as a text alternative, a legend and a table."""

from journal.charts.descriptions.around_sessions import (
    course_legend,
    course_numbers,
    describe,
    describe_course,
    legend,
    numbers,
)
from tests.charts.around_diary import around, diary, induction
from tests.domain.diary import Diary


def test_it_tells_every_day_with_its_count_and_those_with_too_few() -> None:
    told = describe(around(diary()))

    assert "+1: 8 (n 5), +2: 8 (n 3), +3: 7 (n 5)" in told
    assert "Too few scores on −1, +10." in told
    assert "Scale: 0 very low – 10 very good." in told
    assert told.endswith("This does not say why the days differ.")


def test_with_too_few_sessions_it_tells_only_that() -> None:
    assert describe(around(diary(1))) == (
        "Shown from 3 sessions on; so far 1 session with 7 free days before and 14 after."
    )


def test_the_legend_names_what_is_in_the_picture() -> None:
    assert legend(around(diary()), singles=True) == (
        "5 sessions with 7 free days before and 14 after · 0 very low – 10 very good · a dot is a "
        "day of one session · line: median · band: middle half · dashed: own level before the "
        "session · thin: single sessions"
    )
    assert "band" not in legend(around(diary(3)))
    assert legend(around(diary(2))) == "2 sessions with 7 free days before and 14 after"


def test_the_table_has_a_row_a_day_with_the_score_of_each_session() -> None:
    table = numbers(around(diary()))

    assert table.caption == "Mood around a session, 0 very low – 10 very good"
    assert len(table.rows) == 18
    assert table.rows[2] == ("day −1", "2", "too few", "", "1: 3, 2: 4")
    assert table.rows[3] == (
        "day 0, before the session",
        "5",
        "4",
        "3 to 4",
        "1: 4, 2: 3, 3: 4, 4: 3, 5: 4",
    )
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_course_tells_its_sessions_and_its_range() -> None:
    (block,) = around(induction()).courses

    assert describe_course(block) == (
        "Course 1: sessions 1 to 3 in 7 days, from 1 October 2025. Mood: 4 days logged from 3 days "
        "before it, scores 2 to 9."
    )
    assert "before ● and after ○" in course_legend(block)
    assert course_numbers(block).rows[:2] == (
        ("0", "1 October 2025", "2", "before session 1"),
        ("0", "1 October 2025", "5", "after session 1"),
    )


def test_a_course_without_scores_says_so() -> None:
    written = Diary()
    written.sessions = induction().sessions
    (block,) = around(written).courses

    assert describe_course(block).endswith("Nothing was logged in this time.")
    assert "before" not in course_legend(block)
