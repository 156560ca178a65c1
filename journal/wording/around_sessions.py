"""What it is like around a session, in words: which sessions are compared, or why none are."""

from journal.domain.around_sessions import (
    FEWEST_SESSIONS,
    AroundSessions,
    FoldedDay,
    SessionCourse,
)
from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.session_hours import Phase, SessionHours
from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.wording.inside import inside
from journal.wording.ranges import range_text
from journal.wording.scales import scale_name

_FREE_DAYS = {
    Rhythm.SPACED: N_("{sessions} with 7 free days before and 14 after"),
    Rhythm.WEEKLY: N_("{sessions} with 5 free days before and 6 after"),
}
_NOT_COMPARED = {
    Rhythm.TWICE_WEEKLY: N_(
        "Your last sessions are too close together to compare the days before and after. The hours "
        "around each session can be seen."
    ),
    Rhythm.DAILY: N_(
        "You took ketamine on most days of the two weeks up to your last session, so there are no "
        "days without it to compare with. Nothing is shown around single sessions."
    ),
}


def scale_inside(scale: Scale) -> str:
    """A scale's name inside a sentence; one that the person gave stays as it is."""
    name = scale_name(scale)
    return name if scale.is_own else inside(name)


def amount(scale: Scale, least: float, most: float) -> str:
    """`2 to 5 points`, `1 point`, or hours of sleep."""
    size = range_text(least, most)
    count = 1 if size == "1" else 2
    if scale.key == SLEEP_HOURS:
        return ngettext("{size} hour", "{size} hours", count).format(size=size)
    return ngettext("{size} point", "{size} points", count).format(size=size)


def sessions_compared(result: AroundSessions) -> str:
    """`5 sessions with 7 free days before and 14 after`; empty where days are not compared."""
    words = _FREE_DAYS.get(result.rhythm)
    if words is None:
        return ""
    count = len(result.sessions)
    sessions = ngettext("{count} session", "{count} sessions", count)
    return _(words).format(sessions=sessions.format(count=format_number(count)))


def why_not_compared(rhythm: Rhythm) -> str:
    """Why days around sessions are not compared in a rhythm; empty where they are."""
    return _(_NOT_COMPARED[rhythm]) if rhythm in _NOT_COMPARED else ""


def sentence(result: AroundSessions) -> str:
    """What the picture says in numbers, or what is missing for one."""
    reason = why_not_compared(result.rhythm)
    if reason:
        return reason
    if not result.is_shown:
        return _too_few(result.more_outside, sessions_compared(result))
    middles = [_middle(day) for day in result.days if _is_told(result, day)]
    if result.reference is None or not middles:
        return _("{scale}: too few scores around these sessions.").format(
            scale=scale_name(result.scale)
        )
    return _("{scale}, the middle of {compared}: {reference} before the session, {days}.").format(
        scale=scale_name(result.scale),
        compared=sessions_compared(result),
        reference=format_number(result.reference),
        days=", ".join(middles),
    )


def longer_range_has_more() -> str:
    """What stands beside too few sessions where the journal has others outside the period."""
    return _("A longer range may have more sessions.")


def _too_few(more_outside: bool, sessions: str) -> str:
    if not more_outside:
        words = _("Shown from {needed} sessions on; so far {sessions}.")
        return words.format(needed=FEWEST_SESSIONS, sessions=sessions)
    words = _("Shown from {needed} sessions on; in this time {sessions}.")
    there = words.format(needed=FEWEST_SESSIONS, sessions=sessions)
    return f"{there} {longer_range_has_more()}"


def _is_told(result: AroundSessions, day: FoldedDay) -> bool:
    return day.median is not None and day.offset in (1, 7, result.days[-1].offset)


def _middle(day: FoldedDay) -> str:
    return _("{score} on {day}").format(score=format_number(day.median or 0), day=day_name(day))


def day_name(day: FoldedDay) -> str:
    """`day −3`, `day 0, before the session` or `day +14`."""
    if day.offset == 0:
        return _("day 0, before the session")
    return _("day {number}").format(number=signed(day.offset))


def signed(number: int) -> str:
    """A number with its sign: `−3`, `0`, `+14`."""
    return "0" if number == 0 else f"{number:+d}".replace("-", "−")


def course_sentence(result: SessionCourse) -> str:
    """`Course 1: sessions 1 to 6 in 17 days, from 30 September 2025.`"""
    return _("Course {number}: sessions {first} to {last} in {days} days, from {day}.").format(
        number=result.number,
        first=result.sessions[0].number,
        last=result.sessions[-1].number,
        days=result.span,
        day=format_date(result.first_day),
    )


_PHASES = {
    Phase.BEFORE: N_("before"),
    Phase.DURING: N_("during drug effect"),
    Phase.SAME_DAY: N_("+4 h to +12 h"),
    Phase.NEXT_MORNING: N_("+12 h to +24 h"),
}


def phase_name(phase: Phase) -> str:
    """What a part of the hours around a session is called."""
    return _(_PHASES[phase])


def hours_sentence(result: SessionHours) -> str:
    """The middle score of each part of the hours, or what is missing."""
    if result.rhythm is Rhythm.DAILY:
        return why_not_compared(result.rhythm)
    if result.scale.of_day:
        return _("{scale} belongs to the whole day, not to an hour.").format(
            scale=scale_name(result.scale)
        )
    count = ngettext("{count} session", "{count} sessions", result.sessions)
    sessions = count.format(count=format_number(result.sessions))
    if not result.is_shown:
        with_score = _("{sessions} with a score").format(sessions=sessions)
        return _too_few(result.more_outside, with_score)
    middles = [
        _("{score} ({phase})").format(
            score=format_number(part.median), phase=phase_name(part.phase)
        )
        for part in result.phases
        if part.median is not None
    ]
    if not middles:
        return _("{scale}: too few scores in the hours around these sessions.").format(
            scale=scale_name(result.scale)
        )
    return _("{scale}, the middle of {sessions}: {parts}.").format(
        scale=scale_name(result.scale), sessions=sessions, parts=", ".join(middles)
    )
