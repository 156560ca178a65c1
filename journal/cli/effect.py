"""`effect`: one side effect, with when it began and how long it lasted."""

import argparse

from journal import catalogue
from journal.cli.call import Call, entries_around
from journal.cli.numbers import whole_number
from journal.cli.output import say
from journal.domain.entry import DayEntries, put_side_effect
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment, moment_at
from journal.domain.repository import OpenJournal
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import (
    Duration,
    Lasted,
    Onset,
    Severity,
    SideEffect,
    nearby_session,
    onset_instant,
    session_of_onset,
)
from journal.i18n import _
from journal.wording import effect_name


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which effect, how strong, when it began, how long it lasted."""
    parser.add_argument("effect", metavar="EFFECT", help=_("a name such as nausea or headache"))
    parser.add_argument("--severity", metavar="WORD", help=", ".join(_severities()))
    parser.add_argument(
        "--at", metavar="DATETIME", help=_("when it began, local time, such as 2026-03-14T21:14")
    )
    parser.add_argument(
        "--onset-min",
        type=whole_number,
        metavar="N",
        help=_("how many minutes after the session’s start it began"),
    )
    parser.add_argument(
        "--lasted-min", type=whole_number, metavar="N", help=_("how many minutes it lasted")
    )


def run(call: Call) -> int:
    """Keep the side effect and say so."""
    asked = call.asked
    with call.journal(writer=True) as journal:
        noted, onset, session = _began(call, journal)
        stamp = call.stamp()
        lasted = asked.lasted_min
        effect = SideEffect(
            stamp.new_id(),
            noted,
            _severity(asked.severity),
            stamp.now,
            stamp.now,
            effect=_key(asked.effect),
            onset=onset,
            duration=None if lasted is None else Duration(Lasted.MINUTES, lasted),
            session_id=session.id if session else None,
        )
        entries = entries_around(journal, noted.day)
        journal.apply(put_side_effect(entries, None, effect, stamp))
    say(_("Saved: {what}").format(what=effect_name(effect)))
    return 0


def _began(
    call: Call, journal: OpenJournal
) -> tuple[Moment, Onset | None, TreatmentSession | None]:
    """The moment the effect is noted for, its onset where one is known, and its session."""
    asked, starts = call.asked, journal.settings().day_starts_at
    at = None if asked.at is None else call.moment(journal, asked.at)
    noted = at or call.moment(journal, None)
    entries: DayEntries = entries_around(journal, noted.day)
    if asked.onset_min is not None:
        session = session_of_onset(entries.sessions, at, noted.day)
        instant = onset_instant(session, asked.onset_min, at)
        return moment_at(instant, session.start.zone, starts), Onset(instant=instant), session
    onset = None if at is None else Onset(instant=at.instant)
    return noted, onset, nearby_session(entries.sessions, noted)


def _key(text: str) -> str:
    wanted = text.strip().casefold()
    for effect in catalogue.side_effects().effects:
        if wanted in (effect.key, _(effect.name).casefold()):
            return effect.key
    raise InvalidValue("effect", Problem.UNKNOWN)


def _severities() -> tuple[str, ...]:
    return tuple(severity.name.lower() for severity in Severity)


def _severity(text: str | None) -> Severity | None:
    if text is None:
        return None
    try:
        return Severity[text.strip().upper()]
    except KeyError:
        raise InvalidValue("severity", Problem.UNKNOWN) from None
