"""The findings of what is being entered, each on a card until it is closed."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from journal.domain.safety import Finding, FindingKind
from journal.domain.vitals import Vitals
from journal.ui.safety.follow_up import FollowUp
from journal.ui.widgets.layout import column
from journal.wording.safety import Numbers

_Key = tuple[FindingKind, date, UUID | None, Vitals | None]


class SafetyCards(QWidget):
    """A card for every finding that is new since the page turned to its day.

    `answered` carries the finding and the code of the answer.
    """

    answered = Signal(object, str)
    help_requested = Signal()

    def __init__(self, *, in_help: bool = False) -> None:
        super().__init__()
        self._in_help = in_help
        self._inside = column(self, spacing=16)
        self._passed: set[_Key] = set()
        self.cards: dict[_Key, FollowUp] = {}
        self.hide()

    def turn_to(self, findings: Iterable[Finding]) -> None:
        """Show another day: what was found there before gets no card, but for lower weeks.

        Those are found by time going on, not by an entry, and shown on their first day.
        """
        for key in tuple(self.cards):
            self._remove(key)
        self._passed |= {_key(each) for each in findings if each.kind is not FindingKind.LOWER}

    def show_findings(self, findings: Iterable[Finding], numbers: Numbers) -> None:
        """Show what is found now; a card whose finding is gone goes too."""
        found = {_key(finding): finding for finding in findings}
        self._passed &= found.keys()
        for key in self.cards.keys() - found.keys():
            self._remove(key)
        for key, finding in found.items():
            if key in self.cards:
                self.cards[key].show_finding(finding, numbers)
            elif key not in self._passed:
                self._add(key, finding, numbers)
        self.setVisible(bool(self.cards))

    def _add(self, key: _Key, finding: Finding, numbers: Numbers) -> None:
        card = FollowUp(finding, numbers, in_help=self._in_help)
        card.answered.connect(lambda code: self.answered.emit(finding, code))
        card.help_requested.connect(self.help_requested)
        card.closed.connect(lambda: self._close(key))
        self.cards[key] = card
        self._inside.addWidget(card)
        # The keyboard stays where the person is writing, so a screen reader has to be told.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, card.spoken))

    def _close(self, key: _Key) -> None:
        self._passed.add(key)
        self._remove(key)

    def _remove(self, key: _Key) -> None:
        card = self.cards.pop(key)
        self._inside.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self.cards))


def _key(finding: Finding) -> _Key:
    return finding.kind, finding.day, finding.about, finding.reading
