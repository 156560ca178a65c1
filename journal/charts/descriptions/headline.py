"""The numbers behind the sentence above the trends."""

from journal.charts.numbers import NumbersTable
from journal.domain.headline import Headline, SessionRise
from journal.i18n import _, format_date, format_number
from journal.wording.scales import scale_ends, scale_name


def numbers(result: Headline) -> NumbersTable:
    """A row for each session that could be compared, with what is usual at its level."""
    return NumbersTable(
        _("{scale} on the day after sessions, {ends}").format(
            scale=scale_name(result.scale), ends=scale_ends(result.scale, bipolar=result.bipolar)
        ),
        (
            _("Session"),
            _("Date"),
            _("Level before"),
            _("Day after"),
            _("Change"),
            _("Usual change at this level"),
            _("Other days at this level"),
        ),
        tuple(_row(rise) for rise in result.rises),
    )


def _row(rise: SessionRise) -> tuple[str, ...]:
    return (
        str(rise.number),
        format_date(rise.day),
        format_number(rise.reference),
        format_number(rise.day_after),
        change(rise.rise),
        change(rise.usual),
        format_number(rise.alike),
    )


def change(points: float) -> str:
    """Points with their sign: `+3`, `−0.5`, `0`."""
    size = format_number(abs(points))
    if size == "0":
        return size
    return f"+{size}" if points > 0 else f"−{size}"
