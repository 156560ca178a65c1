"""Diaries for days with and without something; days of January to March 2026 by their number."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from journal.domain.period import Period
from journal.domain.with_and_without import Thing, ThingKind, WithAndWithout, with_and_without
from tests.domain.diary import Diary, scale_of

MOOD = scale_of("mood")
HEADACHE = Thing(ThingKind.SIDE_EFFECT, "headache")
WALK = Thing(ThingKind.TAG, "walk", "walk")
SHORT_SLEEP = Thing(ThingKind.SHORT_SLEEP)


def day(number: int) -> date:
    """The `number`-th day, from 1."""
    return date(2026, 1, 1) + timedelta(number - 1)


PERIOD = Period(day(1), day(60))


def scored(*values: int) -> Diary:
    """One mood a day from day 1 on."""
    written = Diary()
    for number, value in enumerate(values, 1):
        written.score(day(number), value)
    return written


def tag(written: Diary, number: int, *tags: str) -> None:
    """Put tags on the check-in of a day."""
    written.check_ins[number - 1] = replace(written.check_ins[number - 1], tags=tags)


def headaches(written: Diary, having: Iterable[int], none: Iterable[int]) -> Diary:
    """A headache on some days, and "none today" on others."""
    for number in having:
        written.effect(day(number), "headache")
    for number in none:
        written.day(day(number), none=True)
    return written


def with_headache(written: Diary) -> WithAndWithout:
    """Mood on days with and without headache."""
    return with_and_without(written.records(), MOOD, HEADACHE, PERIOD)


def usual() -> WithAndWithout:
    """Five days with headache: 2, 3, 3, 4, 8; six without: 5 twice, 6 twice, 7 twice; two unasked.

    The medians are 3 and 6.
    """
    written = scored(2, 3, 3, 4, 8, 5, 5, 6, 6, 7, 7, 1, 1)
    return with_headache(headaches(written, range(1, 6), range(6, 12)))
