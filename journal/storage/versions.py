"""What the driver brings with it, as it says itself."""

from contextlib import closing

from sqlcipher3 import dbapi2


def versions() -> dict[str, str]:
    """The versions of SQLite, SQLCipher and OpenSSL, without their dates and editions."""
    with closing(dbapi2.connect(":memory:")) as connection:
        # Only a connection with a key tells what it encrypts with; there is nothing to encrypt.
        connection.set_key("-")
        cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
        provider = connection.execute("PRAGMA cipher_provider_version").fetchone()[0]
    name, number = provider.split()[:2]
    return {"SQLite": dbapi2.sqlite_version, "SQLCipher": cipher.split()[0], name: number}
