"""What was copied from the journal: it must not outlast a lock, nor the program."""

from PySide6.QtGui import QClipboard, QGuiApplication


def clear_own_clipboard() -> None:
    """Empty the clipboard, and the selection where there is one, if this program filled it."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
