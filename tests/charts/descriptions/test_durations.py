"""How long as a text alternative, a legend and a table."""

from dataclasses import replace

from journal.charts.descriptions.durations import describe, legend, numbers
from journal.domain.durations import Durations, SessionDuration
from tests.charts.around_diary import FIRST, diary, how_long


def result(*ends: tuple[int, bool], median: int | None = 9) -> Durations:
    sessions = tuple(
        SessionDuration(number, FIRST, 3.5, days, back, next_came=True)
        for number, (days, back) in enumerate(ends, 7)
    )
    return replace(how_long(diary()), sessions=sessions, median=median)


def test_every_session_is_told() -> None:
    told = describe(result((9, True), (20, False), (5, True)))

    assert "Back: two logged days running at or below the level before that session." in told
    assert "Days not logged may hide that it was back sooner." in told
    assert told.endswith(
        "Session 7: back on day 9. Session 8: not back by day 20, the last seen before the next "
        "session. Session 9: back on day 5."
    )


def test_the_legend_names_what_is_in_the_picture() -> None:
    assert legend(result((9, True), (20, False), (5, True))) == (
        "a line is a session, by its number · ● back · ▷ not back by then · dashed: half of them "
        "back"
    )
    assert legend(result((9, False), (9, False), (9, False), median=None)) == (
        "a line is a session, by its number · ▷ not back by then"
    )
    assert legend(result((9, True))) == ""


def test_the_legend_says_where_only_the_latest_are_shown() -> None:
    assert legend(result(*[(9, True)] * 40)).endswith("dashed: half of them back")
    assert legend(result(*[(9, True)] * 41)).endswith("the latest 40 of 41 are shown")
    assert "not back" not in legend(result((20, False), *[(9, True)] * 40))


def test_the_table_says_at_least_where_it_was_not_back() -> None:
    table = numbers(result((9, True), (20, False)))

    assert table.caption == "Mood: days until back"
    assert [row[2:4] for row in table.rows] == [("3.5", "9"), ("3.5", "at least 20")]
