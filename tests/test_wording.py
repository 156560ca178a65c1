"""The fixed sentences, and that no code is left without its words."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

import pytest

from journal import catalogue, wording
from journal.domain.errors import (
    ImportProblem,
    ImportRefused,
    InvalidValue,
    JournalError,
    Problem,
    QuestionnaireProblem,
    QuestionnaireRefused,
    ReportError,
    ReportProblem,
    StorageError,
    StorageProblem,
)
from journal.domain.period import moment_at
from journal.domain.safety import Driving, driving
from journal.domain.session import (
    Dose,
    DoseUnit,
    Route,
    SessionState,
    Setting,
    Treatment,
    numbered,
)
from journal.domain.side_effect import Duration, Lasted, Severity
from tests.domain.diary import Diary, scale_of

DAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
LIMITS = {"low": 0, "high": 10, "most": 5}


def every_error() -> list[JournalError]:
    return [
        *(InvalidValue("at", problem, LIMITS) for problem in Problem),
        *(StorageError(problem) for problem in StorageProblem),
        *(ImportRefused(problem, 3, ("rad",)) for problem in ImportProblem),
        *(ReportError(problem) for problem in ReportProblem),
        *(QuestionnaireRefused(problem, "own.toml", "bands.2") for problem in QuestionnaireProblem),
    ]


@pytest.mark.parametrize("error", every_error(), ids=str)
def test_every_error_is_a_whole_plain_sentence(error: JournalError) -> None:
    words = wording.error_sentence(error)

    assert words.endswith(".")
    assert words[0].isupper()
    assert "{" not in words
    assert "!" not in words


def test_an_error_without_words_of_its_own_still_says_what_is_safe() -> None:
    assert wording.error_sentence(JournalError()) == (
        "Something went wrong. What was saved before is safe."
    )


def test_a_refused_value_names_its_field() -> None:
    error = InvalidValue("mood", Problem.OFF_SCALE, {"low": 0, "high": 10})

    assert wording.invalid_sentence(error) == "Mood goes from 0 to 10."


def test_a_refused_file_says_that_nothing_came_in() -> None:
    words = wording.import_sentence(ImportRefused(ImportProblem.BAD_DATE, 12))

    assert words == "Line 12: the date cannot be read. Nothing was imported."


def test_a_refused_questionnaire_names_its_file_and_the_place_in_it() -> None:
    error = QuestionnaireRefused(QuestionnaireProblem.MISSING_FIELD, "own.toml", "title")

    assert wording.error_sentence(error) == (
        "The questionnaire file own.toml is not used: title is missing. Your journal is safe."
    )


def test_an_interval_that_cannot_be_says_its_ends() -> None:
    error = InvalidValue("interval", Problem.OFF_SCALE, {"low": 1, "high": 365})

    assert wording.error_sentence(error) == "The number of days goes from 1 to 365."


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Treatment, wording.treatment_label),
        (Route, wording.route_name),
        (SessionState, wording.state_name),
        (Setting, wording.setting_name),
        (DoseUnit, wording.unit_name),
        (Severity, wording.severity_name),
        (Severity, wording.severity_meaning),
    ],
)
def test_every_code_has_a_name(kind: type[StrEnum], name: object) -> None:
    names = [name(code) for code in kind]  # type: ignore[operator]

    assert all(names)
    assert len(set(names)) == len(names)


def test_a_session_that_did_not_take_place_is_never_called_missed() -> None:
    assert wording.state_name(SessionState.DID_NOT_TAKE_PLACE) == "Did not take place"


@pytest.mark.parametrize("key", [effect.key for effect in catalogue.side_effects().effects])
def test_every_effect_of_the_catalogue_has_a_name(key: str) -> None:
    assert wording.effect_label(key) != key


@pytest.mark.parametrize(
    ("key", "ends"),
    [
        ("mood", "0 very low – 10 very good"),
        ("anxiety", "0 none – 10 strong"),
        ("energy", "0 low – 10 high"),
        ("elevated-mood", "0 none – 10 strong"),
        ("sleep-hours", "hours"),
        ("sleep-quality", "0 poor – 10 good"),
    ],
)
def test_a_scale_says_what_its_ends_mean(key: str, ends: str) -> None:
    assert wording.scale_ends(scale_of(key)) == ends


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (40, "40 min"),
        (119, "119 min"),
        (120, "2 h"),
        (150, "2.5 h"),
        (4320, "3 days"),
    ],
)
def test_lengths_are_said_in_the_unit_that_fits(minutes: int, words: str) -> None:
    assert wording.minutes_text(minutes) == words
    assert wording.duration_text(Duration(Lasted.MINUTES, minutes)) == words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("35", DoseUnit.MG, "35 mg"),
        ("0.50", DoseUnit.MG_PER_KG, "0.50 mg/kg"),
        ("1", DoseUnit.DEVICES, "1 device"),
        ("2", DoseUnit.DEVICES, "2 devices"),
        ("1E+2", DoseUnit.MG, "100 mg"),
    ],
)
def test_doses_are_said_as_they_were_written(amount: str, unit: DoseUnit, words: str) -> None:
    assert wording.dose_text(Dose(Decimal(amount), unit)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Session 1 was today, 10:00–10:40"),
        (1, "Session 1 was yesterday, 10:00–10:40"),
        (2, "Session 1 was on Tue 10 March, 10:00–10:40"),
    ],
)
def test_where_the_last_session_stands(days: int, words: str) -> None:
    (session,) = numbered([Diary().session(DAY, hour=10)])

    assert wording.session_line(session, DAY + timedelta(days)) == words


def test_a_session_without_an_end_says_its_start_only() -> None:
    (session,) = numbered([Diary().session(DAY, hour=10, length=None)])

    assert wording.session_line(session, DAY) == "Session 1 was today, 10:00"


REST = (
    "At the earliest Wed 11 March, 10:40, after a full night’s sleep, and not while you feel any "
    "effect. If your clinic says longer, follow that."
)


def driving_words(**fields: object) -> str:
    session = Diary().session(DAY, hour=10, **fields)  # type: ignore[arg-type]
    rule = driving([session], NOW, DAY)
    assert rule is not None
    return wording.driving_sentence(rule, "Europe/Berlin")


def test_the_driving_rule_word_for_word() -> None:
    assert driving_words() == f"No driving or machinery. {REST}"


def test_the_driving_rule_for_a_planned_session() -> None:
    words = driving_words(state=SessionState.PLANNED)

    assert words == f"If you had your 10:00 session: no driving or machinery. {REST}"


def test_the_driving_rule_without_an_end() -> None:
    assert driving_words(length=None) == (
        f"No driving or machinery. {REST} The session’s end is not entered."
    )


def test_the_driving_rule_for_daily_use() -> None:
    daily = Driving(None, end_entered=True, if_planned=None, daily_use=True)

    assert wording.driving_sentence(daily, "Europe/Berlin") == (
        "You take ketamine most days. Ask your prescriber if and when you may drive."
    )


def test_it_never_says_that_driving_is_safe() -> None:
    assert "safe" not in driving_words()
    assert "may drive" not in driving_words()


def test_the_planned_time_is_that_of_the_sessions_own_zone() -> None:
    planned = moment_at(NOW, "America/New_York")
    rule = Driving(NOW, end_entered=True, if_planned=planned, daily_use=False)

    assert "your 16:14 session" in wording.driving_sentence(rule, "Europe/Berlin")


def test_counts_are_said_in_words() -> None:
    assert wording.count_check_ins(1) == "1 check-in"
    assert wording.count_check_ins(1476) == "1,476 check-ins"
    assert wording.count_sessions(4) == "4 sessions"
    assert wording.count_side_effects(0) == "0 side effects"


def test_saved_names_the_minute() -> None:
    assert wording.saved_at(datetime(2026, 3, 10, 21, 14, 59, tzinfo=UTC)) == "Saved 21:14"
