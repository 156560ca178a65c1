"""What can be picked, and on how many days it is entered."""

from dataclasses import replace

from journal.domain.period import Period
from journal.domain.with_and_without import Pickable, Thing, ThingKind, pickable
from tests.domain.diary import Diary, scale_of
from tests.domain.medicines import medicine, taken
from tests.domain.with_and_without_diaries import (
    HEADACHE,
    PERIOD,
    SHORT_SLEEP,
    WALK,
    day,
    headaches,
    scored,
    tag,
)


def test_nothing_entered_is_nothing_to_pick() -> None:
    assert pickable(scored(5, 6).records(), PERIOD) == ()


def test_side_effects_are_counted_by_day_the_most_frequent_first() -> None:
    """Nausea twice on one day; headache on two."""
    written = headaches(Diary(), [1, 2], [3])
    written.effect(day(1), "nausea")
    written.effect(day(1), "nausea", hour=22)

    assert pickable(written.records(), PERIOD) == (
        Pickable(HEADACHE, 2),
        Pickable(Thing(ThingKind.SIDE_EFFECT, "nausea"), 1),
    )


def test_the_persons_own_effect_is_offered_in_the_words_written_last() -> None:
    written = Diary()
    written.effect(day(1), name="odd dreams")
    written.effect(day(2), name="Odd dreams")

    assert pickable(written.records(), PERIOD) == (
        Pickable(Thing(ThingKind.SIDE_EFFECT, "odd dreams", "Odd dreams"), 2),
    )


def test_tags_medicines_and_short_sleep_follow() -> None:
    """Sertraline on days 55 to 60 of the 60, one dose of lorazepam, one night of 4 hours."""
    written = headaches(scored(5, 6), [1], [])
    tag(written, 2, "walk")
    written.day(day(3), slept=4)
    lorazepam = medicine(day(1), name="Lorazepam", as_needed=True)
    sertraline = medicine(day(55), course=lorazepam.id)
    records = replace(
        written.records(),
        medications=(sertraline, lorazepam),
        doses_taken=(taken(lorazepam, day(9)),),
    )

    assert pickable(records, PERIOD) == (
        Pickable(HEADACHE, 1),
        Pickable(WALK, 1),
        Pickable(Thing(ThingKind.MEDICINE, str(sertraline.course), "Sertraline"), 6),
        Pickable(Thing(ThingKind.AS_NEEDED, str(lorazepam.course), "Lorazepam"), 1),
        Pickable(SHORT_SLEEP, 1),
    )


def test_what_lies_outside_the_period_is_not_offered() -> None:
    written = headaches(scored(5, 6), [1], [])
    tag(written, 1, "walk")
    written.day(day(1), slept=4)
    records = replace(written.records(), medications=(medicine(day(1), day(1)),))

    assert pickable(records, Period(day(2), day(60))) == ()


def test_short_sleep_is_not_offered_for_hours_of_sleep() -> None:
    written = Diary()
    written.day(day(1), slept=4)

    assert pickable(written.records(), PERIOD, scale_of("sleep-hours")) == ()
    assert pickable(written.records(), PERIOD, scale_of("mood")) == (Pickable(SHORT_SLEEP, 1),)
