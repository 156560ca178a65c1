"""From the lowest to the highest of several numbers, in words."""

from journal.i18n import _, format_number


def range_text(low: float, high: float) -> str:
    """`2 to 5`, or `2` where both read the same."""
    first, last = format_number(low), format_number(high)
    return first if first == last else _("{low} to {high}").format(low=first, high=last)
