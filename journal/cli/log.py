"""`log`: one check-in, with any scores, tags and a note."""

import argparse

from journal.cli.call import AT_HELP, Call, entries_around
from journal.cli.numbers import decimal_number, named_number, whole_number
from journal.cli.output import say
from journal.cli.refusal import Usage
from journal.domain.checkin import SLEEP_HOURS, STANDARD_SCALES, CheckIn, Scale
from journal.domain.entry import new_check_in
from journal.domain.errors import InvalidValue, Problem
from journal.i18n import _
from journal.wording import scale_name

Scores = dict[Scale, float]


def add_options(parser: argparse.ArgumentParser) -> None:
    """One option for each standard scale, and one for the person's own."""
    for scale in STANDARD_SCALES:
        parser.add_argument(
            f"--{scale.key}",
            dest=scale.key,
            type=decimal_number if scale.key == SLEEP_HOURS else whole_number,
            metavar="N",
            help=_("from {low} to {high}").format(low=scale.low, high=scale.high),
        )
    parser.add_argument(
        "--score",
        type=named_number,
        action="append",
        default=[],
        metavar="NAME=N",
        help=_("a score on a scale of your own; may be repeated"),
    )
    parser.add_argument("--at", metavar="DATETIME", help=_(AT_HELP))
    parser.add_argument(
        "--note", default="", metavar="TEXT", help=_("private unless shared in the window")
    )
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TEXT", help=_("a tag; may be repeated")
    )


def run(call: Call) -> int:
    """Keep the check-in and say what was saved."""
    asked = call.asked
    _refuse_nothing(asked)
    with call.journal(writer=True) as journal:
        stamp, moment = call.stamp(), call.moment(journal, asked.at)
        scores = _scores(asked, journal.scales.all())
        written = CheckIn(
            stamp.new_id(), moment, stamp.now, stamp.now, (), _tags(asked), asked.note
        )
        entries = entries_around(journal, moment.day)
        # None where the same sleep was kept before.
        if edits := new_check_in(entries, scores.items(), written, stamp):
            journal.apply(edits)
    say(_("Saved: {what}").format(what=_words(scores) or _("the entry")))
    return 0


def _refuse_nothing(asked: argparse.Namespace) -> None:
    rated = any(getattr(asked, scale.key) is not None for scale in STANDARD_SCALES)
    if not (rated or asked.score or _tags(asked) or asked.note.strip()):
        raise Usage(_("There is nothing to keep: give a score, a tag or a note, such as --mood 7"))


def _tags(asked: argparse.Namespace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.strip() for tag in asked.tag if tag.strip()))


def _scores(asked: argparse.Namespace, scales: tuple[Scale, ...]) -> Scores:
    """Each scale once; of two scores on one scale the last counts, and `--score` over the rest."""
    standard = {scale.key for scale in STANDARD_SCALES}
    scores: Scores = {
        scale: value
        for scale in scales
        if scale.key in standard and (value := getattr(asked, scale.key)) is not None
    }
    return scores | {_named(scales, name): value for name, value in asked.score}


def _named(scales: tuple[Scale, ...], name: str) -> Scale:
    for scale in scales:
        if name.casefold() in (scale.key, scale_name(scale).casefold()):
            return scale
    raise InvalidValue("scale", Problem.UNKNOWN)


def _words(scores: Scores) -> str:
    return ", ".join(f"{scale_name(scale)} {value:g}" for scale, value in scores.items())
