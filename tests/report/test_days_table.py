from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from journal import wording
from journal.domain.period import last_days
from journal.domain.session import Treatment
from journal.domain.side_effect import Severity
from journal.report.parts import Choices, PagePart
from tests.domain.diary import Diary, at, scale_of
from tests.report.pages import TODAY, columns, day, lines, report_of, rows, section


def days(diary: Diary, count: int = 7) -> list[list[str]]:
    return rows(section(report_of(diary, last_days(count, TODAY)), "Every day"))


def test_newest_first_with_runs_of_days_without_an_entry() -> None:
    diary = Diary()
    diary.score(day(5), 3)
    diary.score(day(4), 4)
    diary.score(day(2), 5)
    assert days(diary) == [
        ["9 Mar – 10 Mar", "", "", "no entry"],
        ["8 Mar", "5", "", ""],
        ["7 Mar", "", "", "no entry"],
        ["6 Mar", "4", "", ""],
        ["5 Mar", "3", "", ""],
        ["4 Mar", "", "", "no entry"],
    ]


def test_a_mean_says_of_how_many() -> None:
    diary = Diary()
    diary.score(day(0), 3, hour=8)
    diary.score(day(0), 6, hour=20)
    assert days(diary)[0][1] == "4.5 (2)"


def test_a_session_day_says_which_side_is_which() -> None:
    diary = Diary()
    for ago in (4, 2, 0):
        diary.session(day(ago))
    diary.score(day(4), 2, hour=8)
    diary.score(day(4), 6, hour=20)
    diary.score(day(2), 2, hour=8)
    diary.score(day(0), 6, hour=20)
    scores = {row[0]: row[1] for row in days(diary)}
    assert [scores[d] for d in ("6 Mar", "8 Mar", "10 Mar")] == ["2 / 6", "2 / –", "– / 6"]


def test_remarks() -> None:
    diary = Diary()
    diary.session(day(5))
    diary.score(day(5), 9, hour=12)
    diary.session(day(4), treatment=Treatment.OTHER, name="Light")
    diary.score(day(3), 5, written=at(day(1), 9).instant)
    diary.score(day(2), 5, source="daylio")
    diary.day(day(1), unwell=True)
    remarks = {row[0]: row[-1] for row in days(diary)}
    assert remarks == {
        "10 Mar": "no entry",
        "9 Mar": "too unwell",
        "8 Mar": "imported",
        "7 Mar": "entered later",
        "6 Mar": "Light",
        "5 Mar": "session 1 · scores during drug effect",
        "4 Mar": "no entry",
    }


def test_side_effects_with_their_severity_none_and_nothing_asked() -> None:
    diary = Diary()
    for effect, severity in (
        ("nausea", Severity.MILD),
        ("nausea", Severity.MILD),
        ("headache", None),
    ):
        diary.effect(day(2), effect, severity)
    diary.day(day(1), none=True)
    diary.score(day(0), 5)
    assert [row[-2] for row in days(diary)[:3]] == ["", "none", "Nausea (mild), Headache"]


def test_all_effects_of_a_day_are_named_in_full() -> None:
    diary = Diary()
    for effect in ("nausea", "headache", "dizziness", "hard-to-wake", "took-more"):
        diary.effect(day(0), effect, None)
    diary.effect(day(0), name="x" * 300, severity=None)
    *catalogue, own = days(diary)[0][-2].split(", ")
    assert ", ".join(catalogue).startswith("Nausea, Headache, Dizziness, ")
    assert ", ".join(catalogue).endswith(wording.effect_label("took-more"))
    assert own == "x" * 40 + "…"


def test_side_effects_that_are_left_out_have_no_column() -> None:
    diary = Diary()
    diary.effect(day(2), "nausea")
    diary.day(day(1), none=True)
    diary.score(day(0), 5)
    choices = Choices(left_out=frozenset({PagePart.SIDE_EFFECTS}))
    table = section(report_of(diary, last_days(4, TODAY), choices), "Every day")
    assert columns(table) == ["Day", "Mood", "Remarks"]
    assert rows(table) == [
        ["10 Mar", "5", ""],
        ["9 Mar", "", ""],
        ["8 Mar", "", ""],
        ["7 Mar", "", "no entry"],
    ]


def test_without_safety_it_names_the_other_effects() -> None:
    diary = Diary()
    diary.effect(day(0), "nausea")
    diary.effect(day(0), "craving")
    table = section(report_of(diary, choices=Choices(safety=False)), "Every day")
    assert columns(table)[-2] == "Other side effects"
    assert table.note.endswith("side effects that belong to safety: left out by the patient")
    assert rows(table)[0][-2] == "Nausea (mild)"


def test_sleep_that_is_left_out_has_no_column() -> None:
    diary = Diary()
    diary.score(day(0), 5)
    diary.score(day(0), 3, "anxiety")
    diary.day(day(0), slept=6.5)
    choices = Choices(left_out=frozenset({PagePart.MEDICINES}))
    table = section(report_of(diary, choices=choices), "Every day")
    assert columns(table) == ["Day", "Mood", "Anxiety", "Side effects", "Remarks"]
    assert rows(table)[0] == ["10 Mar", "5", "3", "", ""]


def test_sleep_stands_beside_the_scores() -> None:
    diary = Diary()
    diary.score(day(0), 5)
    diary.day(day(0), slept=6.5)
    table = section(report_of(diary), "Every day")
    assert columns(table) == ["Day", "Mood", "Sleep last night", "Side effects", "Remarks"]
    assert rows(table)[0][1:3] == ["5", "6.5"]


def test_more_scales_than_fit_are_named() -> None:
    diary = Diary()
    for number in range(9):
        key = f"own-{number}"
        own = replace(scale_of("mood"), id=UUID(int=900 + number), key=key, name=f"Own {number}")
        diary.scales.append(replace(own, position=50 + number))
        diary.score(day(0), 5, key)
    table = section(report_of(diary), "Every day")
    assert len(columns(table)) == 1 + 8 + 2
    assert lines(table) == ["Not in this table: Own 8."]


@given(st.sets(st.integers(0, 29)))
def test_every_day_of_the_period_is_in_one_row(agos: set[int]) -> None:
    """Runs of days without an entry cover what the others leave."""
    diary = Diary()
    for ago in agos | {15}:
        diary.score(day(ago), 5)
    covered = sum(_length(row[0]) for row in days(diary, 30))
    assert covered == 30


def _length(words: str) -> int:
    numbers = {f"{day(ago).day} {day(ago):%b}": ago for ago in range(30)}
    ends = [numbers[part] for part in words.split(" – ")]
    return ends[0] - ends[-1] + 1
