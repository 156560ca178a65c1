"""Before and now in words: what each run of days is called, and what changed, without a reason."""

from collections.abc import Iterator

from journal.domain.before_and_now import (
    FEWEST_DAYS,
    SESSIONS_SHOWN,
    BeforeAndNow,
    Change,
    Comparison,
    Difference,
    Now,
    Time,
    Window,
)
from journal.domain.checkin import MOOD, Direction, Scale
from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.wording.around_sessions import amount
from journal.wording.scales import scale_name

_TIMES = {
    Time.BEFORE_SESSION_1: N_("28 days before session 1"),
    Time.JOURNAL_BEGINS: N_("First 14 days of this journal"),
    Time.JOURNAL_BEGINS_IN_TREATMENT: N_("First 14 days of this journal (already in treatment)"),
    Time.SCALE_BEGINS: N_("First 14 days with this scale"),
    Time.SCALE_BEGINS_IN_TREATMENT: N_("First 14 days with this scale (already in treatment)"),
    Time.BEFORE_SESSION: N_("3 days before a session"),
    Time.AFTER_SESSION: N_("Days 1 to 7 after a session"),
    Time.LAST_DAYS: N_("Last 28 days"),
}
_IN_A_SENTENCE = {
    Time.BEFORE_SESSION_1: N_("the 28 days before session 1"),
    Time.JOURNAL_BEGINS: N_("the first 14 days of this journal"),
    Time.JOURNAL_BEGINS_IN_TREATMENT: N_(
        "the first 14 days of this journal (already in treatment)"
    ),
    Time.SCALE_BEGINS: N_("the first 14 days with this scale"),
    Time.SCALE_BEGINS_IN_TREATMENT: N_("the first 14 days with this scale (already in treatment)"),
    Time.BEFORE_SESSION: N_("3 days before a session"),
    Time.AFTER_SESSION: N_("days 1 to 7 after a session"),
    Time.LAST_DAYS: N_("the last 28 days"),
}
_OF_SESSION = {
    Time.BEFORE_SESSION: N_("3 days before session {number}"),
    Time.AFTER_SESSION: N_("Days 1 to 7 after session {number}"),
}


def time_name(time: Time) -> str:
    """What a run of days is called where it stands alone: `3 days before a session`."""
    return _(_TIMES[time])


def window_name(window: Window) -> str:
    """The same for one window, with its session: `3 days before session 10`."""
    if window.session is None:
        return time_name(window.time)
    return _(_OF_SESSION[window.time]).format(number=window.session.number)


def days_logged(window: Window) -> str:
    """How many days stand behind a value: `3 days`, or `2 days so far`."""
    if window.over:
        return ngettext("{count} day", "{count} days", window.days).format(count=window.days)
    return ngettext("{count} day so far", "{count} days so far", window.days).format(
        count=window.days
    )


def sentence(result: BeforeAndNow) -> str:
    """What the two times say, better and worse in the same words; or what is missing."""
    return " ".join(_sentences(result))


def _sentences(result: BeforeAndNow) -> Iterator[str]:
    scale = scale_name(result.scale)
    if result.begin is None:
        yield _("{scale}: nothing is logged on this scale yet.").format(scale=scale)
        return
    if result.now is not Now.LAST_SESSIONS:
        yield _now(result)
    if not result.comparisons:
        yield _("{scale}: this is still its first fortnight, so there is no “now” yet.").format(
            scale=scale
        )
    for comparison in result.comparisons:
        yield _change(result.scale, result.begin, comparison)
    yield from _asides(result)


_NO_SESSION_NOW = {
    Now.NO_SESSION: N_("No session is entered: “now” is the last 28 days."),
    Now.LONG_WITHOUT_SESSION: N_("The last session was on {day}: “now” is the last 28 days."),
    Now.DAILY_USE: N_(
        "You take ketamine most days, so no free days lie between sessions: “now” is the last "
        "28 days."
    ),
}


def _now(result: BeforeAndNow) -> str:
    day = "" if result.last_session is None else format_date(result.last_session)
    return _(_NO_SESSION_NOW[result.now]).format(day=day)


_CHANGES = {
    Change.BETTER: N_("{scale}, {when}, compared with {begin}: better, {points} at each."),
    Change.WORSE: N_("{scale}, {when}, compared with {begin}: worse, {points} at each."),
    Change.HIGHER: N_("{scale}, {when}, compared with {begin}: {points} at each."),
    Change.LOWER: N_("{scale}, {when}, compared with {begin}: {points} at each."),
    Change.NOT_CLEAR: N_(
        "{scale}, {when}, compared with {begin}: no clear difference (medians {now} now and {then} "
        "then)."
    ),
    Change.TOO_LITTLE: N_("{scale}, {when}: too little to compare with {begin}. {missing}"),
}
_CHANGES_ALONE = {
    Change.BETTER: N_("{scale}, {when}, compared with {begin}: better, {points}."),
    Change.WORSE: N_("{scale}, {when}, compared with {begin}: worse, {points}."),
    Change.HIGHER: N_("{scale}, {when}, compared with {begin}: {points}."),
    Change.LOWER: N_("{scale}, {when}, compared with {begin}: {points}."),
}
_SESSIONS = {
    Time.BEFORE_SESSION: N_("3 days before sessions {numbers}"),
    Time.AFTER_SESSION: N_("days 1 to 7 after sessions {numbers}"),
}


def _change(scale: Scale, begin: Window, comparison: Comparison) -> str:
    alone = comparison.time is Time.LAST_DAYS
    words = {**_CHANGES, **_CHANGES_ALONE} if alone else _CHANGES
    difference = comparison.difference
    return _(words[comparison.change]).format(
        scale=scale_name(scale),
        when=_when(comparison),
        begin=_(_IN_A_SENTENCE[begin.time]),
        points=points(scale, difference) if difference else "",
        now=", ".join(filter(None, map(_median, comparison.windows))),
        then=_median(begin),
        missing=" ".join(_missing(begin, comparison)),
    )


def _median(window: Window) -> str:
    return "" if window.median is None else format_number(window.median)


def _when(comparison: Comparison) -> str:
    sessions = [window.session for window in comparison.windows]
    numbers = [str(one.number) for one in sessions if one is not None]
    if len(numbers) < SESSIONS_SHOWN:
        return _(_IN_A_SENTENCE[comparison.time])
    return _(_SESSIONS[comparison.time]).format(numbers=", ".join(numbers))


def points(scale: Scale, difference: Difference) -> str:
    """How far now lies from the beginning: `1.5 to 3 points higher`, `1 hour lower`."""
    ends = sorted((abs(difference.lowest), abs(difference.highest)))
    words = _("{amount} higher") if difference.middle > 0 else _("{amount} lower")
    return words.format(amount=amount(scale, *ends))


def _missing(begin: Window, comparison: Comparison) -> Iterator[str]:
    if begin.days < FEWEST_DAYS:
        yield _needs(begin)
    if comparison.time is Time.LAST_DAYS:
        if comparison.windows[0].days < FEWEST_DAYS:
            yield _needs(comparison.windows[0])
    elif comparison.logged < SESSIONS_SHOWN:
        yield _("{logged} of {needed} sessions have a logged day there.").format(
            logged=comparison.logged, needed=SESSIONS_SHOWN
        )


def _needs(window: Window) -> str:
    return _("{when}: {logged} of the {needed} days it takes.").format(
        when=time_name(window.time), logged=window.days, needed=FEWEST_DAYS
    )


def _asides(result: BeforeAndNow) -> Iterator[str]:
    """Where to look besides, and what to do with a change for the worse."""
    changes = {comparison.change for comparison in result.comparisons}
    if result.bipolar and result.scale.key == MOOD and Change.HIGHER in changes:
        yield _("See elevated mood.")
    lower = Change.LOWER in changes and result.scale.direction is Direction.HIGHER_BETTER
    if lower or Change.WORSE in changes:
        yield _(
            "Please do not stop or change treatment because of this page; bring it to your clinic."
        )
