"""What every test stands on: a home of its own, a fixed zone, no screen unless it asks for one."""

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import journal.ui  # noqa: F401 - keeps Python 3.11 alive under PySide6, see there

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Each collection looks at all that is loaded: seldom is an eighth quicker, and enough.
gc.set_threshold(100_000, 50, 100)

settings.register_profile("local", deadline=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if "CI" in os.environ else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`./check --long` tries what can be interrupted at more moments."""
    parser.addoption("--long", action="store_true", help="interrupt at every step, kill more often")


@pytest.fixture(scope="session")
def is_long(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for the long form of a test."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture(scope="session")
def matplotlib_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all tests: matplotlib lists the fonts of the computer in it, which takes seconds."""
    return tmp_path_factory.mktemp("matplotlib")


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory,
    matplotlib_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A home folder of the test's own, also for the programs that it starts."""
    home = tmp_path_factory.mktemp("home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
    monkeypatch.setenv("APPDATA", str(home / "roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "local"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("MPLCONFIGDIR", str(matplotlib_folder))
    return home


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same on a desktop as on a server."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.fixture(autouse=True)
def language(monkeypatch: pytest.MonkeyPatch) -> None:
    """English, whatever the computer speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)


@pytest.fixture(autouse=True)
def zone() -> Iterator[None]:
    """Berlin: summer time, and an offset that is never zero."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        _tell_libc()
        yield
    _tell_libc()


def _tell_libc() -> None:
    if sys.platform != "win32":  # there, the program does not ask it either
        time.tzset()


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """The name of an X server that runs for as long as the tests do."""
    server_program = shutil.which("Xvfb")
    if server_program is None:
        pytest.skip("Xvfb is not installed")
    number_end, server_end = os.pipe()
    server = subprocess.Popen(
        [server_program, "-displayfd", str(server_end), "-screen", "0", "1600x1200x24"],
        pass_fds=[server_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(server_end)
    with os.fdopen(number_end) as announcement:
        number = announcement.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def real_window(x_display: str, no_display: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the programs that the test starts show real windows."""
    monkeypatch.setenv("DISPLAY", x_display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
