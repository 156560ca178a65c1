"""How long as a text alternative, a legend, and the numbers behind the picture."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.checkin import Scale
from journal.domain.durations import Durations, SessionDuration
from journal.i18n import _, format_date, format_number
from journal.wording.durations import duration_words, sentence, title, what_back_means

MOST_DRAWN = 40
"""More lines than this run into one."""


def drawn(result: Durations) -> tuple[SessionDuration, ...]:
    """The sessions that have a line in the picture: the latest."""
    return result.sessions[-MOST_DRAWN:]


def describe(result: Durations) -> str:
    """The picture in whole sentences, each session told."""
    return " ".join(_sentences(result))


def _sentences(result: Durations) -> Iterator[str]:
    yield sentence(result)
    if result.is_shown:
        yield what_back_means(result)
        yield _("Days not logged may hide that it was back sooner.")
        for session in result.sessions:
            yield _("Session {number}: {words}.").format(
                number=session.number, words=duration_words(session, result.scale)
            )


def legend(result: Durations) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(result))


def _legend(result: Durations) -> Iterator[str]:
    if not result.is_shown:
        return
    yield _("a line is a session, by its number")
    if any(session.back for session in drawn(result)):
        yield _("● back")
    if not all(session.back for session in drawn(result)):
        yield _("▷ not back by then")
    if result.median is not None:
        yield _("dashed: half of them back")
    shown, count = len(drawn(result)), len(result.sessions)
    if shown < count:
        yield _("the latest {shown} of {count} are shown").format(
            shown=format_number(shown), count=format_number(count)
        )


def numbers(result: Durations) -> NumbersTable:
    """A row for each session."""
    return NumbersTable(
        title(result),
        (_("Session"), _("Date"), _("Level before"), _("Days"), _("Outcome")),
        tuple(_row(session, result.scale) for session in result.sessions),
    )


def _row(session: SessionDuration, scale: Scale) -> tuple[str, ...]:
    return (
        str(session.number),
        format_date(session.day),
        format_number(session.reference),
        str(session.days) if session.back else _("at least {days}").format(days=session.days),
        duration_words(session, scale),
    )
