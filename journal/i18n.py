"""Words in the person's language: gettext, dates and numbers for window, page and terminal."""

import gettext
from datetime import date, datetime
from typing import Literal

from journal.paths import resources

DateStyle = Literal["weekday", "long", "medium", "short"]

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str | None) -> None:
    """Speak `language` (a code such as `de`) from now on; English where nothing is translated."""
    global _translations  # noqa: PLW0603 - one language for the whole process
    languages = [language] if language else None
    _translations = gettext.translation(
        "journal", resources() / "locale", languages=languages, fallback=True
    )


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message for translation where it cannot be translated yet."""
    return message


def _(message: str) -> str:
    """The message in the person's language."""
    return _translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for `count` things in the person's language."""
    return _translations.ngettext(one, many, count)


_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHAPES: dict[DateStyle, str] = {
    "weekday": N_("{weekday}, {day} {month}"),
    "long": N_("{day} {month} {year}"),
    "medium": N_("{short_weekday} {day} {month}"),
    "short": N_("{day} {short_month}"),
}


def month_name(month: int, *, short: bool = False) -> str:
    """The name of month 1 to 12, or its first three letters."""
    name = _(_MONTHS[month - 1])
    return name[:3] if short else name


def format_date(day: date, style: DateStyle = "long") -> str:
    """A day in words: `Tuesday, 10 March` / `10 March 2026` / `Tue 10 March` / `10 Mar`."""
    weekday = _(_WEEKDAYS[day.weekday()])
    return _(_SHAPES[style]).format(
        weekday=weekday,
        short_weekday=weekday[:3],
        day=day.day,
        month=month_name(day.month),
        short_month=month_name(day.month, short=True),
        year=day.year,
    )


def format_time(moment: datetime) -> str:
    """The wall clock's hour and minute, `21:14`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def format_number(value: float, decimals: int = 1) -> str:
    """A number with thousands marks and at most `decimals` decimals, none where it is whole."""
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
