"""What can be printed of the characters that a person, or a file, brings in."""

import unicodedata

PLACEHOLDER = "□"
"""Stands for what has no meaning outside one program: private characters and no characters."""

_DROPPED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Overrides of direction, which turn the words around them too, and the byte order mark."""


def printable(text: str) -> str:
    """The text in one line: control characters, lone surrogates and overrides are dropped."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable(character) for character in text)


def _printable(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or character in _DROPPED:
        return ""
    return PLACEHOLDER if category == "Co" or _is_noncharacter(ord(character)) else character


def _is_noncharacter(code: int) -> bool:
    """The 66 codes that Unicode gives to nobody."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
