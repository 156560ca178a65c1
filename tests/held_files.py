"""Files that another program has open, as Windows tells it."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

DENIED, SHARING, LOCKED = 5, 32, 33
ALWAYS = 10**9


def refusal(code: int | None) -> PermissionError:
    """What Windows raises with this number; without one, what other systems raise."""
    error = PermissionError(errno.EACCES, "refused")
    if code is not None:
        setattr(error, "winerror", code)  # noqa: B010 - no attribute of other systems
    return error


@dataclass
class Held:
    """Refuses a change of the file system some times, and counts how often it was asked."""

    monkeypatch: pytest.MonkeyPatch
    now: float = 0.0
    asked: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.monkeypatch.setattr("journal.whole_files.monotonic", lambda: self.now)
        self.monkeypatch.setattr("journal.whole_files.sleep", self._pass)

    def _pass(self, seconds: float) -> None:
        self.now += seconds

    def refuse(
        self, change: str, code: int | None, times: int = ALWAYS, only: str | None = None
    ) -> None:
        """Let `os.<change>` fail that often, for files of the name `only` if one is given."""
        real: Callable[..., Any] = getattr(os, change)
        left = times

        def refused(path: Path, *rest: Any, **named: Any) -> Any:
            nonlocal left
            if only is not None and Path(path).name != only:
                return real(path, *rest, **named)
            self.asked.append(Path(path))
            if left == 0:
                return real(path, *rest, **named)
            left -= 1
            raise refusal(code)

        self.monkeypatch.setattr(os, change, refused)
