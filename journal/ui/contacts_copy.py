"""The copy of the contacts that "Get help now" shows while the journal cannot be read.

It lies outside the journal, for anyone to read, exactly while the person wants that.
"""

from dataclasses import replace
from pathlib import Path

from journal.domain.journal_settings import JournalSettings
from journal.domain.profile import NOBODY, Contact
from journal.i18n import _
from journal.preferences import Preferences


def copied_contacts(preferences: Preferences) -> tuple[Contact, Contact]:
    """The clinic and the person of the copy; nobody where there is none."""
    return (
        Contact(preferences.clinic_name, preferences.clinic_number),
        Contact(preferences.person_name, preferences.person_number),
    )


def with_copy(preferences: Preferences, settings: JournalSettings) -> Preferences:
    """The preferences with the copy that these settings ask for, or without any."""
    shown = (settings.clinic, settings.person) if settings.contacts_always else (NOBODY, NOBODY)
    clinic, person = shown
    return replace(
        preferences,
        clinic_name=clinic.name,
        clinic_number=clinic.number,
        person_name=person.name,
        person_number=person.number,
    )


def not_copied_sentence(on_disk: Preferences, wanted: Preferences, path: Path) -> str:
    """What it means that the copy in the file could not be changed; empty where it is right."""
    if copied_contacts(on_disk) == copied_contacts(wanted):
        return ""
    if copied_contacts(on_disk) == (NOBODY, NOBODY):
        words = _(
            "Your contacts could not be copied, so they show only while the journal is open. "
            "Your journal is not affected. Please check that this file can be written:"
        )
    else:
        words = _(
            "The copy of your contacts for when the journal is locked could not be changed: "
            "it still says what it did before, and anyone can read it. "
            "Your journal is not affected. Please check that this file can be written, "
            "or delete it:"
        )
    return f"{words}\n\n{path}"
