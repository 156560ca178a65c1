"""One reading: blood pressure, pulse and oxygen, and what has to be said about it."""

from dataclasses import replace

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from journal.catalogue import HelpNumbers
from journal.domain.session import Setting
from journal.domain.vitals import LATEST_MINUTES, Vitals, is_very_high, unlikely
from journal.i18n import _
from journal.ui.widgets.layout import column, label, row
from journal.wording.treatment import (
    pressure_sentence,
    reading_problem,
    reading_time,
    unlikely_question,
)

TIME_WIDTH = 148
FIGURE_WIDTH = 58
MEASURES = ("systolic", "diastolic", "pulse", "spo2")


class FigureInput(QLineEdit):
    """A whole number of few digits; a slash goes on to the next one, as in 134/86."""

    def __init__(self, name: str, digits: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(FIGURE_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        whole = QRegularExpression(rf"\d{{0,{digits}}}")
        self.setValidator(QRegularExpressionValidator(whole, self))

    @property
    def figure(self) -> int | None:
        """The number written, or None where nothing is."""
        return int(self.text()) if self.text() else None

    def show_figure(self, figure: int | None) -> None:
        """Write a number, or nothing."""
        self.setText("" if figure is None else str(figure))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash is the Tab key of a blood pressure."""
        if event.text() == "/":
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class VitalsRow(QWidget):
    """Answers with a reading once anything is measured; an unlikely one waits to be confirmed.

    `minutes` is None where the person says when it was: on leaving this may stay open, and then
    `left_after` minutes are taken. `warned` tells that something is to be done about the reading.
    """

    changed = Signal()
    warned = Signal()

    def __init__(self, minutes: int | None, *, leaving: bool = False) -> None:
        super().__init__()
        self._minutes = minutes
        self._leaving = leaving
        self.left_after = 0
        self._confirmed = False
        self._setting: Setting | None = None
        self._numbers: HelpNumbers | None = None
        inside = column(self, spacing=4)
        inside.addLayout(self._line())
        self.question = label("", "error", wraps=True)
        self.keep = QPushButton(_("Keep it"))
        self.keep.setProperty("kind", "chip")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._on_keep)
        asked = row()
        asked.addWidget(self.question, 1)
        asked.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(asked)
        self.finding = label("", "warning", wraps=True)
        inside.addWidget(self.finding)
        for widget in (self.question, self.keep, self.finding):
            widget.hide()

    def _line(self) -> QHBoxLayout:
        name = self._name()
        line = row(spacing=6)
        line.addWidget(self._time_place(name))
        self.systolic = FigureInput(_("Upper blood pressure, {when}").format(when=name), 3)
        self.diastolic = FigureInput(_("Lower blood pressure, {when}").format(when=name), 3)
        self.pulse = FigureInput(_("Pulse, {when}").format(when=name), 3)
        self.spo2 = FigureInput(_("Oxygen, {when}").format(when=name), 3)
        line.addWidget(self.systolic)
        line.addWidget(label("/", "muted"))
        line.addWidget(self.diastolic)
        line.addSpacing(14)
        line.addWidget(self.pulse)
        line.addSpacing(14)
        line.addWidget(self.spo2)
        line.addStretch(1)
        for figure in self.figures:
            figure.textEdited.connect(self._on_edited)
            figure.editingFinished.connect(self._on_finished)
        return line

    def _name(self) -> str:
        if self._minutes is None and not self._leaving:
            return _("at another time")
        return reading_time(Vitals(self._minutes or 0, leaving=self._leaving))

    def _time_place(self, name: str) -> QWidget:
        place = QWidget()
        place.setFixedWidth(TIME_WIDTH)
        line = row(place, spacing=4)
        self.after = FigureInput(_("Minutes after the start, {when}").format(when=name), 5)
        self.after.textEdited.connect(self._on_edited)
        asks = self._minutes is None or self._leaving
        if self._leaving or not asks:
            line.addWidget(label(name))
        self.after.setFixedWidth(50)
        line.addWidget(self.after)
        self.after.setVisible(asks)
        if asks:
            line.addWidget(label(_("min"), "muted"))
        line.addStretch(1)
        if asks:
            self.after.show_figure(self._minutes)
        return place

    @property
    def figures(self) -> tuple[FigureInput, ...]:
        """The four inputs, in the order of MEASURES."""
        return (self.systolic, self.diastolic, self.pulse, self.spo2)

    @property
    def slot(self) -> tuple[int, bool]:
        """What the row stands for: two rows of one slot would be the same reading."""
        minutes = self.minutes
        return (-1 if minutes is None else minutes), self._leaving

    @property
    def minutes(self) -> int | None:
        """Minutes after the start, below zero before it; None where nobody said."""
        if self._leaving:
            return self.left_after if self.after.figure is None else self.after.figure
        return self.after.figure if self._minutes is None else self._minutes

    @property
    def is_leaving(self) -> bool:
        """Whether it is the last reading before going home."""
        return self._leaving

    @property
    def place(self) -> tuple[bool, bool, int]:
        """Where the row stands: by its time, then leaving, then what has no time yet."""
        minutes = self.minutes
        return minutes is None, self._leaving, minutes or 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is measured."""
        return all(figure.figure is None for figure in self.figures)

    def show_reading(self, reading: Vitals) -> None:
        """Show what was measured."""
        self._confirmed = reading.confirmed
        for figure, measure in zip(self.figures, MEASURES, strict=True):
            figure.show_figure(getattr(reading, measure))
        if self._leaving:
            self.after.show_figure(reading.minutes)
        self.judge()

    def show_place(self, setting: Setting | None, numbers: HelpNumbers) -> None:
        """Say where the session is, and whom to call there."""
        self._setting, self._numbers = setting, numbers
        self._show_finding()

    def reading(self) -> Vitals | None:
        """What was measured, or None where nothing was or nobody said when."""
        if self.is_empty or self.minutes is None:
            return None
        systolic, diastolic, pulse, spo2 = (figure.figure for figure in self.figures)
        reading = Vitals(self.minutes, systolic, diastolic, pulse, spo2, leaving=self._leaving)
        return replace(reading, confirmed=bool(unlikely(reading)) and self._confirmed)

    @property
    def is_questioned(self) -> bool:
        """Whether the reading is unlikely and nobody said that it stands."""
        reading = self.reading()
        return reading is not None and bool(unlikely(reading)) and not reading.confirmed

    def judge(self) -> bool:
        """Question an unlikely reading and say what a high pressure calls for; True if all is well.

        A reading without its time is asked for it.
        """
        reading = self.reading()
        minutes = self.minutes
        if not self.is_empty and (minutes is None or minutes > LATEST_MINUTES):
            self.show_problem(reading_problem(minutes))
            return False
        questioned = self.is_questioned
        self.show_problem(unlikely_question(reading) if reading and questioned else "")
        self.keep.setVisible(questioned)
        self._show_finding()
        return not questioned

    def show_problem(self, problem: str) -> None:
        """Say at the row why it cannot stand as it is."""
        self.question.setText(problem)
        self.question.setVisible(bool(problem))
        self.keep.hide()

    def take_focus(self) -> None:
        """Put the keyboard where something is to be done, else on the first figure."""
        if not self.is_empty and self.minutes is None:
            self.after.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_questioned:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.systolic.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_finding(self) -> None:
        reading = self.reading()
        sentence = ""
        if reading is not None and self._numbers is not None and not self.is_questioned:
            sentence = pressure_sentence(reading, self._setting, self._numbers)
        is_new = bool(sentence) and self.finding.isHidden()
        self.finding.setText(sentence)
        self.finding.setVisible(bool(sentence))
        if is_new:
            self.warned.emit()

    def _on_edited(self) -> None:
        self._confirmed = False
        self.show_problem("")
        reading = self.reading()
        if reading is None or not is_very_high(reading):
            self.finding.hide()
        self.changed.emit()

    def _on_finished(self) -> None:
        """The lower pressure is still to come: 12 is only the beginning of 120/80."""
        going_on = QApplication.focusWidget() is self.diastolic
        if not (going_on and self.diastolic.figure is None):
            self.judge()

    def _on_keep(self) -> None:
        self._confirmed = True
        self.judge()
        self.diastolic.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
