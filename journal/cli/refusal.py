"""Why a command is not carried out, in words; what the journal refuses are JournalErrors."""

from journal.i18n import _


class Refusal(Exception):
    """A value that the command line cannot take; its text is the one sentence to print. Exit 1."""


class Usage(Refusal):
    """The command line itself is wrong. Exit 2."""


def not_usable() -> Refusal:
    """A new passphrase that the journal could not be opened with again."""
    return Refusal(_("This passphrase cannot be used. Nothing was changed; please choose another."))
