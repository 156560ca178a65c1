"""What a chart of a questionnaire shows, and the same in words; drawing it is another matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.domain.period import Period
from journal.domain.questionnaire import Band, Questionnaire
from journal.domain.scoring import ScoredResponse
from journal.domain.session import NumberedSession
from journal.i18n import _, format_date, ngettext
from journal.wording.questionnaires import total_range


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of one questionnaire in a period, oldest first, and the sessions to mark.

    Without `bands` (none are known, or the person is under 18) the axis has even steps.
    """

    questionnaire: Questionnaire
    period: Period
    entries: tuple[ScoredResponse, ...]
    bands: tuple[Band, ...] = ()
    sessions: tuple[NumberedSession, ...] = ()


def totals_in(
    questionnaire: Questionnaire,
    entries: Sequence[ScoredResponse],
    period: Period,
    sessions: Sequence[NumberedSession] = (),
) -> Totals:
    """What a chart of the period shows; bands only where every total was an adult's."""
    shown = tuple(e for e in entries if e.total is not None and e.day in period)
    adult = all(entry.minor_age is None for entry in shown)
    return Totals(
        questionnaire,
        period,
        shown,
        questionnaire.bands if adult else (),
        tuple(one for one in sessions if one.session.start.day in period),
    )


def describe(totals: Totals) -> str:
    """The chart in whole sentences: how many totals, their ends, and what is ringed."""
    return " ".join(_sentences(totals))


def _sentences(totals: Totals) -> Iterator[str]:
    title = totals.questionnaire.title
    if not totals.entries:
        yield _("{title}: there is no total in this time.").format(title=title)
        return
    count = len(totals.entries)
    yield ngettext(
        "{title}, {range}: {count} total.", "{title}, {range}: {count} totals.", count
    ).format(title=title, range=total_range(totals.questionnaire), count=count)
    for words, entry in (
        (_("First {total} on {day}."), totals.entries[0]),
        (_("Last {total} on {day}."), totals.entries[-1]),
        (_("Lowest {total} on {day}."), min(totals.entries, key=_value)),
        (_("Highest {total} on {day}."), max(totals.entries, key=_value)),
    ):
        yield words.format(total=entry.total, day=format_date(entry.day))
    ringed = [format_date(entry.day) for entry in totals.entries if entry.safety]
    if ringed:
        yield _("Thoughts of self-harm above 0 on {days}.").format(days=", ".join(ringed))


def legend(totals: Totals) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(totals))


def _legend(totals: Totals) -> Iterator[str]:
    yield total_range(totals.questionnaire)
    if any(entry.late for entry in totals.entries):
        yield _("square: entered later")
    if any(entry.safety for entry in totals.entries):
        yield _("ring: thoughts of self-harm above 0")
    if totals.sessions:
        yield _("dotted: sessions")


def _value(entry: ScoredResponse) -> int:
    return entry.total or 0
