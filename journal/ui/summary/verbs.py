"""What the Summary page asks of the journal: on which days a summary was handed over."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.journal_settings import JournalSettings
from journal.domain.repository import OpenJournal
from journal.ui.journal_editor import Verb
from journal.ui.summary.periods import check_visit


def hand_over(today: date) -> Verb:
    """Keep today as a visit, once; the next summary can start there."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        settings = journal.settings()
        return _with_visits(settings, {*settings.visits, today}, stamp)

    return verb


def set_last_visit(day: date, today: date) -> Verb:
    """Make `day` the last visit before `today`: later ones before today are taken out."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        check_visit(day, today)
        settings = journal.settings()
        others = {visit for visit in settings.visits if visit < day or visit >= today}
        return _with_visits(settings, {*others, day}, stamp)

    return verb


def _with_visits(settings: JournalSettings, visits: Iterable[date], stamp: Stamp) -> Edits:
    after = replace(settings, visits=tuple(sorted(visits)))
    if after == settings:
        return ()
    return (Edit(settings, replace(after, changed_at=stamp.now)),)
