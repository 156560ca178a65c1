"""What a journal or a backup holds, in one line."""

from journal.domain.backups import Contents
from journal.i18n import _, format_date
from journal.wording import count_check_ins, count_sessions, count_side_effects


def counts(contents: Contents | None) -> str:
    """`1,476 check-ins, 4 sessions, 0 side effects`; a file that does not open says so."""
    if contents is None:
        return _("damaged, or with another passphrase")
    return ", ".join(
        (
            count_check_ins(contents.check_ins),
            count_sessions(contents.sessions),
            count_side_effects(contents.side_effects),
        )
    )


def counts_and_days(contents: Contents) -> str:
    """The same with the first and the last day of them."""
    if contents.first is None or contents.last is None:
        return counts(contents)
    return _("{counts}; {first} to {last}").format(
        counts=counts(contents),
        first=format_date(contents.first),
        last=format_date(contents.last),
    )
