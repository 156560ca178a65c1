"""A saved check-in and the reading of a whole diary, beside the bare driver."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from itertools import count
from pathlib import Path
from time import perf_counter

from benchmarks import floors
from benchmarks.comparison import Comparison
from journal.clock import Clock, today
from journal.domain.checkin import MOOD, Scale
from journal.domain.period import DAY_STARTS_AT, moment_on_day
from journal.storage.store import JournalFile
from journal.ui.journal_editor import JournalEditor
from journal.ui.tasks import ImmediateTaskRunner
from journal.ui.today import verbs

SAVES_A_ROUND = 10


@contextmanager
def comparisons(journal: Path, folder: Path, clock: Clock) -> Iterator[tuple[Comparison, ...]]:
    """Two comparisons over files that stay open in between."""
    ours = shutil.copytree(journal.parent, folder / "ours") / journal.name
    bare = shutil.copytree(journal.parent, folder / "bare") / journal.name
    editor = JournalEditor(JournalFile(ours, clock.now), ImmediateTaskRunner(), clock)
    editor.open()
    connection = floors.connected(bare)
    mood = next(scale for scale in editor.journal.scales.all() if scale.key == MOOD)
    days = _days_before(today(clock, DAY_STARTS_AT))
    try:
        yield (
            Comparison(
                "save",
                "a rating that begins a check-in, saved / the same rows over the bare driver",
                3.0,
                "ms",
                lambda _turn: _each(lambda: floors.save_check_in(connection, next(days))),
                lambda _turn: _each(lambda: _rate(editor, mood, next(days))),
            ),
            Comparison(
                "load",
                "the whole journal read / its check-ins SELECTed and built by hand",
                2.0,
                "ms",
                lambda _turn: milliseconds(lambda: floors.check_ins(connection)),
                lambda _turn: milliseconds(editor.journal.records),
            ),
        )
    finally:
        connection.close()
        editor.close()


def _days_before(last: date) -> Iterator[date]:
    """One day after the other, so that none holds more check-ins than a person makes."""
    return (last - timedelta(ago) for ago in count(1))


def _rate(editor: JournalEditor, mood: Scale, day: date) -> None:
    """What a click on the mood row of a day does, from the click until "Saved"."""
    moment = moment_on_day(day, time(12), editor.clock.zone(), "at")
    target = verbs.Target(day, moment, chosen=editor.stamp().new_id())
    editor.perform("", verbs.rate(target, mood, 7))
    assert not editor.has_unsaved


def _each(save: Callable[[], None]) -> float:
    def saves() -> None:
        for _ in range(SAVES_A_ROUND):
            save()

    return milliseconds(saves) / SAVES_A_ROUND


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes once, with what came before it cleared away."""
    gc.collect()
    began = perf_counter()
    kept = work()
    took = (perf_counter() - began) * 1000
    del kept
    return took
