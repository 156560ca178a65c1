"""`import` brings an export in whole, once, or not at all."""

from pathlib import Path

import pytest

from journal.domain.edit import Edit
from tests.cli.conftest import SAMPLES, Program

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note"
MEH = "2026-03-10,10 March,Tuesday,9:00 pm,meh,walk | family,,Slept badly"
RAD = "2026-03-09,9 March,Monday,18:52,rad,,,"
CALM = "2026-03-08,8 March,Sunday,08:00,calm,,,"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return written(tmp_path / "export.csv", MEH, RAD)


@pytest.fixture
def own_moods(tmp_path: Path) -> Path:
    return written(tmp_path / "own moods.csv", MEH, CALM)


def written(file: Path, *rows: str) -> Path:
    file.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return file


def test_an_export_comes_in(program: Program, export: Path) -> None:
    line = program.saves("import", str(export))
    assert line == "Saved 2 check-ins; in the journal already: 0"
    first, second = program.records().check_ins
    assert (first.value("daylio-mood"), second.value("daylio-mood")) == (5, 3)
    assert (second.tags, second.note, second.note_shared) == (
        ("walk", "family"),
        "Slept badly",
        False,
    )


def test_the_format_can_be_named(program: Program, export: Path) -> None:
    program.saves("import", str(export), "--format", "daylio-csv")


def test_an_unknown_format_is_refused(program: Program, export: Path) -> None:
    assert program.refuses("import", str(export), "--format", "x") == "The format is not known."


def test_the_same_file_twice_adds_nothing(program: Program, export: Path) -> None:
    program.saves("import", str(export))
    before = program.records()
    line = program.saves("import", str(export))
    assert line == "Saved 0 check-ins; in the journal already: 2"
    assert program.records() == before


def test_a_longer_file_adds_what_is_new(program: Program, export: Path) -> None:
    program.saves("import", str(export))
    line = program.saves("import", str(written(export, MEH, RAD, RAD.replace("18:52", "19:00"))))
    assert line == "Saved 1 check-in; in the journal already: 2"


def test_a_row_that_was_deleted_stays_away(program: Program, export: Path) -> None:
    program.saves("import", str(export))
    program.change(lambda journal: [Edit(journal.check_ins.between()[0], None)])
    program.saves("import", str(export))
    assert len(program.records().check_ins) == 1


def test_moods_of_ones_own_need_a_level(program: Program, own_moods: Path) -> None:
    words = program.refuses("import", str(own_moods))
    assert "calm" in words
    assert "meh" not in words
    assert "Nothing was imported." in words


def test_moods_of_ones_own_get_their_level(program: Program, own_moods: Path) -> None:
    program.saves("import", str(own_moods), "--mood", "Calm=4")
    assert [c.value("daylio-mood") for c in program.records().check_ins] == [4, 3]


@pytest.mark.parametrize("mood", ["calm", "calm=", "=4", "calm=high"])
def test_a_mood_without_name_or_level_is_misused(
    program: Program, own_moods: Path, mood: str
) -> None:
    program.misunderstands("import", str(own_moods), "--mood", mood)


@pytest.mark.parametrize("level", ["0", "6", "-1", "4.5"])
def test_a_level_off_its_scale_is_refused(program: Program, own_moods: Path, level: str) -> None:
    assert "whole number" in program.refuses("import", str(own_moods), "--mood", f"calm={level}")


BAD = {
    "mood": (RAD.replace("rad", ""), "Line 3: there is no mood."),
    "date": (RAD.replace("2026-03-09", "2026-02-30"), "Line 3: the date cannot be read."),
    "time": (RAD.replace("18:52", "25:00"), "Line 3: the time cannot be read."),
    "columns": (RAD + ",more", "Line 3: the number of columns is wrong."),
    "future": (RAD.replace("2026-03-09", "2026-03-15"), "Line 3: the date lies in the future."),
    "unknown mood": (CALM, "calm"),
}


@pytest.mark.parametrize(("row", "complaint"), BAD.values(), ids=BAD)
def test_a_file_with_a_bad_line_is_refused_whole(
    used: Program, export: Path, row: str, complaint: str
) -> None:
    before = used.file.read_bytes()
    words = used.refuses("import", str(written(export, MEH, row)))
    assert complaint in words
    assert words.endswith("Nothing was imported.")
    assert used.file.read_bytes() == before


@pytest.mark.parametrize(("row", "complaint"), BAD.values(), ids=BAD)
def test_a_refused_file_begins_no_journal(
    program: Program, export: Path, row: str, complaint: str
) -> None:
    program.refuses("import", str(written(export, MEH, row)))
    assert not program.data.exists()


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\xff", b"\0\0", b"%PDF-1.7\n"])
def test_a_file_that_is_no_export_is_refused(
    program: Program, export: Path, content: bytes
) -> None:
    export.write_bytes(content)
    assert "Nothing was imported." in program.refuses("import", str(export))


def test_a_missing_file_is_refused(program: Program, tmp_path: Path) -> None:
    words = program.refuses("import", str(tmp_path / "gone.csv"))
    assert "gone.csv" in words
    assert not program.data.exists()


def test_a_folder_is_refused(program: Program, tmp_path: Path) -> None:
    program.refuses("import", str(tmp_path))


@pytest.mark.parametrize("name", ["two\nlines.csv", "\x1b[31mred.csv", "\udcff.csv", "a\0b.csv"])
def test_the_complaint_is_one_line_whatever_the_file_is_called(
    program: Program, tmp_path: Path, name: str
) -> None:
    words = program.refuses("import", str(tmp_path / name))
    assert words.isprintable()


def test_without_a_file_it_is_misused(program: Program) -> None:
    program.misunderstands("import")


def test_a_header_alone_is_an_empty_diary(program: Program, export: Path) -> None:
    line = program.saves("import", str(written(export)))
    assert line == "Saved 0 check-ins; in the journal already: 0"


@pytest.mark.parametrize(
    ("sample", "moods", "count"),
    [
        ("staticf0x_test_data.csv", (), 32),
        ("MichaelCurrin_sample.csv", ("--mood", "sad=2", "--mood", "average=3"), 3),
    ],
)
def test_real_exports_come_in(
    program: Program, sample: str, moods: tuple[str, ...], count: int
) -> None:
    line = program.saves("import", str(SAMPLES / sample), *moods)
    assert line.startswith(f"Saved {count} check-ins")
