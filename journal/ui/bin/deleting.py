"""Deletes everything this program keeps on the computer, and says what it could not remove."""

import shutil
from contextlib import suppress
from pathlib import Path

from journal.domain.repository import JournalStore
from journal.paths import Places, drawing_folder
from journal.preferences import Preferences
from journal.ui.journal_editor import JournalEditor
from journal.ui.lock.keychain import Keychain, KeychainRefused
from journal.whole_files import remove
from journal.wording.lock import keychain_keeps_entry, keychain_may_have_entry


def delete_everything(
    editor: JournalEditor, store: JournalStore, places: Places, preferences: Preferences
) -> tuple[tuple[Path, ...], str]:
    """Close the journal and delete it, its backups, the preferences and the keychain's copy.

    The list of fonts for drawing goes too: it has the names of folders of the person's account.
    The keychain is asked whatever the preferences say: they may have been lost. Answers with the
    files and folders that remain, and with a sentence where the keychain may still have a copy.
    Raises StorageError as `JournalStore.delete_everything` does; the journal is closed then.
    """
    editor.close()
    with suppress(OSError):  # looks, and the copy of the contacts: it lies in the journal's folder
        remove(places.preferences)
    _remove_drawing_folder()  # some systems have it in the journal's folder as well
    left = store.delete_everything()
    left = (*left, *(each for each in (places.preferences, drawing_folder()) if each.exists()))
    return left, _forget_passphrase(Keychain(places.journal), was_chosen=preferences.keychain)


def _remove_drawing_folder() -> None:
    folder = drawing_folder()
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # something else may lie there
        folder.parent.rmdir()


def _forget_passphrase(keychain: Keychain, *, was_chosen: bool) -> str:
    try:
        keychain.forget()
    except KeychainRefused:
        if was_chosen:
            return keychain_keeps_entry()
        return keychain_may_have_entry() if keychain.works() else ""
    return ""
