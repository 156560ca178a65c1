"""Where the dose of ketamine sessions changes from one to the next."""

from collections.abc import Iterable, Iterator

from journal.domain.session import Dose
from journal.domain.trends import SessionMark


def dose_changes(marks: Iterable[SessionMark]) -> Iterator[tuple[SessionMark, Dose]]:
    """The first dose that is known, and every one that is another than the last known one.

    `marks` are oldest first. A dose that was taken counts before the one that was agreed.
    """
    last: Dose | None = None
    for mark in marks:
        dose = mark.session.dose_taken or mark.session.dose
        if mark.number is not None and dose is not None and dose != last:
            yield mark, dose
            last = dose
