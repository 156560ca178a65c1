"""Keys made in fewer rounds than the program's and SQLCipher's own, for tests that make many."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlcipher3 import dbapi2

from journal.storage import passphrase

ROUNDS = passphrase._ROUNDS


@contextmanager
def keys_in_rounds(rounds: int) -> Iterator[None]:
    """Every key of this process takes so many rounds; files from elsewhere do not open then."""
    _set(rounds)
    try:
        yield
    finally:
        _set(ROUNDS)


def _set(rounds: int) -> None:
    passphrase._ROUNDS = rounds
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA cipher_default_kdf_iter = {rounds}")
