"""A record as JSON and back, whatever kind it is: its fields by name, led by their types.

A field that a later version adds has a default and may be missing in the text.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from journal.domain.period import Moment

_WRITTEN_AS_TEXT = (UUID, Decimal)
_WRITTEN_AS_ISO_TEXT = (datetime, date, time)
# What the modules of the domain import for their annotations alone.
_NAMES = {kind.__name__: kind for kind in (Moment, *_WRITTEN_AS_TEXT, *_WRITTEN_AS_ISO_TEXT)}


def to_json(record: object) -> str:
    """The record as text in ASCII, whatever characters it holds."""
    return json.dumps(_plain(record), separators=(",", ":"))


def from_json(kind: type, text: str) -> Any:
    """The record of this kind that `to_json` wrote."""
    return _value(kind, json.loads(text))


def _plain(value: Any) -> object:
    match value:
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case tuple():
            return [_plain(each) for each in value]
        case frozenset():
            return sorted(_plain(each) for each in value)  # type: ignore[type-var]  # enums
        case UUID() | Decimal():
            return str(value)
        case date() | time():
            return value.isoformat()
    return value


def _value(kind: Any, plain: Any) -> Any:
    if get_origin(kind) is not None:
        return _of_generic(kind, plain)
    if is_dataclass(kind):
        return _of_dataclass(kind, plain)
    if kind in _WRITTEN_AS_ISO_TEXT:
        return kind.fromisoformat(plain)
    if kind in _WRITTEN_AS_TEXT or issubclass(kind, Enum):
        return kind(plain)
    return plain


def _of_dataclass(kind: Any, plain: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], each) for name, each in plain.items()})


def _of_generic(kind: Any, plain: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (other,) = (arm for arm in inner if arm is not NoneType)
        return None if plain is None else _value(other, plain)
    if origin is frozenset:
        return frozenset(_value(inner[0], each) for each in plain)
    if inner[-1] is Ellipsis:
        return tuple(_value(inner[0], each) for each in plain)
    return tuple(_value(arm, each) for arm, each in zip(inner, plain, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, localns=_NAMES)
