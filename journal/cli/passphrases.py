"""Where passphrases come from: a file, standard input, or the terminal, which does not show them.

In a file each stands on a line of its own: first the journal's, then the other one that a command
may need, such as the new one.
"""

import codecs
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from journal.cli.refusal import Refusal
from journal.i18n import _

STANDARD_INPUT = Path("-")
CONSOLE = Path("CONIN$")
"""What has the keys on Windows, whatever standard input is."""


class NoTerminal(Refusal):
    """Nobody can be asked."""


class Passphrases:
    """What `--passphrase-file` names, read once and only when it is needed; None asks."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lines: list[str] | None = None
        self._typed: str | None = None

    @property
    def are_given(self) -> bool:
        """Whether they come from a file or from standard input."""
        return self._file is not None

    def of_journal(self) -> str:
        """The journal's own; typed, it is asked for once."""
        if (given := self._given(0)) is not None:
            return given
        self._typed = self._typed or _typed(_("Passphrase: "))
        return self._typed

    def known(self) -> str | None:
        """The journal's own, where it is given or was typed before; nobody is asked."""
        return self._given(0) or self._typed

    def first_one(self) -> str:
        """The one that a journal without any gets."""
        return self._given(0) or _typed_twice()

    def new_one(self) -> str:
        """The one that takes the place of the journal's own."""
        return self._given(1) or self._second(
            _typed_twice,
            _("The file has no second line, where the new passphrase goes. Nothing was changed."),
        )

    def of_backup(self) -> str:
        """The one of a backup that does not open with the journal's."""
        return self._given(1) or self._second(
            lambda: _typed(_("Passphrase of the backup: ")),
            _(
                "This backup does not open with the passphrase in the file. If it has another one, "
                "put that on the file’s second line. Nothing was changed."
            ),
        )

    def _second(self, typed: Callable[[], str], missing: str) -> str:
        """What is typed; `missing` says what to do where a file was given and nobody can type."""
        try:
            return typed()
        except NoTerminal:
            if self.are_given:
                raise Refusal(missing) from None
            raise

    def _given(self, number: int) -> str | None:
        """The line with this number; None where it is to be typed."""
        if self._file is None:
            return None
        if self._lines is None:
            self._lines = _lines(self._file)
        given = self._lines[number] if number < len(self._lines) else ""
        if not given and number == 0:
            raise Refusal(_("The file’s first line is no passphrase. Nothing was changed."))
        return given or None


def _lines(file: Path) -> list[str]:
    try:
        text = _text(_piped() if file == STANDARD_INPUT else file.read_bytes())
    except (OSError, UnicodeDecodeError):
        words = _("No passphrase can be read from {file}. Nothing was changed.")
        raise Refusal(words.format(file=file)) from None
    lines = text.replace("\r\n", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _piped() -> bytes:
    if sys.stdin is None:  # a program without a console
        raise FileNotFoundError
    return sys.stdin.buffer.read()


def _text(data: bytes) -> str:
    """UTF-8, or the UTF-16 that PowerShell's `>` writes; UnicodeDecodeError."""
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_utf_16 else "utf-8-sig")


def _typed_twice() -> str:
    passphrase = _typed(_("New passphrase: "))
    if _typed(_("Once more: ")) != passphrase:
        raise Refusal(_("The two are not the same. Nothing was changed; please try again."))
    return passphrase


def _typed(words: str) -> str:
    import getpass  # noqa: PLC0415 - the window does not wait for it

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            _need_console()
            passphrase = getpass.getpass(words)
        except EOFError:
            raise Refusal(_("No passphrase was typed. Nothing was changed.")) from None
        except (getpass.GetPassWarning, OSError):
            raise NoTerminal(
                _("There is no terminal to ask for the passphrase on; give --passphrase-file FILE.")
            ) from None
    if not passphrase:
        raise Refusal(_("The passphrase is empty. Nothing was changed; please try again."))
    return passphrase


def _need_console() -> None:
    """On Windows `getpass` asks the console for keys, for ever where there is none; OSError."""
    if sys.platform == "win32":
        if sys.stdin is None or not sys.stdin.isatty():
            raise OSError
        CONSOLE.open("rb").close()  # NUL calls itself a terminal too
