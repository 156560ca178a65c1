"""The dots of the pictures around sessions: by days, by hours, and in a course."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.around_sessions import AroundSessions, FoldedDay, FoldedSession, SessionCourse
from journal.domain.checkin import Scale
from journal.domain.day_scores import Part
from journal.domain.session_hours import HourScore, Phase, SessionHours
from journal.i18n import _, format_number
from journal.ui.widgets.chart_picture import day_name, score_words, session_on_day
from journal.ui.widgets.spots import Spot, by_day, marks
from journal.wording.around_sessions import day_name as name_around
from journal.wording.around_sessions import phase_name, signed
from journal.wording.scales import scale_name

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure


def of_days(result: AroundSessions, figure: "Figure") -> tuple[Spot, ...]:
    """The score of every session on every day that has enough of them."""
    shown = [
        (session, day, value)
        for day in result.days
        if day.median is not None
        for session in result.sessions
        if (value := session.at(day.offset)) is not None
    ]
    return by_day(
        Spot(
            x,
            y,
            session.day + timedelta(day.offset),
            tuple(_words(session, day, value, result.scale)),
        )
        for (session, day, value), (x, y) in zip(shown, marks(figure, "scores"), strict=True)
    )


def _words(session: FoldedSession, day: FoldedDay, value: float, scale: Scale) -> Iterator[str]:
    yield day_name(session.day + timedelta(day.offset))
    yield _value(value, scale)
    yield _("Session {number}, {day}").format(number=session.number, day=name_around(day))
    if day.median is not None:
        yield _("median of that day {median} (n {count})").format(
            median=format_number(day.median), count=day.count
        )


def _value(value: float, scale: Scale) -> str:
    return _("{scale} {value}").format(scale=scale_name(scale), value=format_number(value))


def of_hours(result: SessionHours, figure: "Figure") -> tuple[Spot, ...]:
    """Every score; each stands for the day of its session."""
    during = [score for score in result.scores if score.phase is Phase.DURING]
    after = [s for s in result.scores if s.phase is not Phase.DURING and s.hours is not None]
    before = [score for score in result.scores if score.hours is None]
    groups = ((during, "during"), ((*after, *before), "scores"))
    return by_day(
        Spot(x, y, score.day, (*_hour_words(score), _value(score.value, result.scale)))
        for scores, gid in groups
        for score, (x, y) in zip(scores, marks(figure, gid), strict=True)
    )


def _hour_words(score: HourScore) -> Iterator[str]:
    yield session_on_day(score.session, score.day)
    phase = phase_name(score.phase)
    if score.hours is None:
        yield phase
    else:
        hours = format_number(score.hours).replace("-", "−")
        yield _("{hours} h after its end ({phase})").format(hours=hours, phase=phase)


def of_course(result: SessionCourse, figure: "Figure") -> tuple[Spot, ...]:
    """Every day score."""
    return by_day(
        Spot(
            x,
            y,
            score.day,
            (
                day_name(score.day),
                score_words(score, result.scale),
                _("day {number} of course {course}").format(
                    number=signed((score.day - result.first_day).days), course=result.number
                ),
            ),
        )
        for part in Part
        for score, (x, y) in zip(
            (each for each in result.scores if each.part is part),
            marks(figure, f"scores-{part}"),
            strict=True,
        )
    )
