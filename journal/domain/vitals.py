"""Blood pressure, pulse and oxygen measured around a session."""

from dataclasses import dataclass

from journal.domain.errors import InvalidValue, Problem

PRESETS = (None, 15, 30, 40, 60, 90)
"""Minutes after the start that are offered; None is "before". Leaving has a preset of its own."""

BEFORE = -1
"""Stands for "before" where nobody said how many minutes."""

EARLIEST_MINUTES = -24 * 60
LATEST_MINUTES = 14 * 24 * 60

LIKELY = {
    "systolic": (60, 260),
    "diastolic": (30, 160),
    "pulse": (30, 220),
    "spo2": (60, 100),
}
"""Outside these a reading is questioned: it is more often a slip than a measurement."""

VERY_HIGH = (180, 120)
"""From here on the pressure is very high; upper and lower, either counts (clinical reference)."""

HIGH_BEFORE = (140, 90)
"""Above these, before a session, whoever gives the treatment is told; either counts."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """One reading; `minutes` counts from the session's start, below zero is before it.

    Blood pressure in mmHg, pulse in beats a minute, SpO2 in percent; each may be missing.
    `leaving` marks the last reading before going home; `confirmed` an unlikely one that was
    asked about and stands.
    """

    minutes: int
    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    spo2: int | None = None
    leaving: bool = False
    confirmed: bool = False

    @property
    def is_before(self) -> bool:
        """Whether it was measured before the session began."""
        return self.minutes < 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured."""
        return self.systolic is self.diastolic is self.pulse is self.spo2 is None


def unlikely(reading: Vitals) -> tuple[str, ...]:
    """The fields of a reading to question before it is kept: out of range, or 12/80 and 80/120."""
    fields = [
        name
        for name, (low, high) in LIKELY.items()
        if (value := getattr(reading, name)) is not None and not low <= value <= high
    ]
    upper, lower = reading.systolic, reading.diastolic
    if upper is not None and lower is not None and upper <= lower and "systolic" not in fields:
        fields.append("systolic")
    return tuple(fields)


def is_very_high(reading: Vitals) -> bool:
    """Whether the upper pressure is 180 or more, or the lower 120 or more."""
    upper, lower = VERY_HIGH
    return (reading.systolic or 0) >= upper or (reading.diastolic or 0) >= lower


def is_high_before(reading: Vitals) -> bool:
    """Whether, before a session, the upper pressure is over 140 or the lower over 90."""
    upper, lower = HIGH_BEFORE
    above = (reading.systolic or 0) > upper or (reading.diastolic or 0) > lower
    return reading.is_before and above


def check_vitals(reading: Vitals) -> None:
    """Raise InvalidValue for a reading below zero, empty, or far away from its session."""
    if reading.is_empty:
        raise InvalidValue("vitals", Problem.MISSING)
    if not EARLIEST_MINUTES <= reading.minutes <= LATEST_MINUTES:
        raise InvalidValue(
            "vitals", Problem.OFF_SCALE, {"low": EARLIEST_MINUTES, "high": LATEST_MINUTES}
        )
    for name in LIKELY:
        value = getattr(reading, name)
        if value is not None and value < 0:
            raise InvalidValue(name, Problem.BELOW_ZERO)
