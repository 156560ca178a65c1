from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.daily_table import DailyTable, daily_table
from journal.domain.day_scores import Part
from journal.domain.period import last_days
from journal.domain.session import Treatment
from tests.domain.diary import Diary, at

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def table_of(diary: Diary) -> DailyTable:
    return daily_table(diary.records(), MONTH)


def test_newest_first_and_only_days_with_an_entry() -> None:
    diary = Diary()
    for ago in (20, 3, 30):
        diary.score(day(ago), 5)
    assert [row.day for row in table_of(diary).days] == [day(3), day(20)]


def test_a_column_for_each_scale_with_a_score_sleep_among_them() -> None:
    diary = Diary()
    diary.score(day(3), 4, hour=8)
    diary.score(day(3), 5, hour=20)
    diary.score(day(2), 7, "pain")
    diary.day(day(2), slept=6.5)
    table = table_of(diary)
    assert [scale.key for scale in table.scales] == ["mood", "pain", "sleep-hours"]
    values = [[[s.value for s in scores] for scores in row.scores] for row in table.days]
    assert values == [[[], [7], [6.5]], [[4.5], [], []]]


def test_a_session_day_has_before_and_after() -> None:
    diary = Diary()
    diary.session(day(3))
    diary.session(day(3), hour=16, treatment=Treatment.PSYCHOTHERAPY)
    diary.score(day(3), 2, hour=8)
    diary.score(day(3), 9, hour=12)
    diary.score(day(3), 6, hour=20)
    (row,) = table_of(diary).days
    assert [(s.part, s.value) for s in row.scores[0]] == [(Part.BEFORE, 2), (Part.AFTER, 6)]
    assert [mark.number for mark in row.sessions] == [1, None]


def test_scores_during_a_drug_effect_are_logged_but_in_no_column() -> None:
    diary = Diary()
    diary.session(day(3))
    diary.score(day(3), 9, hour=12)
    (row,) = table_of(diary).days
    assert row.logged
    assert row.scores == ((),)


def test_what_is_true_of_the_whole_day() -> None:
    diary = Diary()
    diary.score(day(6), 5, written=at(day(2), 9).instant)
    diary.score(day(5), 5, source="daylio")
    diary.day(day(4), none=True)
    diary.day(day(3), unwell=True)
    diary.session(day(2), no_side_effects=True)
    diary.effect(day(1), "nausea")
    rows = {row.day: row for row in table_of(diary).days}
    assert [ago for ago in range(7) if (r := rows.get(day(ago))) and r.late] == [6]
    assert [ago for ago in range(7) if (r := rows.get(day(ago))) and r.imported] == [5]
    assert [ago for ago in range(7) if (r := rows.get(day(ago))) and r.no_side_effects] == [2, 4]
    assert [ago for ago in range(7) if (r := rows.get(day(ago))) and r.too_unwell] == [3]
    assert [effect.effect for effect in rows[day(1)].effects] == ["nausea"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10), st.integers(5, 23))))
def test_every_logged_day_of_the_period_has_one_row(entries: list[tuple[int, int, int]]) -> None:
    diary = Diary()
    for ago, value, hour in entries:
        diary.score(day(ago), value, hour=hour)
    days = {day(ago) for ago, _value, _hour in entries if ago < 30}
    assert [row.day for row in table_of(diary).days] == sorted(days, reverse=True)
