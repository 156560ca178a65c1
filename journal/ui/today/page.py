"""The Today page: it shows what is kept of a day, and says what every tap changes.

It takes entries before anything of the journal is known. First it shows the mood alone, then what a
glance at the journal tells of today, and the rest once the journal is open.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QWidget

from journal import wording
from journal.domain.checkin import STANDARD_SCALES, Scale
from journal.domain.errors import InvalidValue, JournalError, StorageError
from journal.domain.period import zone_named
from journal.ui.today.check_in_card import CheckInCard, ShownCheckIn
from journal.ui.today.day_header import DayHeader
from journal.ui.today.shown_day import ShownDay
from journal.ui.widgets.layout import card, label, page_body, row
from journal.wording.scales import scale_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from journal.domain.period import Moment
    from journal.ui.journal_editor import JournalEditor, Verb
    from journal.ui.today.around import AroundDay
    from journal.ui.today.check_in_entry import CheckInEntry
    from journal.ui.today.day_cards import DayCards
    from journal.ui.today.note_card import NoteCard
    from journal.ui.today.side_effect_card import SideEffectCard

SIDE_BY_SIDE_FROM = 940
CHECK_IN_HEIGHT, EFFECTS_HEIGHT, NOTE_HEIGHT = 376, 132, 167
"""Pixels kept free for what follows the first paint, so that nothing moves."""

LOOKS_AT_CLOCK_EVERY_MS = 15_000


class TodayPage(QWidget):
    """One journal day: today, or any day before it; `refreshed` carries it, and today."""

    refreshed = Signal(object, object)

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._clock = editor.clock
        self._shown = ShownDay(editor)
        self._scales = standard_scales()[:1]
        self._around: AroundDay | None = None
        self._bipolar = False
        self._cards: DayCards | None = None
        self._build()
        self._connect()
        self._tick = QTimer(self, interval=LOOKS_AT_CLOCK_EVERY_MS)
        self._tick.timeout.connect(self.look_at_clock)
        self._tick.start()
        self.check_in.hold_typing(not editor.is_open)
        self.refresh()

    @property
    def day(self) -> date:
        """The day shown."""
        return self._shown.day

    @property
    def today(self) -> date:
        """The journal day it is now."""
        return self._shown.today()

    def moment(self) -> Moment:
        """The moment an entry of the shown day is for."""
        return self._shown.target().moment

    def put_beside(self, above: Iterable[QWidget], below: Iterable[QWidget]) -> None:
        """Put widgets of others above and below the cards of the day's entries."""
        place = self._inside.indexOf(self.driving) + 1
        for offset, widget in enumerate(above):
            self._inside.insertWidget(place + offset, widget)
        for widget in below:
            self._inside.insertWidget(self._inside.count() - 1, widget)

    def take_focus(self) -> None:
        """Put the keyboard on the mood: one key is a day."""
        self.check_in.take_focus()

    def _build(self) -> None:
        self.header = DayHeader()
        self.driving = label("", "warning", wraps=True)
        self.driving.hide()
        self.check_in = CheckInCard()
        self.check_in.setMinimumHeight(CHECK_IN_HEIGHT)
        self._effects_place, _inside = card()
        self._note_place, _inside = card()
        self._effects_place.setMinimumHeight(EFFECTS_HEIGHT)
        self._note_place.setMinimumHeight(NOTE_HEIGHT)
        inside = page_body(self)
        inside.addWidget(self.header)
        inside.addWidget(self.driving)
        self._side_by_side = row(spacing=16)
        self._side_by_side.addWidget(self.check_in, 3)
        self._side_by_side.addWidget(self._effects_place, 2)
        inside.addLayout(self._side_by_side)
        inside.addWidget(self._note_place)
        inside.addStretch(1)
        self._inside = inside

    def complete(self) -> DayCards:
        """Put the cards in their places that the first paint does not wait for; only once."""
        if self._cards is None:
            from journal.ui.today.day_cards import DayCards  # noqa: PLC0415 - as it says

            self._cards = cards = DayCards(
                self._editor, self._shown, self._before_entry, self._perform
            )
            for layout, place, late in (
                (self._side_by_side, self._effects_place, cards.effects),
                (self._inside, self._note_place, cards.note),
            ):
                layout.replaceWidget(place, late)
                place.hide()
                place.deleteLater()
                late.show()
            cards.show(self._around)
        return self._cards

    @property
    def effects(self) -> SideEffectCard:
        """The card of side effects."""
        return self.complete().effects

    @property
    def note(self) -> NoteCard:
        """The card of the note and the tags."""
        return self.complete().note

    def _connect(self) -> None:
        card = self.check_in
        self.header.day_chosen.connect(self.show_day)
        card.rated.connect(self._on_rated)
        card.cleared.connect(self._on_cleared)
        card.sleep_rated.connect(self._on_sleep)
        card.too_unwell_changed.connect(self._on_too_unwell)
        card.another_requested.connect(self._on_another)
        card.check_in_chosen.connect(self._on_check_in_chosen)
        card.removal_requested.connect(self._on_removal)
        card.time_changed.connect(self._on_time_changed)
        self._editor.glanced.connect(self._on_glanced)
        self._editor.opened.connect(self._on_opened)
        self._editor.refused.connect(self._on_refused)
        self._editor.saved.connect(self._on_saved)
        self._editor.save_failed.connect(self._on_save_failed)

    def _on_glanced(self) -> None:
        glance = self._editor.glance
        self._scales = standard_scales() if glance is None else glance.scales
        self._bipolar = glance is not None and glance.is_bipolar
        self._shown.turn_to_today()
        self.check_in.setMinimumHeight(0)
        self.refresh()
        self.check_in.hold_typing(glance is None)

    def _on_opened(self) -> None:
        self._shown.turn_to_today()
        self.complete()
        self.refresh()
        self.check_in.hold_typing(False)

    def show_day(self, day: date) -> None:
        """Show another day, never one after today; what was being written is saved first."""
        self.leave()
        before = self.day
        self._shown.go_to(day)
        if self._cards is not None:
            self._cards.effects.select(None)
        try:
            self.refresh()
        except StorageError:
            self._shown.go_to(before)
            raise

    def look_at_clock(self) -> None:
        """Roll over when a new journal day begins, and let a check-in end after its hour."""
        if self._shown.is_over:
            self.show_day(self._shown.today())
        elif self._shown.shown != self._shown.open_check_in():
            self.leave()
            self.refresh()
        else:
            self._show_driving()
            self.check_in.show_clock(self._shown.clock_shown())

    def event(self, event: QEvent) -> bool:
        """A computer that slept may wake up on another day."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look_at_clock()
        return super().event(event)

    def refresh(self) -> None:
        """Read the day anew and show it."""
        self._shown.read()
        if self._editor.is_open:
            from journal.ui.today.around import around  # noqa: PLC0415 - not for the first paint

            self._around = around(self._editor.journal, self.day)
            self._scales = self._around.scales
            self._bipolar = self._around.bipolar
        self._show_header()
        self._show_driving()
        self._show_check_in()
        if self._cards is not None:
            self._cards.show(self._around)
        if self._editor.is_open:
            self.refreshed.emit(self.day, self.today)

    def _show_header(self) -> None:
        today = self._shown.today()
        self.header.show_day(self.day, today, self._state(today))

    def _state(self, today: date) -> str:
        if self._around is None:
            return ""
        from journal.ui.today.around import state_sentence  # noqa: PLC0415 - not at first paint

        return state_sentence(self._around, self.day, today, self._clock.now())

    def _show_driving(self) -> None:
        rule = None
        if self._around is not None and self._shown.is_today:
            rule = self._around.driving(self._clock.now(), self.day)
        banner = rule is not None and not rule.daily_use
        self.driving.setVisible(banner)
        if rule is not None and banner:
            self.driving.setText(wording.driving_sentence(rule, self._clock.zone()))

    def _show_check_in(self) -> None:
        shown, entries = self._shown.shown, self._shown.entries
        others = tuple(c for c in entries.check_ins if c != shown)
        names = {scale.key: scale_name(scale) for scale in self._scales}
        active = tuple(scale for scale in self._scales if scale.active)
        self.check_in.show_scales(active, bipolar=self._bipolar)
        clock = self._shown.clock_shown()
        self.check_in.show_check_in(ShownCheckIn(shown, others, names, clock, entries.record))

    def _before_entry(self) -> None:
        """An entry belongs to the day it is made on, even where the page did not turn yet."""
        if self._shown.is_over:
            self.look_at_clock()

    @cached_property
    def _entry(self) -> CheckInEntry:
        from journal.ui.today.check_in_entry import (  # noqa: PLC0415 - not for the first paint
            CheckInEntry,
        )

        return CheckInEntry(self._shown, self._perform)

    def _scale(self, key: str) -> Scale:
        return next(scale for scale in self._scales if scale.key == key)

    def _on_rated(self, key: str, value: int) -> None:
        self._before_entry()
        self._entry.rate(self._scale(key), value)

    def _on_cleared(self, key: str) -> None:
        self._entry.clear(self._scale(key))

    def _on_sleep(self, key: str, value: float | None) -> None:
        self._before_entry()
        self._entry.rate_sleep(self._scale(key), value)

    def _on_too_unwell(self, too_unwell: bool) -> None:
        self._before_entry()
        self._entry.mark_too_unwell(too_unwell)

    def _on_another(self) -> None:
        self.leave()
        self._before_entry()
        self._shown.begin_another()
        self.refresh()
        self.check_in.take_focus()

    def _on_check_in_chosen(self, check_in: UUID) -> None:
        self.leave()
        self._shown.choose(check_in)
        self.refresh()
        self.check_in.take_focus()

    def _on_removal(self, check_in: UUID) -> None:
        self.leave()
        self._entry.remove(check_in)
        self.check_in.take_focus()

    def _on_time_changed(self, clock: time) -> None:
        begun = self._shown.shown is not None
        try:
            self._entry.set_time(clock)
        except InvalidValue as error:
            self._on_refused(error)
        else:
            if not begun:
                self.check_in.show_time_message("")

    def _perform(self, words: str, verb: Verb) -> None:
        self._editor.perform(words, verb)
        if self._editor.has_unsaved:
            self.refresh()

    def _on_saved(self, _words: str, at: datetime) -> None:
        self.note.show_saved(wording.saved_at(at.astimezone(zone_named(self._clock.zone()))))

    def _on_save_failed(self) -> None:
        self.note.show_saved("")

    def _on_refused(self, error: JournalError) -> None:
        if not self.isVisible():
            return
        message = wording.error_sentence(error)
        field = error.field if isinstance(error, InvalidValue) else ""
        if field == "note":
            self.note.show_message(message)
            return
        self.refresh()
        if field in {scale.key for scale in self._scales}:
            self.check_in.show_message(field, message)
        elif field in {"onset", "lasted", "effect"}:
            self.effects.show_message(message)
        else:
            self.check_in.show_time_message(message)

    def leave(self) -> None:
        """Save what is being written; the page is about to be hidden or closed."""
        writing = self.focusWidget()
        if isinstance(writing, QAbstractSpinBox):
            writing.interpretText()
        self.check_in.commit_typed()
        if self._cards is not None:
            self._cards.note.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand side by side where there is room."""
        wide = event.size().width() >= SIDE_BY_SIDE_FROM
        sideways = QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(sideways if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def standard_scales() -> tuple[Scale, ...]:
    """The scales of a new journal, the mood first; shown until it is known which are asked."""
    nobody = cast("UUID", None)  # they are not kept yet
    never = datetime(1970, 1, 1, tzinfo=UTC)
    return tuple(
        Scale(nobody, s.key, s.low, s.high, s.direction, s.active, position, never, never)
        for position, s in enumerate(STANDARD_SCALES)
    )
