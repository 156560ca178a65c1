"""The journals of every released version open, and all that was in them is there."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.edit import Edit
from journal.domain.repository import OpenJournal
from tests.storage.examples import (
    check_in,
    full_response,
    full_session,
    full_settings,
    save,
    writer,
)

RELEASED = sorted((Path(__file__).parents[1] / "data").glob("journal-*.sqlite"))


@pytest.fixture
def opened(released: Path, path: Path) -> Iterator[OpenJournal]:
    path.parent.mkdir()
    shutil.copyfile(released, path)
    journal = writer(path)
    yield journal
    journal.close()


def test_there_are_some() -> None:
    assert [file.name for file in RELEASED] == [
        "journal-0001.sqlite",
        "journal-0005.sqlite",
        "journal-0006.sqlite",
        "journal-0007.sqlite",
        "journal-0008.sqlite",
    ]


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_it_opens_and_takes_entries(opened: OpenJournal) -> None:
    assert opened.check().is_sound
    save(opened, check_in(note="Years later."))
    assert len(opened.check_ins.between()) == 2


@pytest.mark.parametrize("released", RELEASED, ids=lambda file: file.stem)
def test_it_still_says_what_was_entered(opened: OpenJournal) -> None:
    records = opened.records()
    (entered,), (day,), (session,) = records.check_ins, records.days, records.sessions
    assert (entered.value("mood"), entered.tags) == (7, ("walk", "family"))
    assert entered.note == "Slept badly, then a good morning."
    assert entered.moment.local.isoformat() == "2026-03-14T21:14:05.123456+01:00"
    assert (day.sleep_hours, day.too_unwell) == (7.5, True)
    assert session.dose is not None
    assert (str(session.dose.amount), session.dose.unit, session.minutes) == ("0.50", "mg/kg", 40)
    assert [effect.session_id for effect in records.side_effects] == [session.id, None, None, None]
    assert records.scales[-1].name == "Hope"
    assert len(opened.imports.known("daylio")) == 1


@pytest.mark.parametrize("released", RELEASED[1:], ids=lambda file: file.stem)
def test_what_came_with_the_fifth_step_is_still_there(opened: OpenJournal) -> None:
    records = opened.records()
    (session,), (response,), (medicine,) = records.sessions, records.responses, records.medications
    (dose,), (answered,) = records.doses_taken, records.safety_answers
    assert (response.answers, response.entered_total) == (full_response().answers, 14)
    asked_later = {
        name: getattr(full_session(), name)
        for name in ("dose_taken", "with_whom", "taken_home_by", "before", "vitals", "felt")
    }
    assert replace(session, **asked_later) == session
    assert (medicine.reason, dose.medication_id) == ("Too little sleep", medicine.id)
    assert (answered.answers, answered.about) == (("nights-up", "urinary-pain"), response.id)
    known_by_then = replace(
        full_settings(records.settings),
        intervals=records.settings.intervals,
        begun_in_treatment=records.settings.begun_in_treatment,
    )
    assert known_by_then == records.settings


@pytest.mark.parametrize("released", RELEASED[:2], ids=lambda file: file.stem)
def test_older_ones_have_no_intervals_of_their_own_and_take_some(opened: OpenJournal) -> None:
    before = opened.settings()
    assert before.intervals == ()
    after = replace(before, intervals=full_settings(before).intervals)
    opened.apply([Edit(before, after)])
    assert opened.settings() == after


@pytest.mark.parametrize("released", RELEASED[2:], ids=lambda file: file.stem)
def test_what_came_with_the_sixth_step_is_still_there(opened: OpenJournal) -> None:
    settings = opened.settings()
    assert settings.every_days == {"gad-7": None, "phq-9": 28}


@pytest.mark.parametrize("released", RELEASED[:3], ids=lambda file: file.stem)
def test_older_ones_have_an_empty_bin_that_takes_what_is_deleted(opened: OpenJournal) -> None:
    assert opened.bin.deletions() == ()
    (entered,) = opened.check_ins.between()
    opened.apply([Edit(entered, None)])
    assert [deletion.records for deletion in opened.bin.deletions()] == [(entered,)]


@pytest.mark.parametrize("released", RELEASED[3:], ids=lambda file: file.stem)
def test_what_came_with_the_seventh_step_is_still_there(opened: OpenJournal) -> None:
    (deletion,) = opened.bin.deletions()
    assert [record.note for record in deletion.records] == ["Thrown away."]  # type: ignore[union-attr]


@pytest.mark.parametrize("released", RELEASED[:4], ids=lambda file: file.stem)
def test_of_older_ones_nobody_said_that_treatment_had_begun(opened: OpenJournal) -> None:
    before = opened.settings()
    assert not before.begun_in_treatment
    after = replace(before, begun_in_treatment=True)
    opened.apply([Edit(before, after)])
    assert opened.settings() == after


@pytest.mark.parametrize("released", RELEASED[4:], ids=lambda file: file.stem)
def test_what_came_with_the_eighth_step_is_still_there(opened: OpenJournal) -> None:
    settings = opened.settings()
    assert settings.begun_in_treatment
    assert full_settings(settings) == settings
