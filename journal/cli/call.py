"""What every command is given, and how it reads what was typed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from journal.cli.refusal import Refusal, not_usable
from journal.domain.day_entries import DayEntries
from journal.domain.edit import Stamp
from journal.domain.errors import InvalidValue, Problem, StorageError, StorageProblem
from journal.domain.period import EARLIEST_DAY, local_moment, moment_at
from journal.i18n import N_, _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from journal.cli.passphrases import Passphrases
    from journal.clock import Clock
    from journal.domain.period import Moment
    from journal.domain.repository import OpenJournal
    from journal.paths import Places
    from journal.storage.store import JournalFile

E = TypeVar("E", bound=Enum)

AT_HELP = N_("local time, such as 2026-03-14T21:14; now if left out")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program: what was asked, where the journal lies, and one reading of `now`."""

    asked: argparse.Namespace
    places: Places
    clock: Clock
    now: datetime
    passphrases: Passphrases

    @property
    def store(self) -> JournalFile:
        """Where the journal is kept."""
        from journal.storage.store import JournalFile  # noqa: PLC0415 - only where it is used

        return JournalFile(self.places.journal, self.clock.now)

    @contextmanager
    def journal(self, *, writer: bool = False) -> Iterator[OpenJournal]:
        """The open journal, closed again whatever happens; the passphrase it needs is asked for.

        Where it was written without a fault, a backup that is due follows.
        """
        with self.opened(self._passphrase(), writer=writer) as journal:
            yield journal
            if writer and not self.asked.demo:
                from journal.cli.backup_due import back_up_if_due  # noqa: PLC0415 - as above

                back_up_if_due(journal, self.clock)

    def _passphrase(self) -> str | None:
        if self.store.has_passphrase():
            return self.passphrases.of_journal()
        if not self.passphrases.are_given:
            return None
        if self.store.exists():
            raise Refusal(_("The journal has no passphrase; call again without --passphrase-file."))
        return self.passphrases.first_one()

    @contextmanager
    def opened(self, passphrase: str | None, *, writer: bool) -> Iterator[OpenJournal]:
        """The journal opened with this passphrase, closed again whatever happens."""
        is_there = self.store.exists()
        try:
            opened = self.store.open(passphrase, writer=writer)
        except StorageError as error:
            if not is_there and error.problem is StorageProblem.WRONG_PASSPHRASE:
                raise not_usable() from None
            raise
        try:
            yield opened
        finally:
            opened.close()

    def stamp(self) -> Stamp:
        """The present instant, and a source of time-ordered identifiers."""
        import uuid6  # noqa: PLC0415 - the window does not wait for it

        return Stamp(self.now, uuid6.uuid7)

    def moment(self, journal: OpenJournal, text: str | None) -> Moment:
        """The local time that `--at` names, or the present."""
        starts = journal.settings().day_starts_at
        if text is None:
            return moment_at(self.now, self.clock.zone(), starts)
        try:
            return local_moment(_wall_clock(text), self.clock.zone(), "at", starts)
        except OverflowError:  # the last hours of the year 9999
            raise InvalidValue("at", Problem.NOT_A_DATE) from None


def _wall_clock(text: str) -> datetime:
    try:
        typed = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValue("at", Problem.NOT_A_DATE) from None
    if typed.tzinfo is not None or len(text) <= len("2026-03-14"):
        raise InvalidValue("at", Problem.NOT_A_DATE)
    _check_not_long_ago("at", typed.date())
    return typed


def read_day(field: str, text: str) -> date:
    """The day that a text such as 2026-03-14 names, 1900 or later."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(field, Problem.NOT_A_DATE) from None
    _check_not_long_ago(field, day)
    return day


def _check_not_long_ago(field: str, day: date) -> None:
    if day < EARLIEST_DAY:
        raise InvalidValue(field, Problem.TOO_LONG_AGO)


def known(kind: type[E], field: str, text: str) -> E:
    """The member of `kind` whose value was typed; InvalidValue for any other text."""
    try:
        return kind(text.strip().lower())
    except ValueError:
        raise InvalidValue(field, Problem.UNKNOWN) from None


def entries_around(journal: OpenJournal, day: date) -> DayEntries:
    """What is written down for a day, with the sessions of the two days before it."""
    return DayEntries(
        day,
        journal.check_ins.between(day, day),
        next(iter(journal.days.between(day, day)), None),
        journal.side_effects.between(day, day),
        journal.sessions.between(day - timedelta(2), day),
    )
