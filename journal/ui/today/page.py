"""The Today page: it shows what is kept of a day, and says what every tap changes.

Until the journal is open it shows the scales every journal starts with and takes entries already.
"""

from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QScrollArea, QWidget

from journal.catalogue import side_effects
from journal.domain.checkin import STANDARD_SCALES, Scale
from journal.domain.errors import InvalidValue, JournalError, StorageError
from journal.domain.period import last_days
from journal.domain.safety import driving
from journal.domain.session import NumberedSession, numbered
from journal.domain.side_effect import SideEffect, most_frequent
from journal.i18n import _
from journal.ui.journal_editor import JournalEditor, Verb
from journal.ui.today import verbs
from journal.ui.today.check_in_card import CheckInCard, ShownCheckIn
from journal.ui.today.day_header import DayHeader
from journal.ui.today.note_card import NoteCard
from journal.ui.today.shown_day import ShownDay
from journal.ui.today.side_effect_card import ShownSideEffects, SideEffectCard
from journal.ui.widgets.layout import column, label, row
from journal.wording import (
    driving_sentence,
    effect_label,
    effect_name,
    error_sentence,
    saved_at,
    scale_name,
    session_line,
)

SIDE_BY_SIDE_FROM = 940
OFFERED_EFFECTS = 6
LOOKS_AT_CLOCK_EVERY_MS = 15_000


class TodayPage(QWidget):
    """One journal day: today, or any day before it."""

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._clock = editor.clock
        self._shown = ShownDay(editor)
        self._scales = standard_scales()
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

    def take_focus(self) -> None:
        """Put the keyboard on the mood: one key is a day."""
        self.check_in.take_focus()

    def _build(self) -> None:
        outer = column(self)
        area = QScrollArea()
        area.setWidgetResizable(True)
        body = QWidget()
        body.setProperty("kind", "page")
        area.setWidget(body)
        outer.addWidget(area)
        self.header = DayHeader()
        self.driving = label("", "warning", wraps=True)
        self.driving.hide()
        self.check_in = CheckInCard()
        self.effects = SideEffectCard()
        self.note = NoteCard()
        inside = column(body, spacing=16)
        inside.setContentsMargins(36, 28, 36, 24)
        inside.addWidget(self.header)
        inside.addWidget(self.driving)
        self._cards = row(spacing=16)
        self._cards.addWidget(self.check_in, 3)
        self._cards.addWidget(self.effects, 2)
        inside.addLayout(self._cards)
        inside.addWidget(self.note)
        inside.addStretch(1)

    def _connect(self) -> None:
        card, effects, note = self.check_in, self.effects, self.note
        self.header.day_chosen.connect(self.show_day)
        card.rated.connect(self._on_rated)
        card.cleared.connect(self._on_cleared)
        card.sleep_rated.connect(self._on_sleep)
        card.too_unwell_changed.connect(self._on_too_unwell)
        card.another_requested.connect(self._on_another)
        card.check_in_chosen.connect(self._on_check_in_chosen)
        card.removal_requested.connect(self._on_removal)
        card.time_changed.connect(self._on_time_changed)
        effects.none_changed.connect(self._on_none_today)
        effects.added.connect(lambda key: self._on_effect_added(key, ""))
        effects.own_added.connect(lambda name: self._on_effect_added("", name))
        effects.changed.connect(self._on_effect_changed)
        effects.removed.connect(self._on_effect_removed)
        note.written.connect(self._on_note)
        note.shared_changed.connect(self._on_shared)
        note.tags_changed.connect(self._on_tags)
        self._editor.opened.connect(self._on_opened)
        self._editor.refused.connect(self._on_refused)
        self._editor.saved.connect(lambda _text, at: self._on_saved(at))
        self._editor.save_failed.connect(lambda _error: self.note.show_saved(""))

    def _on_opened(self) -> None:
        self._shown.turn_to_today()
        self.refresh()
        self.check_in.hold_typing(False)

    def show_day(self, day: date) -> None:
        """Show another day, never one after today; what was being written is saved first."""
        self.leave()
        before = self.day
        self._shown.go_to(day)
        self.effects.select(None)
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
            self._scales = self._editor.journal.scales.all()
            self.note.offer_tags(self._editor.journal.check_ins.tags())
        self._show_header()
        self._show_driving()
        self._show_check_in()
        self._show_effects()

    def _numbered(self) -> tuple[NumberedSession, ...]:
        return numbered(self._editor.journal.sessions.between()) if self._editor.is_open else ()

    def _show_header(self) -> None:
        sessions = [n for n in self._numbered() if n.session.start.day <= self.day]
        today = self._shown.today()
        state = session_line(sessions[-1], today) if sessions else ""
        self.header.show_day(self.day, today, state)

    def _show_driving(self) -> None:
        rule = None
        if self._editor.is_open and self._shown.is_today:
            sessions = self._editor.journal.sessions.between()
            rule = driving(sessions, self._clock.now(), self.day)
        banner = rule is not None and not rule.daily_use
        self.driving.setVisible(banner)
        if rule is not None and banner:
            self.driving.setText(driving_sentence(rule, self._clock.zone()))

    def _show_check_in(self) -> None:
        shown, entries = self._shown.shown, self._shown.entries
        others = tuple(c for c in entries.check_ins if c != shown)
        names = {scale.key: scale_name(scale) for scale in self._scales}
        self.check_in.show_scales(tuple(scale for scale in self._scales if scale.active))
        clock = self._shown.clock_shown()
        self.check_in.show_check_in(ShownCheckIn(shown, others, names, clock, entries.record))
        self.note.show_check_in(shown)

    def _show_effects(self) -> None:
        entries = self._shown.entries
        present = [effect.effect for effect in entries.side_effects]
        recent: tuple[SideEffect, ...] = ()
        if self._editor.is_open:
            half_year = last_days(180, self.day)
            recent = self._editor.journal.side_effects.between(half_year.first, half_year.last)
        starters = side_effects().starters
        offered = most_frequent(recent, starters, OFFERED_EFFECTS + len(present))
        offered = [key for key in offered if key not in present][:OFFERED_EFFECTS]
        none_today = bool(entries.record and entries.record.no_side_effects)
        self.effects.show_side_effects(
            ShownSideEffects(none_today, entries.side_effects, tuple(offered), self._near())
        )

    def _near(self) -> int | None:
        """The number of the session the shown day's effects belong to."""
        near = self._shown.session_nearby()
        return next((n.number for n in self._numbered() if near and n.session.id == near.id), None)

    def _before_entry(self) -> None:
        """An entry belongs to the day it is made on, even where the page did not turn yet."""
        if self._shown.is_over:
            self.look_at_clock()

    def _on_rated(self, key: str, value: int) -> None:
        self._before_entry()
        scale = next(scale for scale in self._scales if scale.key == key)
        words = _("{scale} {value} saved.").format(scale=scale_name(scale), value=value)
        self._perform(words, verbs.rate(self._shown.target(), scale, value))

    def _on_cleared(self, key: str) -> None:
        scale = next(scale for scale in self._scales if scale.key == key)
        words = _("{scale} taken back.").format(scale=scale_name(scale))
        self._perform(words, verbs.take_back(self._shown.shown_target(), key))

    def _on_sleep(self, key: str, value: float | None) -> None:
        self._before_entry()
        scale = next(scale for scale in self._scales if scale.key == key)
        words = _("{scale} saved.").format(scale=scale_name(scale))
        self._perform(words, verbs.sleep(self.day, scale, value))

    def _on_too_unwell(self, too_unwell: bool) -> None:
        self._before_entry()
        words = _("Too unwell tonight: saved.") if too_unwell else _("Taken back.")
        self._perform(words, verbs.too_unwell(self.day, too_unwell))

    def _on_none_today(self, none: bool) -> None:
        self._before_entry()
        words = _("No side effects today: saved.") if none else _("Taken back.")
        self._perform(words, verbs.none_today(self.day, none))

    def _on_note(self, note: str) -> None:
        self._perform(_("Note saved."), verbs.note(self._shown.shown_target(), note))

    def _on_shared(self, shared: bool) -> None:
        words = _("The note is in summaries.") if shared else _("The note is private.")
        self._perform(words, verbs.share(self._shown.shown_target(), shared))

    def _on_tags(self, tags: tuple[str, ...]) -> None:
        self._perform(_("Tags saved."), verbs.tags(self._shown.shown_target(), tags))

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
        self._shown.choose(None)
        self._perform(_("Check-in deleted."), verbs.remove_check_in(self.day, check_in))
        self.check_in.take_focus()

    def _on_time_changed(self, clock: time) -> None:
        shown = self._shown.shown
        if (
            shown is not None
            and shown.moment.local.time().replace(second=0, microsecond=0) == clock
        ):
            return
        try:
            if shown is None:
                self._shown.set_time(clock)
                self.check_in.show_time_message("")
            else:
                moment = self._shown.moment_at(clock, shown.moment.zone)
                self._perform(_("Time saved."), verbs.move(self.day, shown.id, moment))
        except InvalidValue as error:
            self._on_refused(error)

    def _on_effect_added(self, key: str, name: str) -> None:
        self._before_entry()
        same = [e for e in self._shown.entries.side_effects if e.kind == (key or name.casefold())]
        if same:
            self.effects.select(same[0].id)
            return
        new = self._editor.stamp().new_id()
        self.effects.select(new)
        words = _("{effect} saved.").format(effect=effect_label(key) if key else name)
        self._perform(words, verbs.add_effect(self._shown.target(), new, key, name))

    def _on_effect_changed(self, before: SideEffect, after: SideEffect) -> None:
        words = _("{effect} saved.").format(effect=effect_name(after))
        self._perform(words, verbs.change_effect(self.day, before, after))

    def _on_effect_removed(self, effect: SideEffect) -> None:
        words = _("{effect} removed.").format(effect=effect_name(effect))
        self._perform(words, verbs.remove_effect(effect))

    def _perform(self, words: str, verb: Verb) -> None:
        self._editor.perform(words, verb)
        if self._editor.has_unsaved:
            self.refresh()

    def _on_saved(self, at: datetime) -> None:
        local = at.astimezone(ZoneInfo(self._clock.zone()))
        self.note.show_saved(saved_at(local))

    def _on_refused(self, error: JournalError) -> None:
        if not self.isVisible():
            return
        message = error_sentence(error)
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
        self.note.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand side by side where there is room."""
        wide = event.size().width() >= SIDE_BY_SIDE_FROM
        sideways = QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(sideways if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def standard_scales() -> tuple[Scale, ...]:
    """The scales of a new journal, shown until the journal itself is open."""
    nobody, never = UUID(int=0), datetime(1970, 1, 1, tzinfo=UTC)
    return tuple(
        Scale(nobody, s.key, s.low, s.high, s.direction, s.active, position, never, never)
        for position, s in enumerate(STANDARD_SCALES)
    )
