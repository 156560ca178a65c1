"""Backups, the bin and what is deleted, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal.domain.errors import StorageError, StorageProblem
from journal.i18n import N_, _, format_date, format_number, format_time, ngettext
from journal.wording.errors import error_sentence
from journal.wording.sentences import count_check_ins, count_sessions, count_side_effects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from journal.domain.backups import (
        Backup,
        BackupOutcome,
        Contents,
        FolderFault,
        RemadeBackups,
    )


def when(instant: datetime, now: datetime, zone: str) -> str:
    """An instant on the wall clock: `today 21:14`, `yesterday 21:14`, `3 March 2026, 21:14`."""
    local, today = instant.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    time = format_time(local)
    ago = (today - local.date()).days
    if ago == 0:
        return _("today {time}").format(time=time)
    if ago == 1:
        return _("yesterday {time}").format(time=time)
    return f"{format_date(local.date())}, {time}"


def last_backup(latest: datetime | None, now: datetime, zone: str) -> str:
    """When the last verified backup was made."""
    if latest is None:
        return _("No verified backup yet. One is made when you close the window.")
    return _("Last verified backup: {when}.").format(when=when(latest, now, zone))


def overdue(latest: datetime | None, error: StorageError, now: datetime, zone: str) -> str:
    """What to say where the last backup lies more than a week back, and none can be made."""
    return f"{since_when(latest, now, zone)} {fault_sentence(error.problem)}"


def since_when(latest: datetime | None, now: datetime, zone: str) -> str:
    """When the last verified backup was made, for somebody who has to know that it is long ago."""
    if latest is None:
        return _("There is no verified backup of your journal yet.")
    return _("The last verified backup is from {when}.").format(when=when(latest, now, zone))


_FAULTS = {
    StorageProblem.DAMAGED: N_(
        "No backup was made: the journal’s file is damaged. It was not changed, and the backups "
        "from before are kept. “Restore from a backup…” in Settings goes back to one of them."
    ),
    StorageProblem.DISK_FULL: N_(
        "No backup was made: the disk is full. Your journal is safe. Make some room, then press "
        "“Back up now”."
    ),
    StorageProblem.READ_ONLY: N_(
        "No backup was made: the folder for backups cannot be written to. Your journal is safe. "
        "Check the folder’s permissions, then press “Back up now”."
    ),
    StorageProblem.NOT_REACHABLE: N_(
        "No backup was made: the folder for backups cannot be reached. Your journal is safe. "
        "Check that the disk is there, then press “Back up now”."
    ),
}


def fault_sentence(problem: StorageProblem) -> str:
    """Why there is no backup, what is safe, and what to do."""
    if problem in _FAULTS:
        return _(_FAULTS[problem])
    return error_sentence(StorageError(problem))


def own_folder() -> str:
    """Said where the folder that has the backups anyway is chosen as one more."""
    return _(
        "This is the journal’s own folder, which has every backup already. Please choose one on "
        "another disk, or one that is synced."
    )


def open_to_others() -> str:
    """What one more folder means for a journal without a passphrase."""
    return _("Your journal has no passphrase: whoever can read that folder can read your journal.")


def unreachable_folder() -> str:
    """Said at a folder that is not there at the moment."""
    return _(
        "This folder cannot be reached at the moment. Backups are made beside the journal "
        "meanwhile, and here again once it is there."
    )


def folders_lost() -> str:
    """That nobody knows any more in which other folders there are backups, and what to do."""
    return _(
        "The list of your folders for backups was lost. If you had one more folder, choose it "
        "again: until then it gets no backups, and those in it stay as they are."
    )


def instead_of_counts(backup: Backup) -> str:
    """Why nobody knows what a backup holds, where that is known; else nothing."""
    if backup.is_online_only:
        return _("online only, not looked into")
    return _("opens with an earlier passphrase") if backup.has_earlier_passphrase else ""


def earlier_passphrase(count: int) -> str:
    """How many backups the journal's passphrase does not open, and what to do; empty for none."""
    words = ngettext(
        "{count} backup opens only with an earlier passphrase. Keep that passphrase for as long "
        "as you may want to go back to it, or delete the file.",
        "{count} backups open only with an earlier passphrase. Keep that passphrase for as long "
        "as you may want to go back to them, or delete the files.",
        count,
    )
    return words.format(count=format_number(count)) if count else ""


def contents_line(contents: Contents) -> str:
    """What a backup holds, counted when it was opened."""
    counts = ", ".join(
        (
            count_check_ins(contents.check_ins),
            count_sessions(contents.sessions),
            count_side_effects(contents.side_effects),
        )
    )
    if contents.first is None or contents.last is None:
        return counts
    days = f"{format_date(contents.first)} – {format_date(contents.last)}"
    return f"{counts}; {days}"


def backup_line(backup: Backup, now: datetime, zone: str) -> str:
    """When a backup was made, and whether it is what a restore put aside."""
    made = when(backup.made_at, now, zone)
    if backup.replaced:
        return _("{when}, put aside before a restore").format(when=made)
    return made


_MISSED = {
    StorageProblem.DISK_FULL: N_("{folder} got none: its disk is full."),
    StorageProblem.READ_ONLY: N_("{folder} got none: it cannot be written to."),
    StorageProblem.NOT_REACHABLE: N_("{folder} got none: it cannot be reached."),
}


def missed_sentences(outcome: BackupOutcome) -> str:
    """The folders that took no backup, and why; empty where each took one."""
    return " ".join(
        _(_MISSED.get(fault.problem, N_("{folder} got none."))).format(folder=fault.folder)
        for fault in outcome.missed
    )


_NONE_IN = {
    StorageProblem.DISK_FULL: N_(
        "No backup in {folder}: its disk is full. Make some room there, then try again."
    ),
    StorageProblem.READ_ONLY: N_(
        "No backup in {folder}: it cannot be written to. Check its permissions, then try again."
    ),
    StorageProblem.NOT_REACHABLE: N_(
        "No backup in {folder}: it cannot be reached. Check that its disk is there, then try again."
    ),
}


def no_backup_in(fault: FolderFault) -> str:
    """Which folder took no backup, why, and what to do."""
    words = _NONE_IN.get(fault.problem)
    if words is None:
        reason = error_sentence(StorageError(fault.problem))
        return _("No backup in {folder}: {reason}").format(folder=fault.folder, reason=reason)
    return _(words).format(folder=fault.folder)


def offered(backup: Backup | None, now: datetime, zone: str) -> str:
    """The backup that a journal which does not open can go back to, and what would be lost."""
    if backup is None:
        return _(
            "There is no backup beside it. If you keep one elsewhere, “Restore from a backup…” "
            "takes it from there."
        )
    made = when(backup.made_at, now, zone)
    newest = _("The newest verified backup is from {when}.").format(when=made)
    if backup.contents is not None:
        words = _("The newest verified backup is from {when} and holds {contents}.")
        newest = words.format(when=made, contents=contents_line(backup.contents))
    return f"{newest} {_('What was entered after that is not in it.')}"


def remade_sentences(remade: RemadeBackups) -> str:
    """What became of the backups with another passphrase; empty where nothing needs saying."""
    said = []
    if remade.copies:
        said.append(
            _("These copies of the journal open the same way as it does now: {files}.").format(
                files=_files(remade.copies)
            )
        )
    if remade.deleted:
        said.append(
            _("These backups could not be protected and were deleted: {files}.").format(
                files=_files(remade.deleted)
            )
        )
    if remade.sealed:
        said.append(
            _(
                "These are damaged, so they were locked as they are, and nobody can go on reading "
                "in them: {files}."
            ).format(files=_files(remade.sealed))
        )
    if remade.left:
        said.append(
            _("These were left as they were, and open as they did before: {files}.").format(
                files=_files(remade.left)
            )
        )
    if remade.unreachable:
        said.append(
            _("These folders could not be reached and are as they were: {folders}.").format(
                folders=_files(remade.unreachable)
            )
        )
    if remade.folders_lost:
        said.append(folders_lost())
    return " ".join(said)


def _files(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths)


def deletes(*, is_locked: bool = False) -> str:
    """What "Delete everything" removes, before it is done."""
    removed = _(
        "This removes your journal with everything in it, every backup this program made and can "
        "reach, the copy of your contacts, and the passphrase in this computer’s keychain. Nobody "
        "can bring it back, and there is no undo."
    )
    first = _("If you may want it later, save a summary or copy a backup to another place first.")
    if is_locked:
        first = _("If you may find the passphrase, copy the journal’s folder elsewhere first.")
    return f"{removed}\n\n{first}"


def deleted_sentence(left: Sequence[Path]) -> str:
    """What is gone, what could not be removed, and what remains elsewhere."""
    gone = _("Your journal and the backups this program made are deleted.")
    if left:
        words = _(
            "Deleted, but for these, which could not be removed or are copies that this program "
            "did not make: {files}."
        )
        gone = words.format(files=_files(left))
    elsewhere = _(
        "What this program cannot remove: summaries, pictures and tables you saved or printed, "
        "what you gave to others, backups in a folder that it does not know any more, and copies "
        "that a synced folder or your computer’s own backup keeps."
    )
    return f"{gone}\n\n{elsewhere}"
