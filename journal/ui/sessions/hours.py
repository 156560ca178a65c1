"""Mood before a session and in the hours after it, tied to it by time alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from journal.domain.checkin import MOOD, CheckIn, Scale
from journal.domain.day_scores import before
from journal.domain.period import Moment
from journal.domain.repository import OpenJournal, Records
from journal.domain.session import TreatmentSession
from journal.i18n import _
from journal.wording import scale_name
from journal.wording.treatment import after_start, score_line

DAYS_BEFORE = 2


@dataclass(frozen=True, slots=True)
class LaterScore:
    """One score after a session's start, up to the end of the next journal day."""

    moment: Moment
    value: int
    during_effect: bool


@dataclass(frozen=True, slots=True)
class HoursAround:
    """The scores around a session on one scale, named `scale`; `before` is None if not logged."""

    scale: str = ""
    before: int | None = None
    after: tuple[LaterScore, ...] = ()


ReadHours = Callable[[TreatmentSession], HoursAround]


def read_hours(journal: OpenJournal, session: TreatmentSession, key: str = MOOD) -> HoursAround:
    """What was logged around a session that may not be saved yet, as the counting rules have it.

    Scores from the start of the next ketamine session on belong to that one.
    """
    scale = next((each for each in journal.scales.all() if each.key == key), None)
    if scale is None:
        return HoursAround()
    day = session.start.day
    check_ins = journal.check_ins.between(day - timedelta(DAYS_BEFORE), day + timedelta(1))
    others = [other for other in journal.sessions.between() if other.id != session.id]
    records = Records(check_ins, (), (*others, session), (), (scale,), journal.settings())
    return HoursAround(
        scale_name(scale),
        before(records, session, scale),
        _after(check_ins, session, [other for other in others if other.counts], scale),
    )


def _after(
    check_ins: tuple[CheckIn, ...],
    session: TreatmentSession,
    others: list[TreatmentSession],
    scale: Scale,
) -> tuple[LaterScore, ...]:
    start = session.start.instant
    later = [other.start.instant for other in others if other.start.instant > start]
    ended = min(later, default=None)
    return tuple(
        LaterScore(check_in.moment, value, check_in.moment.instant < session.effect_ends)
        for check_in in sorted(check_ins, key=lambda each: each.moment.instant)
        if (value := check_in.value(scale.key)) is not None
        and check_in.moment.instant >= start
        and (ended is None or check_in.moment.instant < ended)
    )


def hours_lines(hours: HoursAround, session: TreatmentSession) -> tuple[str, ...]:
    """The scores in words, one line each; a score during the drug effect says so."""
    lines = [] if hours.before is None else [_("Before · {value}").format(value=hours.before)]
    return (*lines, *(_later_line(score, session) for score in hours.after))


def _later_line(score: LaterScore, session: TreatmentSession) -> str:
    if score.moment.day != session.start.day:
        place = _("Next day")
    else:
        since = score.moment.instant - session.start.instant
        place = after_start(round(since / timedelta(minutes=1)))
    line = score_line(place, score.moment.local, score.value)
    if score.during_effect and session.treatment.is_ketamine:
        return _("{score} (during the drug effect)").format(score=line)
    return line
