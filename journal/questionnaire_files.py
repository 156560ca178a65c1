"""Questionnaires are files: this reads one, checks it, and refuses what does not hold together."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from journal.domain.checkin import Direction
from journal.domain.errors import QuestionnaireProblem, QuestionnaireRefused
from journal.domain.own_total import own_total_of
from journal.domain.questionnaire import Questionnaire
from journal.domain.scoring import options_of
from journal.paths import resources


@dataclass(frozen=True, slots=True)
class Shelf:
    """The questionnaires of a folder in their order, and the files that were refused."""

    questionnaires: tuple[Questionnaire, ...]
    refused: tuple[QuestionnaireRefused, ...]

    def find(self, key: str) -> Questionnaire | None:
        """The questionnaire with this key, one of the person's own too, or None."""
        found = next((each for each in self.questionnaires if each.key == key), None)
        return found or own_total_of(key)


@cache
def shelf() -> Shelf:
    """The questionnaires that come with the program."""
    return read_folder(resources() / "questionnaires")


def read_folder(folder: Path) -> Shelf:
    """Every `.toml` file of a folder, by the `position` it gives itself; a bad one harms no other.

    A second file with the key of one before it is refused.
    """
    placed: list[tuple[int, Questionnaire]] = []
    refused: list[QuestionnaireRefused] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            position, questionnaire = _read_placed(path)
            if any(questionnaire.key == other.key for _, other in placed):
                raise QuestionnaireRefused(QuestionnaireProblem.SAME_TWICE, path.name, "key")
        except QuestionnaireRefused as error:
            refused.append(error)
        else:
            placed.append((position, questionnaire))
    ordered = sorted(placed, key=lambda one: one[0])
    return Shelf(tuple(questionnaire for _, questionnaire in ordered), tuple(refused))


def read_file(path: Path) -> Questionnaire:
    """The questionnaire of a file; raises QuestionnaireRefused with the file's name and reason."""
    return _read_placed(path)[1]


def _read_placed(path: Path) -> tuple[int, Questionnaire]:
    reader = _Reader(path.name)
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise reader.refusal(QuestionnaireProblem.UNREADABLE) from None
    position = reader.value(int, table.pop("position", 0), "position")
    questionnaire = reader.read(Questionnaire, table)
    _check(questionnaire, reader)
    return position, questionnaire


class _Reader:
    """Turns TOML tables into the domain's values, whose types say what may stand in a file."""

    def __init__(self, file: str) -> None:
        self._file = file

    def refusal(self, problem: QuestionnaireProblem, field: str = "") -> QuestionnaireRefused:
        return QuestionnaireRefused(problem, self._file, field)

    def read(self, kind: Any, table: object, place: str = "") -> Any:
        """A value of the dataclass `kind`, with nothing missing and nothing it does not know."""
        if not isinstance(table, dict):
            raise self.refusal(QuestionnaireProblem.WRONG_TYPE, place.removesuffix("."))
        types = get_type_hints(kind)
        for name in table:
            if name not in types:
                raise self.refusal(QuestionnaireProblem.UNKNOWN_FIELD, f"{place}{name}")
        for field in fields(kind):
            if field.default is MISSING and field.name not in table:
                raise self.refusal(QuestionnaireProblem.MISSING_FIELD, f"{place}{field.name}")
        return kind(**{n: self.value(types[n], raw, f"{place}{n}") for n, raw in table.items()})

    def value(self, kind: Any, raw: object, place: str) -> Any:
        """`raw` as `kind`: text, a whole number, yes or no, a direction, or tables."""
        if get_origin(kind) is UnionType:
            return self.value(get_args(kind)[0], raw, place)
        if kind is Direction and raw in list(Direction):
            return Direction(str(raw))
        if get_origin(kind) is tuple and isinstance(raw, list):
            inner = get_args(kind)[0]
            return tuple(self.read(inner, each, f"{place}.{n}.") for n, each in enumerate(raw, 1))
        if is_dataclass(kind):
            return self.read(kind, raw, f"{place}.")
        if type(raw) is not kind:
            raise self.refusal(QuestionnaireProblem.WRONG_TYPE, place)
        return raw


def _check(questionnaire: Questionnaire, reader: _Reader) -> None:
    """Refuse what can be read but does not hold together."""
    if questionnaire.low >= questionnaire.high:
        raise reader.refusal(QuestionnaireProblem.ENDS_SWAPPED, "high")
    _check_items(questionnaire, reader)
    _check_bands(questionnaire, reader)
    if questionnaire.direction is not Direction.HIGHER_WORSE and (
        questionnaire.thresholds.response_percent or questionnaire.thresholds.remission_below
    ):
        raise reader.refusal(QuestionnaireProblem.NOT_FOR_DIRECTION, "thresholds")


def _check_items(questionnaire: Questionnaire, reader: _Reader) -> None:
    keys = [item.key for item in questionnaire.items]
    if _repeats(keys):
        raise reader.refusal(QuestionnaireProblem.SAME_TWICE, "items")
    if questionnaire.safety_item and questionnaire.safety_item not in keys:
        raise reader.refusal(QuestionnaireProblem.UNKNOWN_ITEM, "safety_item")
    lowest = highest = 0
    for number, item in enumerate(questionnaire.items, 1):
        values = [option.value for option in options_of(questionnaire, item)]
        if not values:
            raise reader.refusal(QuestionnaireProblem.NO_OPTIONS, f"items.{number}")
        if _repeats(values):
            raise reader.refusal(QuestionnaireProblem.SAME_TWICE, f"items.{number}.options")
        if item.scored:
            lowest, highest = lowest + min(values), highest + max(values)
    if keys and (lowest, highest) != (questionnaire.low, questionnaire.high):
        raise reader.refusal(QuestionnaireProblem.TOTAL_OFF_ENDS, "high")


def _check_bands(questionnaire: Questionnaire, reader: _Reader) -> None:
    """Bands in order, none twice, none left out, from one end of the total to the other."""
    bands = questionnaire.bands
    if not bands:
        return
    for number, band in enumerate(bands, 1):
        if band.low > band.high:
            raise reader.refusal(QuestionnaireProblem.ENDS_SWAPPED, f"bands.{number}")
    for number, (lower, upper) in enumerate(pairwise(bands), 2):
        if upper.low <= lower.high:
            raise reader.refusal(QuestionnaireProblem.BANDS_OVERLAP, f"bands.{number}")
        if upper.low > lower.high + 1:
            raise reader.refusal(QuestionnaireProblem.BANDS_GAP, f"bands.{number}")
    if (bands[0].low, bands[-1].high) != (questionnaire.low, questionnaire.high):
        raise reader.refusal(QuestionnaireProblem.BANDS_GAP, "bands")


def _repeats(values: Iterable[object]) -> bool:
    return any(count > 1 for count in Counter(values).values())
