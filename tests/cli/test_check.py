"""`check` says whether the journal is sound, and counts."""

from pathlib import Path

from tests.cli.conftest import Program
from tests.storage.damage import damage_index


def counts(program: Program) -> str:
    sound, line = program.prints("check").splitlines()
    assert sound == "integrity ok"
    return line


def test_one_of_each_is_counted_in_the_singular(used: Program) -> None:
    used.saves("session", "--at", "2026-03-10T09:40", "--treatment", "tms")
    used.saves("effect", "nausea")
    assert counts(used) == "1 check-in, 1 session, 1 side effect"


def test_a_long_diary_is_counted_with_thousands_marks(program: Program, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    header = "full_date,date,weekday,time,mood,activities,note_title,note\n"
    rows = (f"2025-{n % 12 + 1:02}-{n % 28 + 1:02},,,10:00,meh,,,\n" for n in range(1476))
    export.write_text(header + "".join(rows))
    program.saves("import", str(export))
    for day in range(1, 5):
        program.saves("session", "--at", f"2026-03-0{day}T09:40", "--treatment", "iv-ketamine")
    assert counts(program) == "1,476 check-ins, 4 sessions, 0 side effects"


def test_the_journal_is_only_read(used: Program) -> None:
    before = used.file.read_bytes(), used.file.stat().st_mtime_ns
    counts(used)
    assert (used.file.read_bytes(), used.file.stat().st_mtime_ns) == before


def test_damage_inside_a_sound_frame_is_found(used: Program) -> None:
    data = bytearray(used.file.read_bytes())
    data[-4096:] = bytes(4096)
    used.file.write_bytes(data)
    assert "damaged" in used.refuses("check")


def test_damage_is_told_with_the_ways_on(used: Program) -> None:
    used.prints("backup")
    damage_index(used.file)
    said = used.refuses("check")
    assert "It was not changed." in said
    assert "`backups` lists" in said
    assert "`restore FILE`" in said


def test_check_takes_no_options(program: Program) -> None:
    program.misunderstands("check", "--fast")
