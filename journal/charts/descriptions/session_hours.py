"""The hours around sessions as a text alternative, a legend, and the numbers behind them."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.session_hours import HourScore, Phase, PhaseScores, SessionHours
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.around_sessions import hours_sentence, phase_name
from journal.wording.scales import scale_ends, scale_name


def describe(result: SessionHours) -> str:
    """The picture in whole sentences, each part of the hours with its count."""
    return " ".join(_sentences(result))


def _sentences(result: SessionHours) -> Iterator[str]:
    yield hours_sentence(result)
    if not result.is_shown:
        return
    yield _("Scale: {ends}.").format(ends=scale_ends(result.scale, bipolar=result.bipolar))
    yield _("Scores: {parts}.").format(parts=", ".join(map(_counted, result.phases)))
    if result.ends_assumed:
        yield ngettext(
            "Of {count} session the end is not entered; its usual length is taken.",
            "Of {count} sessions the end is not entered; their usual length is taken.",
            result.ends_assumed,
        ).format(count=format_number(result.ends_assumed))


def _counted(part: PhaseScores) -> str:
    return _("{phase} {count}").format(phase=phase_name(part.phase), count=part.count)


def legend(result: SessionHours) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(result))


def _legend(result: SessionHours) -> Iterator[str]:
    if not result.is_shown:
        return
    yield scale_ends(result.scale, bipolar=result.bipolar)
    yield _("hours after the session’s end")
    yield _("a dot is a score")
    if any(score.phase is Phase.DURING for score in result.scores):
        yield _("hollow: during drug effect, in no other number")
    if any(part.median is not None for part in result.phases):
        yield _("thick: median")


def numbers(result: SessionHours) -> NumbersTable:
    """A row for each score, by session."""
    return NumbersTable(
        _("{scale} in the hours around sessions, {ends}").format(
            scale=scale_name(result.scale), ends=scale_ends(result.scale, bipolar=result.bipolar)
        ),
        (_("Session"), _("Date"), _("Hours after the end"), _("Part"), _("Score")),
        tuple(_row(score) for score in result.scores),
    )


def _row(score: HourScore) -> tuple[str, ...]:
    hours = "" if score.hours is None else format_number(score.hours).replace("-", "−")
    return (
        str(score.session),
        format_date(score.day),
        hours,
        phase_name(score.phase),
        format_number(score.value),
    )
