"""What this program is, what it is not, and the notices of the questionnaires it shows."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

import journal
from journal.domain.questionnaire import Questionnaire
from journal.i18n import _
from journal.questionnaire_files import shelf
from journal.ui.safety.selectable_label import SelectableLabel
from journal.ui.widgets.dialog_parts import within_screen
from journal.ui.widgets.layout import card, column, label, row


def show_about(parent: QWidget, versions: Mapping[str, str]) -> None:
    """Name the version, what to expect of the program, and whose questionnaires it shows.

    `versions` are of what the journal is kept with, by name.
    """
    dialog = AboutDialog(versions, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class AboutDialog(QDialog):
    """The tabulator goes from notice to notice, and the page follows it."""

    def __init__(self, versions: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About"))
        self.resize(within_screen(self, 600, 600))
        inside = self._page()
        title = _("Symptom Journal {version}").format(version=journal.__version__)
        inside.addWidget(label(title, "title"))
        about = _(
            "A private journal for people in ketamine or esketamine treatment. Everything stays "
            "on this computer. Nobody watches this journal, and it makes no diagnosis."
        )
        adults = _("Made for adults. Under 18: use it only together with your clinic.")
        inside.addWidget(label(about, wraps=True))
        inside.addWidget(label(adults, wraps=True))
        parts = ", ".join(f"{name} {number}" for name, number in versions.items())
        inside.addWidget(
            label(_("Your journal is kept with {parts}.").format(parts=parts), "small")
        )
        inside.addWidget(label(_("Questionnaires"), "heading"))
        inside.addWidget(self._notices())
        inside.addStretch(1)
        self._add_close(inside)

    def _page(self) -> QVBoxLayout:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("kind", "page")
        self.area.setWidget(body)
        column(self).addWidget(self.area)
        inside = column(body, spacing=16)
        inside.setContentsMargins(32, 28, 32, 24)
        return inside

    def _notices(self) -> QFrame:
        frame, inside = card()
        with_notice = [each for each in shelf().questionnaires if each.notice]
        self.notices = [_notice(each) for each in with_notice]
        for questionnaire, notice in zip(with_notice, self.notices, strict=True):
            inside.addWidget(label(questionnaire.title, "strong"))
            inside.addWidget(notice)
        return frame

    def _add_close(self, inside: QVBoxLayout) -> None:
        line = row()
        close = QPushButton(_("Close"))
        close.clicked.connect(self.close)
        line.addStretch(1)
        line.addWidget(close)
        inside.addLayout(line)


def _notice(questionnaire: Questionnaire) -> SelectableLabel:
    """A questionnaire's notice as its file has it, named by the questionnaire."""
    text = SelectableLabel("small", wraps=True)
    text.setText(questionnaire.notice)
    text.setAccessibleName(f"{questionnaire.title}: {questionnaire.notice}")
    return text
