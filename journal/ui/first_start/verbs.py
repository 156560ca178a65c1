"""What the first steps ask of the journal: one verb, and so one step to undo, for each."""

from collections.abc import Collection
from dataclasses import replace

from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import Contact, TreatedFor, suggested_scales
from journal.domain.repository import OpenJournal
from journal.ui.journal_editor import Verb
from journal.ui.settings.verbs import switch_on


def is_due(journal: OpenJournal) -> bool:
    """Whether nothing was entered yet and the first steps were never taken or skipped."""
    return not journal.settings().set_up and journal.is_empty()


def treat_for(treated_for: Collection[TreatedFor], has_begun: bool) -> Verb:
    """Say what is treated, and whether treatment `has_begun` before this journal.

    The scales that go with it are asked from now on; none is switched off.
    """

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = journal.settings()
        after = replace(
            before,
            treated_for=frozenset(treated_for),
            begun_in_treatment=has_begun,
            set_up=True,
        )
        return _changed(before, after, stamp) + switch_on(
            journal, suggested_scales(treated_for), stamp
        )

    return verb


def introduce(name: str, clinic: Contact) -> Verb:
    """Say whose journal it is, and which clinic treats."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = journal.settings()
        after = replace(before, patient_name=name, clinic=clinic, set_up=True)
        return _changed(before, after, stamp)

    return verb


def skip() -> Verb:
    """Never ask again."""

    def verb(journal: OpenJournal, stamp: Stamp) -> Edits:
        before = journal.settings()
        return _changed(before, replace(before, set_up=True), stamp)

    return verb


def _changed(before: JournalSettings, after: JournalSettings, stamp: Stamp) -> Edits:
    return () if after == before else (Edit(before, replace(after, changed_at=stamp.now)),)
