"""The words about side effects by session: what was reported of what was asked, no causes."""

from collections.abc import Iterator

from journal.domain.side_effect import Lasted
from journal.domain.side_effect_matrix import Began, EffectRow, Felt, Onsets, SideEffectMatrix
from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.wording.names import (
    duration_text,
    effect_inside,
    effect_name,
    minutes_text,
    severity_name,
)

MOST_NAMED = 3
MOST_TIMED = 5

_FELT = {
    Felt.NOT_ASKED: N_("not asked"),
    Felt.NONE: N_("none"),
    Felt.NOT_RATED: N_("strength not entered"),
    Felt.MILD: N_("mild"),
    Felt.MODERATE: N_("moderate"),
    Felt.SEVERE: N_("severe"),
}


def felt_word(felt: Felt) -> str:
    """What is known of one effect at one session."""
    return _(_FELT[felt])


def side_effect_headline(matrix: SideEffectMatrix) -> str:
    """What stands above the matrix: the most frequent effects, and what lasted beyond a day."""
    if not matrix.asked:
        return nothing_answered(matrix)
    sentences = [_most_frequent(matrix) if matrix.rows else none_reported(matrix)]
    sentences += [_not_asked(matrix)] if matrix.asked < len(matrix.sessions) else []
    sentences += [long_sentence(matrix)] if matrix.rows else []
    return " ".join(sentences)


def nothing_answered(matrix: SideEffectMatrix) -> str:
    """What is missing where no session was asked about side effects."""
    count = len(matrix.sessions)
    if not count:
        return _("No ketamine session took place in this time.")
    return ngettext(
        "Nothing is entered about side effects for this session, not even “none”.",
        "Nothing is entered about side effects for these {count} sessions, not even “none”.",
        count,
    ).format(count=format_number(count))


def none_reported(matrix: SideEffectMatrix) -> str:
    """That the answer was always "none", how often it was asked, and when last."""
    return ngettext(
        "No side effects were reported (asked for {count} session, last on {day}).",
        "No side effects were reported (asked for {count} sessions, last on {day}).",
        matrix.asked,
    ).format(
        count=format_number(matrix.asked),
        day=format_date(matrix.last_asked) if matrix.last_asked else "",
    )


def _most_frequent(matrix: SideEffectMatrix) -> str:
    named = [
        _("{effect} {count}").format(
            effect=effect_inside(row.summary.example), count=format_number(row.summary.affected)
        )
        for row in matrix.rows[:MOST_NAMED]
    ]
    return ngettext(
        "Reported most often, of {count} session with an answer: {effects}.",
        "Reported most often, of {count} sessions with an answer: {effects}.",
        matrix.asked,
    ).format(count=format_number(matrix.asked), effects=", ".join(named))


def _not_asked(matrix: SideEffectMatrix) -> str:
    count = len(matrix.sessions) - matrix.asked
    return ngettext(
        "{count} more session has no answer.",
        "{count} more sessions have no answer.",
        count,
    ).format(count=format_number(count))


def long_sentence(matrix: SideEffectMatrix) -> str:
    """After how many sessions anything lasted beyond a day, and how many durations say so."""
    count = matrix.sessions_over_a_day
    if not count:
        return f"{_('No duration longer than 24 h was entered.')} {_timed(matrix)}"
    sentence = ngettext(
        "Something lasted longer than 24 h after {count} session: {effects}.",
        "Something lasted longer than 24 h after {count} sessions: {effects}.",
        count,
    ).format(count=format_number(count), effects=_long_effects(matrix))
    return f"{sentence} {_timed(matrix)}"


def _long_effects(matrix: SideEffectMatrix) -> str:
    """The latest of them first, and how many more there are."""
    named = [
        _("{effect} after session {number}").format(effect=effect, number=number)
        for effect, number in dict.fromkeys(
            (effect_inside(long.effect), long.number) for long in reversed(matrix.over_a_day)
        )
    ]
    rest = len(named) - MOST_NAMED
    if rest <= 0:
        return ", ".join(named)
    more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    return f"{', '.join(named[:MOST_NAMED])} {more}"


def _timed(matrix: SideEffectMatrix) -> str:
    return ngettext(
        "How long it lasted is entered for {timed} of {count} report.",
        "How long they lasted is entered for {timed} of {count} reports.",
        matrix.reported,
    ).format(timed=format_number(matrix.timed), count=format_number(matrix.reported))


def usual_times(matrix: SideEffectMatrix) -> str:
    """When the most frequent effects usually began and how long they lasted; each with its count.

    Empty where neither was ever entered.
    """
    timed = [row for row in matrix.rows if row.onsets is not None or row.summary.usual is not None]
    if not timed:
        return ""
    told = [_times(row) for row in timed[:MOST_TIMED]]
    rest = len(timed) - MOST_TIMED
    if rest > 0:
        more = ngettext("{count} more as table", "{count} more as table", rest)
        told.append(more.format(count=format_number(rest)))
    return _("Usually (and how often that was entered): {effects}").format(effects=" · ".join(told))


def _times(row: EffectRow) -> str:
    onsets, summary = row.onsets, row.summary
    began = lasted = ""
    if onsets is not None:
        began = _("began {onset} ({count})").format(
            onset=onset_text(onsets.usual), count=format_number(onsets.count)
        )
    if summary.usual is not None:
        is_open = summary.usual.lasted is Lasted.STILL_THERE
        words = _("{duration} ({count})") if is_open else _("lasted {duration} ({count})")
        lasted = words.format(
            duration=duration_text(summary.usual), count=format_number(summary.durations)
        )
    times = ", ".join(filter(None, (began, lasted)))
    return _("{effect} {times}").format(effect=effect_inside(summary.example), times=times)


def effect_sentences(row: EffectRow, asked: int) -> Iterator[str]:
    """One effect in whole sentences: how often, how strong, when it began and how long."""
    summary = row.summary
    yield ngettext(
        "{effect}: {affected} of {count} session with an answer.",
        "{effect}: {affected} of {count} sessions with an answer.",
        asked,
    ).format(
        effect=effect_name(summary.example),
        affected=format_number(summary.affected),
        count=format_number(asked),
    )
    yield _strength(row)
    if row.onsets is not None:
        yield _("Usually began: {onset} ({count} entered: {range}).").format(
            onset=onset_text(row.onsets.usual),
            count=format_number(row.onsets.count),
            range=onset_range(row.onsets),
        )
    if summary.usual is not None:
        yield _("Usually lasted: {duration} ({count} entered: {range}).").format(
            duration=duration_text(summary.usual),
            count=format_number(summary.durations),
            range=duration_range(row),
        )
    if summary.still_there:
        yield ngettext(
            "For {count} session it was still there when that was entered.",
            "For {count} sessions it was still there when that was entered.",
            summary.still_there,
        ).format(count=format_number(summary.still_there))


def _strength(row: EffectRow) -> str:
    worst, count = row.summary.worst, row.summary.worst_sessions
    if worst is None:
        return _("How strong it was is not entered.")
    return ngettext(
        "At worst {severity}, at {count} session.",
        "At worst {severity}, at {count} sessions.",
        count,
    ).format(severity=severity_name(worst), count=format_number(count))


def onset_text(began: Began) -> str:
    """When an effect began: `during the session`, `45 min after the start`."""
    if began.minutes is None:
        return _("during the session")
    return _("{time} after the start").format(time=minutes_text(began.minutes))


def onset_range(onsets: Onsets) -> str:
    """The earliest and the latest onset, or the one that both are."""
    earliest, latest = onset_text(onsets.earliest), onset_text(onsets.latest)
    return _between(earliest, latest)


def duration_range(row: EffectRow) -> str:
    """The shortest and the longest duration, or the one that both are; empty without any."""
    if row.shortest is None or row.summary.longest is None:
        return ""
    return _between(duration_text(row.shortest), duration_text(row.summary.longest))


def _between(first: str, last: str) -> str:
    if first == last:
        return first
    return _("{first} to {last}").format(first=first, last=last)
