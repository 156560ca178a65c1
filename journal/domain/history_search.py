"""Searching the history: filters, words in notes and tags, and where each of them stands.

Upper and lower case, accents and the like make no difference: `Cafe` finds `café`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from unicodedata import combining, normalize

from journal.domain.history import HistoryDay, Share


class Filter(StrEnum):
    """What a day must have."""

    NOTES = "notes"
    SESSIONS = "sessions"
    SIDE_EFFECTS = "side-effects"
    LATE = "late"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a text a word stands: the characters from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A day that was found; `notes` and `tags` have the places in each of the day's own."""

    day: HistoryDay
    notes: tuple[tuple[Place, ...], ...] = ()
    tags: tuple[tuple[Place, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many places were found, 0 where no word was looked for."""
        return sum(map(len, (*self.notes, *self.tags)))


NOT_WORTH_A_CUT = 12
"""No more characters than these are left out of an excerpt: an ellipsis would save nothing."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line, with the places in it; cut where more text stands there."""

    text: str
    places: tuple[Place, ...] = ()
    cut_before: bool = False
    cut_after: bool = False


def search(
    days: Iterable[HistoryDay], text: str, filters: Iterable[Filter] = ()
) -> tuple[Match, ...]:
    """The days that pass every filter and have every word of `text` in their notes or tags.

    In the order of `days`. A text without words finds every day that passes the filters.
    """
    wanted = tuple(filters)
    words = tuple(dict.fromkeys(folded for word in text.split() if (folded := fold(word))))
    passing = (day for day in days if all(_PASSES[one](day) for one in wanted))
    if not words:
        return tuple(Match(day, ((),) * len(day.notes), ((),) * len(day.tags)) for day in passing)
    return tuple(
        _match(day, words) for day in passing if all(_has_word(day, word) for word in words)
    )


_PASSES: dict[Filter, Callable[[HistoryDay], bool]] = {
    Filter.NOTES: lambda day: bool(day.notes),
    Filter.SESSIONS: lambda day: bool(day.sessions),
    Filter.SIDE_EFFECTS: lambda day: bool(day.side_effects),
    Filter.LATE: lambda day: day.late is not Share.NONE,
}


def _has_word(day: HistoryDay, word: str) -> bool:
    return any(word in fold(note.text) for note in day.notes) or any(
        word in fold(tag) for tag in day.tags
    )


def _match(day: HistoryDay, words: Sequence[str]) -> Match:
    return Match(
        day,
        tuple(places(note.text, words) for note in day.notes),
        tuple(places(tag, words) for tag in day.tags),
    )


def fold(text: str) -> str:
    """The text as it is compared: no upper case, no accents, no compatibility forms."""
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = normalize("NFKD", normalize("NFKD", character).casefold())
    return "".join(one for one in plain if not combining(one))


def places(text: str, words: Iterable[str]) -> tuple[Place, ...]:
    """Where the folded `words` stand in `text`, in order; those that overlap are one place."""
    folded = fold(text)
    origins = _origins(text)
    found = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            found.append(_place(text, origins[at], origins[at + len(word) - 1]))
            at = folded.find(word, at + len(word))
    return _joined(found)


def _origins(text: str) -> Sequence[int]:
    """For each character of the folded text, which one of `text` it comes from."""
    if text.isascii():
        return range(len(text))
    return [place for place, one in enumerate(text) for _ in _fold_character(one)]


def _place(text: str, first: int, last: int) -> Place:
    """From the first to the last character, accents that stand after it included."""
    end = last + 1
    while end < len(text) and not _fold_character(text[end]):
        end += 1
    return Place(first, end)


def _joined(found: Iterable[Place]) -> tuple[Place, ...]:
    joined: list[Place] = []
    for place in sorted(found):
        if joined and place.start < joined[-1].end:
            joined[-1] = Place(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return tuple(joined)


def excerpts(text: str, found: Sequence[Place], before: int, after: int) -> tuple[Excerpt, ...]:
    """Pieces of `text` that show every place with so many characters around it, in order.

    Places near each other share a piece, up to `before` and `after` together; `found` is in order.
    """
    pieces: list[list[Place]] = []
    for place in found:
        if pieces and place.end - pieces[-1][0].start <= before + after:
            pieces[-1].append(place)
        else:
            pieces.append([place])
    return tuple(_excerpt(text, piece, before, after) for piece in pieces)


def _excerpt(text: str, found: Sequence[Place], before: int, after: int) -> Excerpt:
    start, end = found[0].start - before, found[-1].end + after
    start = _word_start(text, start, found[0].start) if start > NOT_WORTH_A_CUT else 0
    worth_it = end < len(text) - NOT_WORTH_A_CUT
    end = _word_end(text, found[-1].end, end) if worth_it else len(text)
    shifted = tuple(Place(place.start - start, place.end - start) for place in found)
    return Excerpt(one_line(text[start:end]), shifted, start > 0, end < len(text))


def _word_start(text: str, start: int, limit: int) -> int:
    """The first beginning of a word from `start` on, `limit` where none comes before it."""
    if text[start - 1].isspace():
        return start
    return next((at + 1 for at in range(start, limit) if text[at].isspace()), limit)


def _word_end(text: str, limit: int, end: int) -> int:
    """The last end of a word up to `end`, `limit` where none comes after it."""
    if text[end].isspace():
        return end
    return next((at for at in range(end, limit, -1) if text[at].isspace()), limit)


def one_line(text: str) -> str:
    """The text with every break and tab as a space; places in it stay where they are."""
    return text.translate(_BREAKS)


_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
