"""The card of one check-in: mood first, the other scales below, sleep, and its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal.domain.checkin import MOOD, SLEEP_HOURS, CheckIn, DayRecord, Scale
from journal.i18n import _, format_number, format_time
from journal.ui.widgets.button_row import show_checked
from journal.ui.widgets.clock_input import ClockInput
from journal.ui.widgets.layout import FlowBox, card, clear, column, label, row, rule, shortened
from journal.ui.widgets.score_input import ScoreInput
from journal.wording.scales import scale_end_words, scale_ends, scale_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class ShownCheckIn:
    """What the card shows: the open check-in if there is one, and the others of the day.

    `names` has what every scale is called, the ones that are not asked too.
    """

    open: CheckIn | None
    others: tuple[CheckIn, ...]
    names: Mapping[str, str]
    clock: time
    record: DayRecord | None


class CheckInCard(QFrame):
    """Rates scales; whose check-in is changed is the page's business."""

    rated = Signal(str, int)
    cleared = Signal(str)
    sleep_rated = Signal(str, object)
    too_unwell_changed = Signal(bool)
    another_requested = Signal()
    check_in_chosen = Signal(object)
    removal_requested = Signal(object)
    time_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        frame, inside = card()
        outer = column(self)
        outer.addWidget(frame)
        self._inputs: dict[str, ScoreInput] = {}
        self._bipolar = False
        self._scales: tuple[Scale, ...] = ()
        self._own_sleep: QPushButton | None = None
        self._holds = False
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
        self._remove.setAccessibleName(_("Delete this check-in"))
        self._time = ClockInput(_("Time of this check-in"))
        self._time.setToolTip(_("Time of this check-in"))
        self._another = _link(_("+ another check-in"))
        for widget in (self._remove, self._time, self._another):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
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
        self._too_unwell.toggled.connect(self.too_unwell_changed)
        place = self._enough_label.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self._enough_label.setSizePolicy(place)
        self._enough_label.hide()
        line.addWidget(self._enough_label, 1)
        line.addWidget(self._too_unwell)
        return line

    def show_scales(self, scales: Sequence[Scale], *, bipolar: bool = False) -> None:
        """Ask these scales; rows are built anew only where they look different.

        Where bipolar depression is treated a higher mood is not called better.
        """
        before, self._scales = self._scales, tuple(scales)
        as_before, self._bipolar = self._bipolar is bipolar, bipolar
        if as_before and [_look(s) for s in before] == [_look(s) for s in scales]:
            return
        had_focus = self.focused_scale()
        mood = self._inputs.get(MOOD)
        self._inputs = {}
        self._own_sleep = None
        clear(self._rows)
        for scale in self._scales:
            if scale.key == MOOD and mood is not None:
                self._inputs[MOOD] = mood
                self._name_mood_ends(scale)
                mood.row.set_description(self._ends(scale))
            elif scale.key == MOOD:
                self._add_mood(scale)
            else:
                self._add_row(scale)
        if had_focus in self._inputs:
            self._inputs[had_focus].take_focus()

    def _input(self, scale: Scale) -> ScoreInput:
        size = 40 if scale.key == MOOD else 30
        values = typable = range(scale.low, scale.high + 1)
        texts = None
        if scale.key == SLEEP_HOURS:
            values, texts = range(3, 10), ["≤3", "4", "5", "6", "7", "8", "9+"]
        entry = ScoreInput(
            scale_name(scale), self._ends(scale), values, texts=texts, typable=typable, size=size
        )
        key = scale.key
        if scale.of_day:
            entry.rated.connect(lambda value, _t: self.sleep_rated.emit(key, value))
            entry.cleared.connect(lambda: self.sleep_rated.emit(key, None))
        else:
            entry.rated.connect(lambda value, _t: self.rated.emit(key, value))
            entry.cleared.connect(lambda: self.cleared.emit(key))
        entry.rated.connect(lambda _v, typed: self._on_rated(key, typed))
        entry.row.typed_on.connect(lambda digit: self._type_on(key, digit))
        self._inputs[key] = entry
        return entry

    def _ends(self, scale: Scale) -> str:
        return scale_ends(scale, bipolar=self._bipolar)

    def _add_mood(self, scale: Scale) -> None:
        entry = self._input(scale)
        ends = QWidget()
        line = row(ends)
        self._mood_ends = label("", "small"), label("", "small")
        line.addWidget(self._mood_ends[0])
        line.addStretch(1)
        line.addWidget(self._mood_ends[1])
        ends.setMaximumWidth(len(entry.row.buttons) * 46 - 6)
        self._mood.addWidget(entry)
        self._mood.addWidget(ends)
        self._name_mood_ends(scale)

    def _name_mood_ends(self, scale: Scale) -> None:
        words = scale_end_words(scale, bipolar=self._bipolar)
        for end, word in zip(self._mood_ends, words, strict=True):
            end.setText(word)

    def _add_row(self, scale: Scale) -> None:
        self._rows.addWidget(rule())
        holder = QWidget()
        line = row(holder)
        names = column(spacing=0)
        names.addWidget(label(scale_name(scale), "strong", wraps=True))
        names.addWidget(label(self._ends(scale), "small"))
        line.addLayout(names, 1)
        if scale.key == SLEEP_HOURS:
            self._own_sleep = _link(_("other…"))
            self._own_sleep.clicked.connect(self._ask_sleep)
            line.addWidget(self._own_sleep)
        entry = self._input(scale)
        entry.setMinimumWidth(entry.row.sizeHint().width())
        line.addWidget(entry)
        self._rows.addWidget(holder)

    def show_check_in(self, shown: ShownCheckIn) -> None:
        """Show the open check-in's ratings, the day's sleep, and the others as one line each."""
        self._open_id = shown.open.id if shown.open else None
        self.show_time_message("")
        for scale in self._scales:
            self._inputs[scale.key].show_message("")
            self._inputs[scale.key].show_value(_value(scale, shown))
        self._show_own_sleep(shown.record)
        self._set_clock(shown.clock)
        self._remove.setVisible(shown.open is not None)
        too_unwell = bool(shown.record and shown.record.too_unwell)
        show_checked(self._too_unwell, too_unwell)
        has_mood = shown.open is not None and shown.open.value(MOOD) is not None
        self._enough_label.setVisible(has_mood or too_unwell)
        self._show_others(shown)

    def show_clock(self, clock: time) -> None:
        """Let the time go on while nothing is entered; one that is being typed is left alone."""
        if not self._time.hasFocus():
            self._set_clock(clock)

    def _set_clock(self, clock: time) -> None:
        self._time.blockSignals(True)
        self._time.setTime(QTime(clock.hour, clock.minute))
        self._time.blockSignals(False)

    def _show_own_sleep(self, record: DayRecord | None) -> None:
        if self._own_sleep is None:
            return
        hours = record.sleep_hours if record else None
        text = _("other…")
        name = _("Other number of hours slept")
        if hours is not None and hours not in range(3, 10):
            text = _("{hours} h").format(hours=format_number(hours, 2))
            name = f"{name}: {text}"
        self._own_sleep.setText(text)
        self._own_sleep.setAccessibleName(name)

    def _show_others(self, shown: ShownCheckIn) -> None:
        self._others.clear()
        self._others.setVisible(bool(shown.others))
        for check_in in shown.others:
            line = f"{format_time(check_in.moment.local)} · {_gist(check_in, shown.names)}"
            button = QPushButton(line)
            button.setProperty("kind", "entry")
            button.setToolTip(_("Edit this check-in"))
            button.clicked.connect(
                lambda _checked=False, i=check_in.id: self.check_in_chosen.emit(i)
            )
            self._others.add(button)

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

    def asked(self) -> tuple[str, ...]:
        """The scales that can be rated, in their order."""
        return tuple(self._inputs)

    def focused_scale(self) -> str:
        """The scale that has the keyboard, or an empty string."""
        return next((key for key, entry in self._inputs.items() if entry.row.has_focus()), "")

    def commit_typed(self) -> None:
        """Rate a first digit that still waits for a second."""
        for entry in self._inputs.values():
            entry.row.commit_typed(go_on=False)

    def hold_typing(self, hold: bool) -> None:
        """Keep digits after the mood's until it is known which scales follow, then take them."""
        self._holds = hold
        row = self._inputs[MOOD].row if MOOD in self._inputs else None
        if hold or row is None or row.held is None:
            return
        digits, row.held = row.held, None
        if row.has_focus():
            self._go_on(MOOD)
        for digit in digits:
            self._type_on(MOOD, digit)

    def _on_rated(self, scale: str, typed: bool) -> None:
        if typed and self._holds and scale == MOOD:
            self._inputs[MOOD].row.held = []
        elif typed:
            self._go_on(scale)

    def _go_on(self, scale: str) -> None:
        keys = list(self._inputs)
        following = keys.index(scale) + 1
        if following < len(keys):
            self._inputs[keys[following]].take_focus()

    def _type_on(self, scale: str, digit: str) -> None:
        self._inputs[self.focused_scale() or scale].row.type_key(digit)

    def _on_time_changed(self, value: QTime) -> None:
        self.time_changed.emit(time(value.hour(), value.minute()))

    def _on_remove(self) -> None:
        if self._open_id is not None:
            self.removal_requested.emit(self._open_id)

    def _ask_sleep(self) -> None:
        from journal.ui.widgets.one_question import ask_hours  # noqa: PLC0415 - rarely

        hours = ask_hours(self, _("Sleep last night"), _("Hours slept"), 7)
        if hours is not None:
            self.sleep_rated.emit(SLEEP_HOURS, hours)


def _look(scale: Scale) -> tuple[str, str, int, int]:
    return scale.key, scale.name, scale.low, scale.high


def _gist(check_in: CheckIn, names: Mapping[str, str]) -> str:
    """The mood in a word and a number, else the first that is there."""
    scores = sorted(check_in.scores, key=lambda score: score.scale != MOOD)
    if scores:
        name = names.get(scores[0].scale, scores[0].scale).lower()
        return f"{shortened(name)} {scores[0].value}"
    return _("note") if check_in.note else shortened(", ".join(check_in.tags))


def _value(scale: Scale, shown: ShownCheckIn) -> int | None:
    if not scale.of_day:
        return shown.open.value(scale.key) if shown.open else None
    if shown.record is None:
        return None
    if scale.key == SLEEP_HOURS:
        hours = shown.record.sleep_hours
        return int(hours) if hours is not None and hours == int(hours) else None
    return shown.record.sleep_quality


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button
