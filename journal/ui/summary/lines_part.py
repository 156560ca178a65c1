"""The three lines for this appointment, in the person's own words."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journal.i18n import _
from journal.report.head import LONGEST_LINE
from journal.report.parts import ThreeLines
from journal.ui.widgets.form import Form
from journal.ui.widgets.layout import column, label

SHOWN_AFTER_MS = 600
"""The page follows once the person pauses."""

_LINES = 2
_FRAME = 16


class LinesPart(QWidget):
    """`entered` carries ThreeLines, shortly after the last key."""

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = ThreeLines()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.to_ask, self.changed, self.noticed = (_Line() for _line in range(3))
        self.form = Form()
        self.form.add("to_ask", _("To ask"), self.to_ask)
        self.form.add("changed", _("Changed"), self.changed)
        self.form.add("noticed", _("Noticed"), self.noticed)
        inside = column(self)
        inside.addWidget(label(_("For this appointment"), "heading"))
        inside.addWidget(self.form)
        inside.addWidget(
            label(
                _("Kept until you close the program, and in the files you make."),
                "small",
                wraps=True,
            )
        )
        for line in (self.to_ask, self.changed, self.noticed):
            line.textChanged.connect(self._timer.start)

    def show_lines(self, lines: ThreeLines) -> None:
        """Show what was entered before; what is being typed is left alone."""
        if lines == self._lines:
            return
        self._lines = lines
        shown = ((self.to_ask, lines.to_ask), (self.changed, lines.changed))
        for field, text in (*shown, (self.noticed, lines.noticed)):
            field.setPlainText(text)
        self._timer.stop()

    def flush(self) -> None:
        """Hand over what was typed."""
        self._timer.stop()
        typed = ThreeLines(
            self.to_ask.toPlainText(), self.changed.toPlainText(), self.noticed.toPlainText()
        )
        self._say_what_is_too_long(typed)
        if typed != self._lines:
            self._lines = typed
            self.entered.emit(typed)

    def _say_what_is_too_long(self, typed: ThreeLines) -> None:
        words = _("Only the first {most} characters fit on the page.").format(most=LONGEST_LINE)
        for field in ("to_ask", "changed", "noticed"):
            is_too_long = len(" ".join(getattr(typed, field).split())) > LONGEST_LINE
            self.form.show_error(field, words if is_too_long else "")


class _Line(QPlainTextEdit):
    """Two lines high; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setFixedHeight(_LINES * QFontMetrics(self.font()).lineSpacing() + _FRAME)
