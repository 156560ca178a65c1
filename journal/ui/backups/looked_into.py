"""What a backup holds, and what restoring it would do: found out in the worker, nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.restoring import GIVES_WAY, PassphraseAfter, look_at_replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.backups import Contents
    from journal.domain.repository import JournalStore, OpenJournal
    from journal.domain.restoring import Replaced


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that can be restored, and the passphrase it needs, None for the journal's or none.

    `replaced` is None where the journal does not open; `may_be_sound` then says that nothing but
    its passphrase may be missing.
    """

    contents: Contents
    passphrase: str | None
    replaced: Replaced | None
    after: PassphraseAfter
    may_be_sound: bool = False


class NotOpened(Exception):
    """The journal did not open for a reason that makes no way for a backup."""

    def __init__(self, error: StorageError) -> None:
        super().__init__(str(error))
        self.error = error


def look_into(journal: OpenJournal, file: Path, passphrase: str | None) -> Found:
    """What restoring `file` into the open journal does; takes long."""
    contents, needed = _held(journal.preview, file, passphrase)
    is_brought = needed is not None and not journal.has_passphrase
    after = PassphraseAfter.OF_BACKUP if is_brought else PassphraseAfter.SAME
    return Found(contents, needed, look_at_replaced(journal, file, needed, contents), after)


def look_unopened(
    store: JournalStore, file: Path, passphrase: str | None, problem: StorageProblem | None
) -> Found | None:
    """What restoring `file` does to a journal that did not open, for this reason or an unknown.

    None where the journal opens after all: with what was typed for the backup, or since it has no
    passphrase any more. Raises NotOpened where it is neither locked nor spoiled. Takes long.
    """
    had_one = store.has_passphrase()
    if store.exists() and (passphrase is not None or not had_one):
        try:
            store.open(passphrase if had_one else None, writer=True).close()
        except StorageError as error:
            if error.problem not in (*GIVES_WAY, StorageProblem.WRONG_PASSPHRASE):
                raise NotOpened(error) from None
            problem = error.problem
        else:
            return None
    contents, needed = _held(store.preview, file, passphrase)
    may_be_sound = had_one and problem not in GIVES_WAY
    return Found(contents, needed, None, _after(had_one, needed), may_be_sound)


def _after(had_one: bool, needed: str | None) -> PassphraseAfter:
    if had_one and needed is None:
        return PassphraseAfter.NONE
    if needed is not None and not had_one:
        return PassphraseAfter.OF_BACKUP
    return PassphraseAfter.SAME


def _held(
    preview: Callable[[Path, str | None], Contents], file: Path, passphrase: str | None
) -> tuple[Contents, str | None]:
    """What the file holds, and the passphrase, where it does not open without."""
    try:
        return preview(file, None), None
    except StorageError as error:
        if passphrase is None or error.problem is not StorageProblem.WRONG_PASSPHRASE:
            raise
    return preview(file, passphrase), passphrase
