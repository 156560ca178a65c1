import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from journal.domain.errors import ReportError, ReportProblem
from journal.domain.period import last_days
from journal.domain.side_effect import Severity
from journal.report import pdf
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, Paper, Report, plain
from journal.report.pdf import render_pdf, write_pdf
from tests.domain.diary import Diary, minutes
from tests.storage.full_disk import largest_file
from tests.systems import is_owners_alone

TODAY = date(2026, 3, 10)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def diary(name: str = "Alex Example", effect: str = "Cold hands") -> Diary:
    """Thirty days of mood around two sessions."""
    diary = Diary(name, date(1980, 1, 1))
    for ago in range(30):
        diary.score(day(ago), ago % 11, hour=8)
    for ago, severity in ((20, Severity.SEVERE), (6, Severity.MILD)):
        session = diary.session(day(ago), mg=32)
        diary.effect(day(ago), "nausea", severity, minutes(90), session)
    diary.effect(day(3), name=effect, severity=Severity.MODERATE)
    return diary


def report(diary: Diary, paper: Paper = Paper.A4, days: int = 30) -> Report:
    choices = Choices(paper)
    return build_report(
        summary_for(diary.records(), last_days(days, TODAY), TODAY, choices), choices
    )


@pytest.fixture(scope="module")
def rendered() -> bytes:
    return render_pdf(report(diary()))


@pytest.fixture
def document(rendered: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(rendered)) as opened:
        yield opened


def elements(node: Any) -> Iterator[Any]:
    """The structure's elements in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K"))
    elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
        yield from elements(node.K)


def tags(document: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(document.Root.StructTreeRoot)]


def text_of(content: bytes, tmp_path: Path, page: int | None = None) -> str:
    """What a reader of the file or of one page finds, in the order it was written, on one line."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "summary.pdf"
    file.write_bytes(content)
    pages = [] if page is None else ["-f", str(page), "-l", str(page)]
    command: list[str | Path] = [program, "-raw", *pages, file, "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


class TestAccessible:
    def test_has_title_language_and_tags(self, document: pikepdf.Pdf) -> None:
        assert document.Root.Lang == "en"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Symptom summary"
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")

    def test_one_title_and_a_heading_for_each_section(self, document: pikepdf.Pdf) -> None:
        assert tags(document).count("/H1") == 1
        assert tags(document).count("/H2") == len(report(diary()).all_sections)

    def test_every_table_has_header_cells(self, document: pikepdf.Pdf) -> None:
        tables = [section.table for section in report(diary()).all_sections if section.table]
        assert tags(document).count("/Table") == len(tables)
        assert tags(document).count("/TH") == sum(len(table.columns) for table in tables)
        assert tags(document).count("/TD") == sum(
            len(row) for table in tables for row in table.rows
        )

    def test_the_chart_has_its_alternative(self, document: pikepdf.Pdf) -> None:
        figures = [e for e in elements(document.Root.StructTreeRoot) if e.S == "/Figure"]
        described = [s.figure.description for s in report(diary()).all_sections if s.figure]
        assert [str(figure.Alt) for figure in figures] == described

    def test_all_fonts_are_embedded(self, document: pikepdf.Pdf) -> None:
        fonts = list(document.pages[0].Resources.Font.values())
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


class TestPages:
    @pytest.mark.parametrize(
        ("paper", "points"), [(Paper.A4, (595, 842)), (Paper.US_LETTER, (612, 792))]
    )
    def test_are_of_the_chosen_paper(self, paper: Paper, points: tuple[int, int]) -> None:
        with pikepdf.open(BytesIO(render_pdf(report(diary(), paper)))) as document:
            assert len(document.pages) == 2
            for page in document.pages:
                assert tuple(round(float(side)) for side in page.MediaBox[2:]) == points

    def test_hold_the_numbers_of_the_report(self, rendered: bytes, tmp_path: Path) -> None:
        text = text_of(rendered, tmp_path)
        for line in lines_of(report(diary())):
            assert line in text

    def test_the_first_page_has_its_sections_and_the_second_what_follows(
        self, rendered: bytes, tmp_path: Path
    ) -> None:
        made = report(diary())
        for number, sections in ((1, made.sections), (2, made.following)):
            text = text_of(rendered, tmp_path, number)
            places = [text.index(f"{each.title} {each.note}".strip()) for each in sections]
            assert places == sorted(places)

    def test_every_page_says_whose_it_is_and_which_one(
        self, rendered: bytes, tmp_path: Path
    ) -> None:
        for number in (1, 2):
            assert f"Alex Example page {number} of 2" in text_of(rendered, tmp_path, number)

    def test_the_first_page_alone(self, tmp_path: Path) -> None:
        choices = Choices(first_page_only=True)
        summary = summary_for(diary().records(), last_days(30, TODAY), TODAY)
        rendered = render_pdf(build_report(summary, choices))
        assert text_of(rendered, tmp_path).endswith("Alex Example page 1 of 1")

    def test_the_rules_stand_at_the_foot_of_the_first(
        self, rendered: bytes, tmp_path: Path
    ) -> None:
        assert "Association, not cause. Alex Example page 1" in text_of(rendered, tmp_path, 1)

    def test_safety_that_is_left_out_says_so(self, tmp_path: Path) -> None:
        summary = summary_for(diary().records(), last_days(30, TODAY), TODAY)
        with_it = text_of(render_pdf(build_report(summary)), tmp_path)
        without = text_of(render_pdf(build_report(summary, Choices(safety=False))), tmp_path)
        assert "does not exclude risk" in with_it
        assert "left out by the patient" not in with_it
        assert "Safety left out by the patient Course" in without
        assert "does not exclude risk" not in without

    def test_an_empty_period_is_a_page_that_says_so(self, tmp_path: Path) -> None:
        text = text_of(render_pdf(report(Diary())), tmp_path)
        assert "0 of 30 days logged (0%)" in text
        assert "Nothing is written down for this period" in text
        assert text.endswith("page 1 of 1")


def lines_of(report: Report) -> Iterator[str]:
    """Every line and row of a report, as it would stand on one line."""
    yield from map(plain, (*report.identity, *report.overview))
    for section in report.all_sections:
        for row in section.table.rows if section.table else ():
            yield " ".join(" ".join(plain(cell) for cell in row).split())
        yield from map(plain, section.lines)


HOSTILE = {
    "emoji": "😀 👩\u200d👩\u200d👧 🏳️",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
    "chinese": "你好，世界",
    "combining": "Z\u0351\u036b\u0343a\u0363\u0366l\u034c\u0346g\u0337o\u0336",
    "control": "a\x00b\x07c\x1b[31md\x85e\x9f",
    "lines": "one\ntwo\r\nthree\u2028four",
    "surrogate": "a\ud83dz",
    "private": "\ue000\uf8ff\U000f0000",
    "no-character": "\ufffe\uffff\ufdd0",
    "invisible": "\u200b\u200d\u00ad\ufeff\u2060x",
    "unassigned": "\u0378\U0001faff\U000e0080",
    "turned": "\u202egnp.exe\u2067",
    "markup": '#panic("x") *bold* _it_ $x^2$ `raw` @ref <label> // \\ #{1+1} [',
    "json": '"},{"title":"x',
    "spaces": "   ",
    "long": "Maximiliana " * 25,
    "unbroken": "W" * 300,
}


class TestHostileText:
    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
    def test_prints_whatever_was_typed(self, text: str) -> None:
        hostile = diary(name=text, effect=text)
        hostile.effect(day(6), name=text, session=hostile.sessions[-1])
        with pikepdf.open(BytesIO(render_pdf(report(hostile), system_fonts=False))) as document:
            assert document.pages

    @pytest.mark.parametrize("key", ["markup", "json", "long"])
    def test_prints_it_literally(self, key: str, tmp_path: Path) -> None:
        text = text_of(render_pdf(report(diary(name=HOSTILE[key]))), tmp_path)
        assert " ".join(HOSTILE[key].split()) in text


class TestReproducible:
    def test_the_same_report_gives_the_same_bytes(self) -> None:
        first, second = (render_pdf(report(diary()), system_fonts=False) for _ in range(2))
        assert first == second

    def test_in_another_process_too(self) -> None:
        program = (
            "import sys\n"
            "from journal.report.pdf import render_pdf\n"
            "from tests.report.test_pdf import diary, report\n"
            "sys.stdout.buffer.write(render_pdf(report(diary()), system_fonts=False))"
        )
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=root, capture_output=True, check=True
        )
        assert done.stdout == render_pdf(report(diary()), system_fonts=False)


class TestSaving:
    def test_saves_what_the_preview_shows_for_its_owner_only(self, tmp_path: Path) -> None:
        path = tmp_path / "summary.pdf"
        write_pdf(report(diary()), path)
        assert path.read_bytes() == render_pdf(report(diary()))
        assert is_owners_alone(path)
        assert list(tmp_path.iterdir()) == [path]

    def test_replaces_an_older_file_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "summary.pdf"
        path.write_bytes(b"older" * 100_000)
        write_pdf(report(diary()), path)
        assert path.read_bytes() == render_pdf(report(diary()))

    @pytest.mark.parametrize("place", ["missing/summary.pdf", "folder", "x" * 300])
    def test_a_place_that_cannot_be_written_is_said(self, place: str, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        with pytest.raises(ReportError) as raised:
            write_pdf(report(diary()), tmp_path / place)
        assert raised.value.problem is ReportProblem.NOT_SAVED
        assert [each.name for each in tmp_path.iterdir()] == ["folder"]

    @pytest.mark.usefixtures("small_disk")
    @pytest.mark.parametrize("older", [None, b"older"])
    def test_a_full_disk_leaves_the_older_file_and_no_half_one(
        self, older: bytes | None, tmp_path: Path
    ) -> None:
        path = tmp_path / "summary.pdf"
        if older is not None:
            path.write_bytes(older)
        with pytest.raises(ReportError) as raised:
            write_pdf(report(diary()), path)
        assert raised.value.problem is ReportProblem.NOT_SAVED
        assert [each.read_bytes() for each in tmp_path.iterdir()] == ([older] if older else [])

    def test_what_typst_cannot_print_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "printable", str)
        with pytest.raises(ReportError) as raised:
            render_pdf(report(diary(name=HOSTILE["private"])))
        assert raised.value.problem is ReportProblem.NOT_MADE


@pytest.fixture
def small_disk(rendered: bytes) -> Iterator[None]:
    """No file may grow beyond 10 kB, as on a disk that has no more room."""
    assert len(rendered) > 10_000
    with largest_file(10_000):
        yield
