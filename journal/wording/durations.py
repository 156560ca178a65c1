"""How long, in words: within how many days half of the sessions were back, and those not back."""

from collections.abc import Iterator, Sequence

from journal.domain.around_sessions import FEWEST_SESSIONS
from journal.domain.checkin import Direction, Scale
from journal.domain.durations import (
    FEWEST_FOR_TREND,
    SESSIONS_EACH,
    Durations,
    SessionDuration,
    Trend,
)
from journal.i18n import _, format_number, ngettext
from journal.wording.around_sessions import (
    longer_range_has_more,
    scale_inside,
    why_not_compared,
)
from journal.wording.scales import scale_name


def sentence(result: Durations) -> str:
    """How long it took at half of the sessions, those that were not back told beside it."""
    return " ".join(_sentences(result))


def _sentences(result: Durations) -> Iterator[str]:
    reason = why_not_compared(result.rhythm)
    if reason:
        yield reason
    elif not result.is_shown:
        yield from _too_few(result)
    else:
        yield _median(result)
        yield from _counts(result)
        yield from _trend(result)


def _too_few(result: Durations) -> Iterator[str]:
    count = len(result.sessions)
    if result.more_outside:
        words = ngettext(
            "Shown from {needed} sessions on that can be followed; in this time {count} session.",
            "Shown from {needed} sessions on that can be followed; in this time {count} sessions.",
            count,
        )
    else:
        words = ngettext(
            "Shown from {needed} sessions on that can be followed; so far {count} session.",
            "Shown from {needed} sessions on that can be followed; so far {count} sessions.",
            count,
        )
    yield words.format(needed=FEWEST_SESSIONS, count=format_number(count))
    if result.more_outside:
        yield longer_range_has_more()


def _median(result: Durations) -> str:
    lower_is_better = result.scale.direction is Direction.HIGHER_WORSE
    count, scale = format_number(len(result.sessions)), scale_inside(result.scale)
    if result.median is None:
        words = (
            _(
                "At fewer than half of {count} sessions {scale} was seen two days running at or "
                "above its level before the session, so no middle number of days can be told."
            )
            if lower_is_better
            else _(
                "At fewer than half of {count} sessions {scale} was seen two days running at or "
                "below its level before the session, so no middle number of days can be told."
            )
        )
        return words.format(count=count, scale=scale)
    words = (
        ngettext(
            "At half of {count} sessions {scale} was at or above its level before the session "
            "within {days} day.",
            "At half of {count} sessions {scale} was at or above its level before the session "
            "within {days} days.",
            result.median,
        )
        if lower_is_better
        else ngettext(
            "At half of {count} sessions {scale} was at or below its level before the session "
            "within {days} day.",
            "At half of {count} sessions {scale} was at or below its level before the session "
            "within {days} days.",
            result.median,
        )
    )
    return words.format(count=count, scale=scale, days=result.median)


def _counts(result: Durations) -> Iterator[str]:
    left = [session.days for session in result.back if session.left]
    if left:
        yield _back(left)
    if never_left := len(result.back) - len(left):
        yield _never_left(result, never_left)
    next_came = result.not_back_when_next_came
    if next_came:
        yield ngettext(
            "{count} was not back when the next session came.",
            "{count} were not back when the next session came.",
            next_came,
        ).format(count=format_number(next_came))
    if result.not_back_yet:
        yield _("The last one is not back so far.")
    if result.not_followed:
        yield ngettext(
            "{count} session has too few days logged around it to tell.",
            "{count} sessions have too few days logged around them to tell.",
            result.not_followed,
        ).format(count=format_number(result.not_followed))


def _back(days: Sequence[int]) -> str:
    first, last = min(days), max(days)
    words = (
        ngettext(
            "{count} was back, on day {first}.", "{count} were back, on day {first}.", len(days)
        )
        if first == last
        else _("{count} were back, on days {first} to {last}.")
    )
    return words.format(count=format_number(len(days)), first=first, last=last)


def _never_left(result: Durations, count: int) -> str:
    """There was nothing to be back from, though the rule counts them as back."""
    if result.scale.direction is Direction.HIGHER_WORSE:
        words = _("At {count} of them it was not below that level on the first days logged after.")
    else:
        words = _("At {count} of them it was not above that level on the first days logged after.")
    return words.format(count=format_number(count))


def _trend(result: Durations) -> Iterator[str]:
    """Whether it changes over the course, or what is missing to say so."""
    words = {
        Trend.SHORTER: _(
            "At each of the last {count} it was shorter than at each of the first {count}."
        ),
        Trend.LONGER: _(
            "At each of the last {count} it was longer than at each of the first {count}."
        ),
    }
    if result.trend is not None:
        yield words[result.trend].format(count=SESSIONS_EACH)
    elif result.is_course_long_enough:
        yield _(
            "Over the course there is no clear change: the last {count} were neither all shorter "
            "nor all longer than the first {count}."
        ).format(count=SESSIONS_EACH)
    else:
        yield _(
            "It takes {needed} such sessions to say whether this changes over the course."
        ).format(needed=FEWEST_FOR_TREND)
        if result.more_outside:
            yield longer_range_has_more()


def what_back_means(result: Durations) -> str:
    """What "back" means on this scale."""
    if result.scale.direction is Direction.HIGHER_WORSE:
        return _("Back: two logged days running at or above the level before that session.")
    return _("Back: two logged days running at or below the level before that session.")


def duration_words(session: SessionDuration, scale: Scale) -> str:
    """`back on day 12`, `not above its level by day 1`, `not back so far, by day 4`."""
    if session.back and session.left:
        return _("back on day {day}").format(day=session.days)
    if session.back and scale.direction is Direction.HIGHER_WORSE:
        return _("not below its level by day {day}").format(day=session.days)
    if session.back:
        return _("not above its level by day {day}").format(day=session.days)
    if session.next_came:
        return _("not back by day {day}, the last seen before the next session").format(
            day=session.days
        )
    return _("not back so far, by day {day}").format(day=session.days)


def title(result: Durations) -> str:
    """What the picture is called: `Mood: days until back`."""
    return _("{scale}: days until back").format(scale=scale_name(result.scale))
