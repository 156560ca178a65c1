"""What is said about the passphrase: what it protects, what losing it means, what has changed."""

from collections.abc import Iterable
from pathlib import Path

from journal.domain.backups import RemadeBackups
from journal.i18n import _, ngettext
from journal.wording.backups import folders_lost


def protects() -> str:
    """What a passphrase is good for."""
    return _(
        "With a passphrase your journal and its backups are encrypted: "
        "someone who takes this computer, or copies its files, cannot read them."
    )


def losing_it() -> str:
    """What it means to lose the passphrase."""
    return _(
        "If you lose it, nobody can open this journal again: there is no recovery code, "
        "and nobody can reset it for you."
    )


def print_it() -> str:
    """What to do against losing it."""
    return _("Once it is set you can print it, and keep the sheet in a safe place.")


def where_it_may_be() -> str:
    """Where to look for a passphrase before everything is given up."""
    return _(
        "Have you looked everywhere? Your passphrase may still be on a sheet you printed, or in "
        "this computer’s list of passwords. With it the journal opens, and nothing is lost."
    )


def made_to_unlock() -> str:
    """Whom it does not protect against."""
    return _("Someone who can make you unlock it can read everything.")


def keychain_warning() -> str:
    """What a copy in the keychain means."""
    return _("Anyone using this computer account can then open it.")


def keychain_waits() -> str:
    """The passphrase is not known now, only its key."""
    return _("It goes there when you next type your passphrase.")


def wrong_passphrase() -> str:
    """Said at the field; nothing is counted and nothing slows down."""
    return _(
        "The journal does not open with this. Nothing is lost; please try again. "
        "Capital and small letters count, and so does the keyboard’s language."
    )


def keychain_took_nothing() -> str:
    """The copy could not be put there."""
    return _("The keychain did not take the passphrase, so you will be asked for it.")


def keychain_keeps_entry() -> str:
    """The copy could not be taken away."""
    return _(
        "The keychain did not remove its copy of the passphrase. Please delete the entry "
        "“Symptom Journal” in this computer’s list of passwords."
    )


def keychain_may_have_entry() -> str:
    """Whether there is a copy could not be found out."""
    return _(
        "The keychain did not answer. If there is an entry “Symptom Journal” in this computer’s "
        "list of passwords, please delete it."
    )


def keychain_has_none() -> str:
    """The copy is not there, or the keychain is closed."""
    return _("The keychain did not give the passphrase. Please type it.")


def keychain_is_outdated() -> str:
    """The copy is not the journal's passphrase any more."""
    return _("The passphrase in the keychain does not open the journal. Please type it.")


def changed_sentences(remade: RemadeBackups, *, had: bool, has: bool) -> tuple[str, ...]:
    """What has changed, what became of the backups, and what may still lie elsewhere.

    `had` and `has`: whether there was a passphrase before, and is one now.
    """
    said = [
        _now(had=had, has=has),
        _remade(remade.remade),
        _with_paths(_copies(len(remade.copies)), remade.copies),
        _with_paths(_sealed(len(remade.sealed)), remade.sealed),
        _with_paths(_deleted(len(remade.deleted)), remade.deleted),
        _with_paths(_left(len(remade.left)), remade.left),
        _with_paths(_unreachable(len(remade.unreachable), had=had, has=has), remade.unreachable),
        folders_lost() if remade.folders_lost else "",
        elsewhere(had=had, has=has),
    ]
    return tuple(sentence for sentence in said if sentence)


def _now(*, had: bool, has: bool) -> str:
    if not has:
        return _(
            "Your journal is no longer encrypted. "
            "Anyone who can use this computer account can read it."
        )
    if had:
        return _("From now on your journal opens with the new passphrase only.")
    return _("Your journal is encrypted. From now on it opens with this passphrase only.")


def _remade(count: int) -> str:
    words = ngettext(
        "{count} backup was written anew in the same way.",
        "{count} backups were written anew in the same way.",
        count,
    )
    return words.format(count=count) if count else ""


def _copies(count: int) -> str:
    words = ngettext(
        "{count} copy of the journal under another name opens the same way now:",
        "{count} copies of the journal under other names open the same way now:",
        count,
    )
    return words.format(count=count) if count else ""


def _sealed(count: int) -> str:
    words = ngettext(
        "{count} damaged file could not be written anew. It was locked as it is, "
        "since anyone could have gone on reading in it:",
        "{count} damaged files could not be written anew. They were locked as they are, "
        "since anyone could have gone on reading in them:",
        count,
    )
    return words.format(count=count) if count else ""


def _deleted(count: int) -> str:
    words = ngettext(
        "{count} backup could not be encrypted. "
        "It was deleted, since anyone could have gone on reading it:",
        "{count} backups could not be encrypted. "
        "They were deleted, since anyone could have gone on reading them:",
        count,
    )
    return words.format(count=count) if count else ""


def _left(count: int) -> str:
    words = ngettext(
        "{count} file was left as it was, and opens as it did before. It is damaged, in use "
        "elsewhere, of an earlier passphrase, or part of another data folder:",
        "{count} files were left as they were, and open as they did before. They are damaged, in "
        "use elsewhere, of an earlier passphrase, or part of another data folder:",
        count,
    )
    return words.format(count=count) if count else ""


def _unreachable(count: int, *, had: bool, has: bool) -> str:
    if not count:
        return ""
    if not had:
        return ngettext(
            "This folder could not be reached. Backups in it are not encrypted, "
            "and anyone can read them until you delete them:",
            "These folders could not be reached. Backups in them are not encrypted, "
            "and anyone can read them until you delete them:",
            count,
        )
    if has:
        return ngettext(
            "This folder could not be reached. Backups in it open with the old passphrase:",
            "These folders could not be reached. Backups in them open with the old passphrase:",
            count,
        )
    return ngettext(
        "This folder could not be reached. Backups in it still need the passphrase:",
        "These folders could not be reached. Backups in them still need the passphrase:",
        count,
    )


def elsewhere(*, had: bool, has: bool) -> str:
    """What may still lie where the program cannot reach it; empty without a passphrase."""
    if not has:
        return ""
    if had:
        return _(
            "Copies that were made elsewhere, such as in a synced folder or by the computer’s own "
            "backup, still open with the old passphrase."
        )
    return _(
        "What was readable before was deleted, and may survive on the disk for a while. "
        "Copies that were made elsewhere, such as in a synced folder or by the computer’s own "
        "backup, stay readable."
    )


def _with_paths(words: str, paths: Iterable[Path]) -> str:
    return "\n".join((words, *map(str, paths))) if words else ""
