"""A locked journal beside a plain one, and a verified backup beside a bare copy of the file."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

from sqlcipher3 import dbapi2
from uuid6 import uuid7

from benchmarks.comparison import Comparison
from benchmarks.keeping import SAVES_A_ROUND, milliseconds
from benchmarks.standing_still import AT_ONCE, FRAME_MS
from benchmarks.unlocking import opening
from journal.clock import Clock
from journal.domain.checkin import CheckIn, Score
from journal.domain.day_entries import DayEntries
from journal.domain.edit import Edit
from journal.domain.period import moment_at
from journal.domain.repository import OpenJournal
from journal.storage.passphrase import key_of_file
from journal.storage.store import JournalFile

PASSPHRASE = "correct horse battery staple"
ROUNDS, KEY_BYTES = 256_000, 32
"""Of SQLCipher's version 4, whose one derivation an unlocking cannot do without."""

PLAIN = ("plain", "closed", "shown", "backed-up")
LOCKED = ("locked", "locked-closed", "locked-shown", "locked-backed-up")
"""A copy of the diary for each, since a program opens its journal once."""


@contextmanager
def comparisons(journal: Path, folder: Path, clock: Clock) -> Iterator[tuple[Comparison, ...]]:
    """Comparisons over files that stay open in between, where they are not to be opened."""
    files = {
        each: shutil.copytree(journal.parent, folder / each) / journal.name
        for each in (*PLAIN, *LOCKED)
    }
    places = {each: JournalFile(file, clock.now) for each, file in files.items()}
    for each in LOCKED:
        with closing(places[each].open(writer=True)) as opened:
            opened.change_passphrase(None, PASSPHRASE)
    key = key_of_file(PASSPHRASE, files["locked-backed-up"])
    with (
        closing(places["plain"].open(writer=True)) as plain,
        closing(places["locked"].open(PASSPHRASE, writer=True)) as locked,
        closing(places["backed-up"].open(writer=True)) as backed_up,
        closing(places["locked-backed-up"].open(PASSPHRASE, writer=True)) as locked_backed_up,
    ):
        yield (
            Comparison(
                "locked",
                "a check-in saved in a journal with a passphrase / in one without",
                1.3,
                "ms",
                lambda _turn: _saves(plain, clock),
                lambda _turn: _saves(locked, clock),
            ),
            Comparison(
                "unlock",
                "from the passphrase to today’s data / PBKDF2 once, and the same without one",
                1.3,
                "ms",
                lambda _turn: milliseconds(lambda: (_derive(), _read(places["closed"], clock))),
                lambda _turn: milliseconds(
                    lambda: _read(places["locked-closed"], clock, PASSPHRASE)
                ),
            ),
            Comparison(
                "unlock-window",
                "from the passphrase to today’s data in the window / the same without, and PBKDF2",
                1.3,
                "ms",
                lambda _turn: milliseconds(_derive) + opening(files["shown"].parent),
                lambda _turn: opening(files["locked-shown"].parent, PASSPHRASE),
            ),
            Comparison(
                "backup",
                "a verified backup of the whole journal / the file copied and integrity_check",
                3.0,
                "ms",
                lambda turn: milliseconds(
                    lambda: _copy_and_check(journal, folder / f"copy-{turn}.db")
                ),
                lambda _turn: milliseconds(backed_up.backups.make),
            ),
            Comparison(
                "backup-locked",
                "the same of a journal with a passphrase / its file copied and integrity_check",
                3.0,
                "ms",
                lambda turn: milliseconds(
                    lambda: _copy_and_check(
                        files["locked-backed-up"], folder / f"locked-copy-{turn}.db", key
                    )
                ),
                lambda _turn: milliseconds(locked_backed_up.backups.make),
            ),
            Comparison(
                "save-backup",
                "longest wait for a check-in saved during that backup / one picture of 60 a second",
                AT_ONCE,
                "ms",
                lambda _turn: FRAME_MS,
                lambda _turn: _longest_wait(locked_backed_up, clock),
            ),
        )


def _saves(journal: OpenJournal, clock: Clock) -> float:
    """Milliseconds for one of several check-ins."""
    check_ins = [_check_in(clock) for _ in range(SAVES_A_ROUND)]

    def save() -> None:
        for check_in in check_ins:
            journal.apply([Edit(None, check_in)])

    return milliseconds(save) / SAVES_A_ROUND


def _check_in(clock: Clock) -> CheckIn:
    now = clock.now()
    return CheckIn(uuid7(), moment_at(now, clock.zone()), now, now, (Score("mood", 7, now),))


def _longest_wait(journal: OpenJournal, clock: Clock) -> float:
    """Milliseconds; check-ins are saved one after the other while the worker makes a backup."""
    backup = Thread(target=journal.backups.make)
    waits: list[float] = []
    backup.start()
    while backup.is_alive() or not waits:
        check_in = _check_in(clock)
        waits.append(milliseconds(partial(journal.apply, [Edit(None, check_in)])))
    backup.join()
    return max(waits)


def _copy_and_check(journal: Path, target: Path, key: bytes | None = None) -> None:
    shutil.copyfile(journal, target)
    with closing(dbapi2.connect(str(target))) as connection:
        if key is not None:
            connection.set_key(key)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _derive() -> bytes:
    return hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), bytes(16), ROUNDS, KEY_BYTES)


def _read(store: JournalFile, clock: Clock, passphrase: str | None = None) -> DayEntries:
    """Open the journal for writing and read today, as the window does."""
    with closing(store.open(passphrase, writer=True)) as journal:
        day = moment_at(clock.now(), clock.zone(), journal.settings().day_starts_at).day
        return DayEntries(
            day,
            journal.check_ins.between(day, day),
            next(iter(journal.days.between(day, day)), None),
            journal.side_effects.between(day, day),
            journal.sessions.between(day, day),
        )
