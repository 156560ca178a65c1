"""The cards of a day that the first paint does not wait for: side effects, and the note."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from journal.catalogue import side_effects
from journal.domain.side_effect import SideEffect, most_frequent
from journal.i18n import _
from journal.ui.journal_editor import JournalEditor, Verb
from journal.ui.today import effect_verbs, verbs
from journal.ui.today.around import AroundDay
from journal.ui.today.note_card import NoteCard
from journal.ui.today.shown_day import ShownDay
from journal.ui.today.side_effect_card import ShownSideEffects, SideEffectCard
from journal.wording import effect_label, effect_name

OFFERED_EFFECTS = 6


class DayCards(QObject):
    """The two cards, and what every tap on them changes.

    `before_entry` turns the page where its day is over, `perform` carries a verb out.
    """

    def __init__(
        self,
        editor: JournalEditor,
        shown: ShownDay,
        before_entry: Callable[[], None],
        perform: Callable[[str, Verb], None],
    ) -> None:
        super().__init__()
        self._editor = editor
        self._shown = shown
        self._before_entry = before_entry
        self._perform = perform
        self.effects = SideEffectCard()
        self.note = NoteCard()
        self._connect()

    def _connect(self) -> None:
        effects, note = self.effects, self.note
        effects.none_changed.connect(self._on_none_today)
        effects.added.connect(lambda key: self._on_effect_added(key, ""))
        effects.own_added.connect(lambda name: self._on_effect_added("", name))
        effects.changed.connect(self._on_effect_changed)
        effects.removed.connect(self._on_effect_removed)
        note.written.connect(self._on_note)
        note.shared_changed.connect(self._on_shared)
        note.tags_changed.connect(self._on_tags)

    def show(self, around: AroundDay | None) -> None:
        """Show the day; `around` is None while the journal is opening."""
        if around is not None:
            self.note.offer_tags(around.tags)
        self.note.show_check_in(self._shown.shown)
        self._show_effects(around)

    def _show_effects(self, around: AroundDay | None) -> None:
        entries = self._shown.entries
        present = [effect.effect for effect in entries.side_effects]
        recent = around.effects if around else ()
        starters = side_effects().starters
        offered = most_frequent(recent, starters, OFFERED_EFFECTS + len(present))
        offered = [key for key in offered if key not in present][:OFFERED_EFFECTS]
        none_today = bool(entries.record and entries.record.no_side_effects)
        near = around.near(entries, self._shown.last_moment()) if around else None
        self.effects.show_side_effects(
            ShownSideEffects(none_today, entries.side_effects, tuple(offered), near)
        )

    def _on_none_today(self, none: bool) -> None:
        self._before_entry()
        words = _("No side effects today: saved.") if none else _("Taken back.")
        self._perform(words, verbs.none_today(self._shown.day, none))

    def _on_effect_added(self, key: str, name: str) -> None:
        self._before_entry()
        same = [e for e in self._shown.entries.side_effects if e.kind == (key or name.casefold())]
        if same:
            self.effects.select(same[0].id)
            return
        new = self._editor.stamp().new_id()
        self.effects.select(new)
        words = _("{effect} saved.").format(effect=effect_label(key) if key else name)
        self._perform(words, effect_verbs.add_effect(self._shown.target(), new, key, name))

    def _on_effect_changed(self, before: SideEffect, after: SideEffect) -> None:
        words = _("{effect} saved.").format(effect=effect_name(after))
        self._perform(words, effect_verbs.change_effect(self._shown.day, before, after))

    def _on_effect_removed(self, effect: SideEffect) -> None:
        words = _("{effect} removed.").format(effect=effect_name(effect))
        self._perform(words, effect_verbs.remove_effect(effect))

    def _on_note(self, note: str) -> None:
        self._perform(_("Note saved."), verbs.note(self._shown.shown_target(), note))

    def _on_shared(self, shared: bool) -> None:
        words = _("The note is in summaries.") if shared else _("The note is private.")
        self._perform(words, verbs.share(self._shown.shown_target(), shared))

    def _on_tags(self, tags: tuple[str, ...]) -> None:
        self._perform(_("Tags saved."), verbs.tags(self._shown.shown_target(), tags))
