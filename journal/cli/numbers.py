"""Numbers as they are typed. Text is wrong usage; a number that does not fit is a refused value."""

from argparse import ArgumentTypeError
from decimal import Decimal

from journal.cli.refusal import Refusal
from journal.domain.errors import InvalidValue
from journal.domain.session import parse_amount
from journal.i18n import _

LARGEST = 10**9
"""More than any number asked for; beyond it exponents such as 1e999999 take for ever."""


def number(text: str) -> Decimal:
    """A number with a point or a comma; argparse turns ArgumentTypeError into wrong usage."""
    try:
        typed = parse_amount("number", text)
    except InvalidValue:
        raise ArgumentTypeError(_("'{text}' is not a number").format(text=text)) from None
    return max(Decimal(-LARGEST), min(typed, Decimal(LARGEST)))


def decimal_number(text: str) -> float:
    """A number that may have decimals."""
    return float(number(text))


def whole_number(text: str) -> int:
    """A whole number; Refusal for one with decimals."""
    typed = number(text)
    if typed != int(typed):
        raise Refusal(_("{number} is not a whole number.").format(number=text))
    return int(typed)


def named_number(text: str) -> tuple[str, int]:
    """NAME=N, with a whole number; the name may have signs of equality of its own."""
    name, separator, typed = text.rpartition("=")
    if not separator or not name.strip():
        raise ArgumentTypeError(
            _("'{text}' is not a name and a number, such as calm=4").format(text=text)
        )
    return name.strip(), whole_number(typed)
