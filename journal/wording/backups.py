"""Backups, the bin and what is deleted, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.restoring import PassphraseAfter
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
    from journal.domain.restoring import Loss, Replaced


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


def restore_question(
    contents: Contents,
    replaced: Replaced | None,
    made: str = "",
    after: PassphraseAfter = PassphraseAfter.SAME,
    *,
    may_be_sound: bool = False,
) -> str:
    """What a restore does, before it is done; without `replaced` the journal does not open.

    `made` says when the backup was made, empty where its name does not tell. `may_be_sound` is for
    a journal that does not open, where its passphrase may be all that is missing.
    """
    locked = ""
    if may_be_sound:
        locked = _(
            "Your journal did not open with what was typed. If that was mistyped, nothing has to "
            "be restored: choose “Cancel” and try again."
        )
    words = _("The backup holds {contents}.")
    if made:
        words = _("The backup from {when} holds {contents}.")
    holds = words.format(when=made, contents=contents_line(contents))
    lost = _lost(None if replaced is None else replaced.loss, is_open=replaced is not None)
    opens = _passphrase_after(after, is_open=replaced is not None)
    kept = _kept(replaced, may_be_sound=may_be_sound)
    return "\n\n".join(filter(None, (locked, holds, lost, opens, kept)))


def _lost(loss: Loss | None, *, is_open: bool) -> str:
    becomes = _("Your journal becomes what it was then. What was entered after that is not in it.")
    if not is_open:
        unknown = _("How much that is cannot be told, because the file does not open.")
        return f"{becomes} {unknown}"
    if loss is None:
        return becomes
    return loss_sentence(loss) if loss.of_another else f"{becomes} {loss_sentence(loss)}"


def _passphrase_after(after: PassphraseAfter, *, is_open: bool) -> str:
    if after is PassphraseAfter.NONE:
        return _(
            "The backup has no passphrase. Your journal has none either from then on, and whoever "
            "uses this computer can read it."
        )
    if after is PassphraseAfter.SAME:
        return ""
    if is_open:
        return _(
            "The backup has a passphrase and your journal has none. From then on your journal and "
            "its other backups open only with that passphrase."
        )
    return _("From then on your journal opens only with the passphrase of the backup.")


def _kept(replaced: Replaced | None, *, may_be_sound: bool) -> str:
    if may_be_sound:
        return _(
            "The file that does not open is kept as it is, in case its passphrase is found or it "
            "can be repaired."
        )
    if replaced is None:
        return _("The file that does not open is kept as it is, in case it can be repaired.")
    if replaced.is_sound:
        return _("The journal you have now is kept among the backups, so you can go back to it.")
    return _(
        "The journal you have now is damaged. Its file is kept as it is, in case it can be "
        "repaired."
    )


def go_back_question(contents: Contents, replaced: Replaced, *, keeps_passphrase: bool) -> str:
    """What it does to take a restore back, before it is done.

    `keeps_passphrase` is for a restore that brought a passphrase.
    """
    words = _("Before the restore your journal held {contents}. It becomes what it was then.")
    becomes = words.format(contents=contents_line(contents))
    lost = "" if replaced.loss is None else loss_sentence(replaced.loss)
    opens = ""
    if keeps_passphrase:
        opens = _("It keeps the passphrase that the restore brought; Settings removes it.")
    kept = _kept(replaced, may_be_sound=False)
    return "\n\n".join(filter(None, (becomes, lost, opens, kept)))


def gone_back(*, keeps_passphrase: bool) -> str:
    """That a restore was taken back, in one short line."""
    if keeps_passphrase:
        return _("Your journal is as it was before. It keeps the passphrase.")
    return _("Your journal is as it was before the restore.")


def loss_sentence(loss: Loss) -> str:
    """What the journal holds that a backup which is to take its place does not."""
    counts = [
        count(number)
        for count, number in (
            (count_check_ins, loss.check_ins),
            (count_sessions, loss.sessions),
            (count_side_effects, loss.side_effects),
            (_count_others, loss.others),
        )
        if number
    ]
    said = []
    if loss.of_another:
        said.append(_("This backup is of another journal, and takes the place of yours."))
    if counts:
        words = _("Your journal holds {counts} that the backup does not hold.")
        said.append(words.format(counts=", ".join(counts)))
    if loss.newest is not None:
        words = ngettext(
            "It has entries on {count} later day: {newest}.",
            "It has entries on {count} later days, the newest is {newest}.",
            loss.days,
        )
        newest = format_date(loss.newest)
        said.append(words.format(count=format_number(loss.days), newest=newest))
    said += _differences(loss)
    return " ".join(said) or _("All that is entered in your journal is in the backup as well.")


def _count_others(count: int) -> str:
    words = ngettext("{count} other entry", "{count} other entries", count)
    return words.format(count=format_number(count))


def _differences(loss: Loss) -> list[str]:
    said = []
    if loss.changed:
        words = ngettext(
            "{count} entry is different in the backup.",
            "{count} entries are different in the backup.",
            loss.changed,
        )
        said.append(words.format(count=format_number(loss.changed)))
    if loss.settings:
        said.append(_("What is set in Settings is different in the backup."))
    return said


def restored_sentence(contents: Contents) -> str:
    """What the journal holds after a restore."""
    return _("Restored. Your journal holds {contents}.").format(contents=contents_line(contents))


def opens_without_passphrase() -> str:
    """That a backup without a passphrase took the place of a journal with one."""
    return _("The backup had no passphrase, so the journal has none now. Settings sets a new one.")


def opens_with_the_backups(*, and_backups: bool) -> str:
    """That a backup with a passphrase took the place of a journal without one."""
    if and_backups:
        return _(
            "From now on your journal opens only with the passphrase of the backup, and so do its "
            "other backups that could be reached."
        )
    return _("From now on your journal opens only with the passphrase of the backup.")


def opens_after_all() -> str:
    """Said where what was typed for a backup opened the journal itself."""
    return _(
        "Your journal opens with this, and is open now with everything in it. Restore a backup "
        "only if you want to go back to an earlier moment."
    )


def wrong_for_backup() -> str:
    """Said at the field for the passphrase of a backup."""
    return _(
        "The backup does not open with this. It may have an earlier passphrase of yours. Capital "
        "and small letters count, and so does the keyboard’s language."
    )


def kept_as_it_was(file: Path) -> str:
    """Where the file lies now that did not open."""
    return _("The file that did not open is kept here: {file}").format(file=file)


def kept_damaged(file: Path) -> str:
    """Where the file of a journal lies that did open, but was damaged."""
    return _(
        "Your journal was damaged, so there is no going back to it. Its file is kept here, in case "
        "it can be repaired: {file}"
    ).format(file=file)


_NOT_RESTORED = {
    StorageProblem.NO_JOURNAL: N_("This file is not there any more."),
    StorageProblem.EMPTY_FILE: N_("This file is empty."),
    StorageProblem.NOT_A_JOURNAL: N_("This file is not a backup of a journal."),
    StorageProblem.DAMAGED: N_("This backup is damaged. An older one may be sound."),
    StorageProblem.NEWER_VERSION: N_(
        "This backup was made by a newer version of the program. Please install that first."
    ),
    StorageProblem.WRONG_PASSPHRASE: N_("This backup does not open with the passphrase."),
    StorageProblem.READ_ONLY: N_(
        "The journal’s folder cannot be written to. Check its permissions, then try again."
    ),
    StorageProblem.DISK_FULL: N_("The disk is full. Make some room, then try again."),
    StorageProblem.NOT_REACHABLE: N_("This file cannot be reached. Check that the disk is there."),
    StorageProblem.JOURNAL_ITSELF: N_("This is the journal itself, and no backup of it."),
    StorageProblem.BUSY: N_("Another program is using this file just now. Try again in a moment."),
}


def not_restored(problem: StorageProblem) -> str:
    """Why a backup was not restored, and that nothing was changed."""
    words = _NOT_RESTORED.get(problem)
    reason = _(words) if words else error_sentence(StorageError(problem))
    return f"{reason} {_('Nothing was changed.')}"


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
