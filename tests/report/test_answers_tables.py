from journal.report.parts import Choices
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper, questionnaire
from tests.report.pages import (
    HALF_YEAR,
    columns,
    day,
    lines,
    records_of,
    report_of,
    rows,
    section,
    titles,
)


def test_a_column_for_each_time_newest_first() -> None:
    answers = [answered(day(20), (2,) * 10), answered(day(6), (1,) * 9 + (0,))]
    table = section(report_of(records_of(Diary(), answers)), "PHQ-9")
    assert columns(table) == ["Question", "4 Mar", "18 Feb"]
    assert rows(table)[0] == ["Total", "9", "18"]
    assert rows(table)[1] == ["Little interest or pleasure in doing things", "1", "2"]
    assert rows(table)[10][1:] == ["0", "2"]
    assert len(rows(table)) == 1 + 10


def test_the_questions_come_with_stem_answers_and_notice() -> None:
    table = section(report_of(records_of(Diary(), [answered(day(6), (1,) * 9)])), "PHQ-9")
    assert table.note == (
        "0 – 27, higher is worse · Over the last 2 weeks, how often have you been bothered by any "
        "of the following problems? · 0 Not at all · 1 Several days · 2 More than half the days · "
        "3 Nearly every day"
    )
    assert lines(table) == [questionnaire().notice]
    assert rows(table)[10][0].endswith(
        "(0 Not difficult at all, 1 Somewhat difficult, 2 Very difficult, 3 Extremely difficult)"
    )


def test_an_open_question_is_a_dash_and_has_no_total() -> None:
    table = section(report_of(records_of(Diary(), [answered(day(6), (1, 2))])), "PHQ-9")
    assert [row[1] for row in rows(table)] == ["2 of 9 answered", "1", "2", *["–"] * 8]


def test_a_total_from_paper_says_so() -> None:
    table = section(report_of(records_of(Diary(), [paper(day(6), 12, "who-5")])), "WHO-5")
    assert rows(table) == [["Total", "12 (from paper)"]]


def test_more_than_fit_side_by_side_go_on_below() -> None:
    """17 times: 8, 8 and 1; the questions are asked once, the notice stands at the end."""
    answers = [answered(day(ago), (1,) * 7, "gad-7") for ago in range(17)]
    report = report_of(records_of(Diary(), answers), HALF_YEAR)
    sections = [each for each in report.following if each.title.startswith("GAD-7")]
    assert titles(sections) == ["GAD-7", "GAD-7, earlier", "GAD-7, earlier"]
    assert [len(columns(each)) - 1 for each in sections] == [8, 8, 1]
    assert [bool(each.lines) for each in sections] == [False, False, True]
    widths = [sum(c.width for c in each.table.columns) for each in sections if each.table]
    assert len(set(widths)) == 1


def test_times_outside_the_period_are_not_there() -> None:
    report = report_of(records_of(Diary(), [paper(day(100), 12)]), choices=Choices())
    assert "PHQ-9" not in titles(report.following)
