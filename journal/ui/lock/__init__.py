"""Passphrase and lock: content hidden and the key dropped until the passphrase is typed again."""
