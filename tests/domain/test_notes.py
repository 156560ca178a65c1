from dataclasses import replace
from datetime import date, timedelta

from journal.domain.notes import noted_days, notes
from journal.domain.period import last_days
from tests.domain.diary import Diary

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def test_of_check_ins_and_sessions_the_newest_first() -> None:
    diary = Diary()
    marked = diary.score(day(8), 3, note_shared=True)
    private = replace(diary.score(day(2), 3), note="Mine.")
    diary.check_ins[-1] = private
    diary.sessions.append(replace(diary.session(day(4)), note="Cold room."))
    diary.sessions.pop(0)
    found = notes(diary.records(), MONTH)
    assert [(n.text, n.marked, n.session) for n in found] == [
        ("Mine.", False, None),
        ("Cold room.", False, 1),
        ("A note.", True, None),
    ]
    assert [n.id for n in found] == [private.id, diary.sessions[0].id, marked.id]


def test_only_those_of_the_period_and_none_that_is_blank() -> None:
    diary = Diary()
    diary.score(day(30), 3, note_shared=True)
    diary.check_ins.append(replace(diary.score(day(3), 3), note=" \n"))
    diary.check_ins.pop(1)
    assert notes(diary.records(), MONTH) == ()


def test_the_days_with_a_note_are_those_of_check_ins_and_of_sessions() -> None:
    diary = Diary()
    diary.score(day(9), 3, note_shared=True)
    diary.score(day(8), 3)
    diary.sessions.append(replace(diary.session(day(4)), note="Cold room."))
    diary.sessions.append(replace(diary.session(day(3)), note=" \n"))
    assert noted_days(diary.records()) == {day(9), day(4)}
