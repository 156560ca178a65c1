"""The page's own sentences: how many sessions there were, which comes next, and when."""

from collections.abc import Collection
from datetime import date, datetime

from journal.domain.period import Moment
from journal.domain.session import TreatmentSession, numbered
from journal.i18n import _, format_date, format_time, ngettext
from journal.wording import treatment_name
from journal.wording.treatment import weekday_name

YEAR_IS_CLEAR_FOR = 300
"""Days to either side of today within which a date needs no year."""


def when(start: Moment, today: date) -> str:
    """A start for a table: `Tue 10 Mar · 09:40`, with the year where it is long ago."""
    local = start.local
    far = abs((today - local.date()).days) > YEAR_IS_CLEAR_FOR
    shape = _("{weekday} {date} {year} · {time}") if far else _("{weekday} {date} · {time}")
    return shape.format(
        weekday=weekday_name(local.weekday(), short=True),
        date=format_date(local.date(), "short"),
        year=local.year,
        time=format_time(local),
    )


def full_when(start: Moment) -> str:
    """A start in full: `Tuesday, 7 April, 10:00`."""
    local = start.local
    return _("{date}, {time}").format(
        date=format_date(local.date(), "weekday"), time=format_time(local)
    )


def state_sentence(sessions: Collection[TreatmentSession], today: date) -> str:
    """How many sessions there were and when the last one was; ketamine alone, if there is any."""
    ketamine = [counted.session for counted in numbered(sessions)]
    done = ketamine or sorted(
        (s for s in sessions if s.is_done), key=lambda session: session.start.instant
    )
    if not done:
        return ""
    last = _ago((today - done[-1].start.day).days)
    if len(done) == 1:
        return _("1 session  ·  {ago}").format(ago=last)
    return _("{count} sessions since {date}  ·  last one {ago}").format(
        count=len(done), date=format_date(done[0].start.day), ago=last
    )


def _ago(days: int) -> str:
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def planned_heading(session: TreatmentSession, now: datetime) -> str:
    """Which planned session comes next, or what a passed one was planned for."""
    passed = session.start.instant <= now
    shape = _("Planned for {when}") if passed else _("Next: {when}")
    return shape.format(when=full_when(session.start))


def planned_details(session: TreatmentSession, now: datetime, today: date) -> str:
    """`IV ketamine · Riverside Clinic · in 28 days`."""
    parts = [treatment_name(session), session.provider]
    if session.start.instant > now:
        parts.append(_ahead((session.start.day - today).days))
    return " · ".join(part for part in parts if part)


def _ahead(days: int) -> str:
    if days <= 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return ngettext("in {count} day", "in {count} days", days).format(count=days)
