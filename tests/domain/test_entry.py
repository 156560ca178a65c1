"""The rules of entering: what one tap changes, and what it leaves alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import entry
from journal.domain.checkin import CheckIn, DayRecord, Score
from journal.domain.day_entries import DayEntries, continued
from journal.domain.edit import Edits, Stamp
from journal.domain.errors import InvalidValue, Problem
from journal.domain.period import moment_at
from journal.domain.side_effect import Severity, SideEffect
from tests.domain.diary import Diary, at, scale_of

NOW = datetime(2026, 3, 10, 20, 14, tzinfo=UTC)
DAY = date(2026, 3, 10)
MOMENT = moment_at(NOW, "Europe/Berlin")
MOOD, PAIN = scale_of("mood"), scale_of("pain")
SLEEP, QUALITY = scale_of("sleep-hours"), scale_of("sleep-quality")


def stamp(after: timedelta = timedelta(0)) -> Stamp:
    ids = count(1)
    return Stamp(NOW + after, lambda: UUID(int=next(ids)))


def check_in(minutes_ago: float = 0, **fields: object) -> CheckIn:
    begun = NOW - timedelta(minutes=minutes_ago)
    scores = (Score("mood", 7, begun),)
    plain = CheckIn(UUID(int=50), moment_at(begun, "Europe/Berlin"), begun, begun, scores)
    return replace(plain, **fields)  # type: ignore[arg-type]


def record(**fields: object) -> DayRecord:
    return replace(DayRecord(UUID(int=60), DAY, NOW, NOW), **fields)  # type: ignore[arg-type]


def effect(**fields: object) -> SideEffect:
    plain = SideEffect(UUID(int=70), MOMENT, None, NOW, NOW, effect="nausea")
    return replace(plain, **fields)  # type: ignore[arg-type]


def only_after(edits: Edits) -> CheckIn:
    (edit,) = edits
    assert isinstance(edit.after, CheckIn)
    return edit.after


@given(st.integers(0, 180))
def test_a_check_in_is_continued_for_less_than_sixty_minutes(minutes: int) -> None:
    begun = check_in(minutes_ago=minutes)

    found = continued(DayEntries(DAY, (begun,)), NOW)

    assert (found == begun) == (minutes < 60)


def test_the_one_begun_last_is_continued_whatever_its_moment() -> None:
    first = check_in(minutes_ago=30)
    moved = replace(check_in(minutes_ago=5), id=UUID(int=51), moment=at(DAY, 8))

    assert continued(DayEntries(DAY, (moved, first)), NOW) == moved


def test_an_imported_one_is_never_continued() -> None:
    assert continued(DayEntries(DAY, (check_in(source="daylio"),)), NOW) is None


def test_one_from_a_clock_that_ran_ahead_is_not_continued() -> None:
    assert continued(DayEntries(DAY, (check_in(minutes_ago=-5),)), NOW) is None


def test_a_first_rating_begins_a_check_in_at_its_moment() -> None:
    begun = only_after(entry.rate(DayEntries(DAY), None, MOOD, 7, MOMENT, stamp()))

    assert begun == CheckIn(UUID(int=1), MOMENT, NOW, NOW, (Score("mood", 7, NOW),))


def test_a_rating_joins_the_others() -> None:
    begun = check_in()
    rated = only_after(entry.rate(DayEntries(DAY), begun, PAIN, 2, MOMENT, stamp()))

    assert (rated.value("mood"), rated.value("pain")) == (7, 2)
    assert rated.moment == begun.moment


def test_a_changed_rating_keeps_when_it_was_first_written() -> None:
    begun = check_in(minutes_ago=10)
    rated = only_after(entry.rate(DayEntries(DAY), begun, MOOD, 4, MOMENT, stamp()))

    assert rated.scores == (Score("mood", 4, NOW - timedelta(minutes=10)),)
    assert rated.changed_at == NOW


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_off_the_scale_is_refused(value: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        entry.rate(DayEntries(DAY), None, MOOD, value, MOMENT, stamp())

    assert refused.value.problem is Problem.OFF_SCALE
    assert refused.value.limits == {"low": 0, "high": 10}


def test_a_mood_lifts_too_unwell_and_keeps_the_rest_of_the_day() -> None:
    unwell = record(too_unwell=True, sleep_hours=6.0)
    edits = entry.rate(DayEntries(DAY, record=unwell), None, MOOD, 2, MOMENT, stamp())

    assert edits[1].before == unwell
    assert edits[1].after == replace(unwell, too_unwell=False)


def test_another_score_leaves_too_unwell_alone() -> None:
    unwell = record(too_unwell=True)

    assert len(entry.rate(DayEntries(DAY, record=unwell), None, PAIN, 2, MOMENT, stamp())) == 1


def test_taking_the_only_rating_back_removes_the_check_in() -> None:
    (edit,) = entry.take_back_rating(check_in(), "mood", stamp())

    assert edit.after is None


def test_taking_one_of_two_back_keeps_the_other() -> None:
    rated = only_after(entry.rate(DayEntries(DAY), check_in(), PAIN, 2, MOMENT, stamp()))

    assert only_after(entry.take_back_rating(rated, "mood", stamp())).value("pain") == 2


def test_a_note_alone_is_a_check_in() -> None:
    assert only_after(entry.write_note(None, "Slept.", MOMENT, stamp())).note == "Slept."


def test_an_empty_note_begins_nothing() -> None:
    assert entry.write_note(None, "", MOMENT, stamp()) == ()


def test_an_emptied_note_is_private_again() -> None:
    shared = check_in(note="Slept.", note_shared=True)

    emptied = only_after(entry.write_note(shared, "", MOMENT, stamp()))

    assert not emptied.note_shared
    assert emptied.value("mood") == 7


def test_a_changed_note_stays_shared() -> None:
    shared = check_in(note="Slept.", note_shared=True)

    assert only_after(entry.write_note(shared, "Slept well.", MOMENT, stamp())).note_shared


def test_a_note_has_at_most_100000_characters() -> None:
    assert entry.write_note(None, "x" * 100_000, MOMENT, stamp())
    with pytest.raises(InvalidValue):
        entry.write_note(None, "x" * 100_001, MOMENT, stamp())


def test_tags_lose_blanks_and_repeats_and_keep_their_order() -> None:
    tagged = only_after(entry.set_tags(None, [" walk ", "", "rain", "walk"], MOMENT, stamp()))

    assert tagged.tags == ("walk", "rain")


def test_a_moved_check_in_keeps_when_it_was_written() -> None:
    begun = check_in(minutes_ago=10)
    moved = only_after(entry.move_check_in(begun, at(DAY, 8), stamp()))

    assert moved.moment == at(DAY, 8)
    assert (moved.created_at, moved.scores) == (begun.created_at, begun.scores)


def test_none_today_is_an_answer_of_the_day() -> None:
    (edit,) = entry.mark_none_today(DayEntries(DAY), True, stamp())

    assert edit.after == DayRecord(UUID(int=1), DAY, NOW, NOW, no_side_effects=True)


def test_none_today_cannot_stand_beside_an_effect() -> None:
    assert entry.mark_none_today(DayEntries(DAY, side_effects=(effect(),)), True, stamp()) == ()


def test_a_day_record_with_nothing_left_in_it_goes() -> None:
    (edit,) = entry.mark_none_today(
        DayEntries(DAY, record=record(no_side_effects=True)), False, stamp()
    )

    assert edit.after is None


def test_sleep_and_its_quality_stand_side_by_side() -> None:
    hours = record(sleep_hours=6.5)
    (edit,) = entry.set_sleep(DayEntries(DAY, record=hours), QUALITY, 4, stamp())

    assert edit.after == replace(hours, sleep_quality=4)


def test_sleep_can_be_taken_back() -> None:
    (edit,) = entry.set_sleep(DayEntries(DAY, record=record(sleep_hours=6.5)), SLEEP, None, stamp())

    assert edit.after is None


def test_more_sleep_than_a_day_has_is_refused() -> None:
    with pytest.raises(InvalidValue):
        entry.set_sleep(DayEntries(DAY), SLEEP, 24.5, stamp())


def test_an_effect_lifts_none_today() -> None:
    none = record(no_side_effects=True)
    edits = entry.put_side_effect(DayEntries(DAY, record=none), None, effect(), stamp())

    assert edits[0].after == effect()
    assert (edits[1].before, edits[1].after) == (none, None)


def test_an_effect_lifts_its_sessions_answer_and_no_others() -> None:
    diary = Diary()
    own = diary.session(DAY, hour=10, no_side_effects=True)
    other = diary.session(date(2026, 3, 9), hour=10, no_side_effects=True)
    entries = DayEntries(DAY, sessions=(other, own))

    edits = entry.put_side_effect(entries, None, effect(session_id=own.id), stamp())

    assert [edit.before for edit in edits[1:]] == [own]
    assert edits[1].after == replace(own, no_side_effects=False, changed_at=NOW)


def test_an_effect_keeps_unknown_strength() -> None:
    (edit,) = entry.put_side_effect(DayEntries(DAY), None, effect(severity=None), stamp())

    assert isinstance(edit.after, SideEffect)
    assert edit.after.severity is None


def test_a_changed_effect_is_one_edit() -> None:
    mild = effect(severity=Severity.MILD)
    (edit,) = entry.put_side_effect(DayEntries(DAY), effect(), mild, stamp(timedelta(minutes=1)))

    assert edit.before == effect()
    assert edit.after == replace(mild, changed_at=NOW + timedelta(minutes=1))


def test_removing_a_session_keeps_its_effects_on_their_days() -> None:
    diary = Diary()
    session = diary.session(DAY, hour=10)
    tied, free = diary.effect(DAY, "nausea", session=session), diary.effect(DAY, "headache")

    edits = entry.remove_session(session, [tied, free], stamp())

    assert [edit.before for edit in edits] == [tied, session]
    assert edits[0].after == replace(tied, session_id=None, changed_at=NOW)
    assert edits[1].after is None


def whole(*scores: tuple[str, float], moment_hour: int = 20) -> Edits:
    written = CheckIn(UUID(int=50), at(DAY, moment_hour), NOW, NOW)
    values = [(scale_of(key), value) for key, value in scores]
    return entry.new_check_in(DayEntries(DAY), values, written, stamp())


def test_a_check_in_entered_whole_splits_scores_and_sleep() -> None:
    edits = whole(("mood", 7), ("pain", 2), ("sleep-hours", 6.5))

    first, second = (edit.after for edit in edits)
    assert isinstance(first, CheckIn)
    assert isinstance(second, DayRecord)
    assert (first.value("mood"), first.value("pain")) == (7, 2)
    assert second.sleep_hours == 6.5


def test_sleep_alone_makes_no_check_in() -> None:
    (edit,) = whole(("sleep-hours", 6.5))

    assert isinstance(edit.after, DayRecord)


def test_a_check_in_entered_whole_cannot_lie_in_the_future() -> None:
    with pytest.raises(InvalidValue) as refused:
        whole(("mood", 7), moment_hour=22)

    assert refused.value.problem is Problem.IN_FUTURE


def test_one_bad_score_refuses_the_whole_check_in() -> None:
    with pytest.raises(InvalidValue):
        whole(("mood", 7), ("pain", 12))
