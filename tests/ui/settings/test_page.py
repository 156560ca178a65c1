"""The Settings page over a real journal: what is shown, and what a change does to the journal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.domain.checkin import MOOD, Scale
from journal.domain.edit import Edit, Edits, Stamp
from journal.domain.period import Moment
from journal.domain.repository import OpenJournal
from journal.domain.session import Route, SessionState, Treatment, TreatmentSession
from journal.ui.journal_editor import JournalEditor
from journal.ui.settings import verbs
from journal.ui.settings.about_card import read_birth_date
from journal.ui.settings.own_scale_dialog import OwnScaleDialog, new_scale
from journal.ui.settings.page import SettingsPage
from journal.ui.settings.scale_row import ScaleRow
from tests.ui.sessions.conftest import planned, session
from tests.ui.settings.conftest import rate

Shown = Callable[[], SettingsPage]


@pytest.fixture
def shown(editor: JournalEditor, journal_path: Path, qtbot: QtBot) -> Shown:
    """The page, read anew after every change as the main window has it read."""

    def show() -> SettingsPage:
        page = SettingsPage(editor, "system", journal_path)
        qtbot.addWidget(page)
        editor.changed.connect(lambda _change: page.refresh())
        page.resize(692, 600)
        page.show()
        return page

    return show


def own(editor: JournalEditor, name: str = "Tinnitus") -> Scale:
    added = replace(new_scale(editor.stamp()), name=name)
    editor.perform("", verbs.add_scale(added))
    return added


def scale(editor: JournalEditor, key: str) -> Scale:
    return next(scale for scale in editor.journal.scales.all() if scale.key == key)


def row(page: SettingsPage, editor: JournalEditor, key: str) -> ScaleRow:
    return page.scales.rows[scale(editor, key).id]


def texts(widget: QWidget) -> str:
    return "\n".join(text.text() for text in widget.findChildren(QLabel))


def test_every_scale_is_listed_with_its_ends(shown: Shown, editor: JournalEditor) -> None:
    anxiety = row(shown(), editor, "anxiety")
    assert texts(anxiety) == "Anxiety\n0 none – 10 strong"
    assert anxiety.tick.isChecked()
    assert anxiety.tick.accessibleName() == "Anxiety"


def test_mood_is_ticked_for_good_and_says_why(shown: Shown, editor: JournalEditor) -> None:
    mood = row(shown(), editor, MOOD)
    assert mood.tick.isChecked()
    assert not mood.tick.isEnabled()
    assert "always asked" in mood.tick.accessibleDescription()
    assert mood.toolTip()


def test_a_tick_is_saved_at_once(shown: Shown, editor: JournalEditor) -> None:
    page = shown()
    row(page, editor, "pain").tick.click()
    assert not scale(editor, "pain").active
    editor.undo()
    assert row(page, editor, "pain").tick.isChecked()


def test_a_click_on_the_name_is_as_good_as_one_on_the_tick(
    shown: Shown, editor: JournalEditor
) -> None:
    pain = row(shown(), editor, "pain")
    QTest.mouseClick(pain, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert not scale(editor, "pain").active


def test_scales_are_shown_in_their_new_order(
    shown: Shown, editor: JournalEditor, qtbot: QtBot
) -> None:
    page = shown()
    row(page, editor, "energy").up.click()
    energy, anxiety = row(page, editor, "energy"), row(page, editor, "anxiety")
    qtbot.waitUntil(lambda: energy.y() < anxiety.y())


def test_a_scale_moves_by_keyboard_and_keeps_it(
    shown: Shown, editor: JournalEditor, qtbot: QtBot
) -> None:
    page = shown()
    pain = row(page, editor, "pain")
    pain.tick.setFocus()
    qtbot.waitUntil(pain.tick.hasFocus)
    QTest.keyClick(pain.tick, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert scale(editor, "pain").position < scale(editor, "energy").position
    assert pain.tick.hasFocus()


def test_at_the_top_the_keyboard_goes_to_the_way_down(
    shown: Shown, editor: JournalEditor, qtbot: QtBot
) -> None:
    page = shown()
    energy = row(page, editor, "energy")
    energy.up.setFocus()
    qtbot.waitUntil(energy.up.hasFocus)
    QTest.keyClick(energy.up, Qt.Key.Key_Space)
    assert not energy.up.isEnabled()
    assert energy.down.hasFocus()


def test_an_own_scale_can_be_added(shown: Shown, editor: JournalEditor) -> None:
    page = shown()

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnScaleDialog)
        QTest.keyClicks(dialog.name, "Tinnitus")
        dialog.save.click()

    QTimer.singleShot(0, fill)
    page.scales.add.click()
    added = editor.journal.scales.all()[-1]
    assert added.name == "Tinnitus"
    assert texts(page.scales.rows[added.id]) == "Tinnitus\n0 – 10"


def test_an_own_scale_can_be_changed(shown: Shown, editor: JournalEditor) -> None:
    kept = own(editor)
    page = shown()

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnScaleDialog)
        dialog.direction.chosen.emit(1)
        dialog.high.setValue(5)
        dialog.save.click()

    QTimer.singleShot(0, fill)
    page.scales.rows[kept.id].change.click()
    assert texts(page.scales.rows[kept.id]) == "Tinnitus\n0 – 5 · higher is worse"


def test_standard_scales_are_not_changed(shown: Shown, editor: JournalEditor) -> None:
    assert not row(shown(), editor, "anxiety").change.isVisible()


def test_only_an_own_scale_without_scores_can_be_deleted(
    shown: Shown, editor: JournalEditor
) -> None:
    unused, used = own(editor, "Tinnitus"), own(editor, "Appetite")
    rate(editor, used.key, 4)
    page = shown()
    assert not page.scales.rows[used.id].remove.isVisible()
    page.scales.rows[unused.id].remove.click()
    assert unused.id not in page.scales.rows


def test_name_and_birth_date_are_saved_when_their_editing_ends(
    shown: Shown, editor: JournalEditor
) -> None:
    about = shown().about
    QTest.keyClicks(about.name, "Alex Example")
    QTest.keyClick(about.name, Qt.Key.Key_Return)
    QTest.keyClicks(about.birth_date, "1980-05-21")
    QTest.keyClick(about.birth_date, Qt.Key.Key_Return)
    settings = editor.journal.settings()
    assert (settings.patient_name, settings.birth_date) == ("Alex Example", date(1980, 5, 21))
    assert editor.undo_stack.count() == 2


def test_leaving_the_page_saves_what_was_typed(shown: Shown, editor: JournalEditor) -> None:
    page = shown()
    QTest.keyClicks(page.about.name, "Alex Example")
    page.leave()
    assert editor.journal.settings().patient_name == "Alex Example"


def test_another_change_leaves_a_half_typed_name_alone(shown: Shown, editor: JournalEditor) -> None:
    page = shown()
    QTest.keyClicks(page.about.name, "Al")
    row(page, editor, "pain").tick.click()
    assert page.about.name.text() == "Al"


def test_an_empty_birth_date_takes_it_away(shown: Shown, editor: JournalEditor) -> None:
    editor.perform("", verbs.tell("birth_date", date(1980, 5, 21), date(2026, 3, 10)))
    about = shown().about
    about.birth_date.clear()
    QTest.keyClick(about.birth_date, Qt.Key.Key_Return)
    assert editor.journal.settings().birth_date is None


def test_a_birth_date_in_the_future_is_refused_at_its_field(
    shown: Shown, editor: JournalEditor
) -> None:
    about = shown().about
    QTest.keyClicks(about.birth_date, "2026-03-11")
    QTest.keyClick(about.birth_date, Qt.Key.Key_Return)
    assert about.form.error("birth_date") == "The birth date lies in the future."
    assert about.birth_date.text() == "2026-03-11"
    assert editor.journal.settings().birth_date is None


def test_what_is_no_date_stays_on_screen_with_a_word_about_it(
    shown: Shown, editor: JournalEditor
) -> None:
    page = shown()
    QTest.keyClicks(page.about.birth_date, "3/4/1980")
    QTest.keyClick(page.about.birth_date, Qt.Key.Key_Return)
    row(page, editor, "pain").tick.click()
    assert page.about.birth_date.text() == "3/4/1980"
    assert "not a date" in page.about.form.error("birth_date")


@pytest.mark.parametrize("text", ["1980-05-21", " 1980 5 21 ", "1980/05/21", "21.5.1980"])
def test_ways_to_write_a_birth_date(text: str) -> None:
    assert read_birth_date(text) == date(1980, 5, 21)


@pytest.mark.parametrize("text", ["5/21/1980", "1980-13-01", "1980-02-30", "yesterday", "80-5-21"])
def test_what_is_not_a_birth_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - two kinds of wrong, one answer
        read_birth_date(text)


def test_the_days_start_is_saved_when_its_editing_ends(shown: Shown, editor: JournalEditor) -> None:
    start = shown().day.start
    start.setSelectedSection(start.Section.HourSection)
    QTest.keyClicks(start, "0530")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert editor.journal.settings().day_starts_at == time(5, 30)
    assert editor.day_starts_at == time(5, 30)
    assert editor.undo_stack.count() == 1


def test_a_day_cannot_start_in_the_afternoon(shown: Shown) -> None:
    start = shown().day.start
    start.setTime(start.time().fromString("13:00", "HH:mm"))
    assert start.time().hour() == 12


def test_scrolling_over_the_days_start_leaves_it_alone(shown: Shown) -> None:
    page = shown()
    start = page.day.start
    point = QPointF(10, 10)
    scrolled = QWheelEvent(
        point,
        start.mapToGlobal(point),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(start, scrolled)
    assert start.time().hour() == 4


def test_a_chosen_theme_is_shown_and_handed_over(
    editor: JournalEditor, journal_path: Path, qtbot: QtBot
) -> None:
    page = SettingsPage(editor, "light", journal_path)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.theme_chosen) as announced:
        page.looks.theme.chosen.emit(2)
    assert announced.args == ["dark"]
    assert page.looks.theme.choice == 2


def test_it_says_where_the_journal_lies_and_what_it_holds(
    shown: Shown, editor: JournalEditor, journal_path: Path
) -> None:
    page = shown()
    assert page.journal.path.text() == str(journal_path)
    assert page.journal.counts.text() == "0 check-ins · 0 sessions · 0 side effects"
    rate(editor, MOOD, 4)
    assert page.journal.counts.text() == "1 check-in · 0 sessions · 0 side effects"


def test_sessions_that_were_only_planned_are_told_among_those_held(
    shown: Shown, editor: JournalEditor
) -> None:
    done, plan = session("2026-03-03 09:40"), planned("2026-04-07 10:00")
    editor.journal.apply([Edit(None, done)])
    assert shown().journal.counts.text().split(" · ")[1] == "1 session"

    editor.journal.apply([Edit(None, plan)])
    words = shown().journal.counts.text().split(" · ")[1]
    assert words == "2 sessions, planned and cancelled ones included"


def test_the_folder_opens_as_a_local_address(
    shown: Shown, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    shown().journal.show_folder.click()
    assert asked == [str(journal_path.parent)]


def test_a_folder_that_does_not_open_is_told(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = shown()
    page.journal.show_folder.click()
    assert "could not be opened" in page.journal.form.error("path")


def test_importing_is_left_to_the_window(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    with qtbot.waitSignal(page.import_requested):
        page.journal.import_.click()


def test_before_the_journal_is_open_only_the_looks_can_be_changed(
    closed_editor: JournalEditor, journal_path: Path, qtbot: QtBot
) -> None:
    page = SettingsPage(closed_editor, "system", journal_path)
    qtbot.addWidget(page)
    assert page.looks.isEnabled()
    assert not page.scales.isEnabled()
    assert not page.journal.import_.isEnabled()
    closed_editor.open()
    assert page.scales.isEnabled()
    assert page.scales.rows


def test_daily_ketamine_brings_the_question_about_driving(
    shown: Shown, editor: JournalEditor
) -> None:
    assert not shown().driving.isVisible()
    editor.perform("", _daily_lozenges)
    page = shown()
    assert page.driving.isVisible()
    assert "Ask your prescriber" in page.driving.text()


def _daily_lozenges(_journal: OpenJournal, stamp: Stamp) -> Edits:
    return tuple(Edit(None, _lozenge(stamp, stamp.now - timedelta(days))) for days in range(1, 12))


def _lozenge(stamp: Stamp, start: datetime) -> TreatmentSession:
    return TreatmentSession(
        id=stamp.new_id(),
        start=Moment(start, "Europe/Berlin", start.date()),
        treatment=Treatment.LOZENGE,
        route=Route.SUBLINGUAL,
        state=SessionState.DONE,
        created_at=stamp.now,
        changed_at=stamp.now,
    )


def test_it_says_for_whom_it_is_made(shown: Shown) -> None:
    assert "Under 18: use it only together with your clinic." in texts(shown())


def test_it_fits_the_narrowest_window_even_with_a_long_word(
    shown: Shown, editor: JournalEditor
) -> None:
    own(editor, "W" * 300)
    area = shown().findChild(QScrollArea)
    body = area.widget() if area else None
    assert body is not None
    assert body.minimumSizeHint().width() <= 512
