"""Which records go along with a page: nothing that the page leaves out."""

from dataclasses import replace
from uuid import UUID

import pytest

from journal.domain.safety_answer import SafetyQuestion
from journal.domain.session import BeforeSession, Treatment
from journal.report.content import summary_for
from journal.report.parts import Choices, PagePart
from journal.report.shared_records import shared_records
from tests.domain.diary import Diary
from tests.report.pages import TODAY, day
from tests.report.shared_patient import (
    MARKED_NOTE,
    NAMES,
    PERIOD,
    PRIVATE_NOTE,
    SESSION_NOTE,
    patient,
    shared,
)


def without(*parts: PagePart, **named: object) -> Choices:
    return Choices(left_out=frozenset(parts), **named)  # type: ignore[arg-type]


def every_but(*parts: PagePart) -> Choices:
    return without(*(frozenset(PagePart) - set(parts)))


def scales(choices: Choices) -> set[str]:
    return {score.scale for each in shared(choices).check_ins for score in each.scores}


def notes(choices: Choices) -> set[str]:
    records = shared(choices)
    texts = {check_in.note for check_in in records.check_ins}
    return (texts | {session.note for session in records.sessions}) - {""}


def test_records_of_other_days_stay_at_home() -> None:
    records = shared()
    assert len(records.check_ins) == len(patient().check_ins) - 1
    assert all(check_in.moment.day in PERIOD for check_in in records.check_ins)


def test_every_kind_goes_along_with_the_whole_page() -> None:
    records, all_of_it = shared(), patient()
    assert records.sessions
    assert len(records.side_effects) == len(all_of_it.side_effects)
    assert [response.total for response in records.responses] == [9, 7]
    assert [medicine.dose for medicine in records.medications] == ["100 mg", "1 mg"]
    assert records.doses_taken == all_of_it.doses_taken
    assert len(records.days) == 2


class TestNotes:
    def test_private_ones_never_unless_chosen(self) -> None:
        assert notes(Choices()) == {MARKED_NOTE}

    def test_one_by_one(self) -> None:
        session = next(each for each in patient().sessions if each.note)
        assert notes(Choices(notes=frozenset({session.id}))) == {SESSION_NOTE}

    def test_none(self) -> None:
        assert notes(Choices(notes=frozenset())) == set()

    def test_none_where_only_the_first_page_is_made(self) -> None:
        private = next(each for each in patient().check_ins if each.note == PRIVATE_NOTE)
        everything = frozenset({private.id})
        assert notes(Choices(notes=everything, first_page_only=True)) == set()

    def test_an_unknown_one_changes_nothing(self) -> None:
        assert notes(Choices(notes=frozenset({UUID(int=4)}))) == set()


class TestScores:
    def test_of_every_scale_with_the_daily_table(self) -> None:
        assert scales(Choices()) == {"mood", "anxiety", "own-90"}

    def test_only_of_those_that_have_a_column(self) -> None:
        """Eight have one; the ninth and tenth go along with a picture of theirs alone."""
        diary, order = Diary(), [f"own-{number}" for number in range(10)]
        mood = diary.scales[0]
        diary.scales = [
            replace(mood, id=UUID(int=place), key=key, position=place)
            for place, key in enumerate(order)
        ]
        for ago, key in enumerate(order):
            diary.score(day(ago), 4, key)
        records = diary.records()

        def rated(choices: Choices) -> set[str]:
            summary = summary_for(records, PERIOD, TODAY, choices)
            found = shared_records(records, summary, choices)
            return {score.scale for each in found.check_ins for score in each.scores}

        assert rated(Choices()) == set(order[:8])
        assert rated(Choices(scale="own-9")) == {*order[:8], "own-9"}

    def test_of_the_pages_scale_without_it(self) -> None:
        assert scales(without(PagePart.DAYS)) == {"mood"}
        assert scales(Choices(first_page_only=True)) == {"mood"}

    def test_none_where_the_page_has_none(self) -> None:
        parts = (PagePart.DAYS, PagePart.COURSE, PagePart.OVER_TIME, PagePart.AROUND)
        assert scales(without(*parts)) == set()

    def test_tags_never(self) -> None:
        assert not any(check_in.tags for check_in in shared().check_ins)


class TestPartsLeftOut:
    def test_side_effects(self) -> None:
        records = shared(without(PagePart.SIDE_EFFECTS))
        assert records.side_effects == ()
        assert not any(day.no_side_effects for day in records.days)

    def test_medicines(self) -> None:
        records = shared(without(PagePart.MEDICINES))
        assert (records.medications, records.doses_taken) == ((), ())

    def test_sleep_goes_with_the_medicines(self) -> None:
        assert any(day.sleep_hours for day in shared(without(PagePart.DAYS)).days)
        assert not any(day.sleep_hours for day in shared(without(PagePart.MEDICINES)).days)

    def test_readings_are_in_the_table_of_sessions(self) -> None:
        (first, _other) = shared(without(PagePart.SESSIONS)).sessions
        assert first.dose is not None
        assert (first.vitals, first.before, first.end) == ((), None, None)

    def test_without_medicines_only_alcohol_is_told_of_the_hours_before(self) -> None:
        told = [each.before for each in shared(without(PagePart.MEDICINES)).sessions]
        assert told == [frozenset({BeforeSession.ALCOHOL}), None]

    def test_sessions(self) -> None:
        records = shared(without(PagePart.SESSIONS, PagePart.TREATMENT))
        assert records.sessions == ()
        assert {effect.session_id for effect in records.side_effects} == {None}

    def test_other_treatments_are_not_in_the_table_of_sessions(self) -> None:
        treatments = [each.treatment for each in shared(without(PagePart.TREATMENT)).sessions]
        assert treatments == [Treatment.IV_KETAMINE]

    def test_answers(self) -> None:
        responses = shared(without(PagePart.ANSWERS)).responses
        assert [response.total for response in responses] == [9, 7]
        assert not any(response.answers for response in responses)

    def test_questionnaires(self) -> None:
        parts = (PagePart.ANSWERS, PagePart.COURSE, PagePart.OVER_TIME)
        assert shared(without(*parts)).responses == ()

    def test_safety(self) -> None:
        records = shared(Choices(safety=False))
        assert records.safety_answers == ()
        assert [response.total for response in records.responses] == [9, 7]
        assert [response.answers for response in records.responses] == [(("difficulty", 1),), ()]

    def test_everything(self) -> None:
        records = shared(without(*PagePart, safety=False, notes=frozenset()))
        assert records.day_count == 0

    @pytest.mark.parametrize("part", PagePart)
    def test_no_part_brings_another_along(self, part: PagePart) -> None:
        few = shared(every_but(part))
        assert len(few.medications) == (2 if part is PagePart.MEDICINES else 0)
        assert bool(few.sessions) == (part in (PagePart.TREATMENT, PagePart.SESSIONS))


def test_what_is_no_answer_is_never_shared() -> None:
    questions = [answer.question for answer in shared().safety_answers]
    assert questions == [SafetyQuestion.SAFE_TONIGHT, SafetyQuestion.BLADDER]


def test_no_names_of_people_and_no_reasons() -> None:
    shown = repr(shared())
    assert not [name for name in NAMES if name in shown]
    assert "My sister asked" not in shown


def test_days_with_a_record_are_counted_once() -> None:
    """Days 20, 10, 9, 8, 7, 6, 5, 4, 3 and 2 before today."""
    assert shared().day_count == 10
