"""What is it like around a session? By days, by hours, and each course of sessions as a block."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.charts.descriptions import around_sessions as days_told
from journal.charts.descriptions import session_hours as hours_told
from journal.charts.numbers import NumbersTable
from journal.domain.around_sessions import AroundSessions, SessionCourse
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.session_hours import SessionHours, session_hours
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Option, Picks, Question
from journal.ui.trends.questions import session_spots
from journal.ui.trends.reading import Look
from journal.ui.widgets.spots import Spot
from journal.wording.around_sessions import course_sentence, hours_sentence, sentence

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

SINGLES = "single-sessions"
DAYS = "days"
HOURS = "hours"

_KEY = "around-sessions"
_INCHES = 2.9


@dataclass(frozen=True, slots=True)
class Around:
    """The days around sessions, and what of it, or instead of it, is shown.

    `hours` or `course` is there where that is shown instead of the days.
    """

    days: AroundSessions
    hours: SessionHours | None
    course: SessionCourse | None
    singles: bool


def _result(look: Look) -> Around:
    scale, period = look.scale, look.period
    days = look.reading.around(scale, period)
    picked = look.choice.picked(_KEY)
    view = _first_view(days) if picked is None else picked
    hours = course = None
    if view == HOURS and _has_hours(days):
        hours = look.reading.once(
            ("hours", scale, period),
            lambda: session_hours(look.records, scale, period, look.today),
        )
    else:
        course = next((one for one in days.courses if one.number == view), None)
    return Around(days, hours, course, SINGLES in look.choice.options)


def _first_view(days: AroundSessions) -> str:
    """Where sessions are too close together for days there are the hours."""
    return HOURS if days.rhythm is Rhythm.TWICE_WEEKLY else DAYS


def _has_hours(days: AroundSessions) -> bool:
    return days.rhythm is not Rhythm.DAILY and not days.scale.of_day


def _offered(around: Around) -> tuple[tuple[Hashable, str], ...]:
    views: list[tuple[Hashable, str]] = [(DAYS, _("Days"))]
    if _has_hours(around.days):
        views.append((HOURS, _("Hours")))
    words = _("Course {number}")
    views += ((one.number, words.format(number=one.number)) for one in around.days.courses)
    return tuple(views)


def _picked(around: Around) -> Hashable:
    if around.hours is not None:
        return HOURS
    return DAYS if around.course is None else around.course.number


def _sentence(around: Around) -> str:
    if around.hours is not None:
        return hours_sentence(around.hours)
    return sentence(around.days) if around.course is None else course_sentence(around.course)


def _describe(around: Around) -> str:
    if around.hours is not None:
        return hours_told.describe(around.hours)
    if around.course is not None:
        return days_told.describe_course(around.course)
    return days_told.describe(around.days)


def _legend(around: Around) -> str:
    if around.hours is not None:
        return hours_told.legend(around.hours)
    if around.course is not None:
        return days_told.course_legend(around.course)
    return days_told.legend(around.days, singles=around.singles)


def _numbers(around: Around) -> NumbersTable:
    if around.hours is not None:
        return hours_told.numbers(around.hours)
    if around.course is not None:
        return days_told.course_numbers(around.course)
    return days_told.numbers(around.days)


def _days(around: Around) -> tuple[date, ...]:
    """The days of the table's rows; those around several sessions at once are none."""
    if around.hours is not None:
        return tuple(score.day for score in around.hours.scores)
    return () if around.course is None else tuple(score.day for score in around.course.scores)


def _spots(around: Around, figure: "Figure") -> tuple[Spot, ...]:
    if around.hours is not None:
        return session_spots.of_hours(around.hours, figure)
    if around.course is not None:
        return session_spots.of_course(around.course, figure)
    return session_spots.of_days(around.days, figure)


def _figure(around: Around, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts import (  # noqa: PLC0415 - matplotlib takes 0.6 s to load
        around_sessions,
        session_course,
        session_hours,
    )

    if around.hours is not None:
        return session_hours.draw(around.hours, theme, size, dpi)
    if around.course is not None:
        return session_course.draw(around.course, theme, size, dpi)
    return around_sessions.draw(around.days, theme, size, dpi, singles=around.singles)


def _has_picture(around: Around) -> bool:
    if around.hours is not None:
        return around.hours.is_shown
    if around.course is not None:
        return bool(around.course.scores)
    return around.days.is_shown


AROUND_SESSIONS = Question(
    key=_KEY,
    title=lambda: _("What is it like around a session?"),
    result=_result,
    sentence=_sentence,
    figure=_figure,
    describe=_describe,
    numbers=_numbers,
    legend=_legend,
    has_picture=_has_picture,
    height=lambda _around, _width: _INCHES,
    spots=_spots,
    days=_days,
    options=(
        Option(
            SINGLES,
            words=lambda: _("Show single sessions"),
            applies=lambda around: _picked(around) == DAYS and around.days.is_shown,
        ),
    ),
    picks=Picks(
        name=lambda: _("Around a session by"),
        offered=_offered,
        picked=_picked,
        as_buttons=True,
    ),
    is_small=True,
)
