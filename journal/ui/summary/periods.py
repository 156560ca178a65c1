"""Which days a summary is about, as the person chose them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import EARLIEST_DAY, Period, last_days
from journal.i18n import _
from journal.wording import invalid_sentence

USUAL_DAYS = 180


class Span(Enum):
    """The ways to say a period, in the order of their buttons."""

    SINCE_VISIT = 0
    USUAL = 1
    OWN = 2


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """What is chosen and entered; `first` and `last` count for Span.OWN only."""

    span: Span
    last_visit: date | None
    first: date
    last: date


def chosen_period(choice: PeriodChoice, today: date) -> Period:
    """The days of a choice; raises InvalidValue for `last_visit`, `from` or `to`."""
    if choice.span is Span.SINCE_VISIT:
        if choice.last_visit is None:
            raise InvalidValue("last_visit", Problem.MISSING)
        check_visit(choice.last_visit, today)
        return Period(choice.last_visit, today)
    if choice.span is Span.USUAL:
        return last_days(USUAL_DAYS, today)
    return _own_period(choice.first, choice.last, today)


def check_visit(day: date, today: date) -> None:
    """Raise InvalidValue for a last visit that is not before `today`."""
    if day >= today:
        raise InvalidValue("last_visit", Problem.IN_FUTURE)
    if day < EARLIEST_DAY:
        raise InvalidValue("last_visit", Problem.TOO_LONG_AGO)


def _own_period(first: date, last: date, today: date) -> Period:
    for field, day in (("from", first), ("to", last)):
        if day > today:
            raise InvalidValue(field, Problem.IN_FUTURE)
        if day < EARLIEST_DAY:
            raise InvalidValue(field, Problem.TOO_LONG_AGO)
    return Period(first, last)


def period_error(error: InvalidValue) -> str:
    """What is wrong with an entered day, for the place where it was entered."""
    match error.field, error.problem:
        case "last_visit", Problem.MISSING:
            return _("Please choose the day of your last visit.")
        case "last_visit", Problem.IN_FUTURE:
            return _("The last visit lies before today. Please choose an earlier day.")
        case "to", Problem.END_BEFORE_START:
            return _("The last day comes before the first.")
    return invalid_sentence(error)
