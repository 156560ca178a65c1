"""Deletes everything this program keeps on the computer, and says what it could not remove."""

from contextlib import suppress
from pathlib import Path

from journal.domain.repository import JournalStore
from journal.paths import Places
from journal.preferences import Preferences
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.keychain import Keychain, KeychainRefused
from journal.wording.lock import keychain_keeps_entry


def delete_everything(
    editor: JournalEditor, store: JournalStore, places: Places, preferences: Preferences
) -> tuple[tuple[Path, ...], str]:
    """Close the journal and delete it, its backups, the preferences and the keychain's copy.

    Answers with the files and folders that remain, and with a sentence where the keychain kept its
    copy. Raises StorageError as `JournalStore.delete_everything` does; the journal is closed then.
    """
    editor.close()
    with suppress(OSError):  # looks, and the copy of the contacts: it lies in the journal's folder
        places.preferences.unlink(missing_ok=True)
    left = store.delete_everything()
    if places.preferences.exists():
        left = (*left, places.preferences)
    return left, _forget_passphrase(places.journal) if preferences.keychain else ""


def _forget_passphrase(journal: Path) -> str:
    try:
        Keychain(journal).forget()
    except KeychainRefused:
        return keychain_keeps_entry()
    return ""
