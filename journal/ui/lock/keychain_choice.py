"""Whether the keychain holds a copy of the passphrase, as the person chose, and keeps it right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journal.ui.lock.keychain import Keychain, KeychainRefused
from journal.ui.tasks import TaskRunner
from journal.wording.lock import keychain_keeps_entry, keychain_took_nothing


class KeychainChoice(QObject):
    """`changed` carries the choice, `offered` whether there is a keychain, `failed` a sentence.

    The choice may stand before the passphrase is known: then it is put there when it is typed.
    """

    changed = Signal(bool)
    offered = Signal(bool)
    failed = Signal(str)

    def __init__(
        self, keychain: Keychain, worker: TaskRunner, is_on: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keychain = keychain
        self._worker = worker
        self.is_on = is_on

    def look(self) -> None:
        """Find out whether there is a keychain; `offered` follows."""
        self._worker.run(self._keychain.works, self.offered.emit, _raise)

    def fetch(self, found: Callable[[str], None], missing: Callable[[], None]) -> None:
        """Ask the keychain for the passphrase; exactly one of `found` and `missing` is called."""

        def done(passphrase: str | None) -> None:
            if passphrase:
                found(passphrase)
            else:
                missing()

        self._worker.run(self._keychain.passphrase, done, _told(missing))

    def switch_on(self, passphrase: str = "") -> None:
        """Want a copy there from now on; without a passphrase once it is next typed."""
        self._set(True)
        if passphrase:
            keep = self._keychain.keep
            self._worker.run(lambda: keep(passphrase), _nothing, _told(self._on_not_kept))

    def switch_off(self) -> None:
        """Take the copy away."""
        self._set(False)
        words = keychain_keeps_entry()
        refused = _told(lambda: self.failed.emit(words))
        self._worker.run(self._keychain.forget, _nothing, refused)

    def follow(self, passphrase: str | None) -> None:
        """The journal has another passphrase, or none any more."""
        if not self.is_on:
            return
        if passphrase is None:
            self.switch_off()
        else:
            self.switch_on(passphrase)

    def _on_not_kept(self) -> None:
        self._set(False)
        self.failed.emit(keychain_took_nothing())

    def _set(self, is_on: bool) -> None:
        if is_on != self.is_on:
            self.is_on = is_on
            self.changed.emit(is_on)


def _told(refused: Callable[[], None]) -> Callable[[Exception], None]:
    def failed(error: Exception) -> None:
        if not isinstance(error, KeychainRefused):
            raise error
        refused()

    return failed


def _nothing(_done: None) -> None:
    """It is as the person wanted it."""


def _raise(error: Exception) -> None:
    raise error
