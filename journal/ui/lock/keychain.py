"""The system's keychain: a copy of the passphrase for convenience, never the only one.

Each call may take long, and the system may ask the person something: they are for the worker.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from journal.domain.errors import JournalError

T = TypeVar("T")

SERVICE = "Symptom Journal"
"""What the system's own list of passwords shows."""


class KeychainRefused(JournalError):
    """The keychain is closed, is not there, or did not do what it was asked."""


class Keychain:
    """The entry for the journal in one file; the package behind it loads at first use."""

    def __init__(self, journal: Path) -> None:
        self._name = str(journal)

    def works(self) -> bool:
        """Whether there is a keychain that keeps what it gets safe."""

        def is_safe() -> bool:
            from keyring import core  # noqa: PLC0415 - only where there is a passphrase

            return core.recommended(core.get_keyring())

        try:
            return _asked(is_safe)
        except KeychainRefused:
            return False

    def passphrase(self) -> str | None:
        """What it holds for this journal."""

        def get() -> str | None:
            import keyring  # noqa: PLC0415 - as above

            return keyring.get_password(SERVICE, self._name)

        return _asked(get)

    def keep(self, passphrase: str) -> None:
        """Put the passphrase there, in place of an earlier one."""

        def put() -> None:
            import keyring  # noqa: PLC0415 - as above

            keyring.set_password(SERVICE, self._name, passphrase)

        _asked(put)

    def forget(self) -> None:
        """Take it away; nothing happens where there is none."""

        def remove() -> None:
            import keyring  # noqa: PLC0415 - as above

            if keyring.get_password(SERVICE, self._name) is not None:
                keyring.delete_password(SERVICE, self._name)

        _asked(remove)


def _asked(question: Callable[[], T]) -> T:
    try:
        return question()
    except Exception:  # every system's keychain raises its own; a traceback could show the words
        raise KeychainRefused from None
