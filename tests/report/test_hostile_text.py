"""Whatever a person can type prints, in every place that takes their words."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from journal.domain.checkin import CheckIn, Score
from journal.domain.repository import Records
from journal.domain.side_effect import Severity
from journal.report.parts import Choices, ThreeLines
from journal.report.pdf import render_pdf
from journal.report.text import render_text
from tests.domain.diary import LONG_AGO, Diary, scale_of
from tests.domain.medicines import medicine
from tests.domain.responses import paper
from tests.report.pages import HALF_YEAR, day, records_of, report_of

TYPED = {
    "emoji": "😀 👩\u200d👩\u200d👧 🏳️",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
    "chinese": "你好，世界",
    "combining": "Z\u0351\u036b\u0343a\u0363\u0366l\u034c\u0346g\u0337o\u0336",
    "control": "a\x00b\x07c\x1b[31md\x85e\x9f\x7f",
    "markup": '#panic("x") *bold* $x^2$ `raw` @ref <label> // \\ #{1+1} [',
}
EVERYTHING = " ".join(TYPED.values())

ZERO_WIDTH_SPACE = "\u200b"

OWN_SCALE = "own-90"
LONGEST_NAME = (EVERYTHING * 10)[:300]
LONG_NOTE = " ".join(f"Line {number}: {EVERYTHING}" for number in range(200))[:20_000]


def journal(words: str, note: str = "") -> Records:
    """A journal with these words wherever a person can type some."""
    diary = Diary(words)
    diary.settings = replace(diary.settings, record_number=words)
    diary.scales.append(replace(scale_of("mood"), id=UUID(int=90), key=OWN_SCALE, name=words))
    session = diary.session(day(20), mg=32, name=words)
    diary.sessions[-1] = replace(session, note=words)
    diary.session(day(15), mg=None, name=words)
    for ago in range(1, 30):
        diary.score(day(ago), ago % 11)
    diary.check_ins[-1] = _rated(diary.check_ins[-1], note or words)
    diary.effect(day(20), name=words, severity=Severity.SEVERE, session=session)
    diary.effect(day(3), name=words)
    taken = medicine(day(90), name=words, dose=words, reason=words)
    return records_of(diary, [paper(day(4), 12, f"own|0|20|higher-worse|{words}")], [taken])


def _rated(check_in: CheckIn, note: str) -> CheckIn:
    own = Score(OWN_SCALE, 4, LONG_AGO)
    return replace(check_in, scores=(*check_in.scores, own), note=note, note_shared=True)


def printed(words: str, note: str = "", *, system_fonts: bool = False) -> bytes:
    """The PDF of such a journal; without the fonts of the computer what they lack shows."""
    choices = Choices(lines=ThreeLines(words, words, words), scale=OWN_SCALE)
    report = report_of(journal(words, note), HALF_YEAR, choices)
    return render_pdf(report, system_fonts=system_fonts)


def text_of(content: bytes, tmp_path: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "summary.pdf"
    file.write_bytes(content)
    done = subprocess.run([program, "-raw", file, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def fonts(content: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                yield str(font.BaseFont)
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


@pytest.mark.parametrize("words", TYPED.values(), ids=TYPED.keys())
def test_in_every_place_at_once(words: str) -> None:
    with pikepdf.open(BytesIO(printed(words))) as document:
        assert len(document.pages) > 1


def test_all_of_it_together_with_the_fonts_of_the_computer_too() -> None:
    for system_fonts in (False, True):
        assert printed(EVERYTHING, system_fonts=system_fonts)


def test_a_note_of_20_000_characters(tmp_path: Path) -> None:
    text = text_of(printed("Alex", LONG_NOTE), tmp_path)
    assert len(LONG_NOTE) == 20_000
    lines = [number for number in range(200) if f"Line {number}:" in LONG_NOTE]
    assert len(lines) > 100
    assert not [number for number in lines if f"Line {number}:" not in text]


def test_a_name_of_300_characters_everywhere() -> None:
    assert len(LONGEST_NAME) == 300
    with pikepdf.open(BytesIO(printed(LONGEST_NAME))) as document:
        assert document.pages
    with pikepdf.open(BytesIO(printed("W" * 300))) as document:
        assert document.pages


@pytest.mark.parametrize("key", ["emoji", "chinese"])
def test_what_no_font_has_is_a_visible_mark(key: str) -> None:
    """The last font has a framed mark for every character there is."""
    assert any("LastResort" in name for name in fonts(printed(TYPED[key])))


@pytest.mark.parametrize("words", ["Alex Example", TYPED["arabic"], TYPED["hebrew"]])
def test_what_a_font_has_is_no_mark(words: str) -> None:
    assert not any("LastResort" in name for name in fonts(printed(words)))


def test_control_characters_are_left_away(tmp_path: Path) -> None:
    assert "abc[31md e" in text_of(printed(TYPED["control"]), tmp_path)


def test_markup_is_printed_as_it_was_typed(tmp_path: Path) -> None:
    assert TYPED["markup"] in text_of(printed(TYPED["markup"]), tmp_path)


@pytest.mark.parametrize(
    "word", ["אבגדהוזחטיכלמנסעפצקרשת", "مرحبامرحبامرحبامرحبامرحبا", "Elektrokonvulsionstherapie"]
)
def test_a_long_word_is_printed_in_the_order_of_its_letters(word: str, tmp_path: Path) -> None:
    assert word in text_of(printed(word), tmp_path).replace(ZERO_WIDTH_SPACE, "")


def test_nothing_stands_between_the_letters_of_a_long_word(tmp_path: Path) -> None:
    assert ZERO_WIDTH_SPACE not in text_of(printed("Elektrokonvulsionstherapie"), tmp_path)


def test_the_plain_text_has_it_too() -> None:
    text = render_text(report_of(journal(EVERYTHING), HALF_YEAR))
    for key in ("emoji", "arabic", "hebrew", "chinese", "combining"):
        assert TYPED[key].split()[0] in text
    assert not set(text) & {"\x00", "\x07", "\x1b"}
    text.encode()
