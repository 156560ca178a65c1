from dataclasses import replace
from datetime import date, timedelta

from journal.domain.nights import Nights, Sleep, slept
from journal.domain.period import last_days
from tests.domain.diary import Diary

TODAY = date(2026, 3, 10)


def test_the_middle_and_both_ends_of_the_nights_entered() -> None:
    """6, 7, 7.5 and 9 hours: (7 + 7.5) / 2 in the middle; 12 h lie before the period."""
    diary = Diary()
    for ago, hours in ((1, 7.5), (2, 6), (3, None), (5, 9), (6, 7), (7, 12)):
        diary.day(TODAY - timedelta(ago), slept=hours)
    diary.days[0] = replace(diary.days[0], sleep_quality=4)
    found = slept(diary.records().days, last_days(7, TODAY))
    assert found == Sleep(Nights(4, 7.25, 6, 9), Nights(1, 4, 4, 4))


def test_nothing_entered_is_nothing() -> None:
    assert slept((), last_days(7, TODAY)) == Sleep(None, None)
