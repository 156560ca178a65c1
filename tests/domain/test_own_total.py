"""Totals of the person's own are known by their key alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.checkin import Direction
from journal.domain.errors import InvalidValue, Problem
from journal.domain.own_total import own_total, own_total_of


@given(
    st.text(min_size=1, max_size=50).filter(lambda text: bool(text.split())),
    st.integers(-1000, 999),
    st.integers(1, 100),
    st.sampled_from(Direction),
)
def test_a_key_tells_everything(name: str, low: int, steps: int, direction: Direction) -> None:
    own = own_total(name, low, min(low + steps, 1000), direction)

    assert own_total_of(own.key) == own
    assert not own.is_asked


@pytest.mark.parametrize("key", ["phq-9", "", "own|0|10|higher-worse", "own|a|10|neither|x"])
def test_other_keys_are_none(key: str) -> None:
    assert own_total_of(key) is None


@pytest.mark.parametrize(
    ("name", "low", "high", "field", "problem"),
    [
        (" ", 0, 10, "name", Problem.MISSING),
        ("x" * 301, 0, 10, "name", Problem.TOO_LONG),
        ("Fatigue", 10, 10, "high", Problem.ENDS_SWAPPED),
        ("Fatigue", -1001, 10, "low", Problem.OFF_SCALE),
        ("Fatigue", 0, 1001, "high", Problem.OFF_SCALE),
    ],
)
def test_what_cannot_be_is_refused(
    name: str, low: int, high: int, field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidValue) as caught:
        own_total(name, low, high, Direction.NEITHER)

    assert (caught.value.field, caught.value.problem) == (field, problem)
