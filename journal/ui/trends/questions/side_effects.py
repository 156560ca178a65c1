"""Side effects by session."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.charts.descriptions.side_effects import describe, numbers
from journal.domain.session_effects import SessionEffects
from journal.domain.side_effect import SideEffect
from journal.domain.side_effect_matrix import Began, EffectRow, SideEffectMatrix, side_effect_matrix
from journal.i18n import _
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import session_on_day
from journal.ui.widgets.spots import Spot
from journal.wording.names import duration_text, effect_name, severity_name
from journal.wording.side_effects import felt_word, onset_text, side_effect_headline, usual_times

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure


def _result(look: Look) -> SideEffectMatrix:
    about = ("side effects", look.period)
    return look.reading.once(about, lambda: side_effect_matrix(look.records, look.period))


def _figure(
    matrix: SideEffectMatrix, theme: Theme, size: tuple[float, float], dpi: float
) -> "Figure":
    from journal.charts.side_effects import draw  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    return draw(matrix, theme, size, dpi)


def _height(matrix: SideEffectMatrix, width: float) -> float:
    from journal.charts.side_effect_layout import height  # noqa: PLC0415 - measures letters

    return height(matrix, width)


def _spots(matrix: SideEffectMatrix, figure: "Figure") -> tuple[Spot, ...]:
    """Every cell, row by row."""
    from journal.charts.side_effect_layout import (  # noqa: PLC0415 - measures letters
        ROW,
        layout,
    )

    width, height = figure.get_size_inches()
    grid = layout(matrix, (float(width), float(height)))
    shown = range(grid.first, len(matrix.sessions))
    return tuple(
        Spot(
            *grid.place(place, session),
            matrix.sessions[session].session.start.day,
            tuple(_words(row, session, matrix.sessions[session])),
            grid.pitch,
            ROW,
        )
        for place, row in enumerate(matrix.rows[: grid.rows])
        for session in shown
    )


def _words(row: EffectRow, place: int, session: SessionEffects) -> Iterator[str]:
    """The session, the effect, and of each entry how strong it was, when it began, how long."""
    yield session_on_day(session.number, session.session.start.day)
    effect = effect_name(row.summary.example)
    entries = [each for each in session.effects if each.kind == row.summary.example.kind]
    for entry in entries:
        strong = (
            _("strength not entered") if entry.severity is None else severity_name(entry.severity)
        )
        yield _("{effect}: {strength}").format(effect=effect, strength=strong)
        yield from _when(entry, session)
    if not entries:
        yield _("{effect}: {strength}").format(
            effect=effect, strength=felt_word(row.cells[place].felt)
        )


def _when(entry: SideEffect, session: SessionEffects) -> Iterator[str]:
    start = session.session.start.instant
    if entry.onset is not None and entry.onset.during:
        yield _("Began: {onset}").format(onset=onset_text(Began(None)))
    elif entry.began_at is not None and entry.began_at >= start:
        minutes = round((entry.began_at - start) / timedelta(minutes=1))
        yield _("Began: {onset}").format(onset=onset_text(Began(minutes)))
    if entry.duration is not None:
        yield _("Lasted: {duration}").format(duration=duration_text(entry.duration))


SIDE_EFFECTS = Question(
    key="side-effects",
    title=lambda: _("Side effects by session"),
    result=_result,
    sentence=side_effect_headline,
    figure=_figure,
    describe=describe,
    numbers=numbers,
    legend=usual_times,
    has_picture=lambda matrix: bool(matrix.rows),
    height=_height,
    spots=_spots,
    is_small=True,
)
