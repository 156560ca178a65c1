"""The year day by day: one cell a day on one scale, in steps from low to high.

A day that is not logged has no cell; a session day is cut into before and after.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median

from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.day_scores import DayScore, Part, day_scores
from journal.domain.period import Period
from journal.domain.profile import TreatedFor
from journal.domain.repository import Records
from journal.domain.stretches import course
from journal.domain.trends import SessionMark, session_marks

MOST_STEPS = 7
"""More shades than this cannot be told apart beside each other."""

_SLEEP_EDGES = (0, 4, 5, 6, 7, 8, 9, 24)
"""Whole hours where most nights lie, as they are asked: up to 3, then each, then 9 and more."""


@dataclass(frozen=True, slots=True)
class Step:
    """Values from `low` up to `high`, which only the highest step holds itself.

    `whole` is the one whole number in it where it has a step of its own: from half below it.
    """

    low: float
    high: float
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day with a score or a session; `scores` stand side by side in its cell.

    There is one for the whole day, or on a day of n ketamine sessions one before and n after;
    None is not logged.
    """

    day: date
    scores: tuple[DayScore | None, ...]
    sessions: tuple[SessionMark, ...]


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """One scale over one or several years, `days` oldest first, `steps` from the lowest.

    Days outside `period` are not drawn; with `bipolar` treated a higher mood is not better.
    """

    scale: Scale
    period: Period
    steps: tuple[Step, ...]
    days: tuple[YearDay, ...]
    bipolar: bool = False

    @property
    def years(self) -> range:
        """Every calendar year of the period."""
        return range(self.period.first.year, self.period.last.year + 1)

    @property
    def is_empty(self) -> bool:
        """Whether there is no score to draw."""
        return not any(score for day in self.days for score in day.scores)

    def between(self, first: int, last: int) -> "YearCalendar":
        """The part of it from the year `first` to `last`, both included and both within it."""
        period = Period(
            max(self.period.first, date(first, 1, 1)), min(self.period.last, date(last, 12, 31))
        )
        days = tuple(day for day in self.days if day.day in period)
        return replace(self, period=period, days=days)

    def step_of(self, value: float) -> int:
        """The place of a value's step, from 0; a value on a border belongs to the higher one."""
        return bisect_right([step.low for step in self.steps[1:]], value)


@dataclass(frozen=True, slots=True)
class YearSummary:
    """One or several calendar `years` in numbers; `by_step` counts the day scores step by step.

    `lowest`, `middle` (the median) and `highest` are of the `scores` day scores, None without any.
    A session day may have a score before and one after; it is one of the `logged` days.
    """

    years: range
    logged: int
    scores: int
    lowest: float | None
    middle: float | None
    highest: float | None
    by_step: tuple[int, ...]
    sessions: int
    other_treatments: int


def whole_years(first: int, last: int, today: date) -> Period:
    """The calendar years from `first` to `last`, both included, up to `today`."""
    return Period(date(first, 1, 1), min(date(last, 12, 31), today))


def year_calendar(
    scale: Scale,
    period: Period,
    scores: Iterable[DayScore],
    sessions: Iterable[SessionMark],
    *,
    bipolar: bool = False,
) -> YearCalendar:
    """The calendar of day scores and sessions that are at hand, such as a timeline's.

    Both may reach beyond `period` and be in any order; they must be of the same journal.
    """
    marks: dict[date, list[SessionMark]] = defaultdict(list)
    for mark in sessions:
        marks[mark.day].append(mark)
    by_day: dict[date, list[DayScore]] = defaultdict(list)
    for score in scores:
        by_day[score.day].append(score)
    days = sorted(day for day in {*marks, *by_day} if day in period)
    return YearCalendar(
        scale,
        period,
        steps(scale),
        tuple(_day(day, by_day.get(day, ()), marks.get(day, ())) for day in days),
        bipolar,
    )


def calendar_of(records: Records, scale: Scale, period: Period) -> YearCalendar:
    """The calendar of a journal; `records` may be in any order."""
    return year_calendar(
        scale,
        period,
        day_scores(records, scale, period, course(records.sessions)),
        session_marks(records.sessions),
        bipolar=TreatedFor.BIPOLAR in records.settings.treated_for,
    )


def _day(day: date, scores: Iterable[DayScore], marks: Sequence[SessionMark]) -> YearDay:
    if not marks:
        return YearDay(day, tuple(scores), ())
    in_order = tuple(sorted(marks, key=lambda mark: mark.session.start.instant))
    numbers = [mark.number for mark in in_order if mark.number is not None]
    placed = {_place(score, numbers): score for score in scores}
    is_whole = any(score.part is Part.WHOLE for score in placed.values())
    places = 1 if is_whole else len(numbers) + 1
    return YearDay(day, tuple(placed.get(place) for place in range(places)), in_order)


def _place(score: DayScore, numbers: Sequence[int]) -> int:
    if score.part is Part.AFTER and score.session in numbers:
        return numbers.index(score.session) + 1
    return 0


def steps(scale: Scale) -> tuple[Step, ...]:
    """At most 7 steps: one for each whole number where there are no more, else runs of them.

    Runs are equally long, the highest may be shorter. Hours of sleep are cut as they are asked, so
    that most nights do not fall into one step.
    """
    if scale.key == SLEEP_HOURS:
        return _between(_SLEEP_EDGES)
    values = range(scale.low, scale.high + 1)
    if len(values) <= MOST_STEPS:
        return tuple(Step(value - 0.5, value + 0.5, value) for value in values)
    size = -(-len(values) // MOST_STEPS)
    return _between([*range(scale.low, scale.high, size), scale.high])


def _between(edges: Sequence[int]) -> tuple[Step, ...]:
    return tuple(Step(low, high) for low, high in pairwise(edges))


def whole_summary(calendar: YearCalendar) -> YearSummary:
    """All years of the calendar in numbers."""
    return _summary(calendar, calendar.years, calendar.days)


def year_summaries(calendar: YearCalendar) -> tuple[YearSummary, ...]:
    """Every year of the calendar in numbers, oldest first, also one without any entry."""
    by_year: dict[int, list[YearDay]] = defaultdict(list)
    for day in calendar.days:
        by_year[day.day.year].append(day)
    return tuple(
        _summary(calendar, range(year, year + 1), by_year[year]) for year in calendar.years
    )


def _summary(calendar: YearCalendar, years: range, days: Sequence[YearDay]) -> YearSummary:
    values = [score.value for day in days for score in day.scores if score]
    counted = Counter(map(calendar.step_of, values))
    marks = [mark for day in days for mark in day.sessions]
    sessions = sum(mark.number is not None for mark in marks)
    return YearSummary(
        years,
        sum(any(day.scores) for day in days),
        len(values),
        min(values, default=None),
        median(values) if values else None,
        max(values, default=None),
        tuple(counted[place] for place in range(len(calendar.steps))),
        sessions,
        len(marks) - sessions,
    )
