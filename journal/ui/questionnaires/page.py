"""The Questionnaires page: it decides what is asked and looked at, and shows what is kept."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from journal import clock as clocks
from journal.catalogue import HelpNumbers
from journal.domain.due import resumes, to_resume
from journal.domain.journal_settings import OwnInterval
from journal.domain.own_total import own_total_of
from journal.domain.questionnaire import Questionnaire, Response
from journal.i18n import _
from journal.questionnaire_files import Shelf, shelf
from journal.theme import Theme
from journal.ui.journal_editor import JournalEditor
from journal.ui.questionnaires import verbs
from journal.ui.questionnaires.asking_view import AskingView
from journal.ui.questionnaires.history_card import HistoryCard
from journal.ui.questionnaires.list_card import ListCard
from journal.ui.questionnaires.look import Standing, read_standings
from journal.ui.questionnaires.total_dialog import TotalDialog
from journal.ui.questionnaires.verbs import Asking
from journal.ui.questionnaires.words import state_sentence
from journal.ui.unsaved import as_entered
from journal.ui.widgets.layout import column, label, page_body, row
from journal.wording import error_sentence


class QuestionnairesPage(QWidget):
    """The list with its history, or in its place the questionnaire that is being asked.

    `numbers` gives those of the person's country whenever they are shown.
    """

    help_requested = Signal()

    def __init__(
        self,
        editor: JournalEditor,
        theme: Callable[[], Theme],
        numbers: Callable[[], HelpNumbers],
        files: Shelf | None = None,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._theme = theme
        self._numbers = numbers
        self._files = files or shelf()
        self._standings: tuple[Standing, ...] = ()
        self._shown_key = ""
        self._one_by_one = True
        self._resumable = True
        self.asking: AskingView | None = None
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._views = QStackedWidget()
        self._overview = QWidget()
        self._views.addWidget(self._overview)
        column(self).addWidget(self._views)
        inside = page_body(self._overview)
        inside.addLayout(self._header())
        self.refused = label("", "error", wraps=True)
        self.list = ListCard()
        self.history = HistoryCard(self._editor.tasks, self._theme())
        for widget in (self.refused, self.list, self.history):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.refused.setText("\n".join(map(error_sentence, self._files.refused)))
        self.refused.setVisible(bool(self._files.refused))

    def _header(self) -> QHBoxLayout:
        line = row(spacing=16)
        words = column(spacing=2)
        self.state = label("", "muted", wraps=True)
        words.addWidget(label(_("Questionnaires"), "title"))
        words.addWidget(self.state)
        self.enter_total = QPushButton(_("Enter a total…"))
        self.enter_total.setToolTip(_("From the paper your clinic gave you."))
        line.addLayout(words, 1)
        line.addWidget(self.enter_total, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _connect(self) -> None:
        self.enter_total.clicked.connect(self._on_enter_total)
        self.list.fill_in_requested.connect(self.ask)
        self.list.interval_chosen.connect(self._on_interval_chosen)
        self.history.questionnaire_chosen.connect(self._on_history_chosen)
        self.history.table.change_requested.connect(self._on_change)
        self.history.table.removal_requested.connect(self._on_removal)
        self._editor.opened.connect(self.refresh)

    def _today(self) -> date:
        return clocks.today(self._editor.clock, self._editor.day_starts_at)

    # what is shown

    def refresh(self) -> None:
        """Read the journal anew and show it."""
        if not self._editor.is_open:
            return
        today = self._today()
        self._standings = read_standings(
            as_entered(self._editor), self._questionnaires(), today, self._editor.clock.now()
        )
        self.state.setText(state_sentence(self._standings, today))
        self.list.show_standings(self._standings, today)
        self._show_history()
        if self.asking is not None:
            self._refresh_asking(self.asking)

    def _questionnaires(self) -> tuple[Questionnaire, ...]:
        """Those of the files, then the person's own that have a total."""
        keys = {response.questionnaire for response in self._editor.journal.responses.between()}
        own = filter(None, map(own_total_of, sorted(keys)))
        return (*self._files.questionnaires, *own)

    def _refresh_asking(self, asking: AskingView) -> None:
        kept = self._find(asking.asking.id)
        if self._resumable and kept and not kept.finished and not self._resumes(kept):
            self._close_asking()
        else:
            asking.refresh()

    def _resumes(self, response: Response) -> bool:
        return resumes(response, self._editor.clock.now())

    def _show_history(self) -> None:
        kept = [each for each in self._standings if each.entries]
        shown = next((e for e in kept if e.questionnaire.key == self._shown_key), None)
        shown = shown or next(iter(kept), None)
        self.history.setVisible(shown is not None)
        if shown is not None:
            self.history.show_history(kept, shown)

    def show_theme(self) -> None:
        """Draw the chart in the theme's colours."""
        self.history.picture.show_theme(self._theme())

    def take_focus(self) -> None:
        """Put the keyboard on the question that is asked."""
        if self.asking is not None:
            self.asking.take_focus()

    def leave(self) -> None:
        """The page goes out of sight: the question that is shown was left."""
        if self.asking is not None:
            self.asking.leave()

    def _on_history_chosen(self, key: str) -> None:
        self._shown_key = key
        self._show_history()

    def _on_interval_chosen(self, key: str, own: OwnInterval | None) -> None:
        questionnaire = self._files.find(key)
        if questionnaire is not None:
            words = _("How often {title} is due: saved.").format(title=questionnaire.title)
            self._editor.perform(words, verbs.want_every(key, own))
            if self._editor.has_unsaved:
                self.refresh()

    # asking

    def ask(self, key: str) -> None:
        """Ask a questionnaire, going on with an unfinished one; unknown keys are let be."""
        questionnaire = self._files.find(key)
        if questionnaire is None or not questionnaire.is_asked or not self._editor.is_open:
            return
        now = self._editor.clock.now()
        begun = to_resume(key, self._editor.journal.responses.between(), now)
        if begun is not None:
            self._begin(Asking(questionnaire, begun.id, begun.moment), resumable=True)
        else:
            moment = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
            new = Asking(questionnaire, self._editor.stamp().new_id(), moment)
            self._begin(new, resumable=True)

    def _begin(self, asking: Asking, *, resumable: bool) -> None:
        self._close_asking()
        self._resumable = resumable
        view = AskingView(
            self._editor,
            asking,
            self._numbers(),
            one_by_one=self._one_by_one,
        )
        view.closed.connect(self._close_asking)
        view.help_requested.connect(self.help_requested)
        view.way_changed.connect(self._on_way_changed)
        self._views.addWidget(view)
        self._views.setCurrentWidget(view)
        self.asking = view
        self._shown_key = asking.questionnaire.key
        view.take_focus()

    def _on_way_changed(self, one_by_one: bool) -> None:
        self._one_by_one = one_by_one

    def _close_asking(self) -> None:
        if self.asking is None:
            return
        closed, self.asking = self.asking, None
        self._views.setCurrentWidget(self._overview)
        self._views.removeWidget(closed)
        closed.deleteLater()
        self.refresh()
        row_ = self.list.rows.get(closed.asking.questionnaire.key)
        if row_ is not None:
            row_.fill_in.setFocus()

    # totals, changes, deletion

    def _find(self, response: UUID) -> Response | None:
        responses = self._editor.journal.responses.between()
        return next((r for r in responses if r.id == response), None)

    def _on_enter_total(self) -> None:
        stamp = self._editor.stamp()
        now = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
        first = self._shown_key or self._files.questionnaires[0].key
        self._ask_total(Response(stamp.new_id(), first, now, stamp.now, stamp.now))

    def _ask_total(self, draft: Response) -> None:
        now = clocks.moment_now(self._editor.clock, self._editor.day_starts_at)
        entered = TotalDialog.ask(
            self, self._questionnaires(), draft, now, self._editor.day_starts_at
        )
        questionnaire = self._files.find(entered.questionnaire) if entered else None
        if entered is None or questionnaire is None:
            return
        self._shown_key = entered.questionnaire
        words = _("{title} {total} saved.").format(
            title=questionnaire.title, total=entered.entered_total
        )
        self._editor.perform(words, verbs.enter_total(questionnaire, entered))

    def _on_change(self, response: UUID) -> None:
        found = self._find(response)
        questionnaire = self._files.find(found.questionnaire) if found else None
        if found is None or questionnaire is None:
            return
        if found.entered_total is not None:
            self._ask_total(found)
        else:
            self._begin(Asking(questionnaire, found.id, found.moment), resumable=False)

    def _on_removal(self, response: UUID) -> None:
        self._editor.perform(_("Deleted."), verbs.remove(response))
