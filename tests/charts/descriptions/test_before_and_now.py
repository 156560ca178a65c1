"""Before and now in sentences, as a legend, and as a table."""

import pytest

from journal.charts.descriptions.before_and_now import describe, legend, numbers
from tests.domain.before_and_now_diaries import diary, mood, three_weekly


def test_every_value_is_told_with_its_days() -> None:
    """One day after session 4: its days 1 to 7 have one so far."""
    assert describe(mood(three_weekly(3, late=3, after=6), 94)) == (
        "Mood (0 very low – 10 very good), medians of day scores. "
        "28 days before session 1: 3 (28 days). "
        "3 days before session 2: 3 (3 days). "
        "3 days before session 3: 3 (3 days). "
        "3 days before session 4: 3 (3 days). "
        "Days 1 to 7 after session 2: 6 (7 days). "
        "Days 1 to 7 after session 3: 6 (7 days). "
        "Days 1 to 7 after session 4: 6 (1 day so far). "
        "Mood, 3 days before sessions 2, 3, 4, compared with the 28 days before session 1: "
        "no clear difference (medians 3, 3, 3 now and 3 then). "
        "Mood, days 1 to 7 after sessions 2, 3, 4, compared with the 28 days before session 1: "
        "better, 3 points higher at each. "
        "This does not say why two times differ."
    )


def test_an_interval_is_told_with_what_it_stands_on() -> None:
    """Medians 4, 2, 9, 3, 6 before five sessions: the middle one is 4, the ends 2 and 9."""
    sessions = range(30, 30 + 6 * 21, 21)
    scores = dict(zip([number - 1 for number in sessions[1:]], (4, 2, 9, 3, 6), strict=True))
    result = mood(diary(sessions, {20: 3} | scores), 140)

    assert (
        "3 days before a session, 5 sessions since then with 7 free days: 4, 95 % interval 2 to 9 "
        "(by resampling the stretches between sessions)."
    ) in describe(result)
    assert numbers(result).rows[4] == (
        "3 days before a session, sessions since then with 7 free days",
        "",
        "",
        "4",
        "5 sessions",
        "4, 2, 9, 3, 6",
        "2 to 9",
    )


def test_sessions_close_together_imported_days_and_gaps_are_told() -> None:
    written = diary([30, 51, 54], dict.fromkeys(range(20, 26), 3), source="Daylio")
    told = describe(mood(written, 60))

    assert "3 days before session 2: nothing logged." in told
    assert "Where sessions lie closer together, only the days between them count." in told
    assert "6 days were imported." in told


def test_nothing_logged_is_one_sentence() -> None:
    assert describe(mood(diary([30], {}), 40)) == "Mood: nothing is logged on this scale yet."


@pytest.mark.parametrize(("late", "after"), [(0, 10), (10, 0), (5, 5)])
@pytest.mark.parametrize("word", ["because", "caused", "effect", "helped", "worked", "thanks"])
def test_no_cause_is_claimed(late: int, after: int, word: str) -> None:
    told = describe(mood(three_weekly(5, late, after), 110)).lower()

    assert word not in told.replace("because of this page", "")


def test_the_legend_names_only_what_is_drawn() -> None:
    assert legend(mood(three_weekly(), 110)) == (
        "0 very low – 10 very good · a dot is a day · short line: median · dashed: the beginning"
    )
    assert legend(mood(diary([30], {}), 40)) == "0 very low – 10 very good"


def test_the_table_has_a_row_for_every_run_of_days() -> None:
    table = numbers(mood(diary([30, 51], {20: 3, 48: 2, 50: 5}), 60))

    assert table.caption == "Mood before and now, 0 very low – 10 very good"
    assert table.rows == (
        ("28 days before session 1", "2 January 2026", "30 January 2026", "3", "1 day", "3", ""),
        (
            "3 days before session 2",
            "17 February 2026",
            "19 February 2026",
            "3.5",
            "2 days",
            "2, 5",
            "",
        ),
        (
            "Days 1 to 7 after session 2",
            "21 February 2026",
            "27 February 2026",
            "not logged",
            "0 days",
            "",
            "",
        ),
    )
    assert {len(row) for row in table.rows} == {len(table.columns)}
