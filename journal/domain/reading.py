"""Readings: how a questionnaire stands now against its baseline (clinical reference)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from journal.domain.checkin import Direction
from journal.domain.questionnaire import Questionnaire, Thresholds
from journal.domain.scoring import ScoredResponse
from journal.domain.session import TreatmentSession, numbered

BASELINE_REACHES = timedelta(days=28)
"""How long before session 1 a baseline may have been answered."""

TREATMENT_SHOWS_AFTER = timedelta(days=14)
"""Before that a look-back of two weeks reaches to before treatment: no response, no remission."""


class Meaning(StrEnum):
    """What a change since the baseline means; MAY_BE where the measure's own noise is as large."""

    BETTER = "better"
    MAY_BE_BETTER = "may-be-better"
    NO_CHANGE = "no-change"
    MAY_BE_WORSE = "may-be-worse"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Reached:
    """A threshold that was reached: `on` the last day it held, and whether it still `holds`."""

    on: date
    holds: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a questionnaire stands; all but `latest` may be None.

    `lowest` and `highest` are those since the baseline, or of all where there is none (the latest
    of equal ones). `first_after` is days from session 1 to the first total, where there is no
    baseline. With `minor_age` (under 18) thresholds are not applied. There is no baseline in a
    journal that was `begun_in_treatment`.
    """

    questionnaire: Questionnaire
    latest: ScoredResponse
    lowest: ScoredResponse
    highest: ScoredResponse
    baseline: ScoredResponse | None = None
    first_after: int | None = None
    minor_age: int | None = None
    meaning: Meaning | None = None
    response: Reached | None = None
    remission: Reached | None = None
    begun_in_treatment: bool = False

    @property
    def change(self) -> int | None:
        """The latest total less the baseline's, None without a baseline or anything after it."""
        if self.baseline is None or self.baseline is self.latest:
            return None
        return _total(self.latest) - _total(self.baseline)

    @property
    def percent(self) -> int | None:
        """The change in whole percent of the baseline, rounded towards zero."""
        if self.change is None or self.baseline is None or not self.baseline.total:
            return None
        return int(100 * self.change / self.baseline.total)


def reading(
    questionnaire: Questionnaire,
    entries: Iterable[ScoredResponse],
    sessions: Iterable[TreatmentSession],
    *,
    begun_in_treatment: bool = False,
) -> Reading | None:
    """The reading of scored responses, oldest first; None without any total.

    Where the journal was `begun_in_treatment` its session 1 was not the first: no baseline.
    """
    complete = [entry for entry in entries if entry.total is not None]
    if not complete:
        return None
    course = numbered(sessions)
    first = course[0].session if course else None
    baseline = None if begun_in_treatment else _baseline(complete, first)
    since = complete[complete.index(baseline) + 1 :] if baseline else complete
    since = since or complete[-1:]
    latest = complete[-1]
    compared = [entry.minor_age for entry in (latest, baseline) if entry is not None]
    minor = next((age for age in compared if age is not None), None)
    plain = Reading(
        questionnaire,
        latest,
        lowest=min(reversed(since), key=_total),
        highest=max(reversed(since), key=_total),
        baseline=baseline,
        first_after=None if baseline or begun_in_treatment else _first_after(complete, first),
        minor_age=minor,
        begun_in_treatment=begun_in_treatment,
    )
    if baseline is None or first is None or minor is not None:
        return plain
    return _with_thresholds(plain, baseline, since, first.start.day)


def _total(entry: ScoredResponse) -> int:
    if entry.total is None:
        raise ValueError("a response without a total")
    return entry.total


def _baseline(
    complete: Sequence[ScoredResponse], first: TreatmentSession | None
) -> ScoredResponse | None:
    """The last one before session 1 began, at most 28 days before."""
    if first is None:
        return None
    before = [
        entry
        for entry in complete
        if entry.place is None and entry.day >= first.start.day - BASELINE_REACHES
    ]
    return before[-1] if before else None


def _first_after(complete: Iterable[ScoredResponse], first: TreatmentSession | None) -> int | None:
    if first is None:
        return None
    after = (entry.day for entry in complete if entry.place is not None)
    day = next(after, None)
    return None if day is None else (day - first.start.day).days


def _with_thresholds(
    plain: Reading, baseline: ScoredResponse, since: Sequence[ScoredResponse], first_day: date
) -> Reading:
    limits = plain.questionnaire.thresholds
    meaning = None if plain.change is None else _meaning(plain.questionnaire, plain.change)
    response = remission = None
    if _total(baseline) >= limits.baseline_at_least:
        settled = [e for e in since if e.day - first_day >= TREATMENT_SHOWS_AFTER]
        response = _reached(settled, lambda value: _responds(limits, _total(baseline), value))
        remission = _reached(settled, lambda value: _remits(limits, value))
    return replace(plain, meaning=meaning, response=response, remission=remission)


def _meaning(questionnaire: Questionnaire, change: int) -> Meaning | None:
    """None where there is no threshold, or where higher is neither better nor worse."""
    limits = questionnaire.thresholds
    sure = limits.change
    if sure is None or questionnaire.direction is Direction.NEITHER:
        return None
    worse = change > 0 if questionnaire.direction is Direction.HIGHER_WORSE else change < 0
    size = abs(change)
    if size >= sure:
        return Meaning.WORSE if worse else Meaning.BETTER
    if limits.may_be_change is not None and size >= limits.may_be_change:
        return Meaning.MAY_BE_WORSE if worse else Meaning.MAY_BE_BETTER
    return Meaning.NO_CHANGE


def _responds(limits: Thresholds, baseline: int, value: int) -> bool:
    percent = limits.response_percent
    return percent is not None and 100 * (baseline - value) >= percent * baseline


def _remits(limits: Thresholds, value: int) -> bool:
    return limits.remission_below is not None and value < limits.remission_below


def _reached(entries: Sequence[ScoredResponse], holds: Callable[[int], bool]) -> Reached | None:
    days = [entry.day for entry in entries if holds(_total(entry))]
    return Reached(days[-1], holds(_total(entries[-1]))) if days else None
