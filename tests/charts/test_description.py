"""The timeline in words: sentences, legend, and the numbers as a table."""

from dataclasses import replace

import pytest

from journal.charts.description import (
    ScoreLabel,
    describe,
    describe_panels,
    label,
    legend,
    nothing_logged,
    table,
)
from journal.charts.totals import totals_in
from journal.domain import trends
from journal.domain.medication import medicine_marks
from journal.domain.period import Period
from journal.wording.medicines import medicine_mark_sentence
from tests.charts.diaries import WEEKS, day, mood, nothing
from tests.domain.diary import Diary, scale_of
from tests.domain.medicines import medicine
from tests.domain.responses import paper, questionnaire, scores


def test_the_description_counts_before_it_tells() -> None:
    """40 days less the 23rd to 25th; the averages, by hand:

    lowest on 18 January, (3 + 5 + 6 + 4 + 6 + 3 + 5) / 7; highest after session 3, as
    (8 + 5 + 7 + 4) / 4; the last (7 + 4 + 6 + 3) / 4.
    """
    assert describe(mood()) == (
        "Mood, 1 January 2026 to 9 February 2026: 37 of 40 days logged. "
        "Day scores lie between 3 (first on 10 January 2026) and 8 (first on 10 January 2026); "
        "scale: 0 very low – 10 very good. "
        "The 7-day average between sessions was lowest at 4.6 on 18 January 2026 and highest at "
        "6 on 30 January 2026; the last one, on 9 February 2026, is 5. "
        "1 day was entered later. "
        "1 day was imported. "
        "3 sessions took place in this time, numbers 1 to 3. "
        "1 other treatment is marked."
    )


def test_a_period_without_scores_is_told_in_a_sentence() -> None:
    assert describe(nothing()) == (
        "Anxiety, 1 January 2026 to 9 February 2026: nothing was logged. "
        "3 sessions took place in this time, numbers 1 to 3. "
        "1 other treatment is marked."
    )
    assert nothing_logged(nothing(Period(day(3), day(3)))) == (
        "Anxiety, 3 January 2026: nothing was logged."
    )


def test_a_few_days_have_no_average_and_say_so() -> None:
    written = Diary()
    written.score(day(3), 5)
    timeline = trends.timeline(written.records(), scale_of("mood"), Period(day(3), day(3)))

    assert describe(timeline) == (
        "Mood, 3 January 2026: 1 of 1 day logged. "
        "Every day score is 5 (scale: 0 very low – 10 very good). "
        "Too few days lie close together for a 7-day average. "
        "No ketamine session took place in this time."
    )


@pytest.mark.parametrize("word", ["because", "caused", "effect of", "helped", "worked", "missed"])
def test_the_description_claims_no_cause_and_blames_nobody(word: str) -> None:
    assert word not in describe(mood()).lower()


def test_the_legend_names_only_what_is_drawn() -> None:
    assert legend(mood()) == (
        "0 very low – 10 very good · a dot is a day · square: entered later · diamond: imported · "
        "bar: lowest to highest of a day · line: 7-day average between sessions · "
        "dotted: sessions (before ● and after ○) · ▲ other treatment"
    )
    assert legend(nothing(Period(day(1), day(5)))) == "0 none – 10 strong"


def test_the_legend_promises_no_dose_that_there_may_be_no_room_for() -> None:
    written = Diary()
    written.session(day(3), mg=32)
    timeline = trends.timeline(written.records(), scale_of("mood"), WEEKS)

    assert legend(timeline).endswith("above: the dose where it changed, where there is room")


def test_the_table_has_a_row_for_every_score_and_none_for_a_gap() -> None:
    timeline = mood()
    rows = table(timeline)

    assert [(row.day, row.score) for row in rows] == [(s.day, s.value) for s in timeline.scores]
    assert day(24) not in {row.day for row in rows}


def test_the_table_tells_the_sides_of_a_session_apart() -> None:
    before, after = [row for row in table(mood()) if row.day == day(30)]

    assert (before.score, before.kind) == (3, "before session 3")
    assert (after.score, after.kind) == (8, "after session 3")


def test_the_table_holds_every_average_that_is_drawn() -> None:
    timeline = mood()
    drawn = [point.value for line in timeline.lines for point in line]

    assert [row.average for row in table(timeline) if row.average is not None] == drawn


def test_the_table_says_where_a_number_comes_from() -> None:
    remarks = {row.day: row.remark for row in table(mood()) if row.remark}

    assert remarks == {
        day(5): "mean of 2, 3 to 9",
        day(17): "entered later",
        day(35): "imported",
    }


def test_a_dot_is_told_with_its_day_value_and_meaning() -> None:
    scores = {score.day: score for score in mood(WEEKS).scores}

    assert label(scores[day(5)]) == ScoreLabel("Mon 5 January", "6", "the day · mean of 2, 3 to 9")
    assert label(replace(scores[day(5)], low=6, high=6)).kind == "the day · mean of 2, each 6"
    assert label(replace(scores[day(10)], late=True)) == ScoreLabel(
        "Sat 10 January", "8", "after session 1 · entered later"
    )


def test_changes_of_medicines_are_told() -> None:
    changed = medicine(day(21), dose="100 mg")
    told = describe(replace(mood(), medicines=medicine_marks([changed], WEEKS)))
    assert medicine_mark_sentence(medicine_marks([changed], WEEKS)[0]) in told


def test_of_several_panels_the_reasons_may_be_left_away() -> None:
    marks = medicine_marks([medicine(day(21), day(30), reason="slept badly")], WEEKS)
    panel = replace(mood(), medicines=marks)
    assert describe_panels((panel,)).endswith("Reason: slept badly.")
    assert describe_panels((panel,), reasons=False).endswith(
        "last day of Sertraline (50 mg, mornings)."
    )


def test_of_several_panels_the_sessions_are_told_once_and_last() -> None:
    total = scores(Diary(), paper(day(3), 12))
    told = describe_panels((mood(), nothing()), (totals_in(questionnaire(), total, WEEKS),))

    assert told.startswith("Mood, 1 January 2026 to 9 February 2026: 37 of 40 days logged. ")
    assert "Anxiety, 1 January 2026 to 9 February 2026: nothing was logged. PHQ-9," in told
    assert told.count("3 sessions took place") == 1
    assert told.endswith("numbers 1 to 3. 1 other treatment is marked.")


def test_one_panel_is_described_as_it_is_alone() -> None:
    assert describe_panels((mood(),)) == describe(mood())
