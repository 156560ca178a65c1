"""Days with and without something: which days count, each case by hand."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.day_scores import day_scores
from journal.domain.period import Period
from journal.domain.stretches import course
from journal.domain.with_and_without import Side, Thing, ThingKind, with_and_without
from tests.domain.diary import Diary, scale_of
from tests.domain.medicines import medicine, taken
from tests.domain.with_and_without_diaries import (
    HEADACHE,
    MOOD,
    PERIOD,
    SHORT_SLEEP,
    WALK,
    day,
    headaches,
    scored,
    tag,
    usual,
    with_headache,
)


def values(side: Side) -> list[float]:
    return [score.value for score in side.scores]


def numbers(side: Side) -> list[int]:
    return [(score.day - day(1)).days + 1 for score in side.scores]


def test_each_side_has_the_median_of_its_days() -> None:
    """With: 2, 3, 3, 4, 8, so 3; without: 5, 5, 6, 6, 7, 7, so 6; two days say nothing."""
    result = usual()

    assert values(result.having) == [2, 3, 3, 4, 8]
    assert (result.having.median, result.having.days) == (3, 5)
    assert (result.lacking.median, result.lacking.days) == (6, 6)
    assert result.left_out == 2
    assert result.is_enough


@pytest.mark.parametrize(("having", "lacking"), [(4, 5), (5, 4), (0, 0)])
def test_below_five_days_on_either_side_it_is_not_enough(having: int, lacking: int) -> None:
    written = headaches(scored(*[5] * 10), range(1, 1 + having), range(6, 6 + lacking))

    assert not with_headache(written).is_enough
    assert with_headache(headaches(scored(*[5] * 10), range(1, 6), range(6, 11))).is_enough


def test_a_day_without_a_score_counts_on_no_side() -> None:
    """Headache on days 1 and 20, none on days 2 and 21; only days 1 and 2 have a mood."""
    result = with_headache(headaches(scored(5, 6), [1, 20], [2, 21]))

    assert (result.having.days, result.lacking.days, result.left_out) == (1, 1, 0)


def test_days_outside_the_period_do_not_count() -> None:
    """Both ends belong to it."""
    written = headaches(scored(1, 2, 3, 4), [1, 2], [3, 4])
    result = with_and_without(written.records(), MOOD, HEADACHE, Period(day(2), day(3)))

    assert (values(result.having), values(result.lacking)) == ([2], [3])


# Which days say something


def test_a_day_with_another_side_effect_is_one_without_this_one() -> None:
    written = scored(5, 6, 7)
    written.effect(day(1), "nausea")
    written.effect(day(2), "nausea")
    written.effect(day(2), "headache")

    result = with_headache(written)

    assert (numbers(result.having), numbers(result.lacking), result.left_out) == ([2], [1], 1)


def test_a_session_without_side_effects_answers_for_its_day() -> None:
    written = scored(5)
    written.session(day(1), no_side_effects=True)

    assert numbers(with_headache(written).lacking) == [1]


def test_the_persons_own_effect_is_told_by_its_words() -> None:
    written = scored(5, 6)
    written.effect(day(1), name="Odd Dreams")
    written.effect(day(2), "nausea")
    dreams = Thing(ThingKind.SIDE_EFFECT, "odd dreams", "Odd Dreams")

    result = with_and_without(written.records(), MOOD, dreams, PERIOD)

    assert (numbers(result.having), numbers(result.lacking)) == ([1], [2])


def test_a_day_without_any_tag_says_nothing_of_a_tag() -> None:
    """Day 1 has the tag, day 2 another, day 3 none."""
    written = scored(5, 6, 7)
    tag(written, 1, "walk", "work")
    tag(written, 2, "work")

    result = with_and_without(written.records(), MOOD, WALK, PERIOD)

    assert (numbers(result.having), numbers(result.lacking), result.left_out) == ([1], [2], 1)


def test_a_tag_at_any_time_of_the_day_counts_for_the_day() -> None:
    written = scored(5)
    written.score(day(1), 7, hour=9)
    written.check_ins[1] = replace(written.check_ins[1], tags=("walk",))

    result = with_and_without(written.records(), MOOD, WALK, PERIOD)

    assert values(result.having) == [6]


def test_a_medicine_is_taken_from_its_first_to_its_last_day() -> None:
    """50 mg on days 2 and 3, 100 mg on day 5; day 4 lies between them."""
    written = scored(1, 2, 3, 4, 5, 6)
    runs = (medicine(day(2), day(3)), medicine(day(5), day(5), dose="100 mg"))
    records = replace(written.records(), medications=runs)
    thing = Thing(ThingKind.MEDICINE, str(runs[0].course), "Sertraline")

    result = with_and_without(records, MOOD, thing, PERIOD)

    assert (numbers(result.having), numbers(result.lacking)) == ([2, 3, 5], [1, 4, 6])
    assert result.left_out == 0


def test_a_medicine_still_taken_goes_on() -> None:
    run = medicine(day(2))
    records = replace(scored(1, 2, 3).records(), medications=(run,))
    thing = Thing(ThingKind.MEDICINE, str(run.course), run.name)

    assert numbers(with_and_without(records, MOOD, thing, PERIOD).having) == [2, 3]


def test_days_on_which_it_was_taken_as_needed_are_unknown_to_a_regular_medicine() -> None:
    """Regularly on days 1 and 2, as needed on days 3 and 4, not at all on day 5."""
    runs = (medicine(day(1), day(2)), medicine(day(3), day(4), as_needed=True))
    records = replace(scored(1, 2, 3, 4, 5).records(), medications=runs)
    thing = Thing(ThingKind.MEDICINE, str(runs[0].course), "Sertraline")

    result = with_and_without(records, MOOD, thing, PERIOD)

    assert (numbers(result.having), numbers(result.lacking)) == ([1, 2], [5])
    assert result.left_out == 2


def test_an_as_needed_medicine_counts_its_doses_while_it_is_in_the_list() -> None:
    """In the list on days 2 to 4, a dose on day 3: days 1 and 5 are unknown.

    On day 4 a dose of another medicine was taken.
    """
    run = medicine(day(2), day(4), name="Lorazepam", as_needed=True)
    doses = (taken(run, day(3)), taken(medicine(day(1), course=run.id), day(4)))
    records = replace(scored(1, 2, 3, 4, 5).records(), medications=(run,), doses_taken=doses)
    thing = Thing(ThingKind.AS_NEEDED, str(run.course), run.name)

    result = with_and_without(records, MOOD, thing, PERIOD)

    assert (numbers(result.having), numbers(result.lacking)) == ([3], [2, 4])
    assert result.left_out == 2


def test_short_sleep_is_under_five_hours() -> None:
    """4.5 hours are short, 5 are not; on day 3 nothing is entered."""
    written = scored(1, 2, 3)
    written.day(day(1), slept=4.5)
    written.day(day(2), slept=5)
    written.day(day(3), unwell=True)

    result = with_and_without(written.records(), MOOD, SHORT_SLEEP, PERIOD)

    assert (numbers(result.having), numbers(result.lacking)) == ([1], [2])
    assert result.left_out == 1


# Session days


def test_of_a_session_day_what_was_logged_after_the_session_counts() -> None:
    """3 at 09:00, session at 10:00, 9 at noon under the drug, 7 at 20:00."""
    written = scored(7)
    written.session(day(1))
    written.score(day(1), 3, hour=9)
    written.score(day(1), 9, hour=12)
    written.effect(day(1), "headache")

    result = with_headache(written)

    assert values(result.having) == [7]
    assert result.having.session_days == 1


def test_of_a_session_day_logged_only_before_it_that_counts() -> None:
    written = Diary()
    written.session(day(1))
    written.score(day(1), 3, hour=9)
    written.effect(day(1), "headache")

    assert values(with_headache(written).having) == [3]


def test_session_days_are_counted_on_either_side() -> None:
    written = headaches(scored(5, 6, 7), [1], [2, 3])
    written.session(day(1))
    written.session(day(2))

    result = with_headache(written)

    assert (result.having.session_days, result.lacking.session_days) == (1, 1)


def test_imported_days_are_counted() -> None:
    written = headaches(Diary(), [1], [2])
    written.score(day(1), 5, source="Daylio")
    written.score(day(2), 5)
    written.score(day(3), 5, source="Daylio")

    assert with_headache(written).days_imported == 1


def test_hours_of_sleep_can_be_compared_too() -> None:
    written = headaches(Diary(), [1], [])
    written.day(day(1), slept=6)

    result = with_and_without(written.records(), scale_of("sleep-hours"), HEADACHE, PERIOD)

    assert values(result.having) == [6]


# What holds for every diary

scores = st.dictionaries(st.integers(1, 40), st.integers(0, 10), max_size=40)
some_days = st.sets(st.integers(1, 40), max_size=30)


def written(moods: dict[int, int], having: set[int], none: set[int], held: set[int]) -> Diary:
    diary = headaches(Diary(), having, none - having)
    for number in held:
        diary.session(day(number))
    for number, value in moods.items():
        diary.score(day(number), value)
    return diary


@given(scores, some_days, some_days, some_days)
def test_every_scored_day_counts_once(
    moods: dict[int, int], having: set[int], none: set[int], held: set[int]
) -> None:
    result = with_headache(written(moods, having, none, held))
    logged = set(moods)

    assert set(numbers(result.having)) == logged & having
    assert set(numbers(result.lacking)) == logged & (none - having)
    assert result.left_out == len(logged - having - none)


@given(scores, some_days, some_days, some_days, st.integers())
def test_the_order_of_records_does_not_matter(
    moods: dict[int, int], having: set[int], none: set[int], held: set[int], seed: int
) -> None:
    records = written(moods, having, none, held).records()
    mixed = random.Random(seed)
    shuffled = replace(
        records,
        check_ins=tuple(mixed.sample(records.check_ins, len(records.check_ins))),
        side_effects=tuple(mixed.sample(records.side_effects, len(records.side_effects))),
        days=tuple(mixed.sample(records.days, len(records.days))),
        sessions=tuple(mixed.sample(records.sessions, len(records.sessions))),
    )

    assert with_and_without(shuffled, MOOD, HEADACHE, PERIOD) == with_and_without(
        records, MOOD, HEADACHE, PERIOD
    )


@given(scores, some_days, some_days, some_days)
def test_day_scores_known_already_change_nothing(
    moods: dict[int, int], having: set[int], none: set[int], held: set[int]
) -> None:
    records = written(moods, having, none, held).records()
    period = Period(day(10), day(30))
    known = tuple(day_scores(records, MOOD, PERIOD, course(records.sessions)))

    assert with_and_without(records, MOOD, HEADACHE, period, known) == with_and_without(
        records, MOOD, HEADACHE, period
    )


@given(scores, some_days, some_days)
def test_no_median_lies_off_the_scale(
    moods: dict[int, int], having: set[int], none: set[int]
) -> None:
    result = with_headache(written(moods, having, none, set()))

    for side in (result.having, result.lacking):
        assert side.median is None or 0 <= side.median <= 10
        assert (side.median is None) is (side.days == 0)
