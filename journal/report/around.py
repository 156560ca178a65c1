"""Around a session: the days before and after laid over each other, and how long it took."""

from collections.abc import Iterator

from journal.charts.descriptions.around_sessions import describe
from journal.domain.around_sessions import FEWEST_SESSIONS, AroundSessions
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.durations import Durations
from journal.domain.summary import Summary
from journal.i18n import N_, _, ngettext
from journal.report.parts import Figure, Line, Section, Text, one_line
from journal.wording.around_sessions import sessions_compared

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
        yield (Text(" ".join(_level(durations))),)


def _level(durations: Durations) -> Iterator[str]:
    yield _("Dashed: own level before the session.")
    back = [session.days for session in durations.back]
    if not durations.is_shown:
        return
    if durations.median is not None:
        yield ngettext(
            "Back to it after {days} day (median of {count}; range {first} to {last}).",
            "Back to it after {days} days (median of {count}; range {first} to {last}).",
            durations.median,
        ).format(
            days=durations.median,
            count=len(durations.sessions),
            first=min(back),
            last=max(back),
        )
    elif back:
        yield ngettext(
            "{back} of {count} was back to it, after {first} to {last} days.",
            "{back} of {count} were back to it, after {first} to {last} days.",
            len(back),
        ).format(back=len(back), count=len(durations.sessions), first=min(back), last=max(back))
    if count := durations.not_back_when_next_came:
        yield ngettext(
            "{count} was not back when the next session came.",
            "{count} were not back when the next session came.",
            count,
        ).format(count=count)
    if durations.not_back_yet:
        yield _("The last one is not back yet.")
