"""A program that backs a journal up again and again, and counts what came of it."""

import json
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from journal.domain.errors import StorageError
from tests.storage.examples import store_at


def main(path: Path, times: int) -> None:
    """Make `times` backups, all of the same second; tell how many there are of each outcome."""
    outcomes: Counter[str] = Counter()
    with closing(store_at(path).open()) as journal:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for _time in range(times):
            try:
                journal.backups.make()
            except StorageError as error:
                outcomes[str(error.problem)] += 1
            else:
                outcomes["made"] += 1
    sys.stdout.write(json.dumps(outcomes))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
