"""How often one questionnaire is due: a drop-down list whose choice is kept at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from journal.domain.journal_settings import OwnInterval
from journal.domain.questionnaire import Questionnaire
from journal.i18n import _
from journal.wording.questionnaires import interval_words, usual_interval_words

OFFERED_DAYS = (7, 14, 28, None)


class IntervalBox(QComboBox):
    """`chosen` carries the person's OwnInterval, or None for as the questionnaire's file says."""

    chosen = Signal(object)

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._usual = usual_interval_words(questionnaire)
        key = questionnaire.key
        self._offered = (None, *(OwnInterval(key, days) for days in OFFERED_DAYS))
        self._values: tuple[OwnInterval | None, ...] = ()
        name = _("How often {title} is due").format(title=questionnaire.title)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_interval(None)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_interval(self, interval: OwnInterval | None) -> None:
        """Show what is kept; an interval that is not offered otherwise is listed too."""
        is_offered = interval in self._offered
        values = self._offered if is_offered else (*self._offered, interval)
        if values != self._values:
            self._values = values
            self.clear()
            self.addItems([self._words(value) for value in values])
        self.setCurrentIndex(values.index(interval))

    def _words(self, interval: OwnInterval | None) -> str:
        return self._usual if interval is None else interval_words(interval.days)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
