"""Around a session: the days before and after laid over each other, and how long it took."""

from collections.abc import Iterable, Iterator, Sequence

from journal.charts.descriptions.around_sessions import describe
from journal.domain.around_sessions import FEWEST_SESSIONS, AroundSessions, FoldedSession
from journal.domain.checkin import Direction, Scale
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.durations import Durations, SessionDuration
from journal.domain.summary import Summary
from journal.i18n import N_, _, ngettext
from journal.report.parts import Figure, Line, Section, Text, one_line
from journal.wording.around_sessions import sessions_compared
from journal.wording.ranges import range_text

_NOT_COMPARED = {
    Rhythm.TWICE_WEEKLY: N_("Sessions twice a week: no free days lie around them."),
    Rhythm.DAILY: N_("Ketamine on most days: no free days lie around a session."),
}


def around_section(summary: Summary) -> Section:
    """The picture and how long it took, or what is missing for it."""
    title, around = _("Around a session"), summary.around
    if not summary.sessions:
        return one_line(title, _("No ketamine session took place in this period."))
    if around.rhythm in _NOT_COMPARED:
        return one_line(title, _(_NOT_COMPARED[around.rhythm]))
    note = sessions_compared(around)
    if not around.is_shown:
        words = _("too little data: {count} of {needed} sessions").format(
            count=len(around.sessions), needed=FEWEST_SESSIONS
        )
        return one_line(title, words, note=note)
    return Section(
        title,
        note,
        figure=Figure(around, describe(around)),
        lines=tuple(_lines(around, summary.durations)),
    )


def _lines(around: AroundSessions, durations: Durations) -> Iterator[Line]:
    if around.reference is not None:
        words = [_("Dashed: own level before the session.")]
        if not _ever_left(around, around.reference):
            words.append(_never_left(around))
        elif durations.is_shown:
            words += _back(around, durations)
        if durations.is_shown:
            words += _not_back(around, durations)
        yield (Text(" ".join(words)),)


def _ever_left(around: AroundSessions, reference: float) -> bool:
    """Whether any day after has its median on the better side of the level."""
    medians = [d.median for d in around.days if d.offset > 0 and d.median is not None]
    if around.scale.direction is Direction.HIGHER_WORSE:
        return any(median < reference for median in medians)
    return any(median > reference for median in medians)


def _never_left(around: AroundSessions) -> str:
    """There is nothing to be back from, so no days are told."""
    if around.scale.direction is Direction.HIGHER_WORSE:
        return _("No day after has a median below it.")
    return _("No day after has a median above it.")


def _back(around: AroundSessions, durations: Durations) -> Iterator[str]:
    back = [session.days for session in durations.back if session.left]
    if back and durations.median is not None:
        yield ngettext(
            "Back to it after {days} day (median of {count}; range {range}).",
            "Back to it after {days} days (median of {count}; range {range}).",
            durations.median,
        ).format(
            days=durations.median,
            count=_followed(around, durations),
            range=range_text(min(back), max(back)),
        )
    elif back:
        yield ngettext(
            "{back} of {count} was back to it, after {days}.",
            "{back} of {count} were back to it, after {days}.",
            len(back),
        ).format(back=len(back), count=_followed(around, durations), days=_days(back))
    if stayed := len(durations.back) - len(back):
        yield _stayed(stayed, around.scale)


def _stayed(count: int, scale: Scale) -> str:
    """Sessions after which there was nothing to be back from."""
    words = _("At {count} it was not above it on the first days logged after.")
    if scale.direction is Direction.HIGHER_WORSE:
        words = _("At {count} it was not below it on the first days logged after.")
    return words.format(count=count)


def _days(back: Sequence[int]) -> str:
    days = ngettext("{range} day", "{range} days", max(back))
    return days.format(range=range_text(min(back), max(back)))


def _followed(around: AroundSessions, durations: Durations) -> str:
    """How many sessions were followed, and those of them that the picture does not have."""
    count = len(durations.sessions)
    more = len(_numbers(durations.sessions) - _numbers(around.sessions))
    if not more:
        return str(count)
    return ngettext(
        "{count}, {more} of them with fewer free days after",
        "{count}, {more} of them with fewer free days after",
        more,
    ).format(count=count, more=more)


def _numbers(sessions: Iterable[FoldedSession | SessionDuration]) -> set[int]:
    return {session.number for session in sessions}


def _not_back(around: AroundSessions, durations: Durations) -> Iterator[str]:
    if count := durations.not_back_when_next_came:
        yield ngettext(
            "{count} was not back when the next session came.",
            "{count} were not back when the next session came.",
            count,
        ).format(count=count)
    if durations.not_back_yet:
        yield _("The last one is not back yet.")
    if count := len(_numbers(around.sessions) - _numbers(durations.sessions)):
        yield ngettext(
            "{count} has too few days logged to tell.",
            "{count} have too few days logged to tell.",
            count,
        ).format(count=count)
