"""A journal in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.domain.repository import OpenJournal
from tests.storage.examples import writer
from tests.storage.quick_keys import ROUNDS, keys_in_rounds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal will lie; neither the file nor its folder is there yet."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[OpenJournal]:
    """A new journal, open for writing."""
    opened = writer(path)
    yield opened
    opened.close()


@pytest.fixture
def quick_keys() -> Iterator[None]:
    """Passphrases that take no time."""
    with keys_in_rounds(ROUNDS // 1000):
        yield
