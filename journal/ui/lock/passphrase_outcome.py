"""What is said once the passphrase has changed, and a way to print it while it is known."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget

from journal.i18n import _
from journal.ui.lock.sheet import ask_printer, print_sheet
from journal.ui.widgets.layout import FlowBox, clear, column, label

AskPrinter = Callable[[QWidget], QPrinter | None]


class PassphraseOutcome(QWidget):
    """Sentences, and a button to print the passphrase for as long as it is known.

    `ask_printer` answers None where the person thinks better of it.
    """

    def __init__(self, ask_printer: AskPrinter = ask_printer) -> None:
        super().__init__()
        self._ask_printer = ask_printer
        self.passphrase = ""
        """What was just set or proved, for as long as it is known here."""
        self._today = date.min
        inside = column(self, spacing=10)
        self._place = QWidget()
        self._said = column(self._place, spacing=6)
        inside.addWidget(self._place)
        self.printing = QWidget()
        below = column(self.printing, spacing=4)
        buttons = FlowBox()
        self.print = QPushButton(_("Print your passphrase…"))
        self.print.clicked.connect(self._on_print)
        buttons.add(self.print)
        below.addWidget(buttons)
        self.told = label(_("The printer or its queue may keep a copy."), "small", wraps=True)
        below.addWidget(self.told)
        inside.addWidget(self.printing)
        self.hide()

    def show_outcome(self, sentences: Sequence[str], passphrase: str, today: date) -> None:
        """Show what has changed; an empty passphrase is none to print."""
        self.passphrase, self._today = passphrase, today
        clear(self._said)
        for number, sentence in enumerate(sentences):
            self._said.addWidget(label(sentence, "" if number else "strong", wraps=True))
        self._place.setVisible(bool(sentences))
        self.printing.setVisible(bool(passphrase))
        self.show()

    def forget(self) -> None:
        """The passphrase is no longer known here."""
        self.passphrase = ""
        self.hide()

    def _on_print(self) -> None:
        printer = self._ask_printer(self)
        if printer is None or not self.passphrase:
            return
        if print_sheet(printer, self.passphrase, self._today):
            words = _("Handed to the printer. The printer or its queue may keep a copy.")
        else:
            words = _("The printer did not take the sheet. Check it, and try again.")
        self.told.setText(words)
