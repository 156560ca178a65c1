"""Sets lines of text, each into up to three lines of the screen, and marks what was looked for."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from journal.ui.history.day_row import Line

MOST_LINES = 3
NEARLY, NEARLY_MARKED, AT_MOST = 0.97, 0.92, 1.03
"""These shares of the width are counted on: kerning differs, and marked words are bold."""


class TextColumn:
    """A column of text in one font; `ground` is what stands behind marked words."""

    def __init__(self, font: QFont, width: float, ground: QColor) -> None:
        self.line_height = QFontMetricsF(font).lineSpacing()
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._width = width
        self._word_widths: dict[str, float] = {}
        self._marking = QTextCharFormat()
        self._marking.setFontWeight(QFont.Weight.Bold)
        self._marking.setFontUnderline(True)
        self._marking.setBackground(ground)

    def lines_needed(self, line: Line) -> int:
        """How many lines a text takes, 1 to 3, told from the widths of its words.

        Setting ten years of notes would hold the window up for seconds; this takes a twentieth.
        Only where it could be a line more or less the text is set.
        """
        most = self._counted(line.text, NEARLY_MARKED if line.places else NEARLY)
        if most == 1 or most == self._counted(line.text, AT_MOST):
            return most
        return min(self._set(line.text, line, most).lineCount(), most)

    def _counted(self, text: str, share: float) -> int:
        """The lines, at most 3, that a text takes in this share of the width."""
        room = self._width * share
        space = self._word_width(" ")
        lines, used = 1, 0.0
        for word in text.split(" "):
            width = self._word_width(word)
            used += width
            while used > room and lines < MOST_LINES:
                lines, used = lines + 1, width if width <= room else used - room
            if used > room:
                return MOST_LINES
            used += space
        return lines

    def _word_width(self, word: str) -> float:
        width = self._word_widths.get(word)
        if width is None:
            width = self._word_widths[word] = self._metrics.horizontalAdvance(word)
        return width

    def wrapped(self, line: Line) -> QTextLayout:
        """The text on the lines it needs; what does not fit there is cut off with an ellipsis."""
        most = self.lines_needed(line)
        layout = self._set(line.text, line, most)
        if layout.lineCount() <= most:
            return layout
        units = 2 * layout.lineAt(most - 1).textStart()
        kept = _in_units(line.text)[:units].decode("utf-16-le", "surrogatepass")
        end = self._metrics.elidedText(
            line.text[len(kept) :], Qt.TextElideMode.ElideRight, self._width * NEARLY
        )
        return self._set(kept + end, line, most)

    def _set(self, text: str, line: Line, most: int) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(text, line)))
        layout.beginLayout()
        while layout.lineCount() <= most and (part := layout.createLine()).isValid():
            part.setLineWidth(self._width)
            part.setPosition(QPointF(0, (layout.lineCount() - 1) * self.line_height))
        layout.endLayout()
        return layout

    def _formats(self, text: str, line: Line) -> Iterator[QTextLayout.FormatRange]:
        for place in line.places:
            marked = QTextLayout.FormatRange()
            marked.start = _length(text[: place.start])
            marked.length = _length(text[place.start : place.end])
            marked.format = self._marking
            if marked.length:
                yield marked


def _length(text: str) -> int:
    """The length as Qt counts it: some characters are two of its units."""
    return len(text) if text.isascii() else len(_in_units(text)) // 2


def _in_units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
