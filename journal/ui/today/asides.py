"""What may stand on a day beside its entries: first steps, one prompt, findings, doses as needed.

It is made once the journal is open: nothing of it is needed for the first score.
"""

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal import clock as clocks
from journal.catalogue import HelpNumbers
from journal.domain.due import due
from journal.domain.errors import InvalidValue
from journal.domain.medication import DoseTaken, as_needed
from journal.domain.period import Moment, check_not_future, moment_on_day
from journal.domain.prompts import PromptKind, prompt_for, put_off
from journal.domain.questionnaire import Response
from journal.domain.repository import Records
from journal.domain.safety import Finding, FindingKind, findings_of, open_findings
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import TreatmentSession
from journal.i18n import _
from journal.questionnaire_files import shelf
from journal.ui.first_start.first_start import FirstStart
from journal.ui.journal_editor import JournalChange, JournalEditor, Verb
from journal.ui.medicines import verbs as medicines
from journal.ui.medicines.as_needed_card import AsNeededCard
from journal.ui.safety import verbs as safety
from journal.ui.safety.cards import SafetyCards
from journal.ui.safety.evening_thoughts import EveningThoughts
from journal.ui.safety.prompts import PromptPlace
from journal.ui.today.clock_line import ClockLine
from journal.ui.unsaved import as_entered
from journal.wording.medicines import dose_time_error
from journal.wording.safety import numbers_of

ASKED_ELSEWHERE = (FindingKind.SELF_HARM, FindingKind.BLOOD_PRESSURE, FindingKind.PRESSURE_BEFORE)
"""Shown where they are entered: with the questionnaire, and at the session's readings."""

ENTERED_ELSEWHERE = frozenset({Response, SafetyAnswer, TreatmentSession})


class Asides(QObject):
    """Widgets for the Today page, and what they ask of the journal.

    `dot_changed` tells whether "Get help now" has something to show; `moment` gives the moment an
    entry of the shown day is for, `country` the numbers of the person's country.
    """

    help_requested = Signal()
    questionnaire_requested = Signal(str)
    dot_changed = Signal(bool)
    finished = Signal()

    def __init__(
        self,
        editor: JournalEditor,
        moment: Callable[[], Moment],
        country: Callable[[], HelpNumbers],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._moment = moment
        self._country = country
        self._day = date.min
        self.clock = ClockLine(editor)
        self.first_start = FirstStart(editor, parent)
        self.prompt = PromptPlace()
        self.findings = SafetyCards()
        self.thoughts = EveningThoughts()
        self.doses = AsNeededCard()
        self._connect()

    def _connect(self) -> None:
        self.first_start.finished.connect(lambda: self.refresh(self._day, self._today()))
        self.first_start.finished.connect(self.finished)
        self.prompt.answered.connect(self._on_prompt_answered)
        self.prompt.put_off.connect(self._on_put_off)
        self.prompt.questionnaire_requested.connect(self.questionnaire_requested)
        self.findings.answered.connect(self.answer)
        self.findings.help_requested.connect(self.help_requested)
        self.thoughts.answered.connect(self._on_thoughts)
        self.thoughts.cleared.connect(self._on_thoughts_cleared)
        self.thoughts.help_requested.connect(self.help_requested)
        self.doses.taken.connect(self._on_taken)
        self.doses.time_wanted.connect(self._on_time_wanted)
        self.doses.taken_at.connect(self._on_taken_at)
        self.doses.removed.connect(self._on_dose_removed)
        self._editor.changed.connect(self._on_changed)

    def refresh(self, day: date, today: date) -> None:
        """Show what belongs to `day`; prompts only on `today`."""
        records = safety.recent_records(as_entered(self._editor), today)
        found = [f for f in findings_of(records, day) if f.kind not in ASKED_ELSEWHERE]
        if day != self._day:
            self._day = day
            self.findings.turn_to(found)
            self.doses.close_time()
        self.clock.refresh()
        self.first_start.refresh()
        self.findings.show_findings(found, numbers_of(records.settings, self._country()))
        self._show_prompt(records, day, today)
        self._show_thoughts(records, day)
        self._show_doses(day)
        self.dot_changed.emit(bool(open_findings(records, today)))

    def _on_changed(self, change: JournalChange) -> None:
        """Findings of other pages; those of Today come with its own refresh."""
        if change.kinds & ENTERED_ELSEWHERE:
            self.dot_changed.emit(bool(self.open_findings(self._today())))

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def open_findings(self, today: date) -> tuple[Finding, ...]:
        """What the dot on "Get help now" is about."""
        return open_findings(safety.recent_records(as_entered(self._editor), today), today)

    def _show_prompt(self, records: Records, day: date, today: date) -> None:
        files = shelf()
        every_days = records.settings.every_days
        ready = due(files.questionnaires, records.responses, today, every_days)
        prompt = None
        if day == today and self.first_start.isHidden() and _is_in_use(records):
            now = self._editor.clock.now()
            key = ready.key if ready else ""
            prompt = prompt_for(records, now, today, put_off(records), key)
        self.prompt.show_prompt(prompt, ready.title if ready else "")

    def _show_thoughts(self, records: Records, day: date) -> None:
        self.thoughts.setVisible(records.settings.evening_question)
        given = [
            answer.answers
            for answer in records.safety_answers
            if answer.question is SafetyQuestion.EVENING_THOUGHTS and answer.moment.day == day
        ]
        self.thoughts.show_answer(given[-1][0] if given and given[-1] else "")

    def _show_doses(self, day: date) -> None:
        kept = as_entered(self._editor).medications
        self.doses.show_as_needed(as_needed(kept.all(), kept.doses_between(day, day), day))

    def _perform(self, words: str, verb: Verb) -> None:
        self._editor.perform(words, verb)
        if self._editor.has_unsaved:
            self.refresh(self._day, self._today())

    def answer(self, finding: Finding, code: str) -> None:
        """Keep the answer to a finding's question."""
        if finding.question is not None:
            verb = safety.answer(finding.question, self._moment(), (code,), finding.about)
            self._perform(_("Answer saved."), verb)

    def _on_prompt_answered(self, question: SafetyQuestion, answers: tuple[str, ...]) -> None:
        self._perform(_("Answer saved."), safety.answer(question, self._moment(), answers))

    def _on_put_off(self, kind: PromptKind) -> None:
        verb = safety.answer(SafetyQuestion.NOT_NOW, self._moment(), (kind.value,))
        self._perform(_("Not now: it comes back in a few days."), verb)

    def _on_thoughts(self, code: str) -> None:
        verb = safety.answer(SafetyQuestion.EVENING_THOUGHTS, self._moment(), (code,))
        self._perform(_("Answer saved."), verb)

    def _on_thoughts_cleared(self) -> None:
        verb = safety.take_back(SafetyQuestion.EVENING_THOUGHTS, self._day)
        self._perform(_("Answer taken back."), verb)

    def _on_taken(self, medication: UUID) -> None:
        self._perform(_("Dose saved."), medicines.take(medication, self._dose_moment()))

    def _on_time_wanted(self) -> None:
        self.doses.ask_time(self._dose_moment().local.time())

    def _on_taken_at(self, medication: UUID, clock: time) -> None:
        try:
            taken = self._dose_moment_at(clock)
        except InvalidValue as error:
            message = dose_time_error(error, clock, self._editor.day_starts_at)
            self.doses.show_time_message(message)
            return
        self.doses.close_time()
        self._perform(_("Dose saved."), medicines.take(medication, taken))

    def _dose_moment(self) -> Moment:
        """Now, also where another time was set for the check-in; else one of the day shown."""
        now = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
        return now if now.day == self._day else self._moment()

    def _dose_moment_at(self, clock: time) -> Moment:
        zone, starts = self._editor.clock.zone(), self._editor.day_starts_at
        moment = moment_on_day(self._day, clock, zone, "at", starts)
        check_not_future("at", moment, self._editor.clock.now())
        return moment

    def _on_dose_removed(self, dose: DoseTaken) -> None:
        self._perform(_("Dose taken back."), medicines.take_back(dose.id))


def _is_in_use(records: Records) -> bool:
    """Whether the first steps were taken or skipped, or something was entered without them."""
    entered = (records.check_ins, records.days, records.sessions, records.side_effects)
    return records.settings.set_up or any(entered) or bool(records.responses)
