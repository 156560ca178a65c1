from dataclasses import replace
from uuid import UUID

from journal.report.parts import Choices, Report
from journal.report.text import render_text
from tests.domain.diary import Diary
from tests.report.pages import day, lines, report_of, section, titles


def diary() -> Diary:
    """A note marked for summaries, a private one, and one of session 1."""
    diary = Diary()
    diary.score(day(9), 3, note_shared=True)
    diary.check_ins[0] = replace(diary.check_ins[0], note="Marked.\n\nSecond line.")
    diary.score(day(6), 3)
    diary.check_ins[1] = replace(diary.check_ins[1], note="Private.")
    diary.sessions = [replace(diary.session(day(4)), note="Cold room.")]
    return diary


def notes(report: Report) -> list[str]:
    return lines(section(report, "Notes chosen by the patient"))


def test_without_a_choice_those_that_were_marked() -> None:
    assert notes(report_of(diary())) == ["1 March 2026, 20:00 Marked.", "Second line."]


def test_one_by_one() -> None:
    written = diary()
    ids = frozenset({written.check_ins[1].id, written.sessions[0].id})
    assert notes(report_of(written, choices=Choices(notes=ids))) == [
        "6 March 2026, 10:00, session 1 Cold room.",
        "4 March 2026, 20:00 Private.",
    ]


def test_none_is_a_choice() -> None:
    report = report_of(diary(), choices=Choices(notes=frozenset()))
    assert "Notes chosen by the patient" not in titles(report.following)


def test_a_note_that_was_not_chosen_is_nowhere() -> None:
    for chosen in (frozenset[UUID](), frozenset({UUID(int=7)})):
        text = render_text(report_of(diary(), choices=Choices(notes=chosen)))
        assert not any(word in text for word in ("Private", "Marked", "Cold room"))
