"""The card of the first steps, above the day in a journal that is still empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journal.domain.errors import JournalError
from journal.i18n import _
from journal.ui.first_start import verbs
from journal.ui.first_start.passphrase_step import PassphraseStep
from journal.ui.first_start.steps import AboutStep, ReadyStep, Step, TreatedForStep
from journal.ui.journal_editor import JournalEditor
from journal.ui.widgets.layout import card, column, label, row


class FirstStart(QFrame):
    """Hidden until the journal is open and known to be empty; it never takes the keyboard itself.

    `finished` tells that the last step was taken, or all were skipped.
    """

    finished = Signal()

    def __init__(self, editor: JournalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._is_decided = False
        self._build()
        self.hide()
        editor.opened.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        frame, inside = card()
        column(self).addWidget(frame)
        self.treated_for, self.about, self.ready = TreatedForStep(), AboutStep(), ReadyStep()
        self.passphrase = PassphraseStep(self._editor)
        self.passphrase.went_on.connect(self._show_foot)
        # The passphrase comes first: no word is ever written down unprotected where one is wanted.
        self._steps: tuple[Step, ...] = (
            self.passphrase,
            self.treated_for,
            self.about,
            self.ready,
        )
        self.step = 0
        inside.addLayout(self._head())
        for step in self._steps:
            inside.addWidget(step)
        inside.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        line = row()
        self._title = label("", "heading", wraps=True)
        self._place = label("", "small")
        line.addWidget(self._title, 1)
        line.addWidget(self._place)
        return line

    def _foot(self) -> QHBoxLayout:
        self.next = QPushButton(_("Next"))
        self.next.setProperty("kind", "primary")
        self.skip = QPushButton(_("Skip"))
        self.skip_all = QPushButton(_("Skip all"))
        self.skip_all.setProperty("kind", "link")
        self.skip_all.setShortcut("Alt+S")
        self.skip_all.setToolTip(_("Alt+S"))
        self.next.clicked.connect(self._on_next)
        self.skip.clicked.connect(self._on_skip)
        self.skip_all.clicked.connect(self._on_skip_all)
        adults = _("Made for adults. Under 18: use it only together with your clinic.")
        foot = row()
        foot.addWidget(label(adults, "small", wraps=True), 1)
        for button in (self.skip_all, self.skip, self.next):
            foot.addWidget(button)
        return foot

    def refresh(self) -> None:
        """Find out, once, whether the first steps are due."""
        if self._is_decided or not self._editor.is_open:
            return
        self._is_decided = True
        journal = self._editor.journal
        self._editor.tasks.run(lambda: verbs.is_due(journal), self._on_known, _on_unknown)

    def _on_known(self, is_due: bool) -> None:
        if is_due and self._editor.is_open:
            if self._editor.has_passphrase:
                self._leave_out(self.passphrase)
            self._show_step(0)
            self.show()

    def _leave_out(self, step: Step) -> None:
        step.hide()
        self._steps = tuple(each for each in self._steps if each is not step)

    def _show_step(self, number: int) -> None:
        self.step = number
        step = self._steps[number]
        step.show_settings(self._editor.journal.settings())
        for each in self._steps:
            each.setVisible(each is step)
        self._title.setText(step.title)
        place = _("Step {number} of {count}")
        self._place.setText(place.format(number=number + 1, count=len(self._steps)))
        self._show_foot()

    def _show_foot(self) -> None:
        step = self._steps[self.step]
        is_last = step is self.ready
        is_set = step is self.passphrase and self.passphrase.is_done
        self.next.setText(_("Done") if is_last else _("Next"))
        if step is self.passphrase and not is_set:
            self.next.setText(_("Set the passphrase"))
        can_skip = not is_last and not is_set
        for button in (self.skip, self.skip_all):
            button.setVisible(can_skip)
        for button in (self.next, self.skip, self.skip_all):
            button.setEnabled(not self.passphrase.is_busy)

    def _on_next(self) -> None:
        step = self._steps[self.step]
        if step is self.passphrase and not self.passphrase.is_done:
            self.passphrase.form.submit()
            return
        if step is self.treated_for:
            verb = verbs.treat_for(self.treated_for.treated_for.values, self.treated_for.has_begun)
            self._editor.perform(_("Saved what is treated."), verb)
        elif step is self.about:
            name, clinic = self.about.name.text().strip(), self.about.clinic
            self._editor.perform(_("Name and clinic saved."), verbs.introduce(name, clinic))
        self._go_on()

    def _on_skip(self) -> None:
        self._editor.perform(_("Skipped."), verbs.skip())
        self._go_on()

    def _go_on(self) -> None:
        self.passphrase.forget()
        if self.step == len(self._steps) - 1:
            self._finish()
            return
        self._show_step(self.step + 1)
        self.next.setFocus(Qt.FocusReason.TabFocusReason)
        self._steps[self.step].take_focus()

    def _on_skip_all(self) -> None:
        self._editor.perform(_("First steps skipped."), verbs.skip())
        self._finish()

    def _finish(self) -> None:
        self.passphrase.forget()
        self.hide()
        self.finished.emit()


def _on_unknown(error: Exception) -> None:
    """What ails the file is told where something is saved; the first steps can wait."""
    if not isinstance(error, JournalError):
        raise error
