"""The daily table: what every day of a period holds, newest first, a column for each scale."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from operator import attrgetter
from typing import TypeVar

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.day_scores import DayScore, day_scores, entered_late, is_imported
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.side_effect import SideEffect
from journal.domain.stretches import course
from journal.domain.trends import SessionMark, scales_with_scores, session_marks

_Entry = TypeVar("_Entry")

_day = attrgetter("day")


@dataclass(frozen=True, slots=True)
class TableDay:
    """One day with an entry; `scores` has the day's scores on each scale of the table.

    A session day may have several on a scale, before and after; scores during a drug effect are in
    none, `logged` says whether there were any at all. `late` and `imported` are true of the day.
    """

    day: date
    scores: tuple[tuple[DayScore, ...], ...]
    logged: bool = False
    late: bool = False
    imported: bool = False
    too_unwell: bool = False
    no_side_effects: bool = False
    effects: tuple[SideEffect, ...] = ()
    sessions: tuple[SessionMark, ...] = ()


@dataclass(frozen=True, slots=True)
class DailyTable:
    """The scales with a score in the period, by position, and its days, newest first.

    A day without any entry has no row.
    """

    scales: tuple[Scale, ...]
    days: tuple[TableDay, ...]


def daily_table(records: Records, period: Period) -> DailyTable:
    """The table of a period."""
    scales = scales_with_scores(records, period)
    entries = _entries(records, scales, period)
    days = sorted({day for entered in entries.all_kinds for day in entered}, reverse=True)
    starts_at = records.settings.day_starts_at
    return DailyTable(scales, tuple(_row(day, entries, starts_at) for day in days))


@dataclass(frozen=True, slots=True)
class _Entries:
    """What a period holds, by day."""

    scores: tuple[Mapping[date, Sequence[DayScore]], ...]
    check_ins: Mapping[date, Sequence[CheckIn]]
    effects: Mapping[date, Sequence[SideEffect]]
    sessions: Mapping[date, Sequence[SessionMark]]
    records: Mapping[date, Sequence[DayRecord]]

    @property
    def all_kinds(self) -> tuple[Iterable[date], ...]:
        return (self.check_ins, self.effects, self.sessions, self.records)


def _entries(records: Records, scales: Iterable[Scale], period: Period) -> _Entries:
    sessions = course(records.sessions)
    rated = (check_in for check_in in records.check_ins if check_in.scores)
    return _Entries(
        tuple(_by_day(day_scores(records, s, period, sessions), period, _day) for s in scales),
        _by_day(rated, period, attrgetter("moment.day")),
        _by_day(records.side_effects, period, attrgetter("noted.day")),
        _by_day(session_marks(records.sessions), period, _day),
        _by_day(records.days, period, _day),
    )


def _by_day(
    entries: Iterable[_Entry], period: Period, day_of: Callable[[_Entry], date]
) -> Mapping[date, Sequence[_Entry]]:
    days: dict[date, list[_Entry]] = defaultdict(list)
    for entry in entries:
        if (day := day_of(entry)) in period:
            days[day].append(entry)
    return days


def _row(day: date, entries: _Entries, day_starts_at: time) -> TableDay:
    logged = entries.check_ins.get(day, ())
    sessions = tuple(entries.sessions.get(day, ()))
    record = next(iter(entries.records.get(day, ())), None)
    return TableDay(
        day,
        tuple(tuple(on_scale.get(day, ())) for on_scale in entries.scores),
        logged=bool(logged),
        late=entered_late(logged, day_starts_at),
        imported=is_imported(logged),
        too_unwell=record is not None and record.too_unwell,
        no_side_effects=any(mark.session.no_side_effects for mark in sessions)
        or (record is not None and record.no_side_effects),
        effects=tuple(entries.effects.get(day, ())),
        sessions=sessions,
    )
