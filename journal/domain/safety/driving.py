"""The driving rule: when the last ketamine was taken, and when it is too often to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.domain.period import Moment, last_days
from journal.domain.session import SessionState, TreatmentSession

NO_DRIVING_FOR = timedelta(hours=24)
"""Counted from the end of a session; a night's sleep comes on top (clinical reference, Driving)."""

DAILY_USE_DAYS = 10
"""Ketamine on this many of the last 14 journal days counts as daily use."""


@dataclass(frozen=True, slots=True)
class Driving:
    """Why the person should not drive now; never that driving is safe.

    `earliest` (UTC) is 24 hours after the session's end, and still needs a night's sleep.
    Without `end_entered` the end is the start plus the treatment's usual minutes. `if_planned` is
    the start of a planned session whose time has come: nobody has said yet that it took place.
    With `daily_use` there is no moment at all, only the advice to ask.
    """

    earliest: datetime | None
    end_entered: bool
    if_planned: Moment | None
    daily_use: bool


def driving(sessions: Iterable[TreatmentSession], now: datetime, today: date) -> Driving | None:
    """What to say about driving at `now`, or None where the last session lies long enough back."""
    sessions = [session for session in sessions if session.treatment.is_ketamine]
    if is_daily_use(sessions, today):
        return Driving(None, end_entered=True, if_planned=None, daily_use=True)
    last = max(
        (session for session in sessions if session.is_done or _may_have_begun(session, now)),
        key=lambda session: session.assumed_end,
        default=None,
    )
    if last is None or last.assumed_end + NO_DRIVING_FOR <= now:
        return None
    return Driving(
        last.assumed_end + NO_DRIVING_FOR,
        end_entered=last.end is not None,
        if_planned=None if last.is_done else last.start,
        daily_use=False,
    )


def is_daily_use(sessions: Iterable[TreatmentSession], today: date) -> bool:
    """Whether ketamine was taken on at least 10 of the 14 journal days that end with `today`."""
    fortnight = last_days(14, today)
    days = {session.start.day for session in sessions if session.counts}
    return sum(day in fortnight for day in days) >= DAILY_USE_DAYS


def _may_have_begun(session: TreatmentSession, now: datetime) -> bool:
    return session.state is SessionState.PLANNED and session.start.instant <= now
