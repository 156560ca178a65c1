"""Which days around a session are its own, and which sessions can be laid over one another.

The rules are the clinical reference's, Counting rules: Around a session.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.domain.dosing_rhythm import WEEKLY_FROM, WEEKLY_TO, Rhythm
from journal.domain.stretches import Course

UNDER_DAYS_APART = 8
"""Sessions closer than this belong to one course, such as an induction."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The days that a rhythm is looked at in, `first` to `last`, counted from the session.

    A session needs `since` days since the one before, and `until_next` to the next one or
    `until_today` to today.
    """

    first: int
    last: int
    since: int
    until_next: int
    until_today: int


FRAMES = {
    Rhythm.SPACED: Frame(-3, 14, since=7, until_next=14, until_today=14),
    # 5 free days before and 6 after: the session days themselves are not free.
    Rhythm.WEEKLY: Frame(-1, 6, since=6, until_next=7, until_today=6),
}
"""With sessions closer together than weekly no days are compared."""


@dataclass(frozen=True, slots=True)
class SessionWindow:
    """A session, and how many days lie between it and its neighbours.

    `since` is None for the first session. `until` counts to the next session or, where `next_came`
    is false, to today.
    """

    number: int
    day: date
    since: int | None
    until: int
    next_came: bool

    def is_free_before(self, frame: Frame) -> bool:
        """Whether the session before lies far enough back."""
        return self.since is None or self.since >= frame.since

    def is_free_after(self, frame: Frame) -> bool:
        """Whether the days after it have passed without another session."""
        return self.until >= (frame.until_next if self.next_came else frame.until_today)


def windows(sessions: Course, today: date) -> tuple[SessionWindow, ...]:
    """All ketamine sessions with the days to their neighbours, oldest first."""
    days = [one.session.start.day for one in sessions.sessions]
    return tuple(
        SessionWindow(
            number=place + 1,
            day=day,
            since=(day - days[place - 1]).days if place else None,
            until=((days[place + 1] if place + 1 < len(days) else today) - day).days,
            next_came=place + 1 < len(days),
        )
        for place, day in enumerate(days)
    )


def comparable(found: Sequence[SessionWindow], rhythm: Rhythm) -> Iterator[SessionWindow]:
    """The sessions with enough free days before them, those of a course left out.

    In a weekly rhythm sessions of other times, with no neighbour within 9 days, are left out too.
    """
    frame = FRAMES.get(rhythm)
    if frame is None:
        return
    of_courses = {window.number for course in courses(found, rhythm) for window in course}
    for window in found:
        fits = rhythm is Rhythm.SPACED or _is_weekly(window)
        if fits and window.number not in of_courses and window.is_free_before(frame):
            yield window


def _is_weekly(window: SessionWindow) -> bool:
    near_before = window.since is not None and window.since <= WEEKLY_TO
    return near_before or (window.next_came and window.until <= WEEKLY_TO)


def courses(
    found: Sequence[SessionWindow], rhythm: Rhythm
) -> tuple[tuple[SessionWindow, ...], ...]:
    """The runs of two and more sessions under 8 days apart, oldest first.

    Weekly sessions have a picture of their own, so in that rhythm a course's are closer still.
    """
    apart = WEEKLY_FROM if rhythm is Rhythm.WEEKLY else UNDER_DAYS_APART
    runs: list[list[SessionWindow]] = []
    for window in found:
        if window.since is not None and window.since < apart:
            runs[-1].append(window)
        else:
            runs.append([window])
    return tuple(tuple(run) for run in runs if len(run) > 1)


def is_over(course: Sequence[SessionWindow]) -> bool:
    """Whether no further session can belong to it."""
    return course[-1].next_came or course[-1].until >= UNDER_DAYS_APART
