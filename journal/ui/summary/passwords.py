"""Whether a password will do for a PDF, in words for the place where it is typed."""

from dataclasses import dataclass

from journal.i18n import _
from journal.report.protected import can_be_password


@dataclass(frozen=True, slots=True)
class PasswordError:
    """What is wrong, and at which field."""

    field: str
    words: str


def password_error(password: str, again: str) -> PasswordError | None:
    """Why a password cannot be used, or None."""
    if not password:
        return PasswordError("password", _("Please type a password, or take the tick away."))
    if not can_be_password(password):
        words = _("Not every program could open a PDF with this one. Please choose a shorter one.")
        return PasswordError("password", words)
    if password != again:
        return PasswordError("again", _("The two are not the same. Please type it once more."))
    return None
