"""The pages of the window: each is made when it is first shown, and tied to the rest there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from journal.i18n import _
from journal.ui.main_window import PageEntry
from journal.ui.today.page import TodayPage

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from journal.report.parts import ThreeLines
    from journal.ui.application import Application


def page_entries(application: Application) -> tuple[PageEntry, ...]:
    """The pages in the order of the sidebar."""
    pages = (
        ("today", _("Today"), _today),
        ("journal", _("Journal"), _history),
        ("sessions", _("Sessions"), _sessions),
        ("questionnaires", _("Questionnaires"), _questionnaires),
        ("medicines", _("Medicines"), _medicines),
        ("trends", _("Trends"), _trends),
        ("summary", _("Summary"), _summary),
        ("settings", _("Settings"), _settings),
    )
    return tuple(PageEntry(key, title, partial(make, application)) for key, title, make in pages)


def _today(application: Application) -> QWidget:
    page = TodayPage(application.editor)
    if application.editor.is_open:
        page.complete()
        page.check_in.setMinimumHeight(0)
    return page


def _history(application: Application) -> QWidget:
    from journal.ui.history.page import HistoryPage  # noqa: PLC0415 - loads at first use

    page = HistoryPage(application.editor)
    page.day_chosen.connect(partial(_show_day, application))
    page.bin_requested.connect(application.safekeeping.show_bin)
    return page


def _sessions(application: Application) -> QWidget:
    from journal.ui.sessions.page import SessionsPage  # noqa: PLC0415 - loads at first use

    page = SessionsPage(application.editor)
    page.use_numbers(application.numbers())
    page.help_requested.connect(application.show_help)
    return page


def _questionnaires(application: Application) -> QWidget:
    from journal.ui.questionnaires.page import (  # noqa: PLC0415 - loads at first use
        QuestionnairesPage,
    )

    page = QuestionnairesPage(application.editor, application.theme, application.numbers)
    page.help_requested.connect(application.show_help)
    return page


def _medicines(application: Application) -> QWidget:
    from journal.ui.medicines.page import MedicinesPage  # noqa: PLC0415 - loads at first use

    return MedicinesPage(application.editor)


def _trends(application: Application) -> QWidget:
    from journal.ui.trends.page import TrendsPage  # noqa: PLC0415 - loads at first use

    page = TrendsPage(application.editor, application.theme)
    page.day_chosen.connect(partial(_show_day, application))
    return page


def _summary(application: Application) -> QWidget:
    from journal.report.parts import ThreeLines  # noqa: PLC0415 - loads at first use
    from journal.ui.summary.page import SummaryPage  # noqa: PLC0415 - loads at first use

    lines = application.lines or ThreeLines()
    folder = application.preferences.summary_folder
    page = SummaryPage(application.editor, folder=folder, lines=lines)
    page.folder_chosen.connect(
        lambda chosen: application.set_preferences(
            replace(application.preferences, summary_folder=chosen)
        )
    )
    page.lines_entered.connect(partial(_keep_lines, application))
    return page


def _keep_lines(application: Application, lines: ThreeLines) -> None:
    application.lines = lines


def _settings(application: Application) -> QWidget:
    from journal.ui.settings.page import SettingsPage  # noqa: PLC0415 - loads at first use

    theme = application.preferences.theme
    page = SettingsPage(application.editor, theme, application.places.journal)
    page.theme_chosen.connect(
        lambda chosen: application.set_preferences(replace(application.preferences, theme=chosen))
    )
    page.import_requested.connect(application.import_diary)
    page.passphrase.use_lock(application.lock)
    page.put_below(application.safekeeping.settings_cards())
    return page


def _show_day(application: Application, day: date) -> None:
    application.window.show_page("today")
    application.today().show_day(day)
