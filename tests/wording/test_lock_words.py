"""What is said once the passphrase has changed: what is safe, and what still lies elsewhere."""

from pathlib import Path

import pytest

from journal.domain.backups import RemadeBackups
from journal.wording.lock import changed_sentences

STICK = Path("/media/stick")


def said(remade: RemadeBackups, *, had: bool, has: bool) -> str:
    return "\n".join(changed_sentences(remade, had=had, has=has))


def test_a_first_passphrase_says_what_stays_readable() -> None:
    assert changed_sentences(RemadeBackups(), had=False, has=True) == (
        "Your journal is encrypted. From now on it opens with this passphrase only.",
        "What was readable before was deleted, and may survive on the disk for a while. "
        "Copies that were made elsewhere, such as in a synced folder or by the computer’s own "
        "backup, stay readable.",
    )


def test_another_passphrase_says_what_opens_with_the_old_one() -> None:
    words = said(RemadeBackups(), had=True, has=True)

    assert "opens with the new passphrase only" in words
    assert "still open with the old passphrase" in words


def test_none_any_more_says_who_can_read_it() -> None:
    assert changed_sentences(RemadeBackups(), had=True, has=False) == (
        "Your journal is no longer encrypted. "
        "Anyone who can use this computer account can read it.",
    )


@pytest.mark.parametrize(
    ("had", "has", "words"),
    [
        (False, True, "anyone can read them until you delete them:"),
        (True, True, "open with the old passphrase:"),
        (True, False, "still need the passphrase:"),
    ],
)
def test_folders_out_of_reach_are_named(had: bool, has: bool, words: str) -> None:
    told = said(RemadeBackups(unreachable=(STICK,)), had=had, has=has)

    assert f"{words}\n{STICK}" in told


def test_what_was_deleted_or_left_is_named() -> None:
    remade = RemadeBackups(1, (STICK / "a.db",), (STICK / "b.db", STICK / "c.db"))
    told = said(remade, had=False, has=True)

    assert "1 backup was written anew in the same way." in told
    assert f"gone on reading it:\n{STICK / 'a.db'}" in told
    assert f"or part of another data folder:\n{STICK / 'b.db'}\n{STICK / 'c.db'}" in told


def test_copies_under_other_names_are_named() -> None:
    told = said(RemadeBackups(copies=(STICK / "journal copy.db",)), had=False, has=True)

    words = "1 copy of the journal under another name opens the same way now:"
    assert f"{words}\n{STICK / 'journal copy.db'}" in told


def test_a_lost_list_of_folders_is_told() -> None:
    told = changed_sentences(RemadeBackups(1, folders_lost=True), had=False, has=True)

    assert any(each.startswith("The list of your folders for backups was lost.") for each in told)
