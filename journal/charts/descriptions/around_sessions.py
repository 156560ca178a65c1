"""Around a session as a text alternative, a legend, and the numbers behind the pictures."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.around_sessions import AroundSessions, FoldedDay, SessionCourse
from journal.domain.day_scores import DayScore, Part
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.around_sessions import (
    course_sentence,
    day_name,
    sentence,
    sessions_compared,
    signed,
)
from journal.wording.ranges import range_text
from journal.wording.scales import scale_ends, scale_name


def describe(result: AroundSessions) -> str:
    """The picture in whole sentences: the sessions in it, and every day with its count."""
    return " ".join(_sentences(result))


def _sentences(result: AroundSessions) -> Iterator[str]:
    yield sentence(result)
    if not result.is_shown:
        return
    yield _("Scale: {ends}.").format(ends=scale_ends(result.scale, bipolar=result.bipolar))
    yield _("Medians by day: {days}.").format(days=", ".join(_days(result)))
    left_out = [day for day in result.days if day.median is None]
    if left_out:
        yield _("Too few scores on {days}.").format(
            days=", ".join(_day_inside(day) for day in left_out)
        )
    yield _("This does not say why the days differ.")


def _days(result: AroundSessions) -> Iterator[str]:
    for day in result.days:
        if day.median is not None:
            yield _("{day}: {median} (n {count})").format(
                day=_day_inside(day), median=format_number(day.median), count=day.count
            )


def _day_inside(day: FoldedDay) -> str:
    return signed(day.offset)


def legend(result: AroundSessions, *, singles: bool = False) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(result, singles))


def _legend(result: AroundSessions, singles: bool) -> Iterator[str]:
    if compared := sessions_compared(result):
        yield compared
    if not result.is_shown:
        return
    yield scale_ends(result.scale, bipolar=result.bipolar)
    if any(day.median is not None for day in result.days):
        yield _("a dot is a day of one session")
        yield _("line: median")
    if any(day.low is not None for day in result.days):
        yield _("band: middle half")
    if result.reference is not None:
        yield _("dashed: own level before the session")
    if singles:
        yield _("thin: single sessions")


def numbers(result: AroundSessions) -> NumbersTable:
    """A row a day: its count, median and middle half, and the score of each session in order."""
    caption = _("{scale} around a session, {ends}").format(
        scale=scale_name(result.scale), ends=scale_ends(result.scale, bipolar=result.bipolar)
    )
    columns = (_("Day"), _("n"), _("Median"), _("Middle half"), _("Scores by session"))
    return NumbersTable(caption, columns, tuple(_row(result, day) for day in result.days))


def _row(result: AroundSessions, day: FoldedDay) -> tuple[str, ...]:
    scores = [
        _("{number}: {score}").format(number=session.number, score=format_number(value))
        for session in result.sessions
        if (value := session.at(day.offset)) is not None
    ]
    return (
        day_name(day),
        str(day.count),
        _("too few") if day.median is None else format_number(day.median),
        _middle_half(day),
        ", ".join(scores),
    )


def _middle_half(day: FoldedDay) -> str:
    if day.low is None or day.high is None:
        return ""
    return range_text(day.low, day.high)


def describe_course(result: SessionCourse) -> str:
    """The block in whole sentences: its sessions, how much is logged, and the range of it."""
    return " ".join(_course_sentences(result))


def _course_sentences(result: SessionCourse) -> Iterator[str]:
    yield course_sentence(result)
    if not result.scores:
        yield _("Nothing was logged in this time.")
        return
    days = len({score.day for score in result.scores})
    values = [score.value for score in result.scores]
    yield ngettext(
        "{scale}: {count} day logged from 3 days before it, scores {range}.",
        "{scale}: {count} days logged from 3 days before it, scores {range}.",
        days,
    ).format(scale=scale_name(result.scale), count=days, range=range_text(min(values), max(values)))


def course_legend(result: SessionCourse) -> str:
    """What the marks of the block's picture mean."""
    words = [_("day 0: its first session"), _("dotted: sessions")]
    if any(score.part is not Part.WHOLE for score in result.scores):
        words[1] = _("dotted: sessions (before ● and after ○)")
    return " · ".join(words)


def course_numbers(result: SessionCourse) -> NumbersTable:
    """A row for each day score of the block."""
    return NumbersTable(
        course_sentence(result),
        (_("Day"), _("Date"), _("Score"), _("Part")),
        tuple(_course_row(result, score) for score in result.scores),
    )


def _course_row(result: SessionCourse, score: DayScore) -> tuple[str, ...]:
    parts = {
        Part.WHOLE: _("the day"),
        Part.BEFORE: _("before session {number}"),
        Part.AFTER: _("after session {number}"),
    }
    return (
        signed((score.day - result.first_day).days),
        format_date(score.day),
        format_number(score.value),
        parts[score.part].format(number=score.session),
    )
