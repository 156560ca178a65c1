"""The benchmarks: that they run and add up. How quick anything was is never asked here."""

import ast
from datetime import date
from pathlib import Path

import pytest

import benchmarks
from benchmarks.__main__ import NAMES, main
from benchmarks.comparison import Comparison, Measured, measured, table
from benchmarks.disk import file_system, kind_of_mount, working_folder
from benchmarks.trends_floors import daily_and_weekly_means
from tests.domain.diary import Diary

FOLDER = Path(benchmarks.__file__).parent


def comparison(floors: list[float], figures: list[float], bound: float = 2.0) -> Comparison:
    """Gives these measurements, one in each round."""
    return Comparison(
        "paint", "what", bound, "ms", lambda turn: floors[turn], lambda turn: figures[turn]
    )


def test_the_ratio_is_the_median_figure_over_the_median_floor() -> None:
    result = Measured(comparison([], []), (10.0, 1.0, 4.0), (100.0, 6.0, 8.0))
    assert result.ratio == 2.0


@pytest.mark.parametrize(("bound", "within"), [(2.0, True), (1.99, False)])
def test_a_ratio_on_its_bound_is_within(bound: float, within: bool) -> None:
    assert Measured(comparison([], [], bound), (4.0,), (8.0,)).is_within is within


def test_floor_and_figure_take_turns_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def floor(turn: int) -> float:
        order.append(f"floor {turn}")
        return turn

    def figure(turn: int) -> float:
        order.append(f"figure {turn}")
        return turn * 10

    result = measured(Comparison("paint", "what", 2.0, "ms", floor, figure), 2)
    assert order == ["floor 0", "figure 0", "floor 1", "figure 1", "floor 2", "figure 2"]
    assert (result.floors, result.figures) == ((1.0, 2.0), (10.0, 20.0))


def test_the_table_says_what_is_over_its_bound() -> None:
    within, over = (Measured(comparison([], []), (4.0,), (figure,)) for figure in (8.0, 8.1))
    lines = list(table([within, over], comparable=True))
    assert lines[1].split() == ["paint", "4.0", "ms", "8.0", "ms", "2.00", "2.0", "ok"]
    assert lines[3].split() == ["paint", "4.0", "ms", "8.1", "ms", "2.02", "2.0", "over"]


def test_away_from_a_disk_nothing_is_called_ok() -> None:
    within = Measured(comparison([], []), (4.0,), (4.0,))
    assert list(table([within], comparable=False))[1].endswith("  not comparable")


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/mona/journal", "ext4"),
        ("/tmp/run", "tmpfs"),
        ("/tmporary", "ext4"),
        ("/tmp/my disk/run", "btrfs"),
        ("/run", "tmpfs"),
    ],
)
def test_a_folder_lies_on_the_innermost_mount_that_holds_it(folder: str, kind: str) -> None:
    mounts = [
        "/dev/sda1 / ext4 rw 0 0",
        "tmpfs /tmp tmpfs rw 0 0",
        "/dev/sdb1 /tmp/my\\040disk btrfs rw 0 0",
        "/dev/sdc1 /run xfs rw 0 0",
        "tmpfs /run tmpfs rw 0 0",
    ]
    assert kind_of_mount(Path(folder), mounts) == kind


def test_where_the_system_does_not_tell_the_file_system_is_unknown(tmp_path: Path) -> None:
    assert file_system(tmp_path, mounts=tmp_path / "missing") == ""


def test_the_working_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with working_folder(tmp_path / "new") as folder:
        (folder / "journal.db").touch()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_before_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with working_folder(tmp_path):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["floors.py", "trends_floors.py", "bare_window.py", "watching.py"])
def test_the_floors_stand_on_nothing_of_the_journal(name: str) -> None:
    tree = ast.parse((FOLDER / name).read_text("utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    assert imported
    assert not [module for module in imported if module.split(".")[0] == "journal"]


def test_the_floor_of_the_results_is_the_plain_means() -> None:
    """Five days from the 1st with 1, 2 … 5, the last rated twice: (5 + 9) / 2 = 7.

    The 1st to 4th days have 4 days within three of them: (1 + 2 + 3 + 4) / 4 = 2.5; the others all
    five: (1 + 2 + 3 + 4 + 7) / 5 = 3.4, but the last, which has (2 + 3 + 4 + 7) / 4 = 4.
    """
    diary = Diary()
    for number in range(1, 6):
        diary.score(date(2026, 1, number), number)
    diary.score(date(2026, 1, 5), 9, hour=9)
    daily, weekly = daily_and_weekly_means(diary.check_ins)["mood"]

    assert list(daily.values()) == [1, 2, 3, 4, 7]
    assert list(weekly.values()) == [2.5, 3.4, 3.4, 3.4, 4]


ONE_OF_EACH = (
    "paint",
    "save",
    "pdf",
    "choice",
    "results",
    "still-summary",
    "unlock-window",
    "backup-locked",
    "memory",
)
"""Without much time, one figure of each module that measures."""


def test_every_figure_is_printed_beside_its_floor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], is_long: bool
) -> None:
    names = () if is_long else ONE_OF_EACH
    main(["--quick", "--folder", str(tmp_path / "work"), *names])
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in printed if line[0] in NAMES] == list(names or NAMES)
    assert not (tmp_path / "work").exists()


def test_fewer_than_seven_rounds_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--rounds", "6"])
    assert "at least 7" in capsys.readouterr().err
