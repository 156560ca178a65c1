"""`passphrase`: set, change or remove what opens the journal."""

import argparse
from collections.abc import Callable
from pathlib import Path

from journal.cli.call import Call
from journal.cli.keychain import follow_keychain
from journal.cli.lost_folders import folders_lost
from journal.cli.output import say
from journal.cli.refusal import Refusal, not_usable
from journal.domain.backups import RemadeBackups
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.i18n import _, ngettext
from journal.wording.lock import elsewhere


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which of the three."""
    parser.add_argument(
        "action", choices=("set", "change", "remove"), help=_("what to do with the passphrase")
    )


def run(call: Call) -> int:
    """Do it, and say what became of the backups."""
    if not call.store.exists():
        raise StorageError(StorageProblem.NO_JOURNAL)
    actions: dict[str, Callable[[Call], RemadeBackups]] = {
        "set": _set,
        "change": _change,
        "remove": _remove,
    }
    action = call.asked.action
    for sentence in remade_sentences(actions[action](call)):
        say(sentence)
    if action != "remove":
        say(elsewhere(had=action == "change", has=True))
    return 0


def _set(call: Call) -> RemadeBackups:
    if call.store.has_passphrase():
        raise Refusal(_("The journal has a passphrase already; `passphrase change` changes it."))
    new = call.passphrases.first_one()
    with call.opened(None, writer=True) as journal:
        remade = _changed(journal, None, new)
    say(
        _(
            "Saved: the journal opens with the passphrase alone from now on. Nobody can open it "
            "without, so keep the passphrase in a safe place."
        )
    )
    return remade


def _change(call: Call) -> RemadeBackups:
    old = _present(call)
    with call.opened(old, writer=True):
        pass  # what is in the way is told before anything is typed, and nothing waits meanwhile
    new = call.passphrases.new_one()
    with call.opened(old, writer=True) as journal:
        remade = _changed(journal, old, new)
    follow_keychain(call, new)
    say(_("Saved: the journal opens with the new passphrase alone from now on."))
    return remade


def _changed(journal: OpenJournal, old: str | None, new: str) -> RemadeBackups:
    """The passphrase changed; `old` has opened the journal, so only `new` can be the wrong one."""
    try:
        return journal.change_passphrase(old, new)
    except StorageError as error:
        if error.problem is StorageProblem.WRONG_PASSPHRASE:
            raise not_usable() from None
        raise


def _remove(call: Call) -> RemadeBackups:
    old = _present(call)
    with call.opened(old, writer=True) as journal:
        remade = journal.change_passphrase(old, None)
    follow_keychain(call, None)
    say(_("Saved: the journal opens without a passphrase, for anyone who can reach its file."))
    return remade


def _present(call: Call) -> str:
    if not call.store.has_passphrase():
        raise Refusal(_("The journal has no passphrase."))
    return call.passphrases.of_journal()


def remade_sentences(remade: RemadeBackups) -> list[str]:
    """What became of the backups, a sentence for each thing that has to be known."""
    said = []
    if remade.remade:
        words = ngettext(
            "{count} backup opens the same way now.",
            "{count} backups open the same way now.",
            remade.remade,
        )
        said.append(words.format(count=remade.remade))
    lists: tuple[tuple[str, tuple[Path, ...]], ...] = (
        (_("A copy of the journal, which opens the same way now: {file}"), remade.copies),
        (_("Damaged, so locked as it is: {file}"), remade.sealed),
        (_("Removed, since it could not be locked: {file}"), remade.deleted),
        (_("Left as it was, so it opens as it did before: {file}"), remade.left),
        (_("Not there at the moment, so left as it was: {file}"), remade.unreachable),
    )
    said += [words.format(file=file) for words, files in lists for file in files]
    return [*said, folders_lost()] if remade.folders_lost else said
