"""What the page contains: a tick for each of its parts, and the notes that go along."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QWidget

from journal.i18n import _, format_number, ngettext
from journal.report.content import part_title
from journal.report.parts import Choices, PagePart
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.layout import GRID, column, label, row

FOLLOWING = (PagePart.SESSIONS, PagePart.DAYS, PagePart.ANSWERS)
FIRST_PAGE = tuple(part for part in PagePart if part not in FOLLOWING)

SPACING = 5


class ContentsPart(QWidget):
    """`chosen` carries the Choices with another tick; `notes_requested` asks for the notes."""

    chosen = Signal(object)
    notes_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        described = _("Where a part is left out, the page says “left out by the patient”.")
        self.safety = _tick(_("Safety"), described)
        self.safety.toggled.connect(lambda on: self.chosen.emit(replace(self._choices, safety=on)))
        self.parts = {part: self._part(part, described) for part in FIRST_PAGE}
        self.parts |= {part: self._part(part) for part in FOLLOWING}
        self.first_page_only = _tick(_("First page only"))
        self.first_page_only.toggled.connect(
            lambda on: self.chosen.emit(replace(self._choices, first_page_only=on))
        )
        self._add()

    def _add(self) -> None:
        inside = column(self, spacing=SPACING)
        inside.addWidget(label(_("What it contains"), "heading"))
        self._columns = _columns([self.safety, *(self.parts[part] for part in FIRST_PAGE)])
        inside.addLayout(self._columns)
        inside.addSpacing(6)
        inside.addWidget(label(_("On the pages after the first"), "muted"))
        for part in FOLLOWING:
            inside.addWidget(self.parts[part])
        inside.addWidget(self._notes_row())
        inside.addWidget(self.first_page_only)

    def arrange(self, *, beside: bool) -> None:
        """The ticks in two columns, so that less has to be scrolled, or all below each other."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._columns.setSpacing(GRID if beside else SPACING)

    def _notes_row(self) -> QWidget:
        self._notes = QWidget()
        line = row(self._notes)
        self.note_count = label("")
        self.choose_notes = QPushButton(_("Choose notes…"))
        self.choose_notes.setProperty("kind", "link")
        self.choose_notes.clicked.connect(self.notes_requested)
        line.addWidget(self.note_count)
        line.addWidget(self.choose_notes)
        line.addStretch(1)
        return self._notes

    def _part(self, part: PagePart, described: str = "") -> QCheckBox:
        tick = _tick(part_title(part), described)
        tick.toggled.connect(lambda on: self._on_part(part, on))
        return tick

    def _on_part(self, part: PagePart, on: bool) -> None:
        others = self._choices.left_out - {part}
        left_out = others if on else others | {part}
        self.chosen.emit(replace(self._choices, left_out=left_out))

    def show_choices(self, choices: Choices) -> None:
        """Tick what is chosen."""
        self._choices = choices
        show_checked(self.safety, choices.safety)
        for part, tick in self.parts.items():
            show_checked(tick, part not in choices.left_out)
        show_checked(self.first_page_only, choices.first_page_only)
        for widget in (*(self.parts[part] for part in FOLLOWING), self._notes):
            widget.setEnabled(not choices.first_page_only)

    def show_notes(self, chosen: int, count: int) -> None:
        """Say how many of the period's `count` notes go along."""
        words = ngettext("{chosen} of {count} note", "{chosen} of {count} notes", count).format(
            chosen=format_number(chosen), count=format_number(count)
        )
        self.note_count.setText(words)
        self.choose_notes.setAccessibleDescription(words)
        self._notes.setVisible(count > 0)


def _columns(ticks: Sequence[QWidget]) -> QHBoxLayout:
    line = row(spacing=GRID)
    half = len(ticks) // 2
    for part in (ticks[:half], ticks[half:]):
        side = column(spacing=SPACING)
        for tick in part:
            side.addWidget(tick)
        side.addStretch(1)
        line.addLayout(side)
    line.addStretch(1)
    return line


def _tick(text: str, description: str = "") -> QCheckBox:
    tick = QCheckBox(text)
    tick.setAccessibleDescription(description)
    tick.setToolTip(description)
    return tick
