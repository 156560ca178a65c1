"""Sentences about the journal: sessions, driving, what was saved, how much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal.i18n import _, format_date, format_number, format_time, ngettext

if TYPE_CHECKING:
    from datetime import date, datetime

    from journal.domain.safety import Driving
    from journal.domain.session import NumberedSession, TreatmentSession


def session_line(numbered: NumberedSession, today: date) -> str:
    """Where the last session stands: `Session 12 was today, 09:40–10:20`."""
    start = numbered.session.start
    words = {
        0: _("Session {number} was today, {time}"),
        1: _("Session {number} was yesterday, {time}"),
    }
    sentence = words.get((today - start.day).days, _("Session {number} was on {date}, {time}"))
    return sentence.format(
        number=numbered.number, date=format_date(start.day, "medium"), time=_clock(numbered.session)
    )


def _clock(session: TreatmentSession) -> str:
    start = format_time(session.start.local)
    if session.end is None:
        return start
    return f"{start}–{format_time(session.end.astimezone(ZoneInfo(session.start.zone)))}"


def driving_sentence(driving: Driving, zone: str) -> str:
    """The driving rule's fixed wording, times on the wall clock of `zone`."""
    if driving.daily_use or driving.earliest is None:
        return _("You take ketamine most days. Ask your prescriber if and when you may drive.")
    earliest = driving.earliest.astimezone(ZoneInfo(zone))
    when = f"{format_date(earliest.date(), 'medium')}, {format_time(earliest)}"
    if driving.if_planned is not None:
        opening = _("If you had your {time} session: no driving or machinery.").format(
            time=format_time(driving.if_planned.local)
        )
    else:
        opening = _("No driving or machinery.")
    rest = _(
        "At the earliest {when}, after a full night’s sleep, and not while you feel any effect. "
        "If your clinic says longer, follow that."
    ).format(when=when)
    end = "" if driving.end_entered else " " + _("The session’s end is not entered.")
    return f"{opening} {rest}{end}"


def saved_at(moment: datetime) -> str:
    """That everything entered so far is committed: `Saved 21:14`."""
    return _("Saved {time}").format(time=format_time(moment))


def count_check_ins(count: int) -> str:
    """`1,476 check-ins`."""
    return ngettext("{count} check-in", "{count} check-ins", count).format(
        count=format_number(count)
    )


def count_sessions(count: int) -> str:
    """`4 sessions`."""
    return ngettext("{count} session", "{count} sessions", count).format(count=format_number(count))


def count_side_effects(count: int) -> str:
    """`0 side effects`."""
    return ngettext("{count} side effect", "{count} side effects", count).format(
        count=format_number(count)
    )
