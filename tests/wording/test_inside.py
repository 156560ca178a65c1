"""Names as they stand inside a sentence."""

import pytest

from journal.wording.inside import inside


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nausea", "nausea"),
        ("Elevated mood", "elevated mood"),
        ("TMS", "TMS"),
        ("IV ketamine", "IV ketamine"),
        ("", ""),
    ],
)
def test_names_begin_small_and_abbreviations_stay(name: str, expected: str) -> None:
    assert inside(name) == expected
