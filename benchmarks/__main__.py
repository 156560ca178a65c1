"""`python -m benchmarks [names …]`: the figures beside their floors.

Exit code 0 where every figure is within its bound, else 1; also 1 away from a disk.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import diary, keeping, page, preview, standing_still, trends, trust, window
from benchmarks.comparison import FEWEST_ROUNDS, Comparison, measured, table
from benchmarks.disk import IN_MEMORY, file_system, working_folder
from benchmarks.watching import STATUS
from journal.clock import SystemClock, today
from journal.domain.period import DAY_STARTS_AT
from journal.paths import JOURNAL_NAME
from journal.storage.store import JournalFile

NAMES = (
    "paint",
    "stored",
    "save",
    "load",
    "pdf",
    "preview",
    "choice",
    "results",
    "render",
    "hover",
    "still",
    "still-summary",
    "locked",
    "unlock",
    "unlock-window",
    "backup",
    "backup-locked",
    "save-backup",
    "memory",
)
QUICK_DAYS = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print the table; the exit code."""
    asked = _parser().parse_args(arguments)
    names = asked.names or [name for name in NAMES if name != "memory" or STATUS.exists()]
    with working_folder(asked.folder) as folder:
        kind = file_system(folder)
        days = QUICK_DAYS if asked.quick else diary.TEN_YEARS
        rounds, unmeasured = (1, 0) if asked.quick else (asked.rounds, 1)
        with _prepared(folder, days) as every:
            results = [measured(every[name], rounds, unmeasured) for name in names]
    is_on_disk = kind not in IN_MEMORY
    print("\n".join(table(results, comparable=is_on_disk)))
    print(f"median of {rounds}, {days:,} days, on {kind or 'a file system of unknown kind'}")
    return 0 if is_on_disk and all(result.is_within for result in results) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", type=_name, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=_rounds, default=FEWEST_ROUNDS, metavar="N")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(__file__).parent.parent / ".benchmarks",
        metavar="DIR",
        help="where to work, on a disk; gone afterwards",
    )
    parser.add_argument(
        "--quick", action="store_true", help="one round over a short diary: only that it runs"
    )
    return parser


def _name(text: str) -> str:
    if text not in NAMES:
        raise argparse.ArgumentTypeError(f"{text}: not one of {', '.join(NAMES)}")
    return text


def _rounds(text: str) -> int:
    rounds = int(text)
    if rounds < FEWEST_ROUNDS:
        raise argparse.ArgumentTypeError(f"at least {FEWEST_ROUNDS}")
    return rounds


@contextmanager
def _prepared(folder: Path, days: int) -> Iterator[dict[str, Comparison]]:
    """Every comparison by its name, over one diary of so many days."""
    clock = SystemClock()
    journal = folder / "diary" / JOURNAL_NAME
    diary.write(journal, clock, days)
    opened = JournalFile(journal, clock.now).open()
    records = opened.records()
    opened.close()
    with (
        keeping.comparisons(journal, folder, clock) as kept,
        trust.comparisons(journal, folder, clock) as trusted,
    ):
        this_day = today(clock, DAY_STARTS_AT)
        pages = (
            page.comparison(records, this_day, folder),
            *preview.comparisons(records, this_day),
            *standing_still.comparisons(journal, folder),
        )
        of_trends = trends.comparisons(records, this_day)
        every = (*window.comparisons(journal, folder), *kept, *trusted, *pages, *of_trends)
        yield {comparison.name: comparison for comparison in every}


if __name__ == "__main__":
    sys.exit(main())
