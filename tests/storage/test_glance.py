"""Today as it is kept, read before the journal is opened: the same as the open journal tells."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.checkin import STANDARD_SCALES
from journal.domain.day_entries import DayEntries
from journal.domain.edit import Edit
from journal.storage.store import JournalFile
from tests.storage.examples import full_settings, save, writer

DATA = Path(__file__).parent.parent / "data"
NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
ZONE = "Europe/Berlin"


def file_at(path: Path) -> JournalFile:
    return JournalFile(path, lambda: NOW)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A journal with rows in every table."""
    path = tmp_path / "journal.db"
    path.write_bytes((DATA / "journal-0008.sqlite").read_bytes())
    return path


def test_every_logged_day_is_glanced_at_as_the_open_journal_tells_it(example: Path) -> None:
    journal = file_at(example).open()
    days = {check_in.moment.day for check_in in journal.check_ins.between()}
    days |= {effect.noted.day for effect in journal.side_effects.between()}
    told = {
        day: DayEntries(
            day,
            journal.check_ins.between(day, day),
            next(iter(journal.days.between(day, day)), None),
            journal.side_effects.between(day, day),
        )
        for day in days
    }
    scales = journal.scales.all()
    journal.close()

    for day, entries in told.items():
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        glance = file_at(example).glance(noon, ZONE)
        assert glance is not None
        assert glance.entries == entries
        assert glance.scales == scales
    assert any(entries.check_ins and entries.side_effects for entries in told.values())


def test_the_day_is_the_journals_own(path: Path) -> None:
    """A journal whose days start at 06:00 is still in yesterday at 05:30."""
    journal = writer(path)
    settings = journal.settings()
    journal.apply([Edit(settings, full_settings(settings))])
    starts = journal.settings().day_starts_at
    journal.close()
    early = datetime(2026, 3, 10, starts.hour, 0, tzinfo=UTC) - timedelta(minutes=30)

    glance = file_at(path).glance(early, "UTC")

    assert glance is not None
    assert glance.day_starts_at == starts
    assert glance.entries.day == early.date() - timedelta(1)


def test_a_new_journal_has_nothing_but_its_scales(path: Path) -> None:
    writer(path).close()

    glance = file_at(path).glance(NOW, ZONE)

    assert glance is not None
    assert [scale.key for scale in glance.scales] == [scale.key for scale in STANDARD_SCALES]
    assert glance.entries == DayEntries(glance.entries.day)
    assert not glance.is_bipolar


def test_without_a_file_there_is_nothing_to_see_and_nothing_is_made(path: Path) -> None:
    assert file_at(path).glance(NOW, ZONE) is None
    assert not path.parent.exists()


def test_a_journal_with_a_passphrase_shows_nothing(path: Path) -> None:
    file_at(path).open("open sesame", writer=True).close()

    assert file_at(path).glance(NOW, ZONE) is None


def test_an_older_journal_is_left_to_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes((DATA / "journal-0001.sqlite").read_bytes())

    assert file_at(path).glance(NOW, ZONE) is None


@pytest.mark.parametrize("cut", [0, 50, 4096, 9000])
def test_a_cut_file_shows_nothing_and_stays_as_it_is(example: Path, cut: int) -> None:
    example.write_bytes(example.read_bytes()[:cut])

    assert file_at(example).glance(NOW, ZONE) is None
    assert example.stat().st_size == cut


@pytest.mark.parametrize("settings", ["'04:00', NULL", "5, ''", "'4 am', ''"])
def test_settings_that_nobody_wrote_show_nothing(path: Path, settings: str) -> None:
    writer(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "DROP TABLE journal_settings;"
            "CREATE TABLE journal_settings (day_starts_at, treated_for);"
            f"INSERT INTO journal_settings VALUES ({settings})"
        )

    assert file_at(path).glance(NOW, ZONE) is None


def test_it_leaves_the_file_free_for_a_writer(path: Path) -> None:
    journal = writer(path)
    save(journal)
    journal.close()
    before = path.read_bytes()

    file_at(path).glance(NOW, ZONE)

    assert path.read_bytes() == before
    writer(path).close()
