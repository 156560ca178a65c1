"""What a restore does to a journal, before and after it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.errors import StorageError, StorageProblem
from journal.domain.restoring import PassphraseAfter
from journal.i18n import N_, _, format_date, format_number, ngettext
from journal.wording.backups import contents_line
from journal.wording.errors import error_sentence
from journal.wording.sentences import count_check_ins, count_sessions, count_side_effects

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.backups import Contents
    from journal.domain.restoring import Loss, Replaced


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
