"""A copy of the PDF that only a password opens; such a copy is no archive PDF (PDF/A) any more."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from journal.domain.errors import ReportError, ReportProblem

if TYPE_CHECKING:
    import pikepdf

LONGEST_PASSWORD = 127
"""Bytes as UTF-8: of more, programs that open the file disagree about which ones count."""

_ARCHIVE_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfaid:amd", "pdfaid:rev")


def can_be_password(password: str) -> bool:
    """Whether every program that knows AES-256 takes it: 1 to 127 bytes, all of them printable."""
    return password.isprintable() and 0 < len(password.encode()) <= LONGEST_PASSWORD


def protected(pdf: bytes, password: str) -> bytes:
    """The PDF encrypted with AES-256, attached files too; open to screen readers as before.

    Whoever has the password may print and copy. Raises ValueError for what cannot be a password,
    ReportError NOT_MADE.
    """
    import pikepdf  # noqa: PLC0415 - only where somebody wants a password

    if not can_be_password(password):
        raise ValueError("not a password")
    copy = BytesIO()
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            _drop_archive_claims(document)
            document.save(
                copy,
                encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True),
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
    except pikepdf.PdfError:
        raise ReportError(ReportProblem.NOT_MADE) from None
    return copy.getvalue()


def _drop_archive_claims(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in _ARCHIVE_CLAIMS:
            if claim in metadata:
                del metadata[claim]
