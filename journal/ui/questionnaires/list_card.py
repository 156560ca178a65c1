"""The list of questionnaires: where each stands, how often it is due, and the way to fill it in."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.domain.questionnaire import Questionnaire
from journal.i18n import _
from journal.ui.questionnaires.interval_box import IntervalBox
from journal.ui.questionnaires.look import Standing
from journal.ui.questionnaires.words import standing_words
from journal.ui.widgets.layout import column, label, row


class ListCard(QFrame):
    """`fill_in_requested` carries the key of a questionnaire.

    `interval_chosen` carries the key and the person's OwnInterval, None for as its file says.
    """

    fill_in_requested = Signal(str)
    interval_chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._inside = column(self, spacing=12)
        self._inside.setContentsMargins(20, 18, 20, 18)
        self.rows: dict[str, StandingRow] = {}

    def show_standings(self, standings: Iterable[Standing], today: date) -> None:
        """Show these questionnaires; rows that stay keep the keyboard."""
        wanted = {each.questionnaire.key: each for each in standings}
        for key in self.rows.keys() - wanted.keys():
            gone = self.rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for place, (key, standing) in enumerate(wanted.items()):
            if key not in self.rows:
                self.rows[key] = self._new_row(standing.questionnaire)
                self._inside.insertWidget(place, self.rows[key])
            self.rows[key].show_standing(standing, today)

    def _new_row(self, questionnaire: Questionnaire) -> "StandingRow":
        line, key = StandingRow(questionnaire), questionnaire.key
        line.fill_in.clicked.connect(lambda: self.fill_in_requested.emit(key))
        line.often.chosen.connect(lambda own: self.interval_chosen.emit(key, own))
        return line


class StandingRow(QWidget):
    """One questionnaire: its name, its last total, when and how often it is due, its button."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        line = row(self, spacing=16)
        words = column(spacing=1)
        self.title = label("", "strong")
        self.state = label("", "muted", wraps=True)
        words.addWidget(self.title)
        words.addWidget(self.state)
        self.often = IntervalBox(questionnaire)
        self.fill_in = QPushButton()
        line.addLayout(words, 1)
        line.addWidget(self.often)
        line.addWidget(self.fill_in)

    def show_standing(self, standing: Standing, today: date) -> None:
        """Show where it stands; one of totals only is never asked, and so never due."""
        title = standing.questionnaire.title
        self.title.setText(title)
        self.state.setText(standing_words(standing, today))
        self.often.show_interval(standing.interval)
        begun = standing.unfinished is not None
        self.fill_in.setText(_("Go on") if begun else _("Fill in"))
        named = _("Go on with {title}") if begun else _("Fill in {title}")
        self.fill_in.setAccessibleName(named.format(title=title))
        self.fill_in.setAccessibleDescription(self.state.text())
        for part in (self.often, self.fill_in):
            part.setVisible(standing.questionnaire.is_asked)
