"""Words that are cut, or broken into lines, where there is no room."""

import pytest

from journal.charts.lettering import fitted, inches, lines


def test_a_text_that_fits_is_left_alone() -> None:
    assert fitted("Nausea", 1) == "Nausea"


def test_a_text_that_does_not_fit_ends_in_dots() -> None:
    cut = fitted("Changes in what you see or hear", 1)

    assert cut.endswith("…")
    assert "Changes in what".startswith(cut[:-1])
    assert inches(cut) <= 1


def test_a_name_of_several_lines_becomes_one() -> None:
    assert fitted("cold\n hands", 2) == "cold hands"


def test_without_any_room_the_dots_are_left() -> None:
    assert fitted("Nausea", 0) == "…"


@pytest.mark.parametrize("room", [0.2, 1.0, 1.7, 3.0])
def test_every_part_stands_whole_in_one_of_the_lines(room: float) -> None:
    parts = ["● mild", "●● moderate", "●●● severe", "empty box: none"]

    broken = lines(parts, room)

    assert "    ".join(broken) == "    ".join(parts)
    assert all(inches(each) <= room or each in parts for each in broken)


def test_parts_share_a_line_while_there_is_room() -> None:
    assert lines(["one", "two"], 9) == ["one    two"]
    assert lines([], 9) == []
