"""`log` keeps one check-in."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from uuid6 import uuid7

from journal.domain.checkin import DayRecord, Direction, Scale
from journal.domain.edit import Edit
from tests.cli.conftest import NOW, Program


def values(program: Program) -> dict[str, int]:
    return {score.scale: score.value for score in program.only("check_ins").scores}


def test_scores_are_kept_and_named(program: Program) -> None:
    assert program.saves("log", "--mood", "7", "--anxiety", "3") == "Saved: Mood 7, Anxiety 3"
    assert values(program) == {"mood": 7, "anxiety": 3}


def test_without_a_time_it_is_now(program: Program) -> None:
    program.saves("log", "--mood", "7")
    moment = program.only("check_ins").moment
    assert (moment.instant, moment.zone, moment.day) == (NOW, "Europe/Berlin", date(2026, 3, 14))


def test_a_time_is_local_and_what_was_written_later_says_so(program: Program) -> None:
    program.saves("log", "--mood", "7", "--at", "2026-03-10T09:40")
    check_in = program.only("check_ins")
    assert check_in.moment.instant == datetime(2026, 3, 10, 8, 40, tzinfo=UTC)
    assert check_in.created_at == check_in.scores[0].written_at == NOW


@pytest.mark.parametrize(("clock", "day"), [("03:59", 13), ("04:00", 14)])
def test_the_small_hours_belong_to_the_day_before(program: Program, clock: str, day: int) -> None:
    program.saves("log", "--mood", "7", "--at", f"2026-03-14T{clock}")
    assert program.only("check_ins").moment.day == date(2026, 3, day)


def test_now_in_the_small_hours_is_still_yesterday(program: Program) -> None:
    program.clock.time = datetime(2026, 3, 15, 1, 30, tzinfo=UTC)
    program.saves("log", "--mood", "7")
    assert program.only("check_ins").moment.day == date(2026, 3, 14)


def test_an_hour_that_comes_twice_is_the_first(program: Program) -> None:
    program.saves("log", "--mood", "7", "--at", "2025-10-26T02:30")
    assert program.only("check_ins").moment.instant == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_an_hour_the_clocks_skipped_is_refused(program: Program) -> None:
    assert "skipped" in program.refuses("log", "--mood", "7", "--at", "2025-03-30T02:30")


@pytest.mark.parametrize(
    "at",
    [
        "yesterday",
        "",
        "21:14",
        "2026-03-14",
        "2026-02-30T10:00",
        "2026-03-14T25:00",
        "2026-03-14T10:00Z",
        "2026-03-14T10:00+01:00",
    ],
)
def test_a_time_that_is_none_is_refused(program: Program, at: str) -> None:
    assert "is written like" in program.refuses("log", "--mood", "7", "--at", at)


@pytest.mark.parametrize("at", ["2026-03-14T21:15", "2027-01-01T00:00", "9999-12-31T23:59"])
def test_a_time_in_the_future_is_refused(program: Program, at: str) -> None:
    assert program.refuses("log", "--mood", "7", "--at", at) == "The time lies in the future."


@pytest.mark.parametrize("at", ["1899-12-31T12:00", "0001-01-01T00:00"])
def test_a_time_before_1900_is_refused(program: Program, at: str) -> None:
    assert program.refuses("log", "--mood", "7", "--at", at) == "The time lies before 1900."


def test_a_time_beyond_the_calendar_is_refused(program: Program) -> None:
    program.clock.place = "America/New_York"
    words = program.refuses("log", "--mood", "7", "--at", "9999-12-31T23:59")
    assert "is written like" in words


@pytest.mark.parametrize("value", ["0", "10"])
def test_both_ends_of_a_scale_belong_to_it(program: Program, value: str) -> None:
    program.saves("log", "--mood", value)
    assert values(program) == {"mood": int(value)}


@pytest.mark.parametrize("value", ["-1", "11", "99999999999999999999", "1e999999999"])
def test_a_score_off_its_scale_is_refused(used: Program, value: str) -> None:
    assert used.refuses("log", "--mood", value) == "Mood goes from 0 to 10."
    assert len(used.records().check_ins) == 1


def test_one_bad_score_keeps_the_good_ones_out(used: Program) -> None:
    used.refuses("log", "--mood", "7", "--pain", "11")
    assert len(used.records().check_ins) == 1


def test_a_score_between_two_steps_is_refused(program: Program) -> None:
    assert program.refuses("log", "--mood", "7.5") == "7.5 is not a whole number."


@pytest.mark.parametrize("text", ["seven", "", "nan", "inf", "7 or 8"])
@pytest.mark.parametrize("option", ["--mood", "--sleep-hours"])
def test_text_where_a_number_belongs_is_misused(program: Program, option: str, text: str) -> None:
    assert "not a number" in program.misunderstands("log", option, text)
    assert not program.data.exists()


def test_sleep_belongs_to_the_day(program: Program) -> None:
    line = program.saves("log", "--sleep-hours", "7.5", "--sleep-quality", "6")
    assert line == "Saved: Sleep last night 7.5, Sleep quality 6"
    day = program.only("days")
    assert (day.day, day.sleep_hours, day.sleep_quality) == (date(2026, 3, 14), 7.5, 6)
    assert not program.records().check_ins


def test_hours_may_be_written_with_a_comma(program: Program) -> None:
    program.saves("log", "--sleep-hours", "7,5")
    assert program.only("days").sleep_hours == 7.5


def test_the_same_sleep_twice_is_saved_as_it_was(program: Program) -> None:
    program.saves("log", "--sleep-hours", "7")
    program.saves("log", "--sleep-hours", "7")
    assert program.only("days").sleep_hours == 7


def test_more_hours_than_a_night_can_have_are_refused(program: Program) -> None:
    assert "from 0 to 24" in program.refuses("log", "--sleep-hours", "24.5")


def test_a_note_is_kept_as_typed_and_private(program: Program) -> None:
    note = "Slept badly,\nthen a good morning. ☀"
    assert program.saves("log", "--note", note) == "Saved: the entry"
    check_in = program.only("check_ins")
    assert (check_in.note, check_in.note_shared) == (note, False)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("half a pair \ud83d", "half a pair �"),
        ("an old \udcff byte", "an old � byte"),
        ("a \0 in it", "a  in it"),
    ],
)
def test_a_note_that_no_file_can_hold_loses_only_that_character(
    program: Program, typed: str, kept: str
) -> None:
    program.saves("log", "--note", typed, "--tag", typed)
    check_in = program.only("check_ins")
    assert (check_in.note, check_in.tags) == (kept, (kept,))


def test_a_note_too_long_to_keep_is_refused(program: Program) -> None:
    assert "too long" in program.refuses("log", "--note", "x" * 100_001)


def test_tags_are_kept_once_each(program: Program) -> None:
    program.saves("log", "--tag", "walk", "--tag", " family ", "--tag", "walk")
    assert program.only("check_ins").tags == ("walk", "family")


@pytest.mark.parametrize(
    "options", [(), ("--at", "2026-03-14T10:00"), ("--note", " "), ("--tag", "")]
)
def test_nothing_to_keep_is_misused(program: Program, options: tuple[str, ...]) -> None:
    assert "nothing to keep" in program.misunderstands("log", *options)
    assert not program.data.exists()


def test_a_second_check_in_leaves_the_first_alone(program: Program) -> None:
    program.saves("log", "--mood", "4", "--at", "2026-03-14T08:10")
    program.saves("log", "--mood", "7", "--at", "2026-03-14T08:10")
    assert {check_in.value("mood") for check_in in program.records().check_ins} == {4, 7}


def own_scale() -> Scale:
    return Scale(uuid7(), "hope", -5, 5, Direction.NEITHER, True, 20, NOW, NOW, name="Hope = ADHD")


def test_a_scale_of_ones_own_is_called_by_its_name(used: Program) -> None:
    used.change(lambda _journal: [Edit(None, own_scale())])
    assert used.saves("log", "--score", "hope = adhd=-3") == "Saved: Hope = ADHD -3"
    assert used.records().check_ins[-1].value("hope") == -3


def test_a_score_off_ones_own_scale_is_refused(used: Program) -> None:
    used.change(lambda _journal: [Edit(None, own_scale())])
    assert "from -5 to 5" in used.refuses("log", "--score", "hope=6")


def test_of_two_scores_on_one_scale_the_last_counts(program: Program) -> None:
    program.saves("log", "--mood", "3", "--mood", "4", "--score", "energy=1", "--score", "Energy=2")
    assert values(program) == {"mood": 4, "energy": 2}


def test_an_unknown_scale_is_refused(used: Program) -> None:
    assert used.refuses("log", "--score", "luck=3") == "The scale is not known."
    assert len(used.records().check_ins) == 1


@pytest.mark.parametrize("score", ["mood", "=3", "mood=", "mood=high"])
def test_a_score_without_name_or_number_is_misused(program: Program, score: str) -> None:
    program.misunderstands("log", "--score", score)


def too_unwell() -> DayRecord:
    return DayRecord(uuid7(), date(2026, 3, 14), NOW, NOW, too_unwell=True, sleep_hours=5)


def test_a_mood_lifts_too_unwell_and_leaves_the_sleep(used: Program) -> None:
    used.change(lambda _journal: [Edit(None, too_unwell())])
    used.saves("log", "--mood", "2")
    assert (used.only("days").too_unwell, used.only("days").sleep_hours) == (False, 5)


def test_another_score_leaves_too_unwell(used: Program) -> None:
    used.change(lambda _journal: [Edit(None, too_unwell())])
    used.saves("log", "--pain", "8")
    assert used.only("days").too_unwell


def test_the_days_start_is_the_journals_own(used: Program) -> None:
    settings = used.records().settings
    moved = replace(settings, day_starts_at=time(6))
    used.change(lambda _journal: [Edit(settings, moved)])
    used.saves("log", "--mood", "7", "--at", "2026-03-14T05:00")
    assert used.records().check_ins[-1].moment.day == date(2026, 3, 13)
