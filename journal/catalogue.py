"""The lists that are data: side effects to choose from, and numbers to call for help."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from journal.paths import resources


@dataclass(frozen=True, slots=True)
class CatalogueEffect:
    """A side effect to choose from, in English; `group` is a key of Catalogue.groups."""

    key: str
    name: str
    group: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Side effects in the order they are offered; `starters` come first for a new journal."""

    effects: tuple[CatalogueEffect, ...]
    groups: dict[str, str]
    starters: tuple[str, ...]

    def effect(self, key: str) -> CatalogueEffect | None:
        """The effect with this key, or None."""
        return next((effect for effect in self.effects if effect.key == key), None)


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """Whom to call in one country; `crisis_number` and `urgent` may be empty."""

    country: str
    name: str
    emergency: str
    crisis_name: str = ""
    crisis_number: str = ""
    urgent: str = ""


@cache
def side_effects() -> Catalogue:
    """The catalogue of side effects."""
    table = _read("side_effects.toml")
    effects = tuple(CatalogueEffect(key, **entry) for key, entry in table["effects"].items())
    return Catalogue(effects, table["groups"], tuple(table["starters"]))


@cache
def help_numbers() -> dict[str, HelpNumbers]:
    """Numbers by country code; `ZZ` stands for a country that is not listed."""
    countries = _read("help_numbers.toml")["countries"]
    return {code: _numbers(code, entry) for code, entry in countries.items()}


def numbers_for(country: str) -> HelpNumbers:
    """The numbers of a country code, or those of "another country"."""
    return help_numbers().get(country.upper(), help_numbers()["ZZ"])


def _numbers(code: str, entry: dict[str, Any]) -> HelpNumbers:
    crisis = entry.get("crisis", {})
    return HelpNumbers(
        code,
        entry["name"],
        entry["emergency"],
        crisis.get("name", ""),
        crisis.get("number", ""),
        entry.get("urgent", ""),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "catalogue" / name).read_text("utf-8"))
