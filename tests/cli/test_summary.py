"""`summary` writes the page for the provider."""

import json
from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Program
from tests.cli.test_process import run
from tests.systems import is_owners_alone


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "summary.pdf"


@pytest.fixture
def diary(used: Program) -> Program:
    used.saves("log", "--mood", "7", "--at", "2026-03-14T08:00")
    used.saves("session", "--at", "2026-03-10T09:40", "--treatment", "iv-ketamine")
    return used


def is_pdf(page: Path) -> bool:
    data = page.read_bytes()
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def test_a_page_is_written_for_its_owner_only(diary: Program, page: Path) -> None:
    assert diary.saves("summary", "--output", str(page)) == f"Saved: {page}"
    assert is_pdf(page)
    assert is_owners_alone(page)


def test_a_relative_name_lies_in_the_current_folder(diary: Program, somewhere: Path) -> None:
    diary.saves("summary", "--output", "mine.pdf")
    assert is_pdf(somewhere / "mine.pdf")


def test_a_period_without_entries_is_a_page_too(used: Program, page: Path) -> None:
    used.saves("summary", "--from", "2020-01-01", "--to", "2020-01-31", "--output", str(page))
    assert is_pdf(page)


@pytest.mark.parametrize(
    "period",
    [
        ("--from", "2026-03-14"),
        ("--to", "2026-03-14"),
        ("--from", "2026-03-14", "--to", "2026-03-14"),
        ("--from", "1900-01-01"),
        ("--to", "1900-01-01"),
    ],
)
def test_both_ends_of_a_period_belong_to_it(
    diary: Program, page: Path, period: tuple[str, ...]
) -> None:
    diary.saves("summary", *period, "--output", str(page))
    assert is_pdf(page)


@pytest.mark.parametrize(
    ("period", "complaint"),
    [
        (("--to", "2026-03-15"), "The last day lies in the future."),
        (("--from", "2026-03-15"), "The first day lies in the future."),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "The last day comes before the start."),
        (("--from", "March"), "The first day is written like"),
        (("--from", "2026-02-30"), "The first day is written like"),
        (("--to", "2026-03-14T10:00"), "The last day is written like"),
        (("--to", ""), "The last day is written like"),
        (("--to", "1899-12-31"), "The last day lies before 1900."),
        (("--from", "0001-01-01"), "The first day lies before 1900."),
    ],
)
def test_a_period_that_cannot_be_is_refused(
    used: Program, page: Path, period: tuple[str, ...], complaint: str
) -> None:
    assert complaint in used.refuses("summary", *period, "--output", str(page))
    assert not page.exists()


def test_today_is_the_journals_day(used: Program, page: Path) -> None:
    used.clock.time = used.clock.time.replace(day=15, hour=1)
    words = used.refuses("summary", "--to", "2026-03-15", "--output", str(page))
    assert words == "The last day lies in the future."


def test_a_name_that_ends_in_txt_is_plain_text(diary: Program, somewhere: Path) -> None:
    diary.saves("summary", "--output", "mine.TXT")
    text = (somewhere / "mine.TXT").read_text("utf-8")
    assert text.startswith("Symptom summary\n===============\n")
    assert "2 of 180 days logged" in text
    assert is_owners_alone(somewhere / "mine.TXT")


def attached(page: Path) -> dict[str, str]:
    with pikepdf.open(page) as document:
        return {
            name: spec.get_file().read_bytes().decode("utf-8-sig")
            for name, spec in document.attachments.items()
        }


def test_nothing_is_attached_unless_it_is_asked_for(diary: Program, page: Path) -> None:
    diary.saves("summary", "--output", str(page))
    assert attached(page) == {}


def test_the_records_of_the_days_can_be_attached(diary: Program, page: Path) -> None:
    diary.saves("summary", "--attach-data", "--from", "2026-03-10", "--output", str(page))
    files = attached(page)
    read = json.loads(files["records.json"])
    assert (read["first_day"], read["last_day"]) == ("2026-03-10", "2026-03-14")
    assert [record["kind"] for record in read["records"]] == ["check-in", "session"]
    assert "2026-03-01" not in files["records.csv"]
    assert ",score,mood,7,0 to 10\r\n" in files["records.csv"]


def test_a_private_note_is_not_attached(used: Program, page: Path) -> None:
    used.saves("log", "--note", "Only for me.", "--at", "2026-03-02T12:00")
    used.saves("summary", "--attach-data", "--output", str(page))
    assert "Only for me." not in "".join(attached(page).values())


def test_a_text_file_holds_no_data(diary: Program, somewhere: Path) -> None:
    words = diary.refuses("summary", "--attach-data", "--output", "mine.txt")
    assert words == "A text file holds no attached data. Choose a name that ends in .pdf."
    assert list(somewhere.iterdir()) == []


@pytest.mark.parametrize("place", ["gone/summary.txt", "."])
def test_a_place_that_takes_no_text_is_refused(used: Program, somewhere: Path, place: str) -> None:
    assert "could not be saved there" in used.refuses("summary", "--output", place)
    assert list(somewhere.iterdir()) == []


@pytest.mark.parametrize("place", ["gone/summary.pdf", ".", "", f"{'x' * 300}.pdf"])
def test_a_place_that_takes_no_file_is_refused(used: Program, somewhere: Path, place: str) -> None:
    assert "could not be saved there" in used.refuses("summary", "--output", place)
    assert list(somewhere.iterdir()) == []


def test_an_older_page_stays_when_the_new_one_cannot_be_written(
    used: Program, somewhere: Path, modes_hold: None
) -> None:
    older = somewhere / "summary.pdf"
    older.write_text("older")
    somewhere.chmod(0o500)
    used.refuses("summary", "--output", str(older))
    somewhere.chmod(0o700)
    assert older.read_text() == "older"


@pytest.mark.parametrize("name", ["journal.db", "preferences.toml", "summary.pdf", "backups/a.pdf"])
def test_nothing_is_written_where_the_journal_lies(used: Program, name: str) -> None:
    (used.data / "backups").mkdir(exist_ok=True)
    before = files_below(used.data)
    words = used.refuses("summary", "--replace", "--output", str(used.data / name))
    assert words == "The journal’s own files lie there. Choose another folder."
    assert files_below(used.data) == before


def test_a_backup_is_never_written_over(used: Program) -> None:
    used.prints("backup")
    (backup,) = (used.data / "backups").glob("*.db")
    before = backup.read_bytes()
    used.refuses("summary", "--replace", "--output", str(backup))
    assert backup.read_bytes() == before


def test_nor_one_that_lies_elsewhere(used: Program, somewhere: Path) -> None:
    used.prints("backup", str(somewhere))
    (backup,) = somewhere.glob("*.db")
    before = backup.read_bytes()
    used.refuses("summary", "--replace", "--output", backup.name)
    assert backup.read_bytes() == before


@pytest.mark.parametrize("name", ["thesis.docx", "summary.pdf.gpg", "notes.md"])
def test_only_names_of_a_pdf_or_a_text_are_taken(used: Program, somewhere: Path, name: str) -> None:
    (somewhere / name).write_text("mine")
    words = used.refuses("summary", "--replace", "--output", name)
    assert words == "A summary is a PDF or plain text. Choose a name that ends in .pdf or .txt."
    assert (somewhere / name).read_text() == "mine"


@pytest.mark.parametrize("name", ["letter.pdf", "letter.txt", "LETTER.PDF"])
def test_a_file_stays_unless_it_may_be_replaced(diary: Program, somewhere: Path, name: str) -> None:
    (somewhere / name).write_text("mine")
    assert diary.refuses("summary", "--output", name) == (
        "There is a file of this name, and it stays as it is. "
        "Choose another name, or add --replace."
    )
    assert (somewhere / name).read_text() == "mine"
    diary.saves("summary", "--replace", "--output", name)
    assert (somewhere / name).read_text("utf-8", errors="replace") != "mine"


def test_a_file_without_an_end_of_its_name_always_stays(used: Program, somewhere: Path) -> None:
    (somewhere / "thesis").write_text("mine")
    assert used.refuses("summary", "--replace", "--output", "thesis") == (
        "There is a file of this name, and it stays as it is. Choose another name."
    )
    assert (somewhere / "thesis").read_text() == "mine"


def test_a_new_name_without_an_end_is_a_pdf(diary: Program, somewhere: Path) -> None:
    diary.saves("summary", "--output", "page")
    assert is_pdf(somewhere / "page")


@pytest.mark.parametrize(("paper", "points"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_can_be_chosen(
    diary: Program, page: Path, paper: str, points: tuple[int, int]
) -> None:
    diary.saves("summary", "--paper", paper, "--output", str(page))
    assert size_of(page) == points


def test_another_paper_is_misused(program: Program) -> None:
    assert "--paper" in program.misunderstands("summary", "--paper", "a5", "--output", "x.pdf")


@pytest.mark.parametrize(("language", "points"), [("en_US", (612, 792)), ("en_GB", (595, 842))])
def test_the_usual_paper_is_that_of_the_country(
    diary: Program, page: Path, language: str, points: tuple[int, int]
) -> None:
    done = run(
        *("--data-dir", str(diary.data), "summary", "--output", str(page)),
        LC_ALL=f"{language}.UTF-8",
    )
    assert done.returncode == 0
    assert size_of(page) == points


def files_below(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def size_of(page: Path) -> tuple[int, ...]:
    """The first page's width and height in points."""
    with pikepdf.open(page) as document:
        return tuple(round(float(side)) for side in document.pages[0].MediaBox[2:])


def test_without_an_output_it_is_misused(program: Program) -> None:
    assert "--output" in program.misunderstands("summary")
