"""What is seen of a journal before it is open."""

from dataclasses import dataclass
from datetime import time

from journal.domain.checkin import Scale
from journal.domain.day_entries import DayEntries


@dataclass(frozen=True, slots=True)
class Glance:
    """Today as it is kept, and the scales that are asked; `entries` has no sessions yet."""

    day_starts_at: time
    scales: tuple[Scale, ...]
    entries: DayEntries
    is_bipolar: bool
