"""A disk that is full, at each step of saving each kind of file: the one before it stays."""

import errno
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from journal.charts.figure_bytes import FileFormat, figure_file
from journal.charts.timeline import draw
from journal.domain.errors import ReportError, ReportProblem
from journal.report.attachments import attached_data
from journal.report.content import summary_for
from journal.report.parts import Choices
from journal.report.pdf import render_pdf
from journal.report.protected import protected
from journal.report.saving import save_whole
from journal.report.text import render_text
from journal.theme import LIGHT
from tests.charts.diaries import mood
from tests.report.pages import TODAY, report_of
from tests.report.shared_patient import PERIOD, files, patient
from tests.storage.full_disk import largest_file

BEFORE = b"What was saved before."


def pdf_with_data() -> bytes:
    records = patient()
    data = attached_data(records, summary_for(records, PERIOD, TODAY, Choices()), Choices())
    return render_pdf(report_of(records, PERIOD), data)


def pdf_with_password() -> bytes:
    return protected(pdf_with_data(), "correct horse")


def text() -> bytes:
    return render_text(report_of(patient(), PERIOD)).encode()


def table() -> bytes:
    return files()["records.csv"]


def picture(kind: FileFormat) -> Callable[[], bytes]:
    return lambda: figure_file(draw(mood(), LIGHT, (6.0, 2.5)), LIGHT, kind, title="", caption="")


KINDS: dict[str, Callable[[], bytes]] = {
    "PDF with data": pdf_with_data,
    "PDF with a password": pdf_with_password,
    "text": text,
    "CSV": table,
    **{f"picture{kind}": picture(kind) for kind in FileFormat},
}


@cache
def content(kind: str) -> bytes:
    return KINDS[kind]()


class FullFrom:
    """A disk that refuses every step from one on; a step is what touches the disk."""

    def __init__(self, allowed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self._left = allowed
        for place, name in ((tempfile, "mkstemp"), (os, "fsync"), (Path, "replace")):
            monkeypatch.setattr(place, name, self._watched(getattr(place, name)))

    def _watched(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            self._left -= 1
            if self._left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return step(*arguments, **named)

        return watched


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "saved"
    file.write_bytes(BEFORE)
    return file


def is_untouched(saved: Path) -> bool:
    return list(saved.parent.iterdir()) == [saved] and saved.read_bytes() == BEFORE


@pytest.mark.parametrize("kind", KINDS)
def test_wherever_the_room_ends_the_file_before_stays(saved: Path, kind: str) -> None:
    whole = content(kind)
    for size in range(0, len(whole), max(1, len(whole) // 12)):
        with largest_file(size), pytest.raises(ReportError) as raised:
            save_whole(whole, saved)
        assert raised.value.problem is ReportProblem.NOT_SAVED
        assert is_untouched(saved)
    save_whole(whole, saved)
    assert saved.read_bytes() == whole


@pytest.mark.parametrize("kind", KINDS)
def test_at_whatever_step_the_disk_is_full_the_file_before_stays(
    saved: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = content(kind)
    for allowed in range(3):
        with monkeypatch.context() as patch:
            FullFrom(allowed, patch)
            with pytest.raises(ReportError):
                save_whole(whole, saved)
        assert is_untouched(saved)
    with monkeypatch.context() as patch:
        FullFrom(3, patch)  # only the folder is not brought to the disk
        save_whole(whole, saved)
    assert saved.read_bytes() == whole


def test_where_nothing_at_all_can_be_written_the_page_is_not_made(saved: Path) -> None:
    content("PDF with data")
    with largest_file(0), pytest.raises(ReportError):
        save_whole(pdf_with_data(), saved)
    assert is_untouched(saved)
