from dataclasses import replace

from journal.charts.descriptions.around_sessions import describe
from journal.domain.around_sessions import AroundSessions
from journal.domain.session import Treatment
from journal.report.parts import Choices, Section
from tests.domain.diary import Diary
from tests.report.pages import HALF_YEAR, day, lines, report_of, section


def spaced(sessions: int, back_after: int = 10) -> Diary:
    """Sessions 28 days apart, the last 28 days ago: mood 3, and 7 until it is back."""
    diary = Diary()
    for number in range(1, sessions + 1):
        first = 28 * number
        diary.session(day(first))
        for after in range(-5, 20):
            diary.score(day(first - after), 7 if 1 <= after < back_after else 3, hour=8)
    return diary


def around(diary: Diary) -> Section:
    return section(report_of(diary, HALF_YEAR), "Around a session")


def test_three_sessions_have_a_picture_and_how_long_it_took() -> None:
    found = around(spaced(3))
    assert found.note == "3 sessions with 7 free days before and 14 after"
    assert found.figure is not None
    assert isinstance(found.figure.drawn, AroundSessions)
    assert found.figure.description == describe(found.figure.drawn)
    assert lines(found) == [
        "Dashed: own level before the session. Back to it after 10 days (median of 3; range 10)."
    ]


def test_those_that_were_not_back_are_counted_apart() -> None:
    """After the first of four it stays at 7, up to the next; two days are at 3, not running."""
    diary = spaced(4)
    first, second = day(4 * 28), day(3 * 28)
    for number, check_in in enumerate(diary.check_ins):
        if first < check_in.moment.day <= second:
            at_level = (second - check_in.moment.day).days in (1, 3)
            score = replace(check_in.scores[0], value=3 if at_level else 7)
            diary.check_ins[number] = replace(check_in, scores=(score,))
    assert lines(around(diary)) == [
        "Dashed: own level before the session. Back to it after 10 days (median of 4; range 10). "
        "1 was not back when the next session came."
    ]


def test_a_session_after_which_nothing_rose_is_told_apart() -> None:
    """After the first of four it stays at 3: there was nothing to be back from."""
    diary = spaced(4)
    first, second = day(4 * 28), day(3 * 28)
    for number, check_in in enumerate(diary.check_ins):
        if first < check_in.moment.day < second:
            score = replace(check_in.scores[0], value=3)
            diary.check_ins[number] = replace(check_in, scores=(score,))
    assert lines(around(diary)) == [
        "Dashed: own level before the session. Back to it after 10 days (median of 4; range 10). "
        "At 1 it was not above it on the first days logged after."
    ]


def test_of_too_few_for_a_median_it_tells_how_many_were_back_and_when() -> None:
    """After the first two of three it stays at 7, up to the next: no median, two not back."""
    diary = spaced(3)
    first, second, third = day(3 * 28), day(2 * 28), day(28)
    for number, check_in in enumerate(diary.check_ins):
        if first < check_in.moment.day <= third:
            after = second if check_in.moment.day <= second else third
            at_level = (after - check_in.moment.day).days in (1, 3)
            score = replace(check_in.scores[0], value=3 if at_level else 7)
            diary.check_ins[number] = replace(check_in, scores=(score,))
    assert "1 of 3 was back to it, after 10 days. 2 were not back " in lines(around(diary))[0]


def test_sessions_that_the_picture_does_not_have_are_named_where_they_are_counted() -> None:
    """A fifth session 10 days ago: back on its day 6, with no 14 days after it yet."""
    diary = spaced(4)
    diary.check_ins = [c for c in diary.check_ins if c.moment.day < day(13)]
    diary.session(day(10))
    for ago in range(13):
        diary.score(day(ago), 7 if 4 < ago < 10 else 3, hour=8)
    found = around(diary)
    assert found.note.startswith("4 sessions")
    assert "(median of 5, 1 of them with fewer free days after; " in lines(found)[0]


def test_a_picture_without_any_rise_tells_no_days_until_it_was_back() -> None:
    diary = spaced(3)
    diary.check_ins = []
    for ago in range(100):
        diary.score(day(ago), 4, hour=8)
    assert lines(around(diary)) == [
        "Dashed: own level before the session. No day after has a median above it."
    ]


def test_of_a_scale_where_higher_is_worse_it_would_have_to_fall() -> None:
    diary = spaced(3)
    for check_in in tuple(diary.check_ins):
        diary.score(check_in.moment.day, 5, "pain", hour=9)
    words = section(report_of(diary, HALF_YEAR, Choices(scale="pain")), "Around a session")
    assert lines(words)[0].endswith("No day after has a median below it.")


def test_those_with_too_little_to_tell_are_counted_apart() -> None:
    """From the first of five to the second nothing is logged: no days after, no level before."""
    diary = spaced(5)
    first, second = day(5 * 28), day(4 * 28)
    diary.check_ins = [c for c in diary.check_ins if not first <= c.moment.day < second]
    words = lines(around(diary))[0]
    assert "median of 3;" in words
    assert words.endswith("2 have too few days logged to tell.")


def test_too_little_says_how_much_there_is() -> None:
    found = around(spaced(2))
    assert found.figure is None
    assert lines(found) == ["too little data: 2 of 3 sessions"]


def test_daily_use_has_the_reason() -> None:
    diary = Diary()
    for ago in range(30):
        diary.session(day(ago), treatment=Treatment.LOZENGE)
    assert lines(around(diary)) == ["Ketamine on most days: no free days lie around a session."]


def test_twice_a_week_has_the_reason() -> None:
    diary = Diary()
    for ago in (1, 4, 8, 11, 15):
        diary.session(day(ago), treatment=Treatment.ESKETAMINE)
    assert lines(around(diary)) == ["Sessions twice a week: no free days lie around them."]


def test_weekly_sessions_have_a_picture_of_their_own() -> None:
    diary = Diary()
    for ago in range(0, 70, 7):
        diary.session(day(ago), treatment=Treatment.ESKETAMINE)
        diary.score(day(ago), 3, hour=8)
    found = around(diary)
    assert found.note.endswith("sessions with 5 free days before and 6 after")
    assert found.figure is not None
