"""Saving a file for other programs: the dialog that asks where, and what is said if it fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import delete

from journal.i18n import _
from journal.ui.widgets.unremembered import unremembered
from journal.whole_files import is_held


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file as the dialog names it, and the end of its name, such as `.png`."""

    name: str
    suffix: str

    @property
    def filter(self) -> str:
        """The kind as Qt's dialogs take it."""
        return f"{self.name} (*{self.suffix})"


def documents() -> Path:
    """Where dialogs start until something was saved."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def free_name(folder: Path, stem: str, made_on: date, suffix: str) -> Path:
    """A name of the day that is not taken yet; it says neither who it is about nor what."""
    first = folder / f"{stem}-{made_on.isoformat()}{suffix}"
    path, number = first, 2
    while path.exists():
        path = first.with_stem(f"{first.stem}-{number}")
        number += 1
    return path


def ask_path(parent: QWidget, title: str, proposed: Path, kinds: Sequence[FileKind]) -> Path | None:
    """Ask where to save; an existing file is taken only after the person said so."""
    with unremembered():
        dialog = _dialog(parent, title, proposed, kinds)
        is_accepted = dialog.exec()
        chosen, kind = dialog.selectedFiles(), _kind_of(dialog.selectedNameFilter(), kinds)
        delete(dialog)
    if not is_accepted or not chosen:
        return None
    path = with_suffix(Path(chosen[0]), kind, kinds)
    return path if not path.exists() or _may_replace(parent, title, path) else None


def _dialog(parent: QWidget, title: str, proposed: Path, kinds: Sequence[FileKind]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([kind.filter for kind in kinds])
    # The dialogs of the systems put what they save among the recent files.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # Asked by the caller, about the name with its suffix.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(proposed.name)
    dialog.filterSelected.connect(lambda chosen: _follow_filter(dialog, chosen, kinds))
    return dialog


def _kind_of(chosen: str, kinds: Sequence[FileKind]) -> FileKind:
    return next((kind for kind in kinds if kind.filter == chosen), kinds[0])


def _follow_filter(dialog: QFileDialog, chosen: str, kinds: Sequence[FileKind]) -> None:
    """Another kind changes the end of the name that is in the dialog."""
    for selected in dialog.selectedFiles():
        path = Path(selected)
        if any(path.suffix.lower() == kind.suffix for kind in kinds):
            dialog.selectFile(path.with_suffix(_kind_of(chosen, kinds).suffix).name)


def with_suffix(chosen: Path, kind: FileKind, kinds: Sequence[FileKind]) -> Path:
    """The path with the end of its kind, unless it ends as one of the kinds already."""
    if any(chosen.suffix.lower() == known.suffix for known in kinds):
        return chosen
    return chosen.with_name(f"{chosen.name}{kind.suffix}")


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    words = _("There is a file named {name} already. Replace it?").format(name=path.name)
    answer = QMessageBox.question(parent, title, words)
    return answer == QMessageBox.StandardButton.Yes


def refused_sentence(path: Path, error: OSError) -> str:
    """What to tell somebody whose folder refused a file, or whose other program has it open."""
    if is_held(error):
        return _(
            "Not saved: another program is using the file {name}. Your journal is safe. "
            "Please close the file there, or choose another name."
        ).format(name=path.name)
    return _(
        "Not saved: the folder {folder} did not take the file. Your journal is safe. "
        "Please choose another folder."
    ).format(folder=path.parent)


AskPath = Callable[[QWidget, str, Path, Sequence[FileKind]], Path | None]
