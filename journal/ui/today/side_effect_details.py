"""How strong one side effect was, when it began and how long it lasted."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.i18n import _
from journal.ui.widgets.button_row import ButtonRow
from journal.ui.widgets.clock_input import ClockInput, HoursInput
from journal.ui.widgets.layout import column, label, row
from journal.wording import duration_text, effect_name, severity_meaning, severity_name

_LASTED = (
    Lasted.UNDER_TWO_HOURS,
    Lasted.MINUTES,
    Lasted.REST_OF_DAY,
    Lasted.STILL_THERE,
)


class SideEffectDetails(QWidget):
    """`changed` carries the effect before and after, `removed` the effect."""

    changed = Signal(object, object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._effect: SideEffect | None = None
        inside = column(self, spacing=6)
        inside.addLayout(self._heading())
        self.severity = ButtonRow(_("Strength"), [severity_name(s) for s in Severity])
        for button, severity in zip(self.severity.buttons, Severity, strict=True):
            button.setToolTip(severity_meaning(severity))
            button.setAccessibleDescription(severity_meaning(severity))
        self.severity.chosen.connect(lambda index: self._change(severity=Severity(index + 1)))
        self.severity.cleared.connect(lambda: self._change(severity=None))
        inside.addWidget(self.severity)
        self._around = QWidget()
        around = column(self._around, spacing=6)
        around.addWidget(label(_("began"), "small"))
        around.addLayout(self._onset_line())
        around.addWidget(label(_("lasted"), "small"))
        around.addLayout(self._duration_line())
        inside.addWidget(self._around)

    def _heading(self) -> QHBoxLayout:
        head = row()
        self._name = label("", "strong", wraps=True)
        self._session = label("", "small")
        remove = QPushButton(_("Remove"))
        remove.setProperty("kind", "link")
        remove.clicked.connect(lambda: self.removed.emit(self._effect))
        head.addWidget(self._name)
        head.addWidget(self._session)
        head.addStretch(1)
        head.addWidget(remove)
        return head

    def _onset_line(self) -> QHBoxLayout:
        line = row()
        self.onset = ButtonRow(_("Began"), [_("during"), _("later, at …")])
        self.onset.chosen.connect(self._on_onset_chosen)
        self.onset.cleared.connect(lambda: self._change(onset=None))
        self.onset_time = ClockInput(_("Time it began"))
        self.onset_time.timeChanged.connect(self._on_onset_time)
        self.onset_time.confirmed.connect(self._on_onset_time)
        line.addWidget(self.onset)
        line.addWidget(self.onset_time)
        line.addStretch(1)
        return line

    def _duration_line(self) -> QHBoxLayout:
        line = row()
        texts = [duration_text(Duration(lasted)) for lasted in _LASTED]
        texts[1] = _("… hours")
        self.lasted = ButtonRow(_("Lasted"), texts)
        self.lasted.chosen.connect(self._on_lasted_chosen)
        self.lasted.cleared.connect(lambda: self._change(duration=None))
        self.hours = HoursInput(_("Hours it lasted"), _(" h"))
        self.hours.valueChanged.connect(self._on_hours)
        line.addWidget(self.lasted, 1)
        line.addWidget(self.hours, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def show_effect(self, effect: SideEffect, session: int | None) -> None:
        """Show one effect; onset and duration only on a session's day and the next."""
        self._effect = effect
        self._name.setText(effect_name(effect))
        self._session.setText(_("session {number}").format(number=session) if session else "")
        self.severity.show_choice(None if effect.severity is None else effect.severity - 1)
        self._around.setVisible(session is not None or effect.session_id is not None)
        self._show_onset(effect)
        self._show_duration(effect)

    def _show_onset(self, effect: SideEffect) -> None:
        at = effect.began_at
        during = effect.onset is not None and effect.onset.during
        self.onset.show_choice(0 if during else None if at is None else 1)
        self.onset_time.setVisible(at is not None)
        local = (at or effect.noted.instant).astimezone(ZoneInfo(effect.noted.zone))
        self.onset_time.blockSignals(True)
        self.onset_time.setTime(QTime(local.hour, local.minute))
        self.onset_time.blockSignals(False)

    def _show_duration(self, effect: SideEffect) -> None:
        duration = effect.duration
        self.lasted.show_choice(None if duration is None else _LASTED.index(duration.lasted))
        in_hours = duration is not None and duration.minutes is not None
        self.hours.setVisible(in_hours)
        self.hours.blockSignals(True)
        minutes = duration.minutes if duration and duration.minutes is not None else 0
        self.hours.setValue(minutes / 60)
        self.hours.blockSignals(False)

    def _on_onset_chosen(self, index: int) -> None:
        if index == 0:
            self._change(onset=Onset(during=True))
            return
        self.onset_time.show()
        self.onset_time.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_onset_time(self) -> None:
        if self._effect is not None:
            at = _at_clock(self._effect, self.onset_time.time())
            self._change(onset=Onset(instant=at))

    def _on_lasted_chosen(self, index: int) -> None:
        if _LASTED[index] is not Lasted.MINUTES:
            self._change(duration=Duration(_LASTED[index]))
            return
        self.hours.show()
        self.hours.setFocus(Qt.FocusReason.TabFocusReason)
        self.hours.selectAll()

    def _on_hours(self, hours: float) -> None:
        if hours > 0:
            self._change(duration=Duration(Lasted.MINUTES, round(hours * 60)))

    def _change(self, **fields: object) -> None:
        if self._effect is not None:
            after = replace(self._effect, **fields)  # type: ignore[arg-type]
            if after != self._effect:
                self.changed.emit(self._effect, after)


def _at_clock(effect: SideEffect, clock: QTime) -> datetime:
    """The instant at which the clock last showed this time before the effect was noted."""
    noted = effect.noted.instant.astimezone(ZoneInfo(effect.noted.zone))
    at = noted.replace(hour=clock.hour(), minute=clock.minute(), second=0, microsecond=0)
    return (at if at <= noted else at - timedelta(1)).astimezone(effect.noted.instant.tzinfo)
