"""The side effects of one session, kept in the form until the session is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from journal.catalogue import side_effects
from journal.domain.edit import Stamp
from journal.domain.errors import InvalidValue
from journal.domain.period import Moment
from journal.domain.side_effect import Onset, SideEffect, check_side_effect, most_frequent
from journal.i18n import _
from journal.ui.today.side_effect_card import NONE, ShownSideEffects, SideEffectCard
from journal.ui.widgets.layout import column
from journal.wording import error_sentence

OFFERED = 6


class _SessionEffectsCard(SideEffectCard):
    """The card of Today with the words of a session: "none" is of the session, not of a day."""

    def show_side_effects(self, shown: ShownSideEffects) -> None:
        """Show the effects as chips, those present first."""
        super().show_side_effects(shown)
        for chip in self.findChildren(QPushButton):
            if chip.property("effect") == NONE:
                chip.setText(_("No side effects"))
                chip.setAccessibleName(_("No side effects in this session"))
                chip.setToolTip(_("Remove the side effects first.") if shown.effects else "")


@dataclass(frozen=True, slots=True)
class SessionEffects:
    """The side effects of a session; `asked_none` says there were none, and then it is empty."""

    effects: tuple[SideEffect, ...] = ()
    asked_none: bool = False


class EffectsInput(QWidget):
    """Adds, details and removes effects of the session `session`.

    A new one is noted for the present, or for the end of the session's journal day where that is
    over: `show_noted` says which.
    """

    changed = Signal()

    def __init__(
        self, session: UUID, stamp: Callable[[], Stamp], recent: Sequence[SideEffect]
    ) -> None:
        super().__init__()
        self._session = session
        self._stamp = stamp
        self._recent = tuple(recent)
        self._value = SessionEffects()
        self._noted: Moment | None = None
        self._added: set[UUID] = set()
        self.card = _SessionEffectsCard(_("Side effects of this session"))
        column(self).addWidget(self.card)
        self.card.none_changed.connect(self._on_none)
        self.card.added.connect(lambda key: self._add(key, ""))
        self.card.own_added.connect(lambda name: self._add("", name))
        self.card.changed.connect(self._on_changed)
        self.card.removed.connect(self._on_removed)

    @property
    def value(self) -> SessionEffects:
        """The effects as they are now."""
        return self._value

    def show_effects(self, value: SessionEffects) -> None:
        """Show the effects of the session as they were entered."""
        self._value = value
        self._show()

    def show_noted(self, noted: Moment) -> None:
        """Say what moment new effects are noted for; those added before follow to its day."""
        self._noted = noted
        moved = tuple(
            _noted_for(effect, noted) if effect.id in self._added else effect
            for effect in self._value.effects
        )
        self._value = replace(self._value, effects=moved)
        self._show()

    def _show(self) -> None:
        effects = self._value.effects
        present = [effect.effect for effect in effects]
        offered = most_frequent(self._recent, side_effects().starters, OFFERED + len(present))
        offered = [key for key in offered if key not in present][:OFFERED]
        shown = ShownSideEffects(self._value.asked_none, effects, tuple(offered), None)
        self.card.show_side_effects(shown)

    def _put(self, value: SessionEffects) -> None:
        self._value = value
        self._show()
        self.changed.emit()

    def _on_none(self, none: bool) -> None:
        self._put(SessionEffects(self._value.effects, none and not self._value.effects))

    def _add(self, key: str, name: str) -> None:
        if self._noted is None:
            return
        kind = key or name.casefold()
        same = [effect for effect in self._value.effects if effect.kind == kind]
        if same:
            self.card.select(same[0].id)
            return
        stamp = self._stamp()
        new, now = stamp.new_id(), stamp.now
        effect = SideEffect(
            new, self._noted, None, now, now, effect=key, name=name, session_id=self._session
        )
        self._added.add(new)
        self._put(SessionEffects((*self._value.effects, effect)))
        self.card.select(new)

    def _on_changed(self, before: SideEffect, after: SideEffect) -> None:
        try:
            check_side_effect(after, max(self._stamp().now, after.noted.instant))
        except InvalidValue as error:
            self._show()
            self.card.show_message(error_sentence(error))
            return
        effects = tuple(after if e.id == before.id else e for e in self._value.effects)
        self._put(replace(self._value, effects=effects))

    def _on_removed(self, effect: SideEffect) -> None:
        effects = tuple(each for each in self._value.effects if each.id != effect.id)
        self._put(replace(self._value, effects=effects))


def _noted_for(effect: SideEffect, noted: Moment) -> SideEffect:
    """An effect noted for another moment; it began at the same time on the clock."""
    began = effect.began_at
    if noted == effect.noted or began is None:
        return replace(effect, noted=noted)
    clock = began.astimezone(ZoneInfo(effect.noted.zone))
    local = noted.local
    at = local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    last = at if at <= local else at - timedelta(1)
    return replace(effect, noted=noted, onset=Onset(instant=last.astimezone(UTC)))
