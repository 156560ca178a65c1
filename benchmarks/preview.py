"""The preview after a changed choice, beside the same page by the libraries alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from benchmarks.comparison import Comparison
from benchmarks.keeping import milliseconds
from benchmarks.page import bare, in_full
from journal.domain.period import Period, last_days
from journal.domain.repository import Records
from journal.report.content import summary_for
from journal.report.parts import Choices, PagePart
from journal.ui.summary.making import Asked, PageMaker

DAYS = 180
DAYS_KEPT = DAYS + 30
"""How much the journal holds: a little more, for the days that are chosen instead."""


def comparisons(records: Records, today: date) -> tuple[Comparison, ...]:
    """Two kinds of choices: other days, which change everything, and a part left out."""
    records = in_full(_recent(records, today - timedelta(DAYS_KEPT)), today)
    return (
        Comparison(
            "preview",
            f"the preview of other {DAYS} days / its pictures by matplotlib, its rows by Typst",
            1.5,
            "ms",
            lambda turn: _bare(records, today, turn, Choices()),
            _made(records, today, lambda turn: Asked(_days(today, turn), today, Choices())),
        ),
        Comparison(
            "choice",
            "the preview with a part left out or put back / the same by matplotlib and Typst",
            1.5,
            "ms",
            lambda turn: _bare(records, today, 0, _choices(turn)),
            _made(records, today, lambda turn: Asked(_days(today, 0), today, _choices(turn))),
        ),
    )


def _recent(records: Records, after: date) -> Records:
    """The diary as if it had been begun on the day after this one."""
    effects = (each for each in records.side_effects if each.noted.day > after)
    return replace(
        records,
        check_ins=tuple(each for each in records.check_ins if each.moment.day > after),
        days=tuple(each for each in records.days if each.day > after),
        sessions=tuple(each for each in records.sessions if each.start.day > after),
        side_effects=tuple(effects),
    )


def _days(today: date, turn: int) -> Period:
    """A day earlier each round, so that nothing remembers the page."""
    return last_days(DAYS, today - timedelta(turn))


def _choices(turn: int) -> Choices:
    """Another part each round: the page is never one that was there before."""
    parts = (PagePart.TREATMENT, PagePart.MEDICINES, PagePart.COURSE, PagePart.SESSIONS)
    left_out = {part for n, part in enumerate(parts) if turn >> n & 1}
    return Choices(left_out=frozenset(left_out))


def _bare(records: Records, today: date, turn: int, choices: Choices) -> float:
    return bare(summary_for(records, _days(today, turn), today, choices), choices)


def _made(records: Records, today: date, asked: Callable[[int], Asked]) -> Callable[[int], float]:
    """As in the window: the page before is there, and the journal has been read."""
    journal: Any = SimpleNamespace(records=lambda: records)
    maker = PageMaker(journal)
    first = Asked(_days(today, -1), today, Choices())

    def measurement(turn: int) -> float:
        if turn == 0:
            maker.make(first)
        wanted = asked(turn)
        return milliseconds(lambda: maker.make(wanted, reread=False))

    return measurement
