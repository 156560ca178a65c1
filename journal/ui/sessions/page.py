"""The Sessions page: it decides which session a request is about, and shows what is kept."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from journal import clock as clocks
from journal.catalogue import HelpNumbers, numbers_for
from journal.domain.errors import JournalError
from journal.domain.safety import Driving, Finding, is_daily_use, session_findings
from journal.domain.session import SessionState, TreatmentSession, next_planned
from journal.domain.side_effect import SideEffect
from journal.i18n import _, ngettext
from journal.ui.help_dialog import default_country
from journal.ui.journal_editor import JournalEditor, Verb
from journal.ui.safety.cards import SafetyCards
from journal.ui.safety.verbs import answer, recent_records
from journal.ui.sessions import drafts, verbs
from journal.ui.sessions.around import Around, read_around, session_rows
from journal.ui.sessions.course_dialog import CourseDialog
from journal.ui.sessions.hours import HoursAround, read_hours
from journal.ui.sessions.move_dialog import MoveDialog
from journal.ui.sessions.planned_card import PlannedCard
from journal.ui.sessions.session_dialog import SessionDialog
from journal.ui.sessions.surroundings import Surroundings
from journal.ui.sessions.table_model import SessionTableModel
from journal.ui.sessions.table_view import SessionTableView
from journal.ui.sessions.words import state_sentence
from journal.ui.unsaved import as_entered
from journal.ui.widgets.layout import GRID, card, column, label, page_body, row
from journal.wording import driving_sentence
from journal.wording.safety import numbers_of

SIDE_BY_SIDE_FROM = 720
"""Pixels of the page from which on its buttons stand beside its title."""

_DAILY_USE = Driving(None, end_entered=True, if_planned=None, daily_use=True)


class SessionsPage(QWidget):
    """All sessions, newest first, and ways to add, plan, change and delete them.

    What is found in a session that was just entered is said on a card, once.
    """

    help_requested = Signal()

    def __init__(self, editor: JournalEditor) -> None:
        super().__init__()
        self._editor = editor
        self._sessions: tuple[TreatmentSession, ...] = ()
        self._effects: tuple[SideEffect, ...] = ()
        self._around = Around(_("Mood"))
        self._numbers = numbers_for(default_country(QLocale.system().name(), ""))
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = page_body(self)
        inside.addLayout(self._header())
        self.findings = SafetyCards()
        inside.addWidget(self.findings)
        self.passed = PlannedCard()
        self.next = PlannedCard()
        inside.addWidget(self.passed)
        inside.addWidget(self.next)
        self._empty = self._empty_card()
        inside.addWidget(self._empty)
        self._table_card = self._make_table()
        inside.addWidget(self._table_card, 1)
        inside.addStretch(0)

    def _header(self) -> QBoxLayout:
        self._head = row(spacing=2 * GRID)
        self._head.addLayout(self._title(), 1)
        self.plan = QPushButton(_("Plan a session…"))
        self.plan_course = QPushButton(_("Plan a course…"))
        self.add = QPushButton(_("Add session"))
        self.add.setProperty("kind", "primary")
        buttons = row()
        for button in (self.plan, self.plan_course, self.add):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addStretch(1)
        self._head.addLayout(buttons)
        return self._head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand below the title where there is little room beside it."""
        wide = event.size().width() >= SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._head.setStretch(0, int(wide))  # above the buttons the title is only as high as it is
        super().resizeEvent(event)

    def _title(self) -> QVBoxLayout:
        words = column(spacing=2)
        self._state = label("", "muted", wraps=True)
        self._daily_use = label("", "muted", wraps=True)
        words.addWidget(label(_("Sessions"), "title"))
        words.addWidget(self._state)
        words.addWidget(self._daily_use)
        return words

    def _empty_card(self) -> QFrame:
        frame, inside = card()
        inside.addWidget(label(_("Your treatments will stand here, one line each."), "strong"))
        what_to_do = _(
            "Add a session once you have had it, or plan the next one. Then you can see how your "
            "days were before and after."
        )
        inside.addWidget(label(what_to_do, "muted", wraps=True))
        return frame

    def _make_table(self) -> QFrame:
        frame, inside = card()
        margin = 6
        inside.setContentsMargins(margin, margin, margin, margin)
        self.model = SessionTableModel(self)
        self.table = SessionTableView(self.model)
        self.table.fitted.connect(lambda height: frame.setMaximumHeight(height + 2 * margin + 2))
        inside.addWidget(self.table)
        return frame

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.plan.clicked.connect(self._on_plan)
        self.plan_course.clicked.connect(self._on_plan_course)
        for card_ in (self.passed, self.next):
            card_.change_requested.connect(self._on_change)
            card_.done_requested.connect(self._on_done)
            card_.move_requested.connect(self._on_move)
            card_.state_requested.connect(self._on_state)
        self.table.move_requested.connect(self._on_move)
        self.table.change_requested.connect(self._on_change)
        self.table.done_requested.connect(self._on_done)
        self.table.state_requested.connect(self._on_state)
        self.table.removal_requested.connect(self._on_removal)
        self.findings.answered.connect(self._on_answered)
        self.findings.help_requested.connect(self.help_requested)
        self._editor.opened.connect(self.refresh)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    def refresh(self) -> None:
        """Read the sessions anew and show them; what stands around them follows."""
        if not self._editor.is_open:
            return
        journal, today = self._editor.journal, self._today()
        self._sessions = journal.sessions.between()
        self._effects = journal.side_effects.between()
        self._show_header()
        self._show_planned()
        self._show_table()
        self._show_findings()
        self._editor.tasks.run(
            lambda: read_around(journal, today), self._on_around_read, self._on_not_read
        )

    def showEvent(self, event: QShowEvent) -> None:
        """What is planned depends on the time, which went on while the page was hidden."""
        super().showEvent(event)
        self._show_header()
        self._show_planned()
        if not event.spontaneous():
            self.findings.turn_to(self._found())

    def _on_around_read(self, around: Around) -> None:
        self._around = around
        self._show_table()

    def _on_not_read(self, error: Exception) -> None:
        """Without scores the table stands all the same; a defect of the program is told."""
        if not isinstance(error, JournalError):
            raise error

    def _show_header(self) -> None:
        state = state_sentence(self._sessions, self._today())
        self._state.setText(state)
        self._state.setVisible(bool(state))
        daily = is_daily_use(self._sessions, self._today())
        self._daily_use.setVisible(daily)
        if daily:
            self._daily_use.setText(driving_sentence(_DAILY_USE, self._editor.clock.zone()))

    def _show_planned(self) -> None:
        now = self._editor.clock.now()
        planned = [s for s in self._sessions if s.state is SessionState.PLANNED]
        passed = [s for s in planned if s.start.instant <= now]
        self.passed.show_session(next(iter(passed), None), now, self._today())
        self.next.show_session(next_planned(planned, now), now, self._today())

    def _show_table(self) -> None:
        current = self.table.current
        place = self.table.currentIndex().row()
        rows = session_rows(self._sessions, self._effects, self._around)
        self.model.show_rows(rows, self._around.scale, self._today())
        self._empty.setVisible(not rows)
        self._table_card.setVisible(bool(rows))
        self.table.fit()
        if current is not None:
            self.table.select_place(place)
            self.table.select(current.session.id)

    def _found(self) -> tuple[Finding, ...]:
        if not self._editor.is_open:
            return ()
        today = self._today()
        return session_findings(recent_records(as_entered(self._editor), today), today)

    def _show_findings(self) -> None:
        """A card for what was just entered; what was found before has had its own."""
        found = self._found()
        if not self.isVisible():
            self.findings.turn_to(found)
        settings = self._editor.journal.settings()
        self.findings.show_findings(found, numbers_of(settings, self._numbers))

    def _on_answered(self, finding: Finding, code: str) -> None:
        if finding.question is not None:
            moment = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
            verb = answer(finding.question, moment, (code,), finding.about)
            self._perform(_("Answer saved."), verb)

    def _perform(self, words: str, verb: Verb) -> None:
        self._editor.perform(words, verb)
        if self._editor.has_unsaved:
            self._show_findings()

    def use_numbers(self, numbers: HelpNumbers) -> None:
        """Say whom to call in the person's country: a very high blood pressure names them."""
        self._numbers = numbers

    def _surroundings(self) -> Surroundings:
        editor = self._editor
        return Surroundings(
            self._sessions,
            editor.clock,
            editor.day_starts_at,
            editor.stamp,
            self._effects,
            self._read_hours,
            self._numbers,
        )

    def _read_hours(self, session: TreatmentSession) -> HoursAround:
        return read_hours(self._editor.journal, session, self._around.key)

    def _find(self, session: UUID) -> TreatmentSession | None:
        return next((s for s in self._sessions if s.id == session), None)

    def _on_add(self) -> None:
        self._ask(_("Add a session"), self._draft(drafts.new_session))

    def _on_plan(self) -> None:
        self._ask(_("Plan a session"), self._draft(drafts.planned_session))

    def _draft(self, make: drafts.Draft) -> TreatmentSession:
        stamp, editor = self._editor.stamp(), self._editor
        zone = editor.clock.zone()
        return make(self._sessions, stamp.new_id(), stamp.now, zone, editor.day_starts_at)

    def _on_change(self, session: UUID) -> None:
        found = self._find(session)
        if found is not None:
            self._ask(_("Change a session"), found)

    def _on_done(self, session: UUID) -> None:
        found = self._find(session)
        if found is not None:
            self._ask(_("Mark a session as done"), drafts.as_done(found))

    def _ask(self, title: str, draft: TreatmentSession) -> None:
        entered = SessionDialog.ask(self, title, draft, self._surroundings())
        if entered is None:
            return
        planned = entered.session.state is SessionState.PLANNED
        words = _("Session planned.") if planned else _("Session saved.")
        self.findings.turn_to(self._found())
        self._perform(words, verbs.put(entered.session, entered.effects))
        self.table.select(entered.session.id)

    def _on_plan_course(self) -> None:
        draft = self._draft(drafts.planned_session)
        course = CourseDialog.ask(self, draft, self._surroundings())
        if course:
            words = ngettext(
                "{count} session planned.", "{count} sessions planned.", len(course)
            ).format(count=len(course))
            self._editor.perform(words, verbs.plan(course))
            self.table.select(course[0].id)

    def _on_move(self, session: UUID) -> None:
        found = self._find(session)
        start = MoveDialog.ask(self, found, self._surroundings()) if found else None
        if start is not None:
            self._editor.perform(_("Session moved."), verbs.move(session, start))

    def _on_state(self, session: UUID, state: SessionState) -> None:
        cancelled = state is SessionState.CANCELLED
        words = _("Session cancelled.") if cancelled else _("Session did not take place: saved.")
        self._editor.perform(words, verbs.set_state(session, state))

    def _on_removal(self, session: UUID) -> None:
        self._editor.perform(_("Session deleted."), verbs.remove(session))
