"""`session`: one treatment session, done or planned."""

import argparse
from datetime import datetime, timedelta

from journal.cli.call import Call, known
from journal.cli.numbers import number, whole_number
from journal.cli.output import say
from journal.domain.edit import Edit, Stamp
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import Moment
from journal.domain.session import (
    LONGEST_SESSION,
    Route,
    SessionState,
    Setting,
    Treatment,
    TreatmentSession,
    check_session,
    parse_dose,
    usual_route,
)
from journal.i18n import _
from journal.wording import treatment_name

LONGEST_MINUTES = LONGEST_SESSION // timedelta(minutes=1)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Start, treatment, and what else is known."""
    parser.add_argument(
        "--at",
        required=True,
        metavar="DATETIME",
        help=_("its start, local time, such as 2026-03-10T09:40"),
    )
    parser.add_argument(
        "--treatment", required=True, metavar="TREATMENT", help=", ".join(Treatment)
    )
    parser.add_argument("--name", default="", help=_("what another treatment is called"))
    parser.add_argument("--route", help=", ".join(Route))
    parser.add_argument("--dose", help=_("such as 35 mg, 0.5 mg/kg or 2 devices"))
    parser.add_argument(
        "--minutes", type=whole_number, metavar="N", help=_("how long it took, in minutes")
    )
    parser.add_argument("--weight-kg", type=number, metavar="N", help=_("body weight in kg"))
    parser.add_argument("--setting", metavar="PLACE", help=", ".join(Setting))
    parser.add_argument("--provider", default="", metavar="NAME", help=_("who gave it"))
    parser.add_argument("--note", default="", metavar="TEXT", help=_("a note"))
    parser.add_argument("--no-side-effects", action="store_true", help=_("none were felt"))
    parser.add_argument("--planned", action="store_true", help=_("it has not taken place yet"))


def run(call: Call) -> int:
    """Keep the session and say so."""
    with call.journal(writer=True) as journal:
        stamp = call.stamp()
        session = _session(call.asked, call.moment(journal, call.asked.at), stamp)
        check_session(session, stamp.now)
        journal.apply((Edit(None, session),))
    say(_("Saved: {what}").format(what=treatment_name(session)))
    return 0


def _session(asked: argparse.Namespace, start: Moment, stamp: Stamp) -> TreatmentSession:
    treatment = known(Treatment, "treatment", asked.treatment)
    return TreatmentSession(
        stamp.new_id(),
        start,
        treatment,
        known(Route, "route", asked.route) if asked.route else usual_route(treatment),
        SessionState.PLANNED if asked.planned else SessionState.DONE,
        stamp.now,
        stamp.now,
        end=_end(start, asked.minutes),
        treatment_name=asked.name,
        dose=None if asked.dose is None else parse_dose(asked.dose),
        body_weight_kg=asked.weight_kg,
        setting=known(Setting, "setting", asked.setting) if asked.setting else None,
        provider=asked.provider,
        no_side_effects=asked.no_side_effects,
        note=asked.note,
    )


def _end(start: Moment, minutes: int | None) -> datetime | None:
    if minutes is None:
        return None
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise InvalidValue("minutes", Problem.OFF_SCALE, {"low": 1, "high": LONGEST_MINUTES})
    return start.instant + timedelta(minutes=minutes)
