"""The page as it will be printed, seen from memory, and the same to read as text."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from journal.i18n import _
from journal.ui.summary.busy_bar import BusyBar
from journal.ui.summary.making import MadePage
from journal.ui.widgets.layout import card, column, label, row


class Preview(QFrame):
    """Shows a page, or says in its place why there is none.

    `retry_requested` asks for it again, `text_file_requested` for its words as a file.
    """

    retry_requested = Signal()
    text_file_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        inside.setContentsMargins(12, 12, 12, 12)
        column(self).addWidget(frame)
        self._shown: MadePage | None = None
        self.is_making = False
        self._source = QBuffer(self)
        self.document = QPdfDocument(self)
        inside.addLayout(self._head())
        self.busy = BusyBar()
        inside.addWidget(self.busy)
        self._stack = QStackedWidget()
        self._message = self._message_place()
        self.view = _PageView(self.document)
        self.text = _text_view()
        for widget in (self._message, self.view, self.text):
            self._stack.addWidget(widget)
        inside.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        line = row()
        self.state = label("", "muted")
        self.copy = _link(_("Copy"))
        self.copy.clicked.connect(self._copy_text)
        self.save_text = _link(_("Save as text…"))
        self.save_text.clicked.connect(self.text_file_requested)
        self.as_text = QPushButton(_("Read as text"))
        self.as_text.setCheckable(True)
        self.as_text.setProperty("kind", "segment")
        self.as_text.setAccessibleDescription(_("Shows the words of the page instead of its looks"))
        self.as_text.toggled.connect(self._show_form)
        line.addWidget(self.state, 1)
        for button in (self.copy, self.save_text, self.as_text):
            line.addWidget(button)
        return line

    def _message_place(self) -> QWidget:
        place = QWidget()
        inside = column(place)
        self.message = label("", "muted", wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.retry = QPushButton(_("Try again"))
        self.retry.clicked.connect(self.retry_requested)
        inside.addStretch(1)
        inside.addWidget(self.message)
        inside.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        return place

    @property
    def shown(self) -> MadePage | None:
        """The page that is shown."""
        return self._shown

    def show_making(self) -> None:
        """Say that a page is being made; the one before stays in sight."""
        words = _("Making the preview…")
        self.state.setText(words)
        self.is_making = True
        self.busy.begin()
        if self._shown is None:
            self._say(words)

    def show_page(self, page: MadePage) -> None:
        """Show a page; one that is shown already stays as it was scrolled."""
        self.state.setText(_("Preview"))
        self.is_making = False
        self.busy.end()
        if page is not self._shown:
            self._shown = page
            self._load(page.pdf)
            self.text.clear()
        self._show_form()

    def show_message(self, words: str, *, retry: bool = False) -> None:
        """Say why there is no page."""
        self._shown = None
        self.state.setText("")
        self.is_making = False
        self.busy.end()
        self.text.clear()
        self._say(words, retry=retry)

    def _say(self, words: str, *, retry: bool = False) -> None:
        self.message.setText(words)
        self.retry.setVisible(retry)
        self.as_text.setEnabled(False)
        self._offer_text(offered=False)
        self._stack.setCurrentWidget(self._message)

    def _show_form(self) -> None:
        as_text = self.as_text.isChecked()
        self.as_text.setEnabled(True)
        self._offer_text(offered=as_text)
        # Thousands of lines take their time: they are laid out only where somebody reads them.
        if as_text and self._shown is not None and self.text.document().isEmpty():
            self.text.setPlainText(self._shown.text)
        self._stack.setCurrentWidget(self.text if as_text else self.view)

    def _offer_text(self, *, offered: bool) -> None:
        for button in (self.copy, self.save_text):
            button.setVisible(offered)

    def _copy_text(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)

    def _load(self, pdf: bytes) -> None:
        # The document reads from the buffer for as long as it is shown.
        source = QBuffer(self)
        source.setData(QByteArray(pdf))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        place = self.view.verticalScrollBar().value()
        self.document.load(source)
        self.view.verticalScrollBar().setValue(place)
        self._source.deleteLater()
        self._source = source


class _PageView(QPdfView):
    """Names itself, since to a screen reader a QPdfView is a thing without words."""

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self.setAccessibleName(_("Preview of the summary"))
        self.setAccessibleDescription(
            _("A picture of the page. Choose “Read as text” to have its words.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocument(document)
        self._take_ground()

    def changeEvent(self, event: QEvent) -> None:
        """The ground around the pages follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_ground()

    def _take_ground(self) -> None:
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.AlternateBase)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)


def _text_view() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # tables stand in columns
    text.setTabChangesFocus(True)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    text.setAccessibleName(_("The summary as text"))
    return text


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button
