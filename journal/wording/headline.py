"""The one sentence above the trends, in the fixed wording of the clinical reference."""

from collections.abc import Iterator

from journal.domain.around_sessions import FEWEST_SESSIONS
from journal.domain.checkin import MOOD, Direction
from journal.domain.dosing_rhythm import Rhythm
from journal.domain.headline import Headline, Verdict
from journal.i18n import N_, _, format_number, ngettext
from journal.wording.around_sessions import (
    amount,
    longer_range_has_more,
    scale_inside,
    why_not_compared,
)
from journal.wording.scales import scale_name

_NAMED = {
    (Verdict.ABOVE, Rhythm.SPACED): N_(
        "At {sessions} far enough apart to compare, {scale} on the day after was {points} above "
        "the days before."
    ),
    (Verdict.BELOW, Rhythm.SPACED): N_(
        "At {sessions} far enough apart to compare, {scale} on the day after was {points} below "
        "the days before."
    ),
    (Verdict.ABOVE, Rhythm.WEEKLY): N_(
        "At {sessions} far enough apart to compare, {scale} on the day after was {points} above "
        "the score before."
    ),
    (Verdict.BELOW, Rhythm.WEEKLY): N_(
        "At {sessions} far enough apart to compare, {scale} on the day after was {points} below "
        "the score before."
    ),
}


def sentence(result: Headline) -> str:
    """What the data say of the day after a session, without a cause; or what is missing."""
    return " ".join(_sentences(result))


def _sentences(result: Headline) -> Iterator[str]:
    if result.verdict is Verdict.NOT_COMPARED:
        yield why_not_compared(result.rhythm)
    elif result.verdict is Verdict.TOO_FEW:
        yield from _too_few(result)
    elif result.verdict is Verdict.NO_CLEAR_CHANGE:
        yield from _no_clear_change(result)
        yield please_bring_it()
    else:
        yield _difference(result)
        yield from _asides(result)


def _no_clear_change(result: Headline) -> Iterator[str]:
    scale = scale_name(result.scale)
    if not result.more_outside:
        yield _("{scale}: the daily scores show no clear change around sessions so far.").format(
            scale=scale
        )
        yield _("They can miss change.")
    else:
        yield _(
            "{scale}: the daily scores show no clear change around the sessions of this time."
        ).format(scale=scale)
        yield _("They can miss change.")
        yield longer_range_has_more()


def please_bring_it() -> str:
    """The fixed sentence that stands beside a change for the worse, and beside none."""
    return _(
        "Please do not stop or change treatment because of this page; bring it to your clinic."
    )


def _difference(result: Headline) -> str:
    sizes = [abs(rise.rise) for rise in result.named]
    return _(_NAMED[result.verdict, result.rhythm]).format(
        sessions=_sessions(len(sizes), len(result.rises)),
        scale=scale_inside(result.scale),
        points=amount(result.scale, min(sizes), max(sizes)),
    )


def _sessions(named: int, compared: int) -> str:
    if named == compared:
        return _("{count} sessions").format(count=format_number(compared))
    return _("{named} of {count} sessions").format(
        named=format_number(named), count=format_number(compared)
    )


def _asides(result: Headline) -> Iterator[str]:
    if result.scale.direction is Direction.HIGHER_WORSE:
        yield _("On this scale lower is better.")
    if result.bipolar and result.scale.key == MOOD and result.verdict is Verdict.ABOVE:
        yield _("See elevated mood.")
    if result.is_worse:
        yield please_bring_it()


_TOO_FEW = {
    Rhythm.SPACED: N_(
        "{scale}: too little data so far to compare sessions. It takes {needed} with 7 free days "
        "before and 14 after, and scores on the days around them."
    ),
    Rhythm.WEEKLY: N_(
        "{scale}: too little data so far to compare sessions. It takes {needed} with 5 free days "
        "before and 6 after, and scores on the days around them."
    ),
}
_TOO_FEW_IN_THIS_TIME = {
    Rhythm.SPACED: N_(
        "{scale}: too little data in this time to compare sessions. It takes {needed} with 7 free "
        "days before and 14 after, and scores on the days around them."
    ),
    Rhythm.WEEKLY: N_(
        "{scale}: too little data in this time to compare sessions. It takes {needed} with 5 free "
        "days before and 6 after, and scores on the days around them."
    ),
}


def _too_few(result: Headline) -> Iterator[str]:
    words = _TOO_FEW_IN_THIS_TIME if result.more_outside else _TOO_FEW
    yield _(words[result.rhythm]).format(scale=scale_name(result.scale), needed=FEWEST_SESSIONS)
    if result.sessions:
        yield ngettext(
            "{sessions} session has such free days, {compared} can be compared.",
            "{sessions} sessions have such free days, {compared} of them can be compared.",
            result.sessions,
        ).format(sessions=format_number(result.sessions), compared=format_number(len(result.rises)))
    if result.more_outside:
        yield longer_range_has_more()
