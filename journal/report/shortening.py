"""How days, names and lists are shortened so that they leave room for others."""

from collections.abc import Sequence
from datetime import date

from journal.domain.period import Period
from journal.i18n import _, format_date, ngettext

NOTHING = "–"

MOST_NAMES = 4

LONGEST_NAME = 80
"""Characters of a person's own name for an effect or a treatment; longer ones end in dots."""


def days_between(first: date, last: date) -> str:
    """Both days in full."""
    return f"{format_date(first)} – {format_date(last)}"


def day_in(day: date, period: Period) -> str:
    """A day, with its year where the period leaves a doubt about it."""
    short = format_date(day, "short")
    if day in period and not has_a_day_twice(period):
        return short
    return _("{day} {year}").format(day=short, year=day.year)


def has_a_day_twice(period: Period) -> bool:
    """Whether a day of a month comes again a year later, so that its year has to be told."""
    first, last = period.first, period.last
    years = last.year - first.year
    return years > 1 or (years == 1 and (last.month, last.day) >= (first.month, first.day))


def brief(name: str, longest: int = LONGEST_NAME) -> str:
    """A name that leaves room for others."""
    return name if len(name) <= longest else f"{name[:longest].rstrip()}…"


def listed(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first names, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    rest = len(names) - most
    more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    return f"{', '.join(names[:most])} {more}"
