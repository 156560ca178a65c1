"""The sentence about the page agrees with what the page prints."""

from datetime import date

from journal.domain.period import Period, last_days
from journal.domain.summary import Summary, summarise
from journal.report.content import build_report
from journal.report.text import render_text
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary.contents import contents_sentence
from tests.ui.summary.conftest import TODAY


def summary_of(editor: JournalEditor, period: Period) -> Summary:
    return summarise(editor.journal.records(), period, TODAY)


def sentence(summary: Summary) -> str:
    return contents_sentence(summary, safety=True)


def test_it_names_what_the_page_of_the_demo_patient_has(demo_editor: JournalEditor) -> None:
    assert sentence(summary_of(demo_editor, last_days(180, TODAY))) == (
        "Contains: your name, birth date, daily scores (Mood), ketamine sessions, other "
        "treatments, your next session, side effects, safety answers, answers about self-harm, "
        "blood pressure, changes of medicines. Not: other scales, notes, questionnaire totals."
    )


def test_what_it_says_is_left_out_is_not_on_the_page(demo_editor: JournalEditor) -> None:
    summary = summary_of(demo_editor, last_days(180, TODAY))
    page = render_text(build_report(summary))
    records = demo_editor.journal.records()
    notes = {check_in.note for check_in in records.check_ins if check_in.note}
    assert notes
    assert not [note for note in notes if note in page]
    assert "Anxiety" not in page


def test_a_period_without_sessions_does_not_promise_them(demo_editor: JournalEditor) -> None:
    between = Period(date(2025, 9, 16), date(2025, 9, 30))
    assert "ketamine sessions" not in sentence(summary_of(demo_editor, between))


def test_nothing_written_down_is_said(editor: JournalEditor) -> None:
    assert sentence(summary_of(editor, last_days(180, TODAY))) == (
        "Nothing is written down for this period; the page says so. "
        "Not: your name, other scales, notes, questionnaire totals."
    )


def test_an_empty_period_still_has_the_name(demo_editor: JournalEditor) -> None:
    long_ago = Period(date(2020, 1, 1), date(2020, 1, 31))
    said = sentence(summary_of(demo_editor, long_ago))
    assert "Nothing is written down" in said
    assert "Contains: your name, birth date, your next session." in said


def test_safety_that_is_left_out_is_said(demo_editor: JournalEditor) -> None:
    summary = summary_of(demo_editor, last_days(180, TODAY))
    assert contents_sentence(summary, safety=False) == (
        "Contains: your name, birth date, daily scores (Mood), ketamine sessions, other "
        "treatments, your next session, side effects, changes of medicines. Not: other scales, "
        "notes, questionnaire totals. Safety is left out; the page says so."
    )


def test_a_page_without_entries_has_no_safety_to_leave_out(editor: JournalEditor) -> None:
    summary = summary_of(editor, last_days(180, TODAY))
    assert contents_sentence(summary, safety=False) == contents_sentence(summary, safety=True)
