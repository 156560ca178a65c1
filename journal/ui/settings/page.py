"""The Settings page: it shows what is kept, and hands every change to the one writer."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal import clock as clocks
from journal.domain.checkin import Scale
from journal.domain.errors import InvalidValue, JournalError
from journal.domain.profile import TreatedFor
from journal.domain.safety import driving
from journal.i18n import N_, _
from journal.ui.journal_editor import JournalEditor, Verb
from journal.ui.settings import verbs
from journal.ui.settings.about_card import AboutCard
from journal.ui.settings.contacts_card import ContactsCard
from journal.ui.settings.day_card import DayCard
from journal.ui.settings.holdings import Holdings, read_holdings
from journal.ui.settings.journal_card import JournalCard
from journal.ui.settings.looks_card import LooksCard
from journal.ui.settings.own_scale_dialog import OwnScaleDialog
from journal.ui.settings.passphrase_card import PassphraseCard
from journal.ui.settings.scales_card import ScalesCard
from journal.ui.widgets.layout import column, label, page_body
from journal.wording import driving_sentence, invalid_sentence, scale_name

_TOLD = {
    "patient_name": N_("Name saved."),
    "birth_date": N_("Birth date saved."),
    "record_number": N_("Record number saved."),
    "treated_for": N_("Saved what is treated."),
    "begun_in_treatment": N_("Saved: you were in treatment before this journal."),
    "clinic_should_know": N_("Saved what your clinic should know."),
    "evening_question": N_("The question is asked each evening."),
    "clinic": N_("The clinic’s contact is saved."),
    "person": N_("Your own contact is saved."),
    "contacts_always": N_("Your contacts are shown even when the journal is locked."),
    "day_starts_at": N_("The day’s start is saved. It counts for new entries."),
}
_TAKEN_BACK = {
    "birth_date": N_("Birth date removed."),
    "begun_in_treatment": N_("Saved: your first session is in this journal."),
    "evening_question": N_("The question is no longer asked."),
    "contacts_always": N_("Your contacts are hidden when the journal is locked."),
}


class SettingsPage(QWidget):
    """`theme_chosen` carries `system`, `light` or `dark`."""

    theme_chosen = Signal(str)
    import_requested = Signal()

    def __init__(self, editor: JournalEditor, theme: str, journal_path: Path) -> None:
        super().__init__()
        self._editor = editor
        self._scales: dict[UUID, Scale] = {}
        self._build(journal_path)
        self._connect()
        self.looks.show_theme(theme)
        self.refresh()

    def _build(self, journal_path: Path) -> None:
        self.scales = ScalesCard()
        self.about = AboutCard()
        self.contacts = ContactsCard()
        self.day = DayCard()
        self.looks = LooksCard()
        self.journal = JournalCard(journal_path)
        self.passphrase = PassphraseCard(self._editor)
        self.driving = label("", "warning", wraps=True)
        inside = page_body(self)
        head = column(spacing=2)
        head.addWidget(label(_("Settings"), "title"))
        head.addWidget(label(_("A change is saved as you make it."), "muted", wraps=True))
        inside.addLayout(head)
        about: tuple[QWidget, ...] = (self.scales, self.about, self.contacts)
        for part in (self.driving, *about, self.day, self.looks, self.passphrase, self.journal):
            inside.addWidget(part)
        self._below = column(spacing=16)
        inside.addLayout(self._below)
        adults = _("Made for adults. Under 18: use it only together with your clinic.")
        inside.addWidget(label(adults, "muted", wraps=True))
        inside.addStretch(1)

    def put_below(self, cards: Iterable[QWidget]) -> None:
        """Put cards of others below those of the journal's own settings."""
        for part in cards:
            self._below.addWidget(part)

    def _connect(self) -> None:
        self.scales.active_changed.connect(self._on_scale_switched)
        self.scales.moved.connect(self._on_scale_moved)
        self.scales.add_requested.connect(self._on_add_scale)
        self.scales.change_requested.connect(self._on_change_scale)
        self.scales.removal_requested.connect(self._on_remove_scale)
        self.about.told.connect(self._on_told)
        self.contacts.told.connect(self._on_told)
        self.day.start_changed.connect(lambda starts: self._on_told("day_starts_at", starts))
        self.looks.theme_chosen.connect(self._on_theme_chosen)
        self.journal.import_requested.connect(self.import_requested)
        self._editor.opened.connect(self.refresh)
        self._editor.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """Read the journal's settings anew; how much it holds is counted in the worker."""
        is_open = self._editor.is_open
        for card in (self.scales, self.about, self.contacts, self.day, self.journal.import_):
            card.setEnabled(is_open)
        self._show_driving()
        if not is_open:
            return
        journal = self._editor.journal
        listed = verbs.in_order(journal.scales.all())
        self._scales = {scale.id: scale for scale in listed}
        settings = journal.settings()
        self.scales.show_scales(listed, bipolar=TreatedFor.BIPOLAR in settings.treated_for)
        self.about.show_settings(settings)
        self.contacts.show_settings(settings)
        self.day.show_start(settings.day_starts_at)
        self._editor.tasks.run(lambda: read_holdings(journal), self._on_counted, _on_not_counted)

    def _show_driving(self) -> None:
        # Daily use has no banner on Today every night; it is said here instead.
        sessions = self._editor.journal.sessions.between() if self._editor.is_open else ()
        clock = self._editor.clock
        rule = driving(sessions, clock.now(), self._today())
        daily = rule is not None and rule.daily_use
        self.driving.setVisible(daily)
        if rule is not None and daily:
            self.driving.setText(driving_sentence(rule, clock.zone()))

    def _on_counted(self, holdings: Holdings) -> None:
        self.journal.show_holdings(holdings)
        self.scales.show_scored(holdings.scored)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def _on_scale_switched(self, scale_id: UUID, active: bool) -> None:
        if active:
            words = _("{scale} is asked on Today.")
        else:
            words = _("{scale} is no longer asked. Its scores are kept.")
        self._perform_on_scale(words, scale_id, verbs.switch_scale(scale_id, active))

    def _on_scale_moved(self, scale_id: UUID, step: int) -> None:
        self._perform_on_scale(_("{scale} moved."), scale_id, verbs.move_scale(scale_id, step))

    def _on_remove_scale(self, scale_id: UUID) -> None:
        self._perform_on_scale(_("{scale} deleted."), scale_id, verbs.remove_scale(scale_id))

    def _perform_on_scale(self, words: str, scale_id: UUID, verb: Verb) -> None:
        name = scale_name(self._scales[scale_id])
        self._editor.perform(words.format(scale=name), verb)

    def _on_add_scale(self) -> None:
        others = tuple(self._scales.values())
        scale = OwnScaleDialog.ask(self, others, self._editor.stamp())
        if scale is not None:
            words = _("{scale} added.").format(scale=scale.name)
            self._editor.perform(words, verbs.add_scale(scale))

    def _on_change_scale(self, scale_id: UUID) -> None:
        others, kept = tuple(self._scales.values()), self._scales[scale_id]
        has_scores = self.scales.has_scores(kept)
        scale = OwnScaleDialog.ask(
            self, others, self._editor.stamp(), scale=kept, has_scores=has_scores
        )
        if scale is not None:
            words = _("{scale} changed.").format(scale=scale.name)
            self._editor.perform(words, verbs.change_scale(scale))

    def _on_told(self, field: str, value: object) -> None:
        words = _(_TOLD[field] if value else _TAKEN_BACK.get(field, _TOLD[field]))
        self._editor.perform(words, verbs.tell(field, value, self._today()))

    def _on_theme_chosen(self, theme: str) -> None:
        self.looks.show_theme(theme)
        self.theme_chosen.emit(theme)

    def _on_refused(self, error: JournalError) -> None:
        if not isinstance(error, InvalidValue) or not self.isVisible():
            return
        message = invalid_sentence(error)
        if error.field == "birth_date":
            self.about.show_error(error.field, message)
        elif error.field == "day_starts_at":
            self.day.show_error(message)
        elif error.field in {"name", "low", "high"}:
            self.scales.show_message(message)

    def leave(self) -> None:
        """Save what is being written."""
        self.about.flush()
        self.contacts.flush()
        self.day.flush()


def _on_not_counted(error: Exception) -> None:
    """Without counts the page is whole; what ails the file is told where something is saved."""
    if not isinstance(error, JournalError):
        raise error
