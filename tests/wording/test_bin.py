"""What was deleted, in words."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from journal.domain.bin import Deletion
from journal.domain.checkin import CheckIn, DayRecord, Direction, Scale, Score
from journal.domain.edit import ImportedRow, Record
from journal.domain.errors import InvalidValue, Problem
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import Moment
from journal.domain.questionnaire import Response
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import Dose, DoseUnit, Route, SessionState, Treatment, TreatmentSession
from journal.domain.side_effect import Severity, SideEffect
from journal.questionnaire_files import shelf
from journal.wording.bin import (
    backups_hold_it,
    deletion_gist,
    deletion_title,
    kept_sentence,
    refused_sentence,
    stays_for,
)

AT = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
TODAY = date(2026, 3, 10)
ZONE = "Europe/Berlin"


def kept(number: int) -> dict[str, Any]:
    return {"id": UUID(int=number), "created_at": AT, "changed_at": AT}


def at(hour: int) -> Moment:
    return Moment(datetime(2026, 3, 10, hour, 0, tzinfo=UTC), ZONE, TODAY)


def scale(key: str, name: str = "") -> Scale:
    return Scale(
        key=key,
        low=0,
        high=10,
        direction=Direction.NEITHER,
        active=True,
        position=0,
        name=name,
        **kept(90),
    )


CHECK_IN = CheckIn(
    moment=at(9),
    scores=(Score("mood", 7, AT),),
    note="Went for\na walk",
    tags=("walk",),
    **kept(1),
)
SESSION = TreatmentSession(
    start=at(10),
    treatment=Treatment.IV_KETAMINE,
    route=Route.INTRAVENOUS,
    state=SessionState.DONE,
    dose=Dose(amount=Decimal(35), unit=DoseUnit.MG),
    **kept(2),
)
EFFECT = SideEffect(noted=at(11), severity=Severity.MILD, effect="nausea", **kept(3))
UNRATED = SideEffect(noted=at(11), severity=None, name="Cold hands", **kept(4))
DAY = DayRecord(day=TODAY, sleep_hours=7.5, sleep_quality=6, too_unwell=True, **kept(5))
MEDICINE = Medication(course=UUID(int=50), name="Sertraline", first=TODAY, dose="50 mg", **kept(6))
DOSE = DoseTaken(medication_id=UUID(int=6), taken=at(12), amount="1 mg", **kept(7))
TOTAL = Response(questionnaire="phq-9", moment=at(13), entered_total=12, **kept(8))
ANSWER = SafetyAnswer(
    question=SafetyQuestion.SAFE_TONIGHT, moment=at(14), answers=("yes",), **kept(9)
)
ROW = ImportedRow(
    source="daylio", day=TODAY, time="09:00", nth=1, check_in_id=UUID(int=1), **kept(10)
)


def gist(*records: Record) -> str:
    return deletion_gist(Deletion(1, AT, records), (scale("mood"),), shelf().find)


def title(*records: Record) -> str:
    return deletion_title(Deletion(1, AT, records))


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (CHECK_IN, "10:00 · mood 7 · Tags: walk · Went for a walk"),
        (SESSION, "11:00 · IV ketamine · 35 mg"),
        (EFFECT, "Nausea · mild"),
        (UNRATED, "Cold hands"),
        (DAY, "sleep 7.5 h · sleep quality 6 · too unwell to rate"),
        (MEDICINE, "Sertraline 50 mg"),
        (DOSE, "13:00 · 1 mg"),
        (TOTAL, "PHQ-9: 12, from paper"),
        (ANSWER, "Safe tonight: yes"),
        (scale("own-1", "Energy"), "Energy · 0 – 10"),
    ],
)
def test_the_gist_of_each_kind(record: Record, words: str) -> None:
    assert gist(record) == words


def test_a_score_of_a_deleted_scale_still_has_a_name() -> None:
    (score,) = CHECK_IN.scores
    lost = CheckIn(moment=at(9), scores=(Score("own-2", 3, AT), score), **kept(1))

    assert gist(lost) == "10:00 · a deleted scale 3 · mood 7"


def test_a_scale_that_went_with_its_scores_names_them() -> None:
    rated = CheckIn(moment=at(9), scores=(Score("own-1", 3, AT),), **kept(1))

    assert gist(rated, scale("own-1", "Energy")) == "10:00 · Energy 3"


def test_the_title_says_what_it_was_and_of_which_day() -> None:
    assert title(CHECK_IN) == "Check-in · 10 March 2026"


def test_a_scale_is_of_no_day() -> None:
    assert title(scale("own-1", "Energy")) == "Scale"


def test_a_session_is_what_the_deletion_was_about() -> None:
    assert title(EFFECT, UNRATED, SESSION) == "Session · 10 March 2026 · and 2 entries more"


def test_rows_of_an_import_are_no_entries() -> None:
    assert title(ROW, CHECK_IN) == "Check-in · 10 March 2026"


def test_how_long_it_is_kept() -> None:
    words = kept_sentence(Deletion(1, AT, (CHECK_IN,)), AT, ZONE)

    assert words == "Deleted today 21:14; kept until 9 April 2026."


@pytest.mark.parametrize(
    ("field", "problem", "words"),
    [
        (
            "day",
            Problem.TAKEN,
            "This day has entries of its own again, so it was not put back.",
        ),
        ("scale", Problem.UNKNOWN, "Its scale is not in the journal. Put the scale back first."),
        ("onset", Problem.IN_FUTURE, "The onset lies in the future."),
    ],
)
def test_why_something_was_not_put_back(field: str, problem: Problem, words: str) -> None:
    assert refused_sentence(InvalidValue(field, problem)) == words


def test_what_is_gone_from_the_journal_is_not_said_to_be_gone_from_its_backups() -> None:
    assert "put back" in stays_for()
    assert "Backups made before hold it for a year or longer" in backups_hold_it()
    assert "delete the older files in the folder “backups”" in backups_hold_it()
