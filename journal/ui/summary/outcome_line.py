"""What came of saving or printing, and what can be done next."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from journal.ui.palette import set_kind
from journal.ui.summary.busy_bar import BusyBar
from journal.ui.widgets.layout import column, label, row


class OutcomeLine(QWidget):
    """A sentence and at most one link; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", wraps=True)
        self.next = QPushButton()
        self.next.setProperty("kind", "link")
        self.next.clicked.connect(self._go_on)
        self._follow: Callable[[], None] = _nothing
        self._busy = BusyBar()
        line = row()
        line.addWidget(self.words)
        line.addWidget(self.next)
        line.addStretch(1)
        inside = column(self, spacing=2)
        inside.addLayout(line)
        inside.addWidget(self._busy)
        self.hide()

    def tell(self, words: str) -> None:
        """Say how it is, without a link."""
        self._show(words, "muted")

    def tell_busy(self, words: str) -> None:
        """Say what goes on; a bar moves where it takes long."""
        self._show(words, "muted")
        self._busy.begin()

    def offer(self, words: str, link: str, follow: Callable[[], None]) -> None:
        """Say what went well, and what can follow."""
        self._show(words, "strong", link, follow)

    def refuse(self, words: str, link: str, follow: Callable[[], None]) -> None:
        """Say what went wrong, and the way to try again."""
        self._show(words, "error", link, follow)

    def _show(
        self, words: str, kind: str, link: str = "", follow: Callable[[], None] | None = None
    ) -> None:
        self._busy.end()
        set_kind(self.words, kind)
        self.words.setText(words)
        self.next.setText(link)
        self.next.setVisible(bool(link))
        self._follow = follow or _nothing
        self.show()

    def _go_on(self) -> None:
        self._follow()


def _nothing() -> None:
    """There is no link to follow."""
