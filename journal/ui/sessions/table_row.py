"""One session as the table shows it: what each column says, and what it sorts by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any

from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.i18n import N_, _, format_number
from journal.ui.sessions.words import when
from journal.wording import dose_text, effect_name, minutes_text, state_name, treatment_name
from journal.wording.names import effect_inside
from journal.wording.treatment import pressure_text

DASH = "–"
"""Stands where nothing was entered."""


class Column(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    WHEN = 1
    TREATMENT = 2
    DOSE = 3
    LENGTH = 4
    SCORES = 5
    PRESSURE = 6
    EFFECTS = 7
    STATE = 8


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session with its place in the course, and what was written down around it.

    `number` is None unless it is a ketamine session that took place; `no_effects` says that
    side effects were asked for and there were none.
    """

    session: TreatmentSession
    number: int | None = None
    before: float | None = None
    next_day: float | None = None
    effects: tuple[SideEffect, ...] = ()
    no_effects: bool = False

    def text(self, column: Column, today: date) -> str:
        """What a cell shows."""
        return _COLUMNS[column].text(self, today)

    def sort_key(self, column: Column) -> Any:
        """What a column sorts by, or None where the cell is empty."""
        return _COLUMNS[column].key(self)

    def spoken(self, column: Column, scale: str, today: date) -> str:
        """What a screen reader says for a cell: its heading and its text, dashes in words."""
        text = self.text(column, today)
        if column is Column.SCORES and text != DASH:
            return _("{scale} before {before}, next day {next_day}").format(
                scale=scale, before=_spoken(self.before), next_day=_spoken(self.next_day)
            )
        if column is Column.STATE:
            text = state_name(self.session.state)
        elif column is Column.NUMBER and self.number is None:
            text = _("not numbered")
        return f"{title(column, scale)}: {_('not entered') if text == DASH else text}"


def _score(value: float | None) -> str:
    return DASH if value is None else format_number(value)


def _spoken(value: float | None) -> str:
    return _("not entered") if value is None else format_number(value)


def _number(row: SessionRow, _today: date) -> str:
    return "" if row.number is None else str(row.number)


def _when(row: SessionRow, today: date) -> str:
    return when(row.session.start, today)


def _when_key(row: SessionRow) -> datetime:
    return row.session.start.instant


def _treatment(row: SessionRow, _today: date) -> str:
    return treatment_name(row.session)


def _treatment_key(row: SessionRow) -> str:
    return treatment_name(row.session).casefold()


def _dose(row: SessionRow, _today: date) -> str:
    return dose_text(row.session.dose) if row.session.dose else DASH


def _dose_key(row: SessionRow) -> tuple[str, Decimal] | None:
    dose = row.session.dose
    return (dose.unit.value, dose.amount) if dose else None


def _length(row: SessionRow, _today: date) -> str:
    return DASH if row.session.minutes is None else minutes_text(row.session.minutes)


def _length_key(row: SessionRow) -> int | None:
    return row.session.minutes


def _scores(row: SessionRow, _today: date) -> str:
    if row.before is None and row.next_day is None:
        return DASH
    return f"{_score(row.before)} → {_score(row.next_day)}"


def _scores_key(row: SessionRow) -> tuple[float, float] | None:
    if row.before is None:
        return None
    return row.before, -1 if row.next_day is None else row.next_day


def _pressure(row: SessionRow, _today: date) -> str:
    highest = row.session.highest_pressure
    return DASH if highest is None else pressure_text(highest)


def _pressure_key(row: SessionRow) -> tuple[int, int] | None:
    highest = row.session.highest_pressure
    return None if highest is None else (highest.systolic or 0, highest.diastolic or 0)


def _effects(row: SessionRow, _today: date) -> str:
    strongest_first = sorted(row.effects, key=lambda effect: -(effect.severity or 0))
    named = {effect_name(effect): effect_inside(effect) for effect in strongest_first}
    if named:
        return ", ".join([*list(named)[:1], *list(named.values())[1:]])
    return _("none") if row.no_effects else DASH


def _effects_key(row: SessionRow) -> int | None:
    return len(row.effects) if row.effects or row.no_effects else None


def _state(row: SessionRow, _today: date) -> str:
    return "" if row.session.is_done else state_name(row.session.state)


def _state_key(row: SessionRow) -> str | None:
    return None if row.session.is_done else state_name(row.session.state)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column's heading, the text of its cells, and what they sort by."""

    title: str
    text: Callable[[SessionRow, date], str]
    key: Callable[[SessionRow], Any]


_COLUMNS = {
    Column.NUMBER: _Shown(N_("No."), _number, lambda row: row.number),
    Column.WHEN: _Shown(N_("When"), _when, _when_key),
    Column.TREATMENT: _Shown(N_("Treatment"), _treatment, _treatment_key),
    Column.DOSE: _Shown(N_("Dose"), _dose, _dose_key),
    Column.LENGTH: _Shown(N_("Length"), _length, _length_key),
    Column.SCORES: _Shown(N_("{scale} before → next day"), _scores, _scores_key),
    Column.PRESSURE: _Shown(N_("Highest BP"), _pressure, _pressure_key),
    Column.EFFECTS: _Shown(N_("Side effects"), _effects, _effects_key),
    Column.STATE: _Shown(N_("State"), _state, _state_key),
}


def title(column: Column, scale: str) -> str:
    """A column's heading; `scale` is the one the scores are on."""
    return _(_COLUMNS[column].title).format(scale=scale)
