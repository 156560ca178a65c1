"""Where the dose of ketamine sessions changes from one to the next."""

from collections.abc import Iterable, Iterator

from journal.domain.session import Dose
from journal.domain.trends import SessionMark


def dose_changes(marks: Iterable[SessionMark]) -> Iterator[tuple[SessionMark, Dose]]:
    """The first dose that is known, and every one that is another than the last known one.

    Of the sessions of a period the first has none where it only goes on with the dose before it.
    """
    for mark in marks:
        if mark.dose is not None and mark.dose != mark.dose_before:
            yield mark, mark.dose
