"""The journals of every released version open, and all that was in them is there."""

import shutil
from pathlib import Path

import pytest

from tests.storage.examples import check_in, save, writer

RELEASED = sorted((Path(__file__).parents[1] / "data").glob("journal-*.sqlite"))


def test_there_are_some() -> None:
    assert [file.name for file in RELEASED] == ["journal-0001.sqlite"]


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_it_opens_and_takes_entries(released: Path, path: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(released, path)
    journal = writer(path)
    assert journal.check().is_sound
    save(journal, check_in(note="Years later."))
    assert len(journal.check_ins.between()) == 2
    journal.close()


def test_the_first_version_still_says_what_was_entered(path: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(RELEASED[0], path)
    journal = writer(path)
    records = journal.records()
    (entered,), (day,), (session,) = records.check_ins, records.days, records.sessions
    assert (entered.value("mood"), entered.tags) == (7, ("walk", "family"))
    assert entered.note == "Slept badly, then a good morning."
    assert entered.moment.local.isoformat() == "2026-03-14T21:14:05.123456+01:00"
    assert (day.sleep_hours, day.too_unwell) == (7.5, True)
    assert session.dose is not None
    assert (str(session.dose.amount), session.dose.unit, session.minutes) == ("0.50", "mg/kg", 40)
    assert [effect.session_id for effect in records.side_effects] == [session.id, None, None, None]
    assert records.scales[-1].name == "Hope"
    assert len(journal.imports.known("daylio")) == 1
    journal.close()
