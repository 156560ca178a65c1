"""The card of the journal itself: where it lies, how much it holds, and what can come in."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from journal.i18n import _
from journal.ui.settings.holdings import Holdings
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import FlowBox, card, column, label
from journal.wording import count_check_ins, count_sessions, count_side_effects


class JournalCard(QFrame):
    """Shows the journal's file; `import_requested` asks to read another tracker's export."""

    import_requested = Signal()

    def __init__(self, journal_path: Path) -> None:
        super().__init__()
        frame, inside = card()
        column(self).addWidget(frame)
        self._folder = journal_path.parent
        inside.addWidget(label(_("Your journal"), "heading"))
        self.counts = label("", "muted", wraps=True)
        inside.addWidget(self.counts)
        self.form = Form()
        self.path = QLineEdit(str(journal_path))
        self.path.setReadOnly(True)
        self.path.setCursorPosition(0)
        described = _(
            "Everything you enter stays in this file on this computer. Do not keep it in a folder "
            "that is synced, which may spoil it; for backups such a folder is fine."
        )
        self.form.add("path", _("Where it lies"), self.path, description=described)
        inside.addWidget(self.form)
        buttons = FlowBox()
        self.show_folder = QPushButton(_("Show in folder"))
        self.show_folder.clicked.connect(self._on_show_folder)
        self.import_ = QPushButton(_("Import from Daylio…"))
        self.import_.clicked.connect(self.import_requested)
        buttons.add(self.show_folder)
        buttons.add(self.import_)
        inside.addWidget(buttons)

    def show_holdings(self, holdings: Holdings) -> None:
        """Say how much the journal holds."""
        counts = (
            count_check_ins(holdings.check_ins),
            _sessions(holdings),
            count_side_effects(holdings.side_effects),
        )
        self.counts.setText(" · ".join(counts))

    def _on_show_folder(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        message = _("The folder could not be opened. Please go there by the path above.")
        self.form.show_error("path", "" if opened else message)


def _sessions(holdings: Holdings) -> str:
    """More than the Sessions page counts, which is why this says what else is among them."""
    sessions = count_sessions(holdings.sessions)
    if not holdings.not_done:
        return sessions
    return _("{sessions}, planned and cancelled ones included").format(sessions=sessions)
