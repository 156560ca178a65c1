"""An open journal: its repositories, its edits, and the writer's lock if it holds it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import exists, func, select, union_all

from journal.domain.backups import Contents, RemadeBackups, Restored
from journal.domain.edit import Edit
from journal.domain.errors import StorageError, StorageProblem
from journal.domain.journal_settings import JournalSettings
from journal.domain.repository import BackupRepository, Integrity, Records
from journal.domain.restoring import Marks
from journal.storage import tables
from journal.storage.check_ins import SqlCheckInRepository, read_check_ins
from journal.storage.database import Database
from journal.storage.days import SqlDayRepository, read_days
from journal.storage.deleted_records import SqlBinRepository
from journal.storage.faults import NEVER_WRITTEN
from journal.storage.imports import SqlImportRepository
from journal.storage.integrity import check_integrity
from journal.storage.lock import WritersLock
from journal.storage.medications import (
    SqlMedicationRepository,
    read_doses_taken,
    read_medications,
)
from journal.storage.responses import SqlResponseRepository, read_responses
from journal.storage.safety_answers import SqlSafetyRepository, read_safety_answers
from journal.storage.scales import SqlScaleRepository, read_scales
from journal.storage.sessions import SqlSessionRepository, read_sessions
from journal.storage.settings import read_settings
from journal.storage.side_effects import SqlSideEffectRepository, read_side_effects
from journal.storage.text_forms import to_instant
from journal.storage.writing import KINDS, write_edits

_ENTERED = (tables.check_in, tables.day_record, tables.treatment_session, tables.side_effect)
_IS_ENTERED = tuple(select(exists(select(table.c.id))) for table in _ENTERED)
_DATED = [table.c.changed_at for table in tables.metadata.sorted_tables if "changed_at" in table.c]
_CHANGES = union_all(*(select(func.max(changed_at).label("at")) for changed_at in _DATED))
_LAST_CHANGE = select(func.max(_CHANGES.subquery().c.at))


class SqlJournal:
    """OpenJournal over one database; without the writer's lock it only reads.

    It may be used from several threads at once: each call takes a connection of its own. `clock`
    dates what goes into the bin, and backups.
    """

    def __init__(
        self, database: Database, lock: WritersLock | None, clock: Callable[[], datetime]
    ) -> None:
        self.database = database
        self._lock = lock
        self._clock = clock
        self.check_ins = SqlCheckInRepository(database)
        self.days = SqlDayRepository(database)
        self.sessions = SqlSessionRepository(database)
        self.side_effects = SqlSideEffectRepository(database)
        self.scales = SqlScaleRepository(database)
        self.imports = SqlImportRepository(database)
        self.responses = SqlResponseRepository(database)
        self.medications = SqlMedicationRepository(database)
        self.safety_answers = SqlSafetyRepository(database)
        self.bin = SqlBinRepository(database, KINDS)

    @property
    def backups(self) -> BackupRepository:
        """Its backups, wherever they lie."""
        from journal.storage.backups import SqlBackupRepository  # noqa: PLC0415 - not to open with

        return SqlBackupRepository(self.database, self._clock)

    @property
    def has_passphrase(self) -> bool:
        """Whether only a passphrase opens it."""
        return self.database.is_encrypted

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is its passphrase; takes long, and touches no file."""
        from journal.storage.passphrase import is_passphrase_of  # noqa: PLC0415 - as above

        return is_passphrase_of(self.database.key, passphrase)

    def settings(self) -> JournalSettings:
        """The journal's own settings."""
        with self.database.read() as connection:
            return read_settings(connection)

    def is_empty(self) -> bool:
        """Whether no check-in, day, session or side effect was ever entered."""
        with self.database.read() as connection:
            return not any(connection.scalar(each) for each in _IS_ENTERED)

    def records(self) -> Records:
        """Everything, read in one transaction so that the parts agree."""
        with self.database.read() as connection:
            return Records(
                check_ins=read_check_ins(connection),
                days=read_days(connection),
                sessions=read_sessions(connection),
                side_effects=read_side_effects(connection),
                scales=read_scales(connection),
                settings=read_settings(connection),
                responses=read_responses(connection),
                medications=read_medications(connection),
                doses_taken=read_doses_taken(connection),
                safety_answers=read_safety_answers(connection),
            )

    def apply(self, edits: Sequence[Edit]) -> None:
        """Write all `edits` in one transaction, or none; committed when this returns.

        Raises StorageError, LookupError for a record that is not there, and ValueError for one
        that breaks a constraint, or without the writer's lock.
        """
        self._check_is_writer()
        try:
            with self.database.write() as connection:
                write_edits(connection, edits, self._clock())
        except NEVER_WRITTEN:
            # A defect of the program, unless an index or a constraint in the file is damaged.
            if self.check().is_sound:
                raise
            raise StorageError(StorageProblem.DAMAGED) from None

    def last_change(self) -> datetime | None:
        """The latest instant at which a record was written down or changed."""
        with self.database.read() as connection:
            at = connection.scalar(_LAST_CHANGE)
            return None if at is None else to_instant(at)

    def check(self) -> Integrity:
        """Look the whole file over."""
        return check_integrity(self.database)

    def change_passphrase(self, old: str | None, new: str | None) -> RemadeBackups:
        """Set, change or remove the passphrase, and remake the backups."""
        self._check_is_writer()
        if new == "":
            raise ValueError("an empty passphrase protects nothing")
        from journal.storage.passphrase_change import change_passphrase  # noqa: PLC0415 - as above

        return change_passphrase(self.database, old, new)

    def preview(self, file: Path, passphrase: str | None = None) -> Contents:
        """What a backup holds."""
        from journal.storage.restoring import preview  # noqa: PLC0415 - as above

        return preview(self.database.path, file, passphrase, self.database.key)

    def marks(self, file: Path, passphrase: str | None = None) -> Marks:
        """What a backup that was previewed knows its records by."""
        from journal.storage.marks import marks_of  # noqa: PLC0415 - as above

        return marks_of(file, passphrase, self.database.key)

    def restore(self, file: Path, passphrase: str | None = None) -> Restored:
        """Put what `file` holds in place of the journal, which is kept."""
        self._check_is_writer()
        from journal.storage.restoring import restore  # noqa: PLC0415 - as above

        return restore(self.database, file, passphrase, self._clock())

    def _check_is_writer(self) -> None:
        if self._lock is None:
            raise ValueError("a journal opened for reading takes no edits")

    def close(self) -> None:
        """Let go of the file and of the writer's lock; does nothing the second time."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()
