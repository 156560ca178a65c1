"""./run and ./check: what they promise before any program of ours starts."""

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.systems import skip_on_windows

ROOT = Path(__file__).parent.parent
TOOLS = [
    "awk",
    "bash",
    "cat",
    "cmp",
    "cp",
    "dirname",
    "grep",
    "id",
    "readlink",
    "rm",
    "sort",
    "uname",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The scripts in a folder with a space, beside locks that ask for nothing."""
    skip_on_windows("scripts do not start by themselves there")
    project = tmp_path / "the project"
    (project / "scripts").mkdir(parents=True)
    for name in ("run", "check", "scripts/environment.sh"):
        shutil.copy(ROOT / name, project / name)
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (project / name).write_text(f"# {name}\n")
    return project


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of commands: the tools the scripts use, and no Python."""
    commands = tmp_path / "commands"
    commands.mkdir()
    for tool in TOOLS:
        (commands / tool).symlink_to(str(shutil.which(tool)))
    monkeypatch.setenv("PATH", str(commands))
    return commands


def write_program(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/usr/bin/env bash\n" + textwrap.dedent(source))
    path.chmod(0o755)


def offer_python(commands: Path, source: str) -> None:
    """A Python whose environments hold nothing but a python that does what `source` says."""
    fresh = commands.with_name("fresh environment")
    write_program(fresh / "bin/python", source)
    write_program(commands / "python3.12", f'[ "$2" != venv ] || cp -r "{fresh}" "$4"')


def set_up(project: Path, lock: str) -> None:
    """Leaves behind what a finished set-up does, with a program that tells how it was called."""
    write_program(project / ".venv/bin/python", "exit 1")
    write_program(project / ".venv/bin/symptom-journal", 'printf "%s\\n" "$PWD" "$@"')
    contents = [(project / name).read_text() for name in ("pyproject.toml", lock)]
    (project / f".venv/{lock}.stamp").write_text(f"{project}\n" + "".join(contents))


def run(script: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [script, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def pins(lock: str) -> dict[str, set[str]]:
    """Each pinned version of a lock, with its marker, and the hashes it may have."""
    entries = re.split(r"^(?=\w)", (ROOT / lock).read_text(), flags=re.MULTILINE)[1:]
    return {entry.partition(" \\")[0]: set(re.findall(r"--hash=(\S+)", entry)) for entry in entries}


def test_the_development_lock_holds_all_of_the_other() -> None:
    """So that ./run may start from an environment that ./check made."""
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_a_hash_for_every_pin_and_no_address(lock: str) -> None:
    assert all(pins(lock).values())
    assert not re.findall(
        r"://|file:|--index|--extra-index|--find-links| /", (ROOT / lock).read_text()
    )


def test_run_starts_the_program_in_the_folder_of_the_caller(project: Path, tmp_path: Path) -> None:
    set_up(project, "requirements.lock")
    link = tmp_path / "journal"
    link.symlink_to(project / "run")

    started = run(link, "log", "--note", "two words", cwd=tmp_path)

    assert started.stdout.splitlines() == [str(tmp_path), "log", "--note", "two words"]
    assert started.stderr == ""


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_changed_lock_is_installed_again(project: Path, commands: Path, lock: str) -> None:
    set_up(project, lock)
    (project / lock).write_text("# changed\n")
    script = project / ("run" if lock == "requirements.lock" else "check")

    assert "Please install Python" in run(script).stderr


def test_a_changed_project_is_installed_again(project: Path, commands: Path) -> None:
    set_up(project, "requirements.lock")
    (project / "pyproject.toml").write_text("# changed\n")

    assert "Please install Python" in run(project / "run").stderr


def test_without_a_working_python_one_line_says_what_to_install(
    project: Path, commands: Path
) -> None:
    write_program(commands / "python3.13", "echo 'python3.13: no version is set' >&2; exit 127")

    refused = run(project / "run")

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr == (
        "Please install Python 3.11 or newer (on Debian and Ubuntu: python3 and python3-venv).\n"
    )


def test_a_failed_install_shows_why_and_is_not_taken_for_done(
    project: Path, commands: Path
) -> None:
    offer_python(commands, '[ "$2" != pip ] || { echo "no such wheel" >&2; exit 1; }')

    failed = run(project / "run")

    assert failed.returncode == 1
    assert failed.stderr.splitlines() == ["Setting up (once, about a minute) …", "no such wheel"]
    assert (project / ".venv/bin/python").exists()
    assert not list((project / ".venv").glob("*.stamp"))


def test_what_check_set_up_is_good_enough_for_run(project: Path, commands: Path) -> None:
    offer_python(commands, "exit 0")
    run(project / "check")
    write_program(project / ".venv/bin/symptom-journal", "echo started")

    started = run(project / "run")

    assert (started.stdout, started.stderr) == ("started\n", "")


@pytest.mark.parametrize("wrong", [None, "linux", "win32", "darwin"])
def test_a_long_check_reads_the_types_for_each_system(
    project: Path, commands: Path, wrong: str | None
) -> None:
    """`linux` stands for the system it runs on, which is not named."""
    set_up(project, "requirements-dev.lock")
    programs = project / ".venv/bin"
    for name in ("ruff", "lint-imports", "pytest", "python"):
        write_program(programs / name, f"echo {name}")
    platform = '[ "$2" = --platform ] && platform=$3 || platform=linux'
    write_program(programs / "mypy", f'{platform}; echo $platform; [ "$platform" != "{wrong}" ]')

    done = run(project / "check", "--long")
    said = done.stdout.split()

    assert (done.returncode == 0, "pytest" in said) == (wrong is None, wrong is None)
    assert wrong is not None or {"linux", "win32", "darwin"} <= set(said)


def test_windows_has_its_programs_elsewhere(
    project: Path, commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the bash of Git for Windows; what is there is started, not made anew."""
    monkeypatch.setenv("OSTYPE", "msys")
    set_up(project, "requirements.lock")
    (project / ".venv/bin").rename(project / ".venv/Scripts")

    started = run(project / "run", "check")

    assert started.stdout.splitlines()[1:] == ["check"]
    assert started.stderr == ""


@pytest.mark.parametrize(("where", "is_kept"), [("C:\\here", True), ("C:\\elsewhere", False)])
def test_on_windows_an_environment_that_was_moved_is_made_anew(
    project: Path, commands: Path, monkeypatch: pytest.MonkeyPatch, where: str, is_kept: bool
) -> None:
    """pip.exe knows its Python by the path that Windows has for it."""
    monkeypatch.setenv("OSTYPE", "msys")
    scripts = project / ".venv/Scripts"
    write_program(scripts / "python", "exit 0")
    (scripts / "pip.exe").write_bytes(f"\0#!{where}\\python.exe\r\n\0PK".encode())
    write_program(commands / "cygpath", "printf '%s\\n' 'C:\\here\\python'")
    write_program(commands / "python", '[ "$2" != venv ] || echo made >"$4/made"')

    run(project / "check")

    assert (project / ".venv/made").exists() != is_kept
    assert (project / ".venv/requirements-dev.lock.stamp").exists()


@pytest.mark.window
def test_qt_shows_a_real_window(real_window: None) -> None:
    program = """
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QWidget

        application = QApplication([])
        window = QWidget()
        window.show()
        print(application.platformName(), QTest.qWaitForWindowExposed(window))
    """

    shown = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert (shown.stdout, shown.stderr) == ("xcb True\n", "")
