from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkin import MOOD, STANDARD_SCALES, CheckIn, Direction, Scale, check_own_scale
from journal.domain.edit import ImportedRow, Stamp
from journal.domain.errors import ImportProblem, ImportRefused
from journal.domain.import_plan import (
    MOOD_SCALE,
    ExportRow,
    ImportPlan,
    ScaleEntry,
    mood_names,
    plan,
)

SOURCE = "daylio-csv"
ZONE = "Europe/Berlin"
NOW = datetime(2026, 3, 10, 20, 0, tzinfo=UTC)
DAY = date(2026, 3, 9)
SCALES = tuple(
    Scale(UUID(int=n), s.key, s.low, s.high, s.direction, s.active, n, NOW, NOW)
    for n, s in enumerate(STANDARD_SCALES, 1)
)


def stamp() -> Stamp:
    numbers = count(1000)
    return Stamp(NOW, lambda: UUID(int=next(numbers)))


def row(
    line: int = 2,
    day: date = DAY,
    clock: str = "20:30",
    mood: str = "good",
    note: str = "",
    scales: tuple[ScaleEntry, ...] = (),
) -> ExportRow:
    at = time.fromisoformat(clock)
    return ExportRow(line, day, clock, at, mood, note=note, scales=scales)


def planned(
    *rows: ExportRow,
    levels: Mapping[str, int] | None = None,
    known: Iterable[tuple[str, date, str, int]] = (),
    scales: tuple[Scale, ...] = SCALES,
    zone: str = ZONE,
) -> ImportPlan:
    return plan(rows, SOURCE, levels or {}, frozenset(known), scales, zone, stamp())


def check_ins(made: ImportPlan) -> list[CheckIn]:
    return [edit.after for edit in made.edits if isinstance(edit.after, CheckIn)]


def imported(made: ImportPlan) -> list[ImportedRow]:
    return [edit.after for edit in made.edits if isinstance(edit.after, ImportedRow)]


def made_scales(made: ImportPlan) -> list[Scale]:
    return [edit.after for edit in made.edits if isinstance(edit.after, Scale)]


def refused(*rows: ExportRow, **arguments: Mapping[str, int] | tuple[Scale, ...]) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        planned(*rows, **arguments)  # type: ignore[arg-type]
    return caught.value


def test_a_row_becomes_a_check_in() -> None:
    full = replace(row(note="A walk."), activities=("walk", "movies / tv"))
    (check_in,) = check_ins(planned(full))
    assert check_in.value(MOOD_SCALE) == 4
    assert check_in.tags == ("walk", "movies / tv")
    assert (check_in.note, check_in.note_shared) == ("A walk.", False)
    assert check_in.source == SOURCE
    assert check_in.moment.instant == datetime(2026, 3, 9, 19, 30, tzinfo=UTC)
    assert {score.written_at for score in check_in.scores} == {NOW}


def test_mood_goes_on_a_scale_of_its_own_and_never_on_the_journals() -> None:
    made = planned(row())
    (scale,) = made_scales(made)
    assert (scale.key, scale.name) == ("daylio-mood", "Mood (Daylio, 1–5)")
    assert (scale.low, scale.high, scale.direction) == (1, 5, Direction.HIGHER_BETTER)
    assert not scale.active
    assert scale.position == len(SCALES) + 1
    assert check_ins(made)[0].value(MOOD) is None
    check_own_scale(scale, SCALES)


def test_the_scale_of_an_earlier_import_is_used_again_even_renamed() -> None:
    (scale,) = made_scales(planned(row()))
    made = planned(row(), scales=(*SCALES, replace(scale, name="Old moods")))
    assert not made_scales(made)
    assert check_ins(made)[0].value(MOOD_SCALE) == 4


def test_the_default_five_moods_need_no_level() -> None:
    names = ("rad", "Good", "MEH", "bad", "awful")
    rows = [row(line, mood=name) for line, name in enumerate(names, 2)]
    assert mood_names(rows) == ()
    levels = [check_in.value(MOOD_SCALE) for check_in in check_ins(planned(*reversed(rows)))]
    assert levels == [5, 4, 3, 2, 1]


def test_own_moods_are_named_once_in_the_files_order() -> None:
    rows = [row(mood=name) for name in ("sad", "average", "good", "Sad", "sad")]
    assert mood_names(rows) == ("sad", "average")


def test_own_moods_take_the_level_they_are_given() -> None:
    made = planned(row(mood="Sad"), row(mood="rad"), levels={"sad ": 2, "rad": 4})
    assert sorted(check_in.value(MOOD_SCALE) or 0 for check_in in check_ins(made)) == [2, 4]


def test_moods_without_a_level_are_named() -> None:
    error = refused(row(2, mood="sad"), row(3, mood="average"), row(4, mood="ok"), levels={"ok": 3})
    assert (error.problem, error.names) == (ImportProblem.UNKNOWN_MOODS, ("sad", "average"))


@pytest.mark.parametrize("level", [0, 6, -1])
def test_a_level_is_one_to_five(level: int) -> None:
    error = refused(row(), levels={"sad": level})
    assert (error.problem, error.names) == (ImportProblem.BAD_LEVEL, ("sad",))


def test_the_small_hours_stay_on_the_day_the_file_says() -> None:
    (check_in,) = check_ins(planned(row(day=date(2020, 5, 30), clock="01:23")))
    assert check_in.moment.day == date(2020, 5, 30)
    assert check_in.moment.instant == datetime(2020, 5, 29, 23, 23, tzinfo=UTC)


def test_an_hour_that_the_clocks_skipped_is_the_hour_after() -> None:
    (check_in,) = check_ins(planned(row(day=date(2025, 3, 30), clock="02:30")))
    assert check_in.moment.local.time() == time(3, 30)


def test_an_hour_that_came_twice_is_the_first() -> None:
    (check_in,) = check_ins(planned(row(day=date(2025, 10, 26), clock="02:30")))
    assert check_in.moment.instant == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_a_date_in_the_future_refuses_the_file() -> None:
    error = refused(row(2), row(3, day=date(2026, 3, 11)))
    assert (error.problem, error.line) == (ImportProblem.IN_FUTURE, 3)


def test_today_is_todays_date_where_the_person_is() -> None:
    tomorrow_in_london = row(day=date(2026, 3, 11))
    assert planned(tomorrow_in_london, zone="Pacific/Auckland").added == 1


def test_the_same_rows_again_add_nothing() -> None:
    rows = (row(2), row(3, clock="08:00"), row(4, clock="08:00"))
    first = planned(*rows)
    again = planned(*rows, known=[one.identity for one in imported(first)])
    assert (first.added, first.already_known) == (3, 0)
    assert (again.edits, again.added, again.already_known) == ((), 0, 3)
    assert (again.first, again.last) == (None, None)


def test_a_known_row_needs_no_level_any_more() -> None:
    known = [one.identity for one in imported(planned(row(mood="sad"), levels={"sad": 2}))]
    assert planned(row(mood="sad"), known=known).already_known == 1


def test_a_row_added_later_at_the_same_minute_is_the_one_that_comes_in() -> None:
    known = [one.identity for one in imported(planned(row(2, note="first")))]
    grown = planned(row(2, note="second"), row(3, note="first"), known=known)
    assert [check_in.note for check_in in check_ins(grown)] == ["second"]


@given(st.lists(st.sampled_from(["08:00", "12:00", "20:30"])), st.data())
def test_however_an_export_grows_only_its_new_rows_come_in(
    clocks: list[str], data: st.DataObject
) -> None:
    everything = [row(line, clock=clock) for line, clock in enumerate(clocks, 2)]
    newer = data.draw(st.integers(0, len(everything)))
    earlier_export = [replace(one, line=one.line - newer) for one in everything[newer:]]
    known = [one.identity for one in imported(planned(*earlier_export))]
    grown = planned(*everything, known=known)
    assert (grown.added, grown.already_known) == (newer, len(earlier_export))


def test_a_row_stays_known_when_the_phone_writes_its_time_another_way() -> None:
    written = replace(row(), time_text="8:30 pm")
    known = [one.identity for one in imported(planned(written))]
    for time_text in ("8:30\u202fPM", "20:30"):
        assert planned(replace(written, time_text=time_text), known=known).added == 0


def test_scales_come_first_and_then_each_check_in_with_its_row() -> None:
    made = planned(row(2, note="newer"), row(3, note="older"))
    kinds = [type(edit.after) for edit in made.edits]
    assert kinds == [Scale, CheckIn, ImportedRow, CheckIn, ImportedRow]
    assert all(edit.before is None for edit in made.edits)
    assert [check_in.note for check_in in check_ins(made)] == ["older", "newer"]
    assert [one.check_in_id for one in imported(made)] == [c.id for c in check_ins(made)]


def test_the_plan_says_which_days_it_adds() -> None:
    made = planned(row(2), row(3, day=date(2026, 1, 2)), row(4, day=date(2025, 12, 31)))
    assert (made.first, made.last) == (date(2025, 12, 31), DAY)


def test_a_scale_entry_goes_on_an_own_scale_named_as_in_the_file() -> None:
    quality = ScaleEntry("Sleep Quality", 8, 0, 10)
    made = planned(
        row(2, scales=(quality,)), row(3, clock="08:00", scales=(replace(quality, value=3),))
    )
    _, scale = made_scales(made)
    assert (scale.name, scale.low, scale.high) == ("Sleep Quality", 0, 10)
    assert (scale.direction, scale.active) == (Direction.NEITHER, False)
    assert [check_in.value(scale.key) for check_in in check_ins(made)] == [3, 8]
    assert len({one.position for one in (*SCALES, *made_scales(made))}) == len(SCALES) + 2


OWN = Scale(
    UUID(int=77), "own", 0, 10, Direction.HIGHER_BETTER, True, 20, NOW, NOW, name="sleep quality"
)


def test_an_own_scale_of_that_name_and_range_is_used() -> None:
    entry = ScaleEntry("Sleep Quality", 8, 0, 10)
    made = planned(row(scales=(entry,)), scales=(*SCALES, OWN))
    assert [scale.key for scale in made_scales(made)] == [MOOD_SCALE]
    assert check_ins(made)[0].value("own") == 8


def test_an_own_scale_of_that_name_with_other_ends_refuses_the_file() -> None:
    entry = ScaleEntry("Sleep Quality", 3, 0, 5)
    error = refused(row(7, scales=(entry,)), scales=(*SCALES, OWN))
    assert (error.problem, error.line) == (ImportProblem.BAD_SCALE, 7)


def test_two_ends_under_one_name_in_the_file_refuse_it() -> None:
    error = refused(
        row(2, scales=(ScaleEntry("Stress", 3, 0, 5),)),
        row(3, scales=(ScaleEntry("stress", 3, 0, 10),)),
    )
    assert error.problem is ImportProblem.BAD_SCALE


def test_a_file_without_rows_adds_nothing() -> None:
    made = planned()
    assert (made.edits, made.added) == ((), 0)
