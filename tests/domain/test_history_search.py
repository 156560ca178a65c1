"""Searching the history: every place of every word, whatever its case and accents."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.history import HistoryDay, Note, Share, history
from journal.domain.history_search import (
    Filter,
    Place,
    excerpts,
    fold,
    one_line,
    places,
    search,
)
from tests.domain.diary import Diary, at

MONDAY = date(2026, 3, 9)
TODAY = MONDAY + timedelta(1)


def noted(*notes: str, tags: tuple[str, ...] = ()) -> HistoryDay:
    """A day with nothing but notes and tags."""
    return HistoryDay(MONDAY, notes=tuple(Note(at(MONDAY, 20), n) for n in notes), tags=tags)


def test_without_words_and_filters_every_day_is_found_without_places() -> None:
    days = (noted("One."), noted("Two."))

    found = search(days, "  ")

    assert [match.day for match in found] == list(days)
    assert sum(match.count for match in found) == 0


def test_a_word_is_found_in_notes_and_tags_with_its_places() -> None:
    (match,) = search([noted("A walk, then a Walk.", "Rain.", tags=("long walk",))], "walk")

    assert match.notes == ((Place(2, 6), Place(15, 19)), ())
    assert match.tags == ((Place(5, 9),),)
    assert match.count == 3


def test_all_words_must_occur_on_the_day() -> None:
    both, one = noted("To the lake.", tags=("walk",)), noted("To the lake.")

    assert [match.day for match in search([one, both], "lake walk")] == [both]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Im Café gewesen", "cafe", Place(3, 7)),
        ("Im Cafe\N{COMBINING ACUTE ACCENT} gewesen", "café", Place(3, 8)),
        ("STRASSE gefegt", "straße", Place(0, 7)),
        ("Straße gefegt", "STRASSE", Place(0, 6)),
        ("ﬁne day", "fine", Place(0, 3)),
        ("👩\N{ZERO WIDTH JOINER}🚀 and é", "E", Place(8, 9)),
        ("İstanbul", "istanbul", Place(0, 8)),
    ],
)
def test_case_and_accents_make_no_difference(text: str, word: str, place: Place) -> None:
    (match,) = search([noted(text)], word)

    assert match.notes == ((place,),)


def test_words_that_overlap_are_one_place() -> None:
    assert places("the garden", ["gard", "arden"]) == (Place(4, 10),)


@pytest.mark.parametrize(
    ("filter_", "fits"),
    [
        (Filter.NOTES, noted("A note.")),
        (Filter.LATE, HistoryDay(MONDAY, late=Share.PART)),
    ],
)
def test_a_filter_leaves_only_days_that_have_it(filter_: Filter, fits: HistoryDay) -> None:
    plain = HistoryDay(TODAY)

    assert [match.day for match in search([plain, fits], "", [filter_])] == [fits]


def test_filters_for_sessions_and_side_effects_go_together() -> None:
    diary = Diary()
    diary.session(MONDAY)
    diary.effect(MONDAY, "nausea")
    diary.session(TODAY)
    diary.effect(TODAY - timedelta(5), "nausea")
    days = history(diary.records(), TODAY)

    found = search(days, "", [Filter.SESSIONS, Filter.SIDE_EFFECTS])

    assert [match.day.day for match in found] == [MONDAY]


texts = st.text(max_size=60)


@given(st.lists(texts, min_size=1, max_size=4), st.data())
def test_a_word_taken_from_a_note_is_found(notes: list[str], data: st.DataObject) -> None:
    words = [word for note in notes for word in note.split()] or [""]
    word = data.draw(st.sampled_from(words))

    (match,) = search([noted(*notes)], word)

    assert match.count or not fold(word)


@given(texts, st.lists(st.text("abcdeéß ", min_size=1, max_size=3), max_size=3))
def test_places_are_in_order_apart_and_hold_a_word(text: str, words: list[str]) -> None:
    folded = [fold(word) for word in words if fold(word)]

    found = places(text, folded)

    assert all(first.end <= second.start for first, second in pairwise(found))
    for place in found:
        assert any(word in fold(text[place.start : place.end]) for word in folded)


@given(st.lists(texts, max_size=6), st.lists(st.text("abc é", max_size=3), max_size=3))
def test_the_order_of_words_and_days_makes_no_difference(
    notes: list[str], words: list[str]
) -> None:
    days = [noted(note) for note in notes]

    found = search(days, " ".join(words))
    turned = search(reversed(days), " ".join(reversed(words)))

    assert found == turned[::-1]


# excerpts


@given(st.text("ab \né", max_size=300), st.text("abé", min_size=1, max_size=2))
def test_the_excerpts_show_every_place_once(text: str, word: str) -> None:
    found = places(text, [fold(word)])

    shown = excerpts(text, found, 10, 20)

    pieces = [piece.text[p.start : p.end] for piece in shown for p in piece.places]
    assert pieces == [text[place.start : place.end] for place in found]


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    text = "Slept badly, then a good morning in the garden with my sister and her dog."
    (found,) = places(text, ["garden"])

    (excerpt,) = excerpts(text, [found], 12, 12)

    assert excerpt.text == "in the garden with my"
    assert excerpt.cut_before
    assert excerpt.cut_after


def test_a_short_note_is_its_own_excerpt() -> None:
    (excerpt,) = excerpts("Rang an\nold friend.", places("Rang an\nold friend.", ["old"]), 30, 30)

    assert excerpt.text == "Rang an old friend."
    assert not excerpt.cut_before
    assert not excerpt.cut_after


def test_places_far_apart_have_excerpts_of_their_own() -> None:
    text = "sun " + "rain " * 40 + "sun"

    assert len(excerpts(text, places(text, ["sun"]), 20, 20)) == 2


@given(texts)
def test_one_line_keeps_every_character_in_its_place(text: str) -> None:
    line = one_line(text)

    assert len(line) == len(text)
    assert len(line.splitlines()) <= 1
    assert all(a == b or b == " " for a, b in zip(text, line, strict=True))


def test_a_few_characters_are_not_left_out_of_an_excerpt() -> None:
    text = "First time in weeks I wanted to."

    (excerpt,) = excerpts(text, places(text, ["weeks"]), 5, 5)

    assert excerpt.text == text
