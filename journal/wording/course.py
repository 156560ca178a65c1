"""The course of treatment in a few words, for a table: where each measure stands, and how it reads.

Nothing here names a diagnosis or a cause; words about change follow the clinical reference.
"""

from collections.abc import Callable
from datetime import date

from journal.domain.before_and_now import (
    FEWEST_DAYS,
    SESSIONS_SHOWN,
    BeforeAndNow,
    Change,
    Comparison,
    Now,
    Time,
    Window,
)
from journal.domain.checkin import ELEVATED_MOOD, SLEEP_HOURS, Scale
from journal.domain.course_measures import Measure, UnscoredAnswer, pain_change
from journal.domain.reading import Meaning, Reading
from journal.i18n import N_, _
from journal.wording.before_and_now import points, time_name
from journal.wording.profile import see_elevated_mood
from journal.wording.questionnaires import reading_line

_WINDOWS = {
    Time.BEFORE_SESSION: N_("3 days before a session"),
    Time.AFTER_SESSION: N_("days 1–7 after a session"),
    Time.LAST_DAYS: N_("last 28 days"),
}
_INSTEAD = {
    Now.NO_SESSION: N_("last 28 days (no session yet)"),
    Now.LONG_WITHOUT_SESSION: N_("last 28 days (no session for 60 days)"),
    Now.DAILY_USE: N_("last 28 days (ketamine on most days)"),
}


def scale_range(scale: Scale) -> str:
    """The ends of a daily scale as figures, `0–10`, or `hours`."""
    return _("hours") if scale.key == SLEEP_HOURS else f"{scale.low}–{scale.high}"


def compared_days(result: BeforeAndNow, comparison: Comparison) -> str:
    """Which days a row of a daily scale is about: `3 days before a session`."""
    if comparison.time is Time.LAST_DAYS:
        return _(_INSTEAD.get(result.now, _WINDOWS[Time.LAST_DAYS]))
    if comparison.time is Time.AFTER_SESSION and _are_the_same(result, comparison):
        return _("days 1–7 after the same")
    return _(_WINDOWS[comparison.time])


def _are_the_same(result: BeforeAndNow, after: Comparison) -> bool:
    """Whether its sessions are among those of the row before, which is about the days before."""
    before = (each for each in result.comparisons if each.time is Time.BEFORE_SESSION)
    numbers = {number for each in before for number in session_numbers(each)}
    return numbers.issuperset(session_numbers(after))


def session_numbers(comparison: Comparison) -> list[int]:
    """The numbers of the sessions that its windows lie around, oldest first."""
    return [w.session.number for w in comparison.windows if w.session is not None]


def beginning(window: Window) -> str:
    """What stands beside a beginning that is not before treatment; empty where it is."""
    return "" if window.time is Time.BEFORE_SESSION_1 else time_name(window.time)


def measure_reading(
    measure: Measure, *, any_session: bool, named: Callable[[date], str] | None = None
) -> str:
    """How a questionnaire reads, or why it does not; `named` says how its days are told."""
    reading = measure.reading
    if reading is None:
        return _("not answered to the end")
    if reading.minor_age is None:
        if not any_session:
            return _("no session yet")
        if reading.baseline is reading.latest:
            return _("this is the baseline; nothing since")
        if reading.begun_in_treatment:
            return _("no baseline: already in treatment when this journal began")
        if reading.baseline is None and reading.first_after is None:
            return _("no baseline in the 28 days before session 1")
    words = reading_line(reading, named)
    has_threshold = reading.questionnaire.thresholds.change is not None
    if has_threshold or reading.minor_age is not None or reading.baseline is None:
        return words
    return _("{change}; no validated threshold").format(change=words or _("no change"))


def is_setback(reading: Reading) -> bool:
    """Whether it is worse, or a response or remission no longer holds."""
    lost = any(r is not None and not r.holds for r in (reading.response, reading.remission))
    return lost or reading.meaning in (Meaning.WORSE, Meaning.MAY_BE_WORSE)


_CHANGES = {
    Change.BETTER: N_("better: {points}"),
    Change.WORSE: N_("worse: {points}"),
    Change.HIGHER: N_("{points}"),
    Change.LOWER: N_("{points}"),
    Change.NOT_CLEAR: N_("no clear change"),
}


def daily_reading(result: BeforeAndNow, comparison: Comparison) -> str:
    """How a daily scale reads; it has no validated threshold but for pain."""
    if comparison.change is Change.TOO_LITTLE:
        return _too_little(result, comparison)
    difference = comparison.difference
    words = _(_CHANGES[comparison.change]).format(
        points=points(result.scale, difference) if difference else ""
    )
    return _("{change}; {standing}").format(change=words, standing=_standing(result, comparison))


def _standing(result: BeforeAndNow, comparison: Comparison) -> str:
    meaningful = pain_change(result, comparison)
    if meaningful is not None:
        words = {
            True: _("meaningful (2 points or 30%)"),
            False: _("under the 2 points or 30% that are meaningful"),
        }
        return words[meaningful]
    if result.bipolar and result.scale.key != ELEVATED_MOOD:
        return see_elevated_mood()
    return _("no validated threshold")


def _too_little(result: BeforeAndNow, comparison: Comparison) -> str:
    begin = result.begin
    if begin is not None and begin.days < FEWEST_DAYS:
        logged, needed = begin.days, FEWEST_DAYS
        return _("too little data: {logged} of {needed} days at the beginning").format(
            logged=logged, needed=needed
        )
    if comparison.time is Time.LAST_DAYS:
        words, logged, needed = (
            _("too little data: {logged} of {needed} days"),
            comparison.windows[0].days,
            FEWEST_DAYS,
        )
    else:
        words, logged, needed = (
            _("too little data: {logged} of {needed} sessions"),
            comparison.logged,
            SESSIONS_SHOWN,
        )
    return words.format(logged=logged, needed=needed)


_UNSCORED = {("phq-9", "difficulty"): N_("Difficulty at work, at home, with people (PHQ-9)")}


def unscored_name(answer: UnscoredAnswer) -> str:
    """What an item that is no part of a total asks about."""
    known = _UNSCORED.get((answer.questionnaire.key, answer.item.key))
    return _(known) if known else f"{answer.questionnaire.title}: {answer.item.text}"
