"""Days with and without something in words: counts on both sides, and what is missing."""

from dataclasses import replace

import pytest

from journal.domain.with_and_without import Thing, ThingKind
from journal.wording.with_and_without import (
    having_words,
    lacking_words,
    sentence,
    sides_mean,
    thing_name,
)
from tests.domain.with_and_without_diaries import (
    HEADACHE,
    SHORT_SLEEP,
    WALK,
    day,
    headaches,
    scored,
    usual,
    with_headache,
)

MEDICINE = Thing(ThingKind.MEDICINE, "1", "Sertraline")
AS_NEEDED = Thing(ThingKind.AS_NEEDED, "1", "Lorazepam")


@pytest.mark.parametrize(
    ("thing", "name", "having", "lacking"),
    [
        (HEADACHE, "Headache", "with headache", "without headache"),
        (WALK, "walk", "tagged “walk”", "tagged otherwise, without “walk”"),
        (MEDICINE, "Sertraline", "on Sertraline", "not on Sertraline"),
        (
            AS_NEEDED,
            "Lorazepam, as needed",
            "with a dose of Lorazepam",
            "without a dose of Lorazepam",
        ),
        (
            SHORT_SLEEP,
            "Under 5 h of sleep",
            "after under 5 h of sleep",
            "after 5 h of sleep or more",
        ),
    ],
)
def test_every_thing_has_a_name_and_two_sides(
    thing: Thing, name: str, having: str, lacking: str
) -> None:
    assert thing_name(thing) == name
    assert having_words(thing) == having
    assert lacking_words(thing) == lacking


@pytest.mark.parametrize("kind", ThingKind)
def test_every_kind_says_which_days_are_left_out(kind: ThingKind) -> None:
    assert "left out" in sides_mean(Thing(kind))


def test_both_medians_stand_with_their_days() -> None:
    assert sentence(usual()) == (
        "Mood on days with headache: 3 (5 days). On days without headache: 6 (6 days). "
        "2 days say nothing about it and are left out. "
        "There can be many reasons for this; it does not say which."
    )


def test_session_days_are_told_as_scores_differ_around_them() -> None:
    written = headaches(scored(*[5] * 10), range(1, 6), range(6, 11))
    written.session(day(1))
    written.session(day(2))

    assert "Session days are 2 of the 5 and 0 of the 5." in sentence(with_headache(written))


def test_what_is_missing_is_said_and_no_value() -> None:
    """One day with headache, six without."""
    written = headaches(scored(*[9] * 8), [1], range(2, 8))

    assert sentence(with_headache(written)) == (
        "Mood: too little to compare yet. "
        "1 day with headache is logged; it takes at least 5. "
        "6 days without headache are logged, which is enough. "
        "1 day says nothing about it and is left out."
    )


def test_words_of_the_person_are_kept() -> None:
    """Braces in a tag are no placeholders."""
    thing = Thing(ThingKind.TAG, "{x}", "{x}")

    assert "tagged “{x}”" in sentence(replace(usual(), thing=thing))
    own = Thing(ThingKind.SIDE_EFFECT, "foggy head", "Foggy head")
    assert having_words(own) == "with Foggy head"
