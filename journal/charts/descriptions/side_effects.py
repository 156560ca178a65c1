"""Side effects by session in words: the legend of the matrix, sentences, and its numbers."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.session_effects import OtherEffect, SessionEffects
from journal.domain.side_effect_matrix import Cell, EffectRow, Felt, SideEffectMatrix
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.names import duration_text, effect_inside, effect_name, severity_name
from journal.wording.side_effects import (
    duration_range,
    effect_sentences,
    felt_word,
    long_sentence,
    none_reported,
    nothing_answered,
    onset_range,
    onset_text,
)

NOTHING = "–"


def describe(matrix: SideEffectMatrix) -> str:
    """The matrix in whole sentences, effect by effect; no causes."""
    return " ".join(_sentences(matrix))


def _sentences(matrix: SideEffectMatrix) -> Iterator[str]:
    if matrix.asked:
        yield answered(matrix)
    else:
        yield nothing_answered(matrix)
    if matrix.asked and not matrix.rows:
        yield none_reported(matrix)
    for row in matrix.rows:
        yield from effect_sentences(row, matrix.asked)
    if matrix.rows:
        yield long_sentence(matrix)
    if matrix.others:
        named = ", ".join(map(_other, matrix.others))
        yield _("Apart from these sessions: {effects}.").format(effects=named)


def answered(matrix: SideEffectMatrix) -> str:
    """For how many of the sessions side effects were answered, and how many are left out."""
    count = len(matrix.sessions)
    sentence = ngettext(
        "Side effects are answered for {asked} of {count} session.",
        "Side effects are answered for {asked} of {count} sessions.",
        count,
    ).format(asked=format_number(matrix.asked), count=format_number(count))
    if not matrix.earlier:
        return sentence
    left_out = ngettext(
        "{count} earlier session of this time is left out.",
        "{count} earlier sessions of this time are left out.",
        matrix.earlier,
    ).format(count=format_number(matrix.earlier))
    return f"{sentence} {left_out}"


def _other(other: OtherEffect) -> str:
    return ngettext("{effect} on {count} day", "{effect} on {count} days", other.days).format(
        effect=effect_inside(other.example), count=format_number(other.days)
    )


def legend(matrix: SideEffectMatrix) -> tuple[str, ...]:
    """What the marks of the picture mean; rarer ones only where they are in it."""
    shown = {cell for row in matrix.rows for cell in row.cells}
    felt = {cell.felt for cell in shown}
    words = [_("● mild"), _("●● moderate"), _("●●● severe")]
    words += [_("○ strength not entered")] if Felt.NOT_RATED in felt else []
    words += [_("underlined: longer than 24 h")] if any(c.over_a_day for c in shown) else []
    words += [_("empty box: none")]
    words += [_("–  not asked")] if Felt.NOT_ASKED in felt else []
    return tuple(words)


def numbers(matrix: SideEffectMatrix) -> NumbersTable:
    """A row for each effect, its figures first, then what was felt at each session."""
    columns = (
        _("Effect"),
        _("Affected / asked"),
        _("Worst"),
        _("Usually began (n)"),
        _("Earliest to latest"),
        _("Usually lasted (n)"),
        _("Shortest to longest"),
        _("Sessions longer than 24 h"),
        _("Still there"),
        *map(_session, matrix.sessions),
    )
    rows = [_asked_row(matrix), *(_row(row, matrix.asked) for row in matrix.rows)]
    return NumbersTable(_caption(matrix), columns, tuple(rows))


def _caption(matrix: SideEffectMatrix) -> str:
    return answered(matrix) if matrix.asked else nothing_answered(matrix)


def _session(session: SessionEffects) -> str:
    day = format_date(session.session.start.day)
    return _("Session {number}, {day}").format(number=session.number, day=day)


def _asked_row(matrix: SideEffectMatrix) -> tuple[str, ...]:
    cells = [_("asked") if one.answered else felt_word(Felt.NOT_ASKED) for one in matrix.sessions]
    count = len(matrix.sessions)
    asked = ngettext("{asked} of {count} session", "{asked} of {count} sessions", count).format(
        asked=matrix.asked, count=count
    )
    return (_("Asked about side effects"), asked, *([NOTHING] * 7), *cells)


def _row(row: EffectRow, asked: int) -> tuple[str, ...]:
    summary, onsets = row.summary, row.onsets
    return (
        effect_name(summary.example),
        affected(row, asked),
        NOTHING if summary.worst is None else severity_name(summary.worst),
        NOTHING if onsets is None else f"{onset_text(onsets.usual)} ({onsets.count})",
        NOTHING if onsets is None else onset_range(onsets),
        NOTHING
        if summary.usual is None
        else f"{duration_text(summary.usual)} ({summary.durations})",
        duration_range(row) or NOTHING,
        format_number(row.over_a_day),
        format_number(summary.still_there),
        *map(cell_words, row.cells),
    )


def affected(row: EffectRow, asked: int) -> str:
    """The sessions that an effect was reported for, of those that were asked: `6 / 11`."""
    return f"{row.summary.affected} / {asked}"


def cell_words(cell: Cell) -> str:
    """One cell of the matrix: `mild, longer than 24 h`."""
    word = felt_word(cell.felt)
    return _("{felt}, longer than 24 h").format(felt=word) if cell.over_a_day else word
