"""The hours around sessions as a text alternative, a legend and a table."""

from journal.charts.descriptions.session_hours import describe, legend, numbers
from tests.charts.around_diary import hours, hours_diary


def test_it_tells_every_part_with_its_count_and_what_is_assumed() -> None:
    assert describe(hours(hours_diary())) == (
        "Mood, the middle of 4 sessions: 3 (before), 9 (during drug effect), 6 (+4 h to +12 h). "
        "Scale: 0 very low – 10 very good. Scores: before 4, during drug effect 4, +4 h to +12 h "
        "4, +12 h to +24 h 1. Of 1 session the end is not entered; its usual length is taken."
    )


def test_the_legend_says_that_scores_under_the_drug_are_in_no_other_number() -> None:
    assert "hollow: during drug effect, in no other number" in legend(hours(hours_diary()))
    assert legend(hours(hours_diary(1))) == ""


def test_the_table_has_a_row_a_score() -> None:
    assert numbers(hours(hours_diary())).rows[:4] == (
        ("1", "1 October 2025", "", "before", "3"),
        ("1", "1 October 2025", "1.3", "during drug effect", "9"),
        ("1", "1 October 2025", "9.3", "+4 h to +12 h", "6"),
        ("1", "1 October 2025", "21.3", "+12 h to +24 h", "5"),
    )


def test_hours_of_the_session_itself_lie_below_nought() -> None:
    written = hours_diary()
    written.session(written.sessions[-1].start.day.replace(day=28), hour=10, length=120)
    written.score(written.sessions[-1].start.day, 8, hour=11)

    assert ("5", "28 December 2025", "−1", "during drug effect", "8") in numbers(
        hours(written)
    ).rows
