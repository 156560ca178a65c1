"""Why a command is not carried out, in words; what the journal refuses are JournalErrors."""


class Refusal(Exception):
    """A value that the command line cannot take; its text is the one sentence to print. Exit 1."""


class Usage(Refusal):
    """The command line itself is wrong. Exit 2."""
