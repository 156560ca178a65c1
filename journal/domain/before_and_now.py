"""Before and now: a scale at its beginning beside the same days around the last sessions.

Like is compared with like (clinical reference, Counting rules): the 3 days before a session and
days 1 to 7 after the same, for the last three sessions, each for itself. Only days of the session's
own stretch are in them, and nothing of a drug effect.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter
from statistics import median

from journal.domain.checkin import Direction, Scale
from journal.domain.day_scores import DayScore, day_scores, stretch_of
from journal.domain.interval_of_median import Interval, interval_of_median
from journal.domain.period import EARLIEST_DAY, Period, last_days
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.safety.driving import is_daily_use
from journal.domain.session import NumberedSession
from journal.domain.stretches import Course, course

BASELINE_DAYS = 28
"""How far before session 1 the beginning reaches; that of a questionnaire reaches as far."""

FIRST_DAYS = 14
LAST_DAYS = 28
DAYS_WITHOUT_SESSION = 60
DAYS_BEFORE = 3
DAYS_AFTER = 7
SESSIONS_SHOWN = 3

FREE_DAYS = 7
"""A session nearer than that is close: an induction, or twice weekly; in no overall median."""

FEWEST_DAYS = 5
"""The beginning, and the last 28 days, are compared from this many logged days on."""

CLEAR_AT_EACH, CLEAR_IN_THE_MIDDLE = 1.0, 2.0
"""Points: a difference is named where every value of now lies that far to one side.

The middle one has to lie as far as in the rule for "clearly lower". Simulated without any change
(28 days before, a session every third week): each comparison names one in 2 to 7 % of journals
with autocorrelation 0 to 0.5, in 10 % with 0.7; without the second limit it would be 9 to 17 %.
"""


class Time(StrEnum):
    """Which days a value stands for; the first five are beginnings.

    A journal, or a scale, begins IN_TREATMENT when its first score comes after session 1, or where
    the person said that there were sessions before those of the journal.
    """

    BEFORE_SESSION_1 = "before-session-1"
    JOURNAL_BEGINS = "journal-begins"
    JOURNAL_BEGINS_IN_TREATMENT = "journal-begins-in-treatment"
    SCALE_BEGINS = "scale-begins"
    SCALE_BEGINS_IN_TREATMENT = "scale-begins-in-treatment"
    BEFORE_SESSION = "before-session"
    AFTER_SESSION = "after-session"
    LAST_DAYS = "last-days"


class Now(StrEnum):
    """What stands for "now": the last sessions, or why it is the last 28 days."""

    LAST_SESSIONS = "last-sessions"
    NO_SESSION = "no-session"
    LONG_WITHOUT_SESSION = "long-without-session"
    DAILY_USE = "daily-use"


class Change(StrEnum):
    """What a difference means; HIGHER and LOWER where a scale has no better side."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    NOT_CLEAR = "not-clear"
    TOO_LITTLE = "too-little"


@dataclass(frozen=True, slots=True)
class Window:
    """The day scores of a run of days, oldest first; `session` where it lies around one.

    A window that is not `over` may still gain days; one is `close` where another session lies less
    than 7 days away on its side. Both are shown, and in no overall median.
    """

    time: Time
    period: Period
    scores: tuple[DayScore, ...]
    session: NumberedSession | None = None
    over: bool = True
    close: bool = False

    @property
    def median(self) -> float | None:
        """The median of the day scores, None where nothing is logged."""
        return median(score.value for score in self.scores) if self.scores else None

    @property
    def days(self) -> int:
        """How many days are logged."""
        return len({score.day for score in self.scores})


@dataclass(frozen=True, slots=True)
class Overall:
    """Sessions since the beginning with 7 free days: their medians, oldest first, and of all."""

    medians: tuple[float, ...]
    median: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the medians of now lie above the beginning's, in points; negative means below."""

    lowest: float
    middle: float
    highest: float

    def is_above(self, each: float, middle: float) -> bool:
        """Whether all lie at least `each` above, and the middle one `middle`."""
        return self.lowest >= each and self.middle >= middle

    def is_below(self, each: float, middle: float) -> bool:
        """Whether all lie at least `each` below, and the middle one `middle`."""
        return self.highest <= -each and self.middle <= -middle


@dataclass(frozen=True, slots=True)
class Comparison:
    """One kind of days now: a window for each of the last three sessions, or the last 28 days.

    `overall` is there from 5 sessions on, `difference` where there is enough to compare.
    """

    time: Time
    windows: tuple[Window, ...]
    change: Change = Change.TOO_LITTLE
    difference: Difference | None = None
    overall: Overall | None = None

    @property
    def logged(self) -> int:
        """How many of the windows have a logged day."""
        return sum(bool(window.scores) for window in self.windows)


@dataclass(frozen=True, slots=True)
class BeforeAndNow:
    """One scale then and now, as of `today`; `begin` is None where it was never rated.

    `last_session` is the day of the last one, None without any.
    """

    scale: Scale
    today: date
    begin: Window | None
    now: Now
    comparisons: tuple[Comparison, ...]
    last_session: date | None = None
    bipolar: bool = False

    @property
    def windows(self) -> tuple[Window, ...]:
        """The beginning and every window of now, in the order they are shown."""
        begin = () if self.begin is None else (self.begin,)
        return (*begin, *(window for each in self.comparisons for window in each.windows))

    @property
    def days_imported(self) -> int:
        """Those of the days shown that came from another tracker."""
        return len({s.day for window in self.windows for s in window.scores if s.imported})


def before_and_now(
    records: Records, scale: Scale, today: date, scores: Sequence[DayScore] | None = None
) -> BeforeAndNow:
    """The scale's beginning beside now; what lies after `today` is left out.

    `scores` are the scale's day scores of the whole journal, oldest first, where they are known
    already.
    """
    sessions = course(s for s in records.sessions if s.start.day <= today)
    if scores is None:
        scores = tuple(day_scores(records, scale, Period(EARLIEST_DAY, today), sessions))
    logged = scores[: bisect_right(scores, today, key=_day)]
    begin = _begin(records, logged, sessions)
    now = _now(records, sessions, today)
    bipolar = TreatedFor.BIPOLAR in records.settings.treated_for
    neutral = scale.direction is Direction.NEITHER or (
        bipolar and scale.direction is Direction.HIGHER_BETTER
    )
    made = () if begin is None else _comparisons(begin, logged, sessions, now, today)
    return BeforeAndNow(
        scale,
        today,
        begin,
        now,
        tuple(_judged(each, begin, scale, neutral) for each in made),
        sessions.days[-1] if sessions.days else None,
        bipolar,
    )


_day = attrgetter("day")


def _within(scores: Sequence[DayScore], period: Period) -> Sequence[DayScore]:
    first = bisect_left(scores, period.first, key=_day)
    return scores[first : bisect_right(scores, period.last, lo=first, key=_day)]


def _of_stretch(
    scores: Sequence[DayScore], period: Period, stretch: int, sessions: Course
) -> tuple[DayScore, ...]:
    return tuple(s for s in _within(scores, period) if stretch_of(s, sessions) == stretch)


def _days_from(day: date, first: int, last: int) -> Period:
    return Period(day + timedelta(first), day + timedelta(last))


def _begin(records: Records, scores: Sequence[DayScore], sessions: Course) -> Window | None:
    if not scores:
        return None
    first = scores[0]
    begun = records.settings.begun_in_treatment
    in_treatment = begun or bool(sessions.sessions)
    if sessions.sessions and not begun and stretch_of(first, sessions) == 0:
        period = _days_from(sessions.sessions[0].session.start.day, -BASELINE_DAYS, 0)
        before = _of_stretch(scores, period, 0, sessions)
        return Window(Time.BEFORE_SESSION_1, period, before)
    journal_day = min((c.moment.day for c in records.check_ins if c.scores), default=first.day)
    if journal_day < first.day:
        time = Time.SCALE_BEGINS_IN_TREATMENT if in_treatment else Time.SCALE_BEGINS
    else:
        time = Time.JOURNAL_BEGINS_IN_TREATMENT if in_treatment else Time.JOURNAL_BEGINS
    period = _days_from(first.day, 0, FIRST_DAYS - 1)
    return Window(time, period, tuple(_within(scores, period)))


def _now(records: Records, sessions: Course, today: date) -> Now:
    if not sessions.days:
        return Now.NO_SESSION
    if is_daily_use(records.sessions, today):
        return Now.DAILY_USE
    if (today - sessions.days[-1]).days >= DAYS_WITHOUT_SESSION:
        return Now.LONG_WITHOUT_SESSION
    return Now.LAST_SESSIONS


def _comparisons(
    begin: Window, scores: Sequence[DayScore], sessions: Course, now: Now, today: date
) -> tuple[Comparison, ...]:
    if now is not Now.LAST_SESSIONS:
        return _last_days(begin, scores, today)
    compared = _since(begin, sessions)
    begun = [one for one in compared if one.session.start.day < today]
    before = [_before(scores, one, sessions) for one in compared]
    after = [_after(scores, one, sessions, today) for one in begun]
    return (
        _around(Time.BEFORE_SESSION, before),
        _around(Time.AFTER_SESSION, after),
    )


def _around(time: Time, windows: Sequence[Window]) -> Comparison:
    return Comparison(time, tuple(windows[-SESSIONS_SHOWN:]), overall=_overall(windows))


def _last_days(begin: Window, scores: Sequence[DayScore], today: date) -> tuple[Comparison, ...]:
    """The last 28 days without those of the beginning; nothing while it is still beginning."""
    period = last_days(LAST_DAYS, today)
    first = max(period.first, begin.period.last + timedelta(1))
    if first > today:
        return ()
    period = Period(first, today)
    window = Window(Time.LAST_DAYS, period, tuple(_within(scores, period)))
    return (Comparison(Time.LAST_DAYS, (window,)),)


def _since(begin: Window, sessions: Course) -> Sequence[NumberedSession]:
    """The sessions of which no day belongs to the beginning."""
    if begin.time is Time.BEFORE_SESSION_1:
        return sessions.sessions[1:]
    reach = timedelta(DAYS_BEFORE)
    return [one for one in sessions.sessions if one.session.start.day - reach > begin.period.last]


def _before(scores: Sequence[DayScore], one: NumberedSession, sessions: Course) -> Window:
    day = one.session.start.day
    period = _days_from(day, -DAYS_BEFORE, -1)
    days = _of_stretch(scores, period, one.number - 1, sessions)
    last = sessions.sessions[one.number - 2].session.start.day if one.number > 1 else None
    close = last is not None and (day - last).days < FREE_DAYS
    return Window(Time.BEFORE_SESSION, period, days, one, close=close)


def _after(
    scores: Sequence[DayScore], one: NumberedSession, sessions: Course, today: date
) -> Window:
    day = one.session.start.day
    period = _days_from(day, 1, DAYS_AFTER)
    days = _of_stretch(scores, period, one.number, sessions)
    following = sessions.sessions[one.number : one.number + 1]
    close = any((next_.session.start.day - day).days < FREE_DAYS for next_ in following)
    return Window(
        Time.AFTER_SESSION, period, days, one, bool(following) or period.last < today, close
    )


def _overall(windows: Iterable[Window]) -> Overall | None:
    counted = (window for window in windows if window.over and not window.close)
    medians = tuple(m for m in (window.median for window in counted) if m is not None)
    interval = interval_of_median(medians)
    return None if interval is None else Overall(medians, median(medians), interval)


def _judged(
    comparison: Comparison, begin: Window | None, scale: Scale, neutral: bool
) -> Comparison:
    difference = None if begin is None else _difference(comparison, begin)
    if difference is None:
        return comparison
    return replace(comparison, change=_change(difference, scale, neutral), difference=difference)


def _difference(comparison: Comparison, begin: Window) -> Difference | None:
    """None where a side has too little: 5 days of the beginning, and 5 now or three sessions."""
    level = begin.median
    medians = [w.median for w in comparison.windows if w.median is not None]
    if comparison.time is Time.LAST_DAYS:
        enough = comparison.windows[0].days >= FEWEST_DAYS
    else:
        enough = len(medians) == SESSIONS_SHOWN
    if level is None or begin.days < FEWEST_DAYS or not enough:
        return None
    return Difference(min(medians) - level, median(medians) - level, max(medians) - level)


def _change(difference: Difference, scale: Scale, neutral: bool) -> Change:
    limits = (CLEAR_AT_EACH, CLEAR_IN_THE_MIDDLE)
    higher = difference.is_above(*limits)
    if not higher and not difference.is_below(*limits):
        return Change.NOT_CLEAR
    if neutral:
        return Change.HIGHER if higher else Change.LOWER
    better = higher is (scale.direction is Direction.HIGHER_BETTER)
    return Change.BETTER if better else Change.WORSE
