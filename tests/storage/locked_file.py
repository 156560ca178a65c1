"""A backup as an interrupted change leaves it: with a passphrase that the journal gave up."""

from contextlib import closing
from pathlib import Path

from journal.storage.copying import rewrite_for
from journal.storage.new_file import new_file
from journal.storage.unlocking import with_key


def lock_file(file: Path, passphrase: str) -> None:
    """Give one plain file a passphrase of its own."""
    with new_file(file) as unfinished, closing(with_key(file, None)) as source:
        rewrite_for(source, unfinished, passphrase)
