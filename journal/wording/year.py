"""The words about the year day by day: what was logged, and between what; no judgement."""

from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.year import Step, YearCalendar, YearSummary, whole_summary
from journal.i18n import N_, _, format_number, ngettext
from journal.wording.scales import scale_name

_ROWS = {0: N_("Monday"), 3: N_("Thursday"), 6: N_("Sunday")}


def named_weekdays() -> dict[int, str]:
    """The weekdays that a calendar names (Monday is 0), in three letters."""
    return {row: _(name)[:3] for row, name in _ROWS.items()}


def step_label(step: Step, scale: Scale) -> str:
    """The values of a step: `3`, `4–6`, or for hours of sleep `under 4` and `9 and more`."""
    low, high = format_number(step.low), format_number(step.high)
    if step.whole is not None:
        return str(step.whole)
    if scale.key == SLEEP_HOURS and step.low == scale.low:
        return _("under {high}").format(high=high)
    if scale.key == SLEEP_HOURS and step.high == scale.high:
        return _("{low} and more").format(low=low)
    return f"{low}–{high}"


def years_name(years: range) -> str:
    """`2025`, or `2016 to 2025`."""
    if len(years) == 1:
        return str(years[0])
    return _("{first} to {last}").format(first=years[0], last=years[-1])


def year_headline(calendar: YearCalendar) -> str:
    """What stands above the calendar: all of its years in one sentence."""
    return logged_in_years(whole_summary(calendar), calendar.scale)


def logged_in_years(summary: YearSummary, scale: Scale) -> str:
    """How many days are logged, the lowest, the middle and the highest day score."""
    name, years = scale_name(scale), years_name(summary.years)
    if summary.lowest is None or summary.middle is None or summary.highest is None:
        return _("{scale}, {years}: nothing was logged.").format(scale=name, years=years)
    return ngettext(
        "{scale}, {years}: {count} day logged, lowest {low}, middle {middle}, highest {high}.",
        "{scale}, {years}: {count} days logged, lowest {low}, middle {middle}, highest {high}.",
        summary.logged,
    ).format(
        scale=name,
        years=years,
        count=format_number(summary.logged),
        low=format_number(summary.lowest),
        middle=format_number(summary.middle),
        high=format_number(summary.highest),
    )
