"""`restore`: a backup in the place of the journal, which is kept."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.cli.call import Call
from journal.cli.holdings import counts_and_days
from journal.cli.output import say
from journal.cli.passphrase import remade_sentences
from journal.cli.refusal import Refusal
from journal.domain.backups import Contents, Restored
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.repository import OpenJournal
from journal.domain.restoring import GIVES_WAY, can_go_back, look_at_replaced
from journal.i18n import _
from journal.wording.backups import when
from journal.wording.restoring import kept_as_it_was, kept_damaged, loss_sentence, not_restored


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which backup, and whether only to look into it."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=_("the backup; `backups` lists them")
    )
    parser.add_argument(
        "--preview", action="store_true", help=_("only say what it holds, and change nothing")
    )


def run(call: Call) -> int:
    """Say what the backup holds and, unless only that was asked for, restore it."""
    file: Path = call.asked.file
    _check_file(call, file)
    if not call.store.exists():
        return _into_nothing_readable(call, file)
    passphrase = call.passphrases.of_journal() if call.store.has_passphrase() else None
    try:
        journal = call.store.open(passphrase, writer=not call.asked.preview)
    except StorageError as error:
        if not _gives_way(call, file, error.problem, passphrase):
            raise
        return _into_nothing_readable(call, file)
    try:
        return _over(journal, call, file)
    finally:
        journal.close()


def _gives_way(call: Call, file: Path, problem: StorageProblem, passphrase: str | None) -> bool:
    """Whether a journal that does not open for this reason is put aside.

    One whose first bytes are damaged looks as if the passphrase were wrong. That it is right shows
    in a backup which opens with it, and not without.
    """
    if problem is not StorageProblem.WRONG_PASSPHRASE or passphrase is None:
        return problem in GIVES_WAY
    return _opens(call, file, passphrase) and not _opens(call, file, None)


def _opens(call: Call, file: Path, passphrase: str | None) -> bool:
    try:
        call.store.preview(file, passphrase)
    except StorageError:
        return False
    return True


def _check_file(call: Call, file: Path) -> None:
    if not file.is_file():
        words = _("There is no file {file} to restore. Nothing was changed.")
        raise Refusal(words.format(file=file))
    if call.store.exists() and file.samefile(call.places.journal):
        raise Refusal(_("This is the journal itself, and no backup of it."))


def _over(journal: OpenJournal, call: Call, file: Path) -> int:
    with _about_the_backup():
        passphrase, contents = _looked_into(journal.preview, call, file)
    _say_contents(contents)
    loss = look_at_replaced(journal, file, passphrase, contents).loss
    if loss is not None:
        say(loss_sentence(loss))
    if not call.asked.preview:
        with _about_the_backup():
            restored = journal.restore(file, passphrase)
        _say_restored(restored, kept_damaged, call)
    return 0


def _into_nothing_readable(call: Call, file: Path) -> int:
    with _about_the_backup():
        passphrase, contents = _looked_into(call.store.preview, call, file)
    _say_contents(contents)
    _say_what_is_lost(call, file)
    if not call.asked.preview:
        if passphrase is None and call.store.has_passphrase():
            passphrase = call.passphrases.of_journal()  # so that it stays locked
        with _about_the_backup():
            restored = call.store.restore(file, passphrase)
        _say_restored(restored, kept_as_it_was, call)
    return 0


def _say_what_is_lost(call: Call, file: Path) -> None:
    """From when on entries are gone; what they are nobody can count in a file that is unreadable.

    A file that is none of the journal's own backups tells no date.
    """
    for backup in call.store.backups().backups:
        if backup.file.resolve() == file.resolve():
            made = when(backup.made_at, call.now, call.clock.zone())
            say(_("Entries after {when} are not in it.").format(when=made))


def _looked_into(
    preview: Callable[[Path, str | None], Contents], call: Call, file: Path
) -> tuple[str | None, Contents]:
    """What the backup holds, and the passphrase it needed, if it was another than the journal's."""
    for passphrase_of in _passphrases(call):
        try:
            passphrase = passphrase_of()
            return passphrase, preview(file, passphrase)
        except StorageError as error:
            if error.problem is not StorageProblem.WRONG_PASSPHRASE:
                raise
    raise StorageError(StorageProblem.WRONG_PASSPHRASE)


def _passphrases(call: Call) -> Iterator[Callable[[], str | None]]:
    """None first: a plain backup needs no passphrase, and an open journal has its key."""
    yield lambda: None
    if call.passphrases.known() is not None:
        yield call.passphrases.of_journal
    yield call.passphrases.of_backup


@contextmanager
def _about_the_backup() -> Iterator[None]:
    """Tell what is wrong with the backup as such: nothing ails the journal."""
    try:
        yield
    except StorageError as error:
        if error.problem is StorageProblem.IN_USE:
            raise
        raise Refusal(not_restored(error.problem)) from None


def _say_contents(contents: Contents) -> None:
    say(_("The backup holds {holds}.").format(holds=counts_and_days(contents)))


def _say_restored(restored: Restored, kept_otherwise: Callable[[Path], str], call: Call) -> None:
    """`kept_otherwise` are the words for what was kept and is no backup."""
    say(_("Restored. The journal holds {holds}.").format(holds=counts_and_days(restored.contents)))
    if restored.kept is not None:
        words = _("What it was is kept: {file}. Restoring that file takes this back.")
        if can_go_back(restored, call.store.backups()):
            say(words.format(file=restored.kept))
        else:
            say(kept_otherwise(restored.kept))
    if restored.remade is not None:
        say(_("The journal opens with the passphrase of the backup from now on."))
        for sentence in remade_sentences(restored.remade):
            say(sentence)
