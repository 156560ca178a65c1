"""Course measures: every questionnaire of a journal as it stands on a period's last day.

A baseline, and the lowest and highest since, may lie outside the period (clinical reference,
Counting rules); what was answered within it is kept beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journal.domain.before_and_now import BeforeAndNow, Comparison
from journal.domain.own_total import own_total_of
from journal.domain.period import Period
from journal.domain.questionnaire import Item, Option, Questionnaire
from journal.domain.reading import Reading, reading
from journal.domain.repository import Records
from journal.domain.scoring import ScoredResponse, options_of, scored

PAIN = "pain"

MEANINGFUL_PAIN_POINTS = 2
MEANINGFUL_PAIN_SHARE = 0.3
"""Of pain at the beginning (clinical reference, Response, remission, meaningful change)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One questionnaire: its reading, None without any total, and the responses of the period.

    `entries` are oldest first; a response that was not answered to its end has no total.
    """

    questionnaire: Questionnaire
    reading: Reading | None
    entries: tuple[ScoredResponse, ...]

    @property
    def totals(self) -> tuple[ScoredResponse, ...]:
        """The responses of the period that have a total."""
        return tuple(entry for entry in self.entries if entry.total is not None)


@dataclass(frozen=True, slots=True)
class UnscoredAnswer:
    """What was answered to an item that is no part of the total, such as PHQ-9's difficulty."""

    questionnaire: Questionnaire
    item: Item
    option: Option
    day: date


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and highest of `count` medians, one for each session."""

    low: float
    high: float
    count: int


def measures(
    records: Records, period: Period, questionnaires: Iterable[Questionnaire]
) -> tuple[Measure, ...]:
    """Every questionnaire answered by the period's last day, those of this period first.

    They come in the order of `questionnaires`, the person's own totals after them.
    """
    responses = [r for r in records.responses if r.moment.day <= period.last]
    sessions = [s for s in records.sessions if s.start.day <= period.last]
    found = []
    for questionnaire in _answered(questionnaires, (r.questionnaire for r in responses)):
        every = scored(questionnaire, responses, sessions, records.settings)
        of_period = tuple(entry for entry in every if entry.day in period)
        begun = records.settings.begun_in_treatment
        read = reading(questionnaire, every, sessions, begun_in_treatment=begun)
        found.append(Measure(questionnaire, read, of_period))
    return tuple(sorted(found, key=lambda measure: not measure.totals))


def _answered(
    questionnaires: Iterable[Questionnaire], keys: Iterable[str]
) -> Iterator[Questionnaire]:
    answered = dict.fromkeys(keys)
    for questionnaire in questionnaires:
        if questionnaire.key in answered:
            yield questionnaire
    own = [total for key in answered if (total := own_total_of(key)) is not None]
    yield from sorted(own, key=lambda total: (total.title.casefold(), total.key))


def unscored_answers(measure: Measure) -> tuple[UnscoredAnswer, ...]:
    """The answers of the period to items that are no part of the total, oldest first."""
    return tuple(
        UnscoredAnswer(measure.questionnaire, item, option, entry.day)
        for entry in measure.entries
        for item in measure.questionnaire.items
        if not item.scored
        for option in options_of(measure.questionnaire, item)
        if option.value == entry.response.value(item.key)
    )


def extremes(comparison: Comparison) -> Extremes | None:
    """The lowest and highest median of all sessions compared; None where nothing is logged."""
    overall = comparison.overall
    apart = [w for w in comparison.windows if overall is None or not w.over or w.close]
    medians = [w.median for w in apart if w.median is not None]
    medians += overall.medians if overall else ()
    return Extremes(min(medians), max(medians), len(medians)) if medians else None


def pain_change(result: BeforeAndNow, comparison: Comparison) -> bool | None:
    """Whether pain from 0 to 10 changed as much as is called meaningful, at every window.

    For the worse that is 2 points, for the better 2 points or 30 percent. None for other scales,
    and where there is too little to compare.
    """
    difference, begin = comparison.difference, result.begin
    scale = result.scale
    if (scale.key, scale.low, scale.high) != (PAIN, 0, 10) or difference is None or begin is None:
        return None
    if difference.lowest >= 0:
        return difference.lowest >= MEANINGFUL_PAIN_POINTS
    least = -difference.highest
    share = MEANINGFUL_PAIN_SHARE * (begin.median or 0)
    return 0 < least >= min(MEANINGFUL_PAIN_POINTS, share)
