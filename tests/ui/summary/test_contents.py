"""The sentence about the page agrees with what the page prints."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from journal.domain.period import Period, last_days
from journal.domain.summary import Summary
from journal.report.content import build_report, summary_for
from journal.report.parts import Choices, NameForm, PagePart, ThreeLines
from journal.report.text import render_text
from journal.ui.journal_editor import JournalEditor
from journal.ui.summary.contents import contents_sentence
from tests.ui.summary.conftest import TODAY


def summary_of(editor: JournalEditor, period: Period | None = None) -> Summary:
    return summary_for(editor.journal.records(), period or last_days(180, TODAY), TODAY)


def sentence(summary: Summary, choices: Choices | None = None, *, attach_data: bool = False) -> str:
    return contents_sentence(summary, choices or Choices(), attach_data=attach_data)


def test_it_names_what_the_page_of_the_demo_patient_has(demo_editor: JournalEditor) -> None:
    assert sentence(summary_of(demo_editor)) == (
        "Contains: your name, birth date, record number, what is treated, answers about "
        "self-harm, safety answers, blood pressure, pulse and oxygen, ketamine sessions, other "
        "treatments, the next planned session, side effects, medicines and sleep, daily scores "
        "(Mood), questionnaires with every answer, every day, 2 notes. Not: other notes, attached "
        "data."
    )


def test_what_it_says_is_left_out_is_not_on_the_page(demo_editor: JournalEditor) -> None:
    summary = summary_of(demo_editor)
    choices = Choices(notes=frozenset(), first_page_only=True)
    page = " ".join(render_text(build_report(summary, choices)).split())
    said = sentence(summary, choices)
    for left_out in ("Every day", "Answers to questionnaires", "notes"):
        assert left_out in said.partition("Not: ")[2]
    assert summary.notes
    assert not [note for note in summary.notes if note.text in page]
    assert "Anxiety" not in page


@pytest.mark.parametrize("part", PagePart)
def test_every_part_can_be_left_out_and_is_then_named(
    demo_editor: JournalEditor, part: PagePart
) -> None:
    summary = summary_of(demo_editor)
    said = sentence(summary, Choices(left_out=frozenset({part})))
    assert len(said.partition("Not: ")[2].split(", ")) == 3


TOLD_BY = {
    "ketamine sessions": r"\b[Ss]essions? \d|\d sessions|IV ketamine: \d+ done|24 h before",
    "other treatments": "Psychotherapy|▲|other treatment",
    "the next planned session": "Next planned:",
    "side effects": "Dissociation|Dizziness|Nausea",
    "medicines and sleep": "Sertraline|Lorazepam|Sleep",
    "pulse and oxygen": r"\d %",
    "daily scores": "Mood 0–10|Day scores lie|next day: Mood|Mood, the middle",
    "questionnaires with every answer|questionnaires (of PHQ-9": "Over the last 2 weeks",
    "questionnaire totals|questionnaires ": "0 – 27, higher",
    "single answers|every answer|questionnaires (of": "[Dd]ifficult",
    "every day": r"\bno entry\b",
    "blood pressure": r"\d{3}/\d\d",
    "safety answers": "Craving|does not exclude risk",
}
"""Words of the sentence, and those that the demo patient's page has only then."""


def selections(counts: Iterable[int], *, safety: bool) -> Iterator[Choices]:
    """Every choice that leaves out so many parts."""
    for count in counts:
        for parts in combinations(PagePart, count):
            yield Choices(safety=safety, left_out=frozenset(parts), notes=frozenset())


@pytest.mark.parametrize("days", [180, 60])
def test_it_says_of_every_selection_of_parts_what_the_page_has(
    demo_editor: JournalEditor, days: int
) -> None:
    """Of 60 days every one; of 180, and without safety, those with most or fewest parts."""
    summary = summary_of(demo_editor, last_days(days, TODAY))
    ends = (0, 1, len(PagePart) - 1, len(PagePart))
    counts = range(len(PagePart) + 1) if days == 60 else ends
    every = [*selections(counts, safety=True), *selections(ends, safety=False)]
    for choices in every:
        contained = sentence(summary, choices).partition("Not: ")[0]
        report = replace(build_report(summary, choices), rules=())
        page = " ".join(render_text(report).split())
        for said, words in TOLD_BY.items():
            is_said = any(each in contained for each in said.split("|"))
            assert is_said == bool(re.search(words, page)), (said, contained)


def test_a_first_page_alone_has_none_of_the_following(demo_editor: JournalEditor) -> None:
    said = sentence(summary_of(demo_editor), Choices(first_page_only=True))
    assert said.endswith(
        "Not: Sessions, Every day, Answers to questionnaires, notes, attached data."
    )


def test_blood_pressure_in_the_sessions_table_is_not_hidden_by_leaving_safety_out(
    demo_editor: JournalEditor,
) -> None:
    summary = summary_of(demo_editor)
    with_table = Choices(safety=False)
    without = replace(with_table, left_out=frozenset({PagePart.SESSIONS}))
    assert "blood pressure" in sentence(summary, with_table)
    assert "blood pressure" not in sentence(summary, without)


def test_answers_about_self_harm_go_with_safety(demo_editor: JournalEditor) -> None:
    summary = summary_of(demo_editor)
    choices = Choices(safety=False)
    assert "self-harm" not in sentence(summary, choices)
    assert "better off dead" not in render_text(build_report(summary, choices))


def test_a_name_left_out_is_said(demo_editor: JournalEditor) -> None:
    said = sentence(summary_of(demo_editor), Choices(name=NameForm.NONE))
    assert "your name" not in said.partition("Not: ")[0]
    assert "Not: your name" in said


def test_initials_are_not_the_name(demo_editor: JournalEditor) -> None:
    said = sentence(summary_of(demo_editor), Choices(name=NameForm.INITIALS))
    assert said.startswith("Contains: your initials, ")
    assert "Not: your name" in said


def test_lines_for_the_appointment_are_named_once_there_is_one(
    demo_editor: JournalEditor,
) -> None:
    summary = summary_of(demo_editor)
    with_line = Choices(lines=ThreeLines(to_ask="May I drive?"))
    assert "your lines for this appointment" in sentence(summary, with_line)
    assert "your lines" not in sentence(summary, Choices(lines=ThreeLines("  ")))


def test_attached_data_are_named(demo_editor: JournalEditor) -> None:
    said = sentence(summary_of(demo_editor), attach_data=True)
    assert "the records as data. Not: other notes." in said


def test_a_period_without_sessions_does_not_promise_them(demo_editor: JournalEditor) -> None:
    between = Period(date(2025, 9, 16), date(2025, 9, 30))
    assert "ketamine sessions" not in sentence(summary_of(demo_editor, between))


def test_nothing_written_down_is_said(editor: JournalEditor) -> None:
    assert sentence(summary_of(editor)) == (
        "Nothing is written down for this period; the page says so. "
        "Not: your name, notes, attached data."
    )


def test_an_empty_period_still_has_the_name(demo_editor: JournalEditor) -> None:
    long_ago = Period(date(2020, 1, 1), date(2020, 1, 31))
    said = sentence(summary_of(demo_editor, long_ago))
    assert "Nothing is written down" in said
    assert (
        "Contains: your name, birth date, record number, what is treated, the next planned "
        "session. Not: "
    ) in said


def test_safety_that_is_left_out_is_said(demo_editor: JournalEditor) -> None:
    said = sentence(summary_of(demo_editor), Choices(safety=False))
    assert "safety answers" not in said
    assert said.endswith("Safety is left out; the page says so.")


def test_a_page_without_entries_has_no_safety_to_leave_out(editor: JournalEditor) -> None:
    summary = summary_of(editor)
    assert sentence(summary, Choices(safety=False)) == sentence(summary)
