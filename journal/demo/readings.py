"""Blood pressure, pulse and oxygen around the demo patient's sessions."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from journal.domain.vitals import BEFORE, Vitals

AT_PEAK = 40
ON_LEAVING = 120
"""Minutes after a session's start."""

READINGS = (
    ((126, 80, 74, 98), (142, 90, 84, 97), (128, 82, 76, 98)),
    ((128, 82, 76, 98), (146, 92, 88, 96), (130, 84, 78, 98)),
    ((124, 80, 72, 98), (140, 90, 84, 97), (126, 80, 74, 98)),
    ((122, 78, 74, 99), (138, 88, 82, 97), (124, 80, 76, 98)),
    ((124, 78, 70, 98), (136, 88, 80, 97), (122, 78, 72, 98)),
    ((120, 78, 72, 98), (138, 86, 82, 98), (124, 80, 74, 98)),
    ((126, 82, 74, 98), (142, 90, 84, 96), (128, 82, 76, 97)),
    ((122, 80, 70, 98), (136, 86, 80, 97), (124, 80, 72, 98)),
    ((124, 80, 72, 97), (138, 88, 82, 96), (126, 82, 74, 98)),
    ((120, 76, 70, 98), (134, 86, 80, 97), (122, 78, 72, 98)),
    ((126, 80, 72, 98), (140, 88, 82, 97), (126, 80, 74, 98)),
    ((122, 78, 70, 98), (136, 86, 80, 97), (124, 78, 72, 98)),
)
"""At each session before, at the peak and on leaving: upper, lower, pulse and SpO2."""


def readings(number: int, start: datetime, now: datetime) -> Iterator[Vitals]:
    """What was measured by `now` at the session of this number, from 1."""
    before, peak, leaving = READINGS[number - 1]
    yield Vitals(BEFORE, *before)
    if start + timedelta(minutes=AT_PEAK) <= now:
        yield Vitals(AT_PEAK, *peak)
    if start + timedelta(minutes=ON_LEAVING) <= now:
        yield Vitals(ON_LEAVING, *leaving, leaving=True)
