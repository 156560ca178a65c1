"""A clock that went back, in words."""

from zoneinfo import ZoneInfo

from journal.domain.clock_gone_back import ClockGoneBack
from journal.i18n import _, format_date, format_time


def clock_gone_back_sentence(found: ClockGoneBack, zone: str) -> str:
    """What the clock shows, why that looks wrong, and what to do."""
    now, then = (
        f"{format_date(local.date())}, {format_time(local)}"
        for local in (at.astimezone(ZoneInfo(zone)) for at in (found.now, found.last_change))
    )
    return _(
        "This computer’s clock shows {now}, but your journal was last changed on {then}. Nothing "
        "is lost. Please look at the computer’s date and time: what you enter now gets that date."
    ).format(now=now, then=then)
