"""Elevated mood with little need for sleep on two successive days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal.domain.checkin import ELEVATED_MOOD
from journal.domain.day_scores import day_scores
from journal.domain.period import Period, last_days
from journal.domain.repository import Records
from journal.domain.safety.finding import NO, Finding, FindingKind
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.stretches import course

ELEVATED_FROM = 5
LITTLE_SLEEP_HOURS = 5
"""Elevated mood of 5 or more with under 5 hours of sleep, on two successive logged days."""

ASKED_WITHIN = 7
"""Days, today among them, in which the second of the two days leads to the question."""


@dataclass(frozen=True, slots=True)
class SleepAndMood:
    """Day scores of elevated mood (of a session day the higher part), and hours slept."""

    elevated: Mapping[date, float]
    slept: Mapping[date, float]

    @property
    def both(self) -> list[date]:
        """The days on which both are logged, oldest first."""
        return sorted(self.elevated.keys() & self.slept.keys())

    def within(self, period: Period) -> "SleepAndMood":
        """The days of a period only."""
        return SleepAndMood(
            {day: value for day, value in self.elevated.items() if day in period},
            {day: value for day, value in self.slept.items() if day in period},
        )


def sleep_and_mood(records: Records, period: Period) -> SleepAndMood:
    """What is logged of the two in a period."""
    scale = next((each for each in records.scales if each.key == ELEVATED_MOOD), None)
    elevated: dict[date, float] = {}
    if scale is not None:
        for score in day_scores(records, scale, period, course(records.sessions)):
            elevated[score.day] = max(score.value, elevated.get(score.day, score.value))
    slept = {
        record.day: record.sleep_hours
        for record in records.days
        if record.sleep_hours is not None and record.day in period
    }
    return SleepAndMood(elevated, slept)


def little_sleep_days(logged: SleepAndMood) -> tuple[date, ...]:
    """The days of elevated mood 5 or more and under 5 h sleep that come in successive pairs.

    Successive means that no day with both values logged lies between them.
    """
    both = logged.both
    striking = {
        day
        for day in both
        if logged.elevated[day] >= ELEVATED_FROM and logged.slept[day] < LITTLE_SLEEP_HOURS
    }
    pairs = [pair for pair in pairwise(both) if striking.issuperset(pair)]
    return tuple(sorted({day for pair in pairs for day in pair}))


def days_to_ask_about(records: Records, today: date) -> tuple[date, ...]:
    """The days for which "Were you tired?" is to be asked today; empty where nothing is to ask.

    An answer stands for all days up to its own: only a pair after it asks again.
    """
    answered = max((answer.moment.day for answer in _tired(records)), default=date.min)
    if answered >= today:
        return ()
    # The first day of a pair may lie before the week in which its second day is asked about.
    reach = last_days(2 * ASKED_WITHIN, today)
    period = Period(max(reach.first, answered + timedelta(1)), today)
    days = little_sleep_days(sleep_and_mood(records, period))
    return days if days and days[-1] in last_days(ASKED_WITHIN, today) else ()


def little_sleep(records: Records, period: Period) -> Iterator[Finding]:
    """A finding on every day of the period where "Were you tired?" was answered with no.

    The days it was about have to stand still: a corrected slip leaves none.
    """
    for asked, answer in _with_days_asked_about(records):
        is_no = answer.moment.day in period and answer.answers == (NO,)
        if is_no and little_sleep_days(sleep_and_mood(records, asked)):
            yield Finding(FindingKind.LITTLE_SLEEP, answer.moment.day, answer.id)


def explained_days(records: Records) -> frozenset[date]:
    """The days for which "Were you tired?" was answered with yes."""
    return frozenset(
        day
        for asked, answer in _with_days_asked_about(records)
        if answer.answers != (NO,)
        for day in asked.days()
    )


def _with_days_asked_about(records: Records) -> Iterator[tuple[Period, SafetyAnswer]]:
    settled = date.min
    for answer in _tired(records):
        day = answer.moment.day
        first = max(settled, last_days(2 * ASKED_WITHIN, day).first)
        if first <= day:
            yield Period(first, day), answer
        settled = day + timedelta(1)


def _tired(records: Records) -> list[SafetyAnswer]:
    tired = [a for a in records.safety_answers if a.question is SafetyQuestion.TIRED]
    return sorted(tired, key=lambda answer: answer.moment)
