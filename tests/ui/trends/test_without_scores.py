"""A journal without a daily score: what else is in it is shown all the same."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from journal.domain.side_effect import Severity
from journal.ui.journal_editor import JournalEditor
from journal.ui.trends.choice import Choice
from journal.ui.trends.reading import Look, Reading
from journal.ui.widgets.chart_view import ChartView
from tests.domain.diary import Diary
from tests.domain.medicines import medicine
from tests.domain.responses import paper
from tests.ui.trends.conftest import TALL, TODAY, Show, card, write


def with_effects() -> Diary:
    """Three sessions three weeks apart, each with a headache."""
    diary = Diary()
    for number in range(3):
        day = TODAY - timedelta(21 * (number + 1))
        session = diary.session(day)
        diary.effect(day, "headache", Severity.MILD, session=session)
    return diary


def test_only_without_scores_sessions_and_questionnaires_there_is_nothing_to_draw() -> None:
    diary = Diary()
    diary.effect(TODAY, "headache")
    records = diary.records()

    assert Look(Reading(records, TODAY), Choice()).is_empty
    answered = replace(records, responses=(paper(TODAY, 12),))
    assert not Look(Reading(answered, TODAY), Choice()).is_empty
    assert not Look(Reading(with_effects().records(), TODAY), Choice()).is_empty


def test_side_effects_by_session_are_drawn(qtbot: QtBot, editor: JournalEditor, show: Show) -> None:
    diary = with_effects()
    write(editor, [*diary.sessions, *diary.side_effects])

    board = show(editor, height=TALL)

    assert not board.nothing.isVisible()
    assert (
        card(board, "side-effects")
        .sentence.text()
        .startswith("Reported most often, of 3 sessions with an answer: headache 3.")
    )
    assert card(board, "side-effects").picture.is_drawn
    assert card(board, "days").sentence.text() == "Mood is not logged yet."


def test_every_card_has_its_answer(qtbot: QtBot, editor: JournalEditor, show: Show) -> None:
    diary = with_effects()
    write(editor, [*diary.sessions, *diary.side_effects])
    board = show(editor, height=TALL)

    for each in board.cards:
        if not each.is_wanted:
            each.open.click()

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert all(each.sentence.text() for each in board.cards)


def test_questionnaires_are_shown_without_being_asked_for(
    qtbot: QtBot, editor: JournalEditor, show: Show
) -> None:
    write(editor, [paper(TODAY - timedelta(30), 12), paper(TODAY, 9)])

    board = show(editor, height=TALL)

    assert board.scale.text() == "Show: Mood, PHQ-9 ▾"
    assert card(board, "days").picture.is_drawn
    assert "PHQ-9" in card(board, "days").answer.description  # type: ignore[union-attr]


def test_where_there_are_totals_alone_no_empty_scale_stands_above_them(
    editor: JournalEditor, show: Show
) -> None:
    """A session, a medicine and three totals in half a year."""
    totals = [paper(TODAY - timedelta(ago), total) for ago, total in ((60, 12), (32, 9), (4, 7))]
    changed = medicine(TODAY - timedelta(20))
    session = Diary().session(TODAY - timedelta(40))
    write(editor, [*totals, changed, session])

    board = show(editor, height=TALL)

    shown = card(board, "days")
    view = shown.picture.view
    assert shown.sentence.text() == "PHQ-9: 3 totals, latest 7 on 6 March 2026."
    assert isinstance(view, ChartView)
    assert len(view.picture.chart.panels) == 1  # type: ignore[union-attr]
    assert "dotted" in shown.legend.text()
    assert "stroke below: a medicine changed" in shown.legend.text()
    assert any("Session 1" in line for line in view.picture.words(session.start.day))  # type: ignore[union-attr]
    assert shown.answer is not None
    assert "Session 1 took place" in shown.answer.description


def test_totals_beside_a_scale_are_told_too(
    qtbot: QtBot, editor: JournalEditor, show: Show
) -> None:
    write(editor, [Diary().score(TODAY, 5), paper(TODAY - timedelta(300), 9)])
    board = show(editor, "days")

    board.scale.chosen.emit(frozenset({"mood"}), frozenset({"phq-9"}))

    qtbot.waitUntil(lambda: board.is_at_rest)

    assert card(board, "days").sentence.text() == (
        "Mood: 1 of 180 days logged. PHQ-9: no total in this time."
    )


def test_with_a_score_they_wait_to_be_asked_for(editor: JournalEditor, show: Show) -> None:
    write(editor, [Diary().score(TODAY, 5), paper(TODAY, 9)])

    assert show(editor).scale.text() == "Show: Mood ▾"


def test_what_is_unticked_stays_away(qtbot: QtBot, editor: JournalEditor, show: Show) -> None:
    write(editor, [paper(TODAY, 9)])
    board = show(editor, height=TALL)

    board.scale.chosen.emit(frozenset({"mood"}), frozenset())

    qtbot.waitUntil(lambda: board.is_at_rest)
    assert board.scale.text() == "Show: Mood ▾"
