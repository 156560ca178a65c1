"""The copy with a password: locked, whole, and no longer called an archive."""

from io import BytesIO

import pikepdf
import pytest

from journal.domain.errors import ReportError, ReportProblem
from journal.report.attachments import attached_data
from journal.report.content import summary_for
from journal.report.parts import Choices
from journal.report.pdf import render_pdf
from journal.report.protected import can_be_password, protected
from tests.report.pages import TODAY, report_of
from tests.report.shared_patient import PERIOD, files, patient

PASSWORD = "Zoë’s heron 7"


@pytest.fixture(scope="module")
def copy() -> bytes:
    records = patient()
    data = attached_data(records, summary_for(records, PERIOD, TODAY), Choices())
    return protected(render_pdf(report_of(records, PERIOD), data), PASSWORD)


def test_only_the_password_opens_it(copy: bytes) -> None:
    for wrong in ("", "heron", PASSWORD.lower()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(copy), password=wrong)
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as document:
        assert document.pages


def test_it_is_locked_with_aes_256(copy: bytes) -> None:
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as document:
        locked = document.encryption
        methods = {locked.stream_method, locked.string_method, locked.file_method}
    assert (locked.R, locked.bits) == (6, 256)
    assert {method.name for method in methods} == {"aesv3"}


def test_no_words_of_it_are_readable(copy: bytes) -> None:
    for words in (b"Alex Example", b"Symptom summary", b"iv-ketamine", b"Breath work"):
        assert words not in copy


def test_it_no_longer_claims_to_be_an_archive(copy: bytes) -> None:
    with (
        pikepdf.open(BytesIO(copy), password=PASSWORD) as document,
        document.open_metadata() as metadata,
    ):
        assert not [key for key in metadata if "pdfa/ns/id" in key]
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Symptom summary"


def test_screen_readers_may_read_it(copy: bytes) -> None:
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as document:
        assert document.allow.accessibility
        assert document.allow.extract
        assert document.allow.print_highres
        assert document.Root.Lang == "en"
        assert "/StructTreeRoot" in document.Root


def test_what_is_attached_is_locked_with_it(copy: bytes) -> None:
    with pikepdf.open(BytesIO(copy), password=PASSWORD) as document:
        read = {n: spec.get_file().read_bytes() for n, spec in document.attachments.items()}
    assert read == files()


@pytest.mark.parametrize(
    ("password", "can"),
    [
        ("a", True),
        ("x" * 127, True),
        ("é" * 63, True),
        ("", False),
        ("x" * 128, False),
        ("é" * 64, False),
        ("a\nb", False),
        ("a\ud83d", False),
    ],
)
def test_what_can_be_a_password(password: str, can: bool) -> None:
    assert can_be_password(password) is can


def test_nothing_is_locked_with_what_cannot_be_one() -> None:
    with pytest.raises(ValueError, match="not a password"):
        protected(b"", "")


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(ReportError) as raised:
        protected(b"no PDF", PASSWORD)
    assert raised.value.problem is ReportProblem.NOT_MADE
