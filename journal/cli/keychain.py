"""The keychain's copy of a passphrase that was changed or removed on the terminal."""

from contextlib import suppress
from dataclasses import replace

from journal import preferences
from journal.cli.call import Call
from journal.cli.output import say
from journal.wording.lock import keychain_keeps_entry


def follow_keychain(call: Call, passphrase: str | None) -> None:
    """Put the new passphrase there, or take the old one away, where the window keeps one there.

    A copy that cannot be replaced is taken away, or said to be there still: an old passphrase may
    open old copies of the journal.
    """
    kept = preferences.load(call.places.preferences)
    if not kept.keychain:
        return
    from journal.ui.lock.keychain import (  # noqa: PLC0415 - rarely
        Keychain,
        KeychainRefused,
    )

    keychain = Keychain(call.places.journal)
    if passphrase is not None:
        with suppress(KeychainRefused):
            keychain.keep(passphrase)
            return
    with suppress(OSError):
        preferences.save(call.places.preferences, replace(kept, keychain=False))
    try:
        keychain.forget()
    except KeychainRefused:
        say(keychain_keeps_entry())
