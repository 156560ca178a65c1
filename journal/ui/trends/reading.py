"""What the page's questions are asked of: the journal as it was read once, and the choices made."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from journal.domain import trends
from journal.domain.around_sessions import AroundSessions, around_sessions
from journal.domain.checkin import Scale
from journal.domain.notes import noted_days
from journal.domain.own_total import own_total_of
from journal.domain.period import Period
from journal.domain.questionnaire import Questionnaire
from journal.domain.repository import Records
from journal.domain.scoring import ScoredResponse, scored
from journal.domain.trends import Timeline
from journal.questionnaire_files import shelf
from journal.ui.trends.choice import Choice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire and every time it was answered, oldest first."""

    questionnaire: Questionnaire
    entries: tuple[ScoredResponse, ...]


class Reading:
    """The records of one reading, and whatever was worked out of them: each thing once.

    Only the worker may ask it.
    """

    def __init__(self, records: Records, today: date) -> None:
        self.records = records
        self.today = today
        self._known: dict[Hashable, Any] = {}

    def once(self, about: Hashable, work: Callable[[], T]) -> T:
        """What `work` answers; what is known `about` it already is not worked out again."""
        if about not in self._known:
            self._known[about] = work()
        found: T = self._known[about]
        return found

    @property
    def whole(self) -> Period:
        """From the first entry to today."""
        return self.once("whole", lambda: trends.whole_journal(self.records, self.today))

    def scored(self, period: Period) -> tuple[Scale, ...]:
        """The scales with a score in `period`."""
        return self.once(
            ("scored", period),
            lambda: trends.scales_with_scores(self.records, period, self._rated(period)),
        )

    def fullest(self, period: Period) -> Scale:
        """The scale with most logged days in `period`."""
        return self.once(
            ("fullest", period),
            lambda: trends.fullest_scale(self.records, period, self._rated(period)),
        )

    def _rated(self, period: Period) -> trends.RatedDays:
        check_ins = self.records.check_ins
        return self.once(("rated", period), lambda: trends.rated_days(check_ins, period))

    def timeline(self, scale: Scale) -> Timeline:
        """A scale over the whole journal; the other questions take their day scores from it."""
        return self.once(
            ("timeline", scale), lambda: trends.timeline(self.records, scale, self.whole)
        )

    def around(self, scale: Scale, period: Period) -> AroundSessions:
        """A scale around the sessions of `period`; headline, picture and durations go by it."""
        scores = self.timeline(scale).scores
        return self.once(
            ("around", scale, period),
            lambda: around_sessions(self.records, scale, period, self.today, scores),
        )

    @property
    def noted(self) -> frozenset[date]:
        """The days with a note."""
        return self.once("noted", lambda: noted_days(self.records))

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The questionnaires with a total."""
        return self.once("answered", lambda: tuple(_answered(self.records)))


def _answered(records: Records) -> Iterator[Answered]:
    keys = {response.questionnaire for response in records.responses}
    known = {each.key: each for each in shelf().questionnaires}
    own = (own_total_of(key) for key in sorted(keys - known.keys()))
    for each in (*known.values(), *filter(None, own)):
        if each.key in keys:
            entries = scored(each, records.responses, records.sessions, records.settings)
            if any(entry.total is not None for entry in entries):
                yield Answered(each, entries)


@dataclass(frozen=True, slots=True)
class Look:
    """A reading, looked at as the person chose."""

    reading: Reading
    choice: Choice

    @property
    def records(self) -> Records:
        """Everything in the journal."""
        return self.reading.records

    @property
    def today(self) -> date:
        """The journal day it is."""
        return self.reading.today

    @property
    def period(self) -> Period:
        """The days of the chosen range."""
        return self.choice.range.period(self.reading.whole, self.today)

    @property
    def is_empty(self) -> bool:
        """Whether the whole journal has no score, no total and no ketamine session to draw."""
        has_session = any(session.counts for session in self.records.sessions)
        return not (self.has_scores or self.reading.answered or has_session)

    @property
    def has_scores(self) -> bool:
        """Whether any scale was ever rated."""
        return bool(self.reading.scored(self.reading.whole))

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The chosen scales by position, else the fullest of the period.

        Where the period is empty it is that of the whole journal.
        """
        chosen = tuple(s for s in self.records.scales if s.key in self.choice.scales)
        if chosen:
            return chosen
        reading, period = self.reading, self.period
        return (reading.fullest(period if reading.scored(period) else reading.whole),)

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The chosen questionnaires; all of them where there is nothing else over time."""
        wanted, every = self.choice.questionnaires, self.reading.answered
        if wanted is None:
            return () if self.has_scores else every
        return tuple(each for each in every if each.questionnaire.key in wanted)

    @property
    def scale(self) -> Scale:
        """The one scale of the questions that take one: the first of the chosen."""
        return self.scales[0]
