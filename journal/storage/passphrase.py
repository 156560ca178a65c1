"""From a passphrase to the key of a journal, once, so that each connection opens at once.

SQLCipher makes a new file from the passphrase itself, with its version 4 settings, so that any
SQLCipher tool opens the journal with the passphrase alone. The same derivation is done here for a
file that exists, over the salt in its first 16 bytes.
"""

import hashlib
import hmac
import unicodedata
from pathlib import Path

from journal.storage.faults import reading_faults

SALT_LENGTH = 16
_ROUNDS = 256_000
_KEY_LENGTH = 32


def key_of_new(passphrase: str) -> bytes:
    """The passphrase as every keyboard means it: composed characters (Unicode NFC), in UTF-8."""
    return unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")


def key_of_file(passphrase: str, path: Path) -> bytes:
    """The key and salt of the encrypted journal at `path`, in SQLCipher's raw notation.

    Takes some tenths of a second on purpose: PBKDF2-HMAC-SHA512 with 256,000 rounds.
    """
    return _raw_key(passphrase, salt_in(path))


def salt_in(path: Path) -> bytes:
    """The salt that an encrypted file begins with; StorageError where it cannot be read."""
    with reading_faults(), path.open("rb") as file:
        return file.read(SALT_LENGTH)


def salt_of(key: bytes) -> bytes:
    """The salt in a raw key: what every file that it opens begins with."""
    return bytes.fromhex(key.decode()[-2 * SALT_LENGTH - 1 : -1])


def is_passphrase_of(key: bytes | None, passphrase: str | None) -> bool:
    """Whether `key`, as `key_of_file` gave it, is this passphrase's; None fits with None."""
    if key is None or passphrase is None:
        return key is None and passphrase is None
    return hmac.compare_digest(key, _raw_key(passphrase, salt_of(key)))


def _raw_key(passphrase: str, salt: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha512", key_of_new(passphrase), salt, _ROUNDS, _KEY_LENGTH)
    return f"x'{key.hex()}{salt.hex()}'".encode()
