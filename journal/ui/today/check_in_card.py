"""The card of one check-in: mood first, the other scales below, sleep, and its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QPushButton, QTimeEdit, QWidget

from journal.domain.checkin import MOOD, SLEEP_HOURS, CheckIn, DayRecord, Scale
from journal.i18n import _, format_number, format_time
from journal.ui.widgets.layout import FlowBox, card, clear, column, label, row, rule
from journal.ui.widgets.score_input import ScoreInput
from journal.wording import scale_end_words, scale_ends, scale_name


@dataclass(frozen=True, slots=True)
class ShownCheckIn:
    """What the card shows: the open check-in if there is one, and the others of the day."""

    open: CheckIn | None
    others: tuple[CheckIn, ...]
    clock: time
    record: DayRecord | None


class CheckInCard(QFrame):
    """Rates scales; whose check-in is changed is the page's business."""

    rated = Signal(str, int)
    cleared = Signal(str)
    sleep_rated = Signal(str, object)
    too_unwell_changed = Signal(bool)
    another_requested = Signal()
    check_in_chosen = Signal(UUID)
    removal_requested = Signal(UUID)
    time_changed = Signal(time)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        outer = column(self)
        outer.addWidget(frame)
        self._inputs: dict[str, ScoreInput] = {}
        self._scales: tuple[Scale, ...] = ()
        self._own_sleep: QPushButton | None = None
        inside.addLayout(self._heading())
        self._time_message = label("", "error", wraps=True)
        self._time_message.hide()
        inside.addWidget(self._time_message)
        self._others = FlowBox(4)
        inside.addWidget(self._others)
        self._mood = column(spacing=4)
        inside.addLayout(self._mood)
        inside.addLayout(self._enough())
        self._rows = column(spacing=7)
        inside.addLayout(self._rows)
        inside.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        line = row(spacing=4)
        line.addWidget(label(_("How is your mood?"), "heading"), 1)
        self._remove = _link(_("delete"))
        self._remove.hide()
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm")
        self._time.setAccessibleName(_("Time of this check-in"))
        self._time.setToolTip(_("Time of this check-in"))
        self._time.setKeyboardTracking(False)
        self._time.setFixedWidth(72)
        self._another = _link(_("+ another check-in"))
        for widget in (self._remove, self._time, self._another):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._time.timeChanged.connect(self._on_time_changed)
        self._another.clicked.connect(self.another_requested)
        self._remove.clicked.connect(self._on_remove)
        self._open_id: UUID | None = None
        return line

    def _enough(self) -> QHBoxLayout:
        line = row()
        line.setContentsMargins(0, 4, 0, 4)
        self._enough_label = label(
            _("That is enough for tonight. The rest is optional."), "small", wraps=True
        )
        self._too_unwell = QPushButton(_("Too unwell tonight"))
        self._too_unwell.setCheckable(True)
        self._too_unwell.setProperty("kind", "segment")
        self._too_unwell.setAccessibleDescription(_("Marks this evening; it is not a score."))
        self._too_unwell.clicked.connect(self.too_unwell_changed)
        line.addWidget(self._enough_label, 1)
        line.addWidget(self._too_unwell)
        return line

    def show_scales(self, scales: Sequence[Scale]) -> None:
        """Ask these scales; rows are built anew only when the scales changed."""
        if tuple(scales) == self._scales:
            return
        self._scales = tuple(scales)
        had_focus = self.focused_scale()
        self._inputs = {}
        self._own_sleep = None
        clear(self._mood)
        clear(self._rows)
        for scale in self._scales:
            self._inputs[scale.key] = self._input(scale)
            if scale.key == MOOD:
                self._add_mood(scale)
            else:
                self._add_row(scale)
        if had_focus in self._inputs:
            self._inputs[had_focus].take_focus()

    def _input(self, scale: Scale) -> ScoreInput:
        size = 40 if scale.key == MOOD else 30
        values = range(scale.low, scale.high + 1)
        texts = None
        if scale.key == SLEEP_HOURS:
            values = range(3, 10)
            texts = ["≤3", "4", "5", "6", "7", "8", "9+"]
        entry = ScoreInput(scale_name(scale), scale_ends(scale), values, texts=texts, size=size)
        if scale.of_day:
            entry.rated.connect(lambda value, _t: self.sleep_rated.emit(scale.key, value))
            entry.cleared.connect(lambda: self.sleep_rated.emit(scale.key, None))
        else:
            entry.rated.connect(lambda value, _t: self.rated.emit(scale.key, value))
            entry.cleared.connect(lambda: self.cleared.emit(scale.key))
        entry.rated.connect(lambda _v, typed: self._on_rated(scale.key, typed))
        return entry

    def _add_mood(self, scale: Scale) -> None:
        entry = self._inputs[scale.key]
        low, high = scale_end_words(scale)
        ends = QWidget()
        line = row(ends)
        line.addWidget(label(low, "small"))
        line.addStretch(1)
        line.addWidget(label(high, "small"))
        ends.setMaximumWidth(len(entry.row.buttons) * 46 - 6)
        self._mood.addWidget(entry)
        self._mood.addWidget(ends)

    def _add_row(self, scale: Scale) -> None:
        self._rows.addWidget(rule())
        holder = QWidget()
        line = row(holder)
        names = column(spacing=0)
        names.addWidget(label(scale_name(scale), "strong", wraps=True))
        names.addWidget(label(scale_ends(scale), "small"))
        line.addLayout(names, 1)
        entry = self._inputs[scale.key]
        entry.setMinimumWidth(entry.row.sizeHint().width())
        line.addWidget(entry)
        if scale.key == SLEEP_HOURS:
            self._own_sleep = _link(_("other…"))
            self._own_sleep.setAccessibleName(_("Other number of hours slept"))
            self._own_sleep.clicked.connect(self._ask_sleep)
            line.addWidget(self._own_sleep)
        self._rows.addWidget(holder)

    def show_check_in(self, shown: ShownCheckIn) -> None:
        """Show the open check-in's ratings, the day's sleep, and the others as one line each."""
        self._open_id = shown.open.id if shown.open else None
        self.show_time_message("")
        for scale in self._scales:
            self._inputs[scale.key].show_value(_value(scale, shown))
        self._show_own_sleep(shown.record)
        self._time.blockSignals(True)
        self._time.setTime(QTime(shown.clock.hour, shown.clock.minute))
        self._time.blockSignals(False)
        self._remove.setVisible(shown.open is not None)
        self._too_unwell.setChecked(bool(shown.record and shown.record.too_unwell))
        self._show_others(shown.others)

    def _show_own_sleep(self, record: DayRecord | None) -> None:
        if self._own_sleep is None:
            return
        hours = record.sleep_hours if record else None
        is_own = hours is not None and (hours != int(hours) or not 3 <= hours <= 9)
        text = _("{hours} h").format(hours=format_number(hours, 2)) if is_own and hours else ""
        self._own_sleep.setText(text or _("other…"))
        if is_own:
            self._inputs[SLEEP_HOURS].show_value(None)

    def _show_others(self, others: tuple[CheckIn, ...]) -> None:
        self._others.clear()
        self._others.setVisible(bool(others))
        for check_in in others:
            button = _link(self._line(check_in))
            button.setToolTip(_("Edit this check-in"))
            button.clicked.connect(
                lambda _checked=False, i=check_in.id: self.check_in_chosen.emit(i)
            )
            self._others.add(button)

    def _line(self, check_in: CheckIn) -> str:
        names = {scale.key: scale_name(scale).lower() for scale in self._scales}
        parts = [format_time(check_in.moment.local)]
        parts += [f"{names.get(s.scale, s.scale)} {s.value}" for s in check_in.scores]
        parts += [_("note")] if check_in.note else []
        return " · ".join(parts)

    def show_message(self, scale: str, message: str) -> None:
        """Say what is wrong at the scale it is about."""
        if scale in self._inputs:
            self._inputs[scale].show_message(message)

    def show_time_message(self, message: str) -> None:
        """Say what is wrong with the check-in's time."""
        self._time_message.setText(message)
        self._time_message.setVisible(bool(message))

    def take_focus(self, scale: str = MOOD) -> None:
        """Put the keyboard on a scale."""
        if scale in self._inputs:
            self._inputs[scale].take_focus()

    def focused_scale(self) -> str:
        """The scale that has the keyboard, or an empty string."""
        return next((key for key, entry in self._inputs.items() if entry.row.has_focus()), "")

    def _on_rated(self, scale: str, typed: bool) -> None:
        keys = list(self._inputs)
        following = keys.index(scale) + 1
        if typed and following < len(keys):
            self._inputs[keys[following]].take_focus()

    def _on_time_changed(self, value: QTime) -> None:
        self.time_changed.emit(time(value.hour(), value.minute()))

    def _on_remove(self) -> None:
        if self._open_id is not None:
            self.removal_requested.emit(self._open_id)

    def _ask_sleep(self) -> None:
        hours, accepted = QInputDialog.getDouble(
            self, _("Sleep last night"), _("Hours slept"), 7, 0, 24, 2, step=0.25
        )
        if accepted:
            self.sleep_rated.emit(SLEEP_HOURS, hours)


def _value(scale: Scale, shown: ShownCheckIn) -> int | None:
    if not scale.of_day:
        return shown.open.value(scale.key) if shown.open else None
    if shown.record is None:
        return None
    if scale.key == SLEEP_HOURS:
        hours = shown.record.sleep_hours
        return None if hours is None else int(hours)
    return shown.record.sleep_quality


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button
