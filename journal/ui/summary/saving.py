"""Where a summary is saved: the dialog that asks, and the name it proposes."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from journal.i18n import _

SUFFIX = ".pdf"


def file_name(made_on: date) -> str:
    """A name that says neither who it is about nor what."""
    return f"summary-{made_on.isoformat()}{SUFFIX}"


def first_folder() -> Path:
    """Where the dialog starts until something was saved."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def ask_path(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where to save; an existing file is taken only after the person said so."""
    dialog = QFileDialog(parent, _("Save the summary"), str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(_("PDF files (*.pdf)"))
    # The dialogs of the systems put what they save among the recent files.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile(proposed.name)
    is_accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return _confirmed(parent, Path(chosen[0])) if is_accepted and chosen else None


def _confirmed(parent: QWidget, chosen: Path) -> Path | None:
    """The path with its suffix; the dialog asked about the name as it was typed only."""
    path = with_suffix(chosen)
    if path == chosen or not path.exists():
        return path
    question = _("A PDF of this name exists already. Replace it?")
    answer = QMessageBox.question(parent, _("Save the summary"), question)
    return path if answer == QMessageBox.StandardButton.Yes else None


def with_suffix(chosen: Path) -> Path:
    """The path with `.pdf` at its end."""
    if chosen.suffix.lower() == SUFFIX:
        return chosen
    return chosen.with_name(f"{chosen.name}{SUFFIX}")
