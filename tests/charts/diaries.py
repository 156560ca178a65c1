"""A timeline with one of everything that can be drawn, of which every number is known."""

from datetime import date, timedelta

from journal.domain import trends
from journal.domain.checkin import MOOD
from journal.domain.period import Period
from journal.domain.session import Treatment
from journal.domain.trends import Timeline
from tests.domain.diary import Diary, at, scale_of

FIRST = date(2026, 1, 1)
WEEKS = Period(FIRST, date(2026, 2, 9))
MOOD_SCALE = scale_of(MOOD)


def day(number: int) -> date:
    """The `number`-th day of the diary, from 1."""
    return FIRST + timedelta(number - 1)


def diary() -> Diary:
    """Forty days: sessions on the 10th, 13th and 30th, psychotherapy on the 20th, one gap."""
    written = Diary()
    for number in (10, 13, 30):
        written.session(day(number))
        written.score(day(number), 3, hour=9)
        written.score(day(number), 8)
    written.session(day(20), treatment=Treatment.PSYCHOTHERAPY)
    for number in (*range(1, 10), 11, 12, *range(14, 23), *range(26, 30), *range(31, 41)):
        written.score(day(number), 3 + number * 7 % 5)
    written.score(day(5), 9, hour=9)
    later = at(day(40), 12).instant
    written.check_ins = [
        check_in for check_in in written.check_ins if check_in.moment.day not in (day(17), day(35))
    ]
    written.score(day(17), 6, written=later)
    written.score(day(35), 5, source="Daylio")
    return written


def mood(period: Period = WEEKS) -> Timeline:
    """The diary's mood."""
    return trends.timeline(diary().records(), MOOD_SCALE, period)


def nothing(period: Period = WEEKS) -> Timeline:
    """A period of the same diary on a scale that was never rated."""
    return trends.timeline(diary().records(), scale_of("anxiety"), period)
