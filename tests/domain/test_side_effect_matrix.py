"""Side effects by session: what each cell holds, what is usual, and what lasted beyond a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.period import Period
from journal.domain.session import SessionState, Treatment, TreatmentSession
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.side_effect_matrix import (
    Began,
    Cell,
    Felt,
    Onsets,
    SideEffectMatrix,
    side_effect_matrix,
)
from journal.domain.summary import summarise
from tests.domain.diary import Diary, at, minutes

FIRST = date(2026, 1, 5)
PERIOD = Period(FIRST, date(2026, 6, 30))

MILD, MODERATE, SEVERE = Severity.MILD, Severity.MODERATE, Severity.SEVERE
STILL_THERE = Duration(Lasted.STILL_THERE)
DURING = Onset(during=True)


def day(number: int) -> date:
    """The day of the `number`-th session, from 1: one a week."""
    return FIRST + timedelta(7 * (number - 1))


def sessions(diary: Diary, count: int) -> list[TreatmentSession]:
    """Weekly sessions from 10:00 to 10:40."""
    return [diary.session(day(number)) for number in range(1, count + 1)]


def matrix_of(diary: Diary, last: int | None = None) -> SideEffectMatrix:
    return side_effect_matrix(diary.records(), PERIOD, last)


def cells(matrix: SideEffectMatrix) -> dict[str, list[Felt]]:
    return {row.summary.example.effect: [cell.felt for cell in row.cells] for row in matrix.rows}


class TestCells:
    def test_none_not_asked_and_not_rated_are_three_things(self) -> None:
        """Session 1 severe, 2 answered with none, 3 never answered, 4 without a strength."""
        diary = Diary()
        first, _, _, last = sessions(diary, 4)
        diary.effect(day(1), "nausea", SEVERE, session=first)
        diary.day(day(2), none=True)
        diary.effect(day(4), "nausea", None, session=last)

        assert cells(matrix_of(diary)) == {
            "nausea": [Felt.SEVERE, Felt.NONE, Felt.NOT_ASKED, Felt.NOT_RATED]
        }

    def test_a_session_with_another_effect_was_asked(self) -> None:
        diary = Diary()
        first, second = sessions(diary, 2)
        diary.effect(day(1), "nausea", MODERATE, session=first)
        diary.effect(day(2), "dizziness", MILD, session=second)

        assert cells(matrix_of(diary)) == {
            "nausea": [Felt.MODERATE, Felt.NONE],
            "dizziness": [Felt.NONE, Felt.MILD],
        }

    def test_of_several_entries_the_worst_counts(self) -> None:
        diary = Diary()
        (session,) = sessions(diary, 1)
        for severity in (None, MODERATE, MILD):
            diary.effect(day(1), "nausea", severity, session=session)

        assert cells(matrix_of(diary)) == {"nausea": [Felt.MODERATE]}

    def test_affected_of_asked_of_sessions(self) -> None:
        """Five sessions, four answered, nausea at two of them."""
        diary = Diary()
        held = sessions(diary, 5)
        for session in held[:2]:
            diary.effect(session.start.day, "nausea", session=session)
        diary.effect(day(3), "headache", session=held[2])
        diary.day(day(4), none=True)
        matrix = matrix_of(diary)

        assert (matrix.rows[0].summary.affected, matrix.asked, len(matrix.sessions)) == (2, 4, 5)
        assert matrix.last_asked == day(4)

    def test_only_ketamine_sessions_that_took_place(self) -> None:
        diary = Diary()
        diary.session(day(1), treatment=Treatment.PSYCHOTHERAPY)
        diary.session(day(2), state=SessionState.CANCELLED)
        diary.session(day(3))

        assert [session.session.start.day for session in matrix_of(diary).sessions] == [day(3)]

    def test_nothing_at_all(self) -> None:
        matrix = matrix_of(Diary())

        assert (matrix.sessions, matrix.rows, matrix.asked, matrix.last_asked) == ((), (), 0, None)


class TestWhichSessions:
    def test_both_ends_of_the_period_count(self) -> None:
        diary = Diary()
        sessions(diary, 4)
        matrix = side_effect_matrix(diary.records(), Period(day(2), day(3)))

        assert [session.number for session in matrix.sessions] == [2, 3]

    def test_of_the_last_ones_every_figure_is_of_those_alone(self) -> None:
        """Nausea at sessions 1 to 3 of 4, severe at the first: of the last three 2 of 2 asked."""
        diary = Diary()
        held = sessions(diary, 4)
        for session, severity in zip(held, (SEVERE, MILD, MILD), strict=False):
            diary.effect(session.start.day, "nausea", severity, session=session)
        matrix = matrix_of(diary, last=3)

        assert [session.number for session in matrix.sessions] == [2, 3, 4]
        assert (matrix.earlier, matrix.asked) == (1, 2)
        assert (matrix.rows[0].summary.affected, matrix.rows[0].summary.worst) == (2, MILD)

    def test_an_earlier_session_s_effects_do_not_become_others(self) -> None:
        diary = Diary()
        first, _second = sessions(diary, 2)
        diary.effect(day(1), "nausea", session=first)
        diary.effect(day(1) + timedelta(3), "tiredness")

        assert [other.example.effect for other in matrix_of(diary, last=1).others] == ["tiredness"]


class TestOnset:
    def test_the_middle_of_three_with_both_ends(self) -> None:
        """Sessions start at 10:00: 12:00 is 120 minutes after, 16:30 390, 11:00 60."""
        diary = Diary()
        held = sessions(diary, 3)
        for session, (hour, minute) in zip(held, ((12, 0), (16, 30), (11, 0)), strict=True):
            began = Onset(instant=at(session.start.day, hour, minute).instant)
            diary.effect(session.start.day, "headache", session=session, onset=began)

        assert matrix_of(diary).rows[0].onsets == Onsets(Began(120), Began(60), Began(390), 3)

    def test_during_stands_just_before_the_session_s_end(self) -> None:
        """The session lasts 40 minutes: 39 min < during < 40 min; of four the second is usual."""
        diary = Diary()
        held = sessions(diary, 4)
        entered = [
            Onset(instant=held[0].start.instant + timedelta(minutes=40)),
            DURING,
            Onset(instant=held[2].start.instant + timedelta(minutes=39)),
            None,
        ]
        for session, onset in zip(held, entered, strict=True):
            diary.effect(session.start.day, "nausea", session=session, onset=onset)

        assert matrix_of(diary).rows[0].onsets == Onsets(Began(None), Began(39), Began(40), 3)

    def test_of_two_the_earlier_is_usual(self) -> None:
        diary = Diary()
        first, second = sessions(diary, 2)
        diary.effect(day(1), "nausea", session=first, onset=DURING)
        began = Onset(instant=second.start.instant + timedelta(minutes=90))
        diary.effect(day(2), "nausea", session=second, onset=began)

        assert matrix_of(diary).rows[0].onsets == Onsets(Began(None), Began(None), Began(90), 2)

    def test_of_one_session_s_entries_the_first_counts(self) -> None:
        diary = Diary()
        (session,) = sessions(diary, 1)
        for after in (200, 100):
            began = Onset(instant=session.start.instant + timedelta(minutes=after))
            diary.effect(day(1), "nausea", session=session, onset=began)

        assert matrix_of(diary).rows[0].onsets == Onsets(Began(100), Began(100), Began(100), 1)

    def test_what_began_before_the_session_is_no_onset(self) -> None:
        diary = Diary()
        (session,) = sessions(diary, 1)
        before = Onset(instant=session.start.instant - timedelta(minutes=1))
        diary.effect(day(1), "nausea", session=session, onset=before)

        assert matrix_of(diary).rows[0].onsets is None


class TestDuration:
    def test_usual_shortest_and_longest(self) -> None:
        """60, 90 and 300 minutes: the middle one is 90; a fourth session has no duration."""
        diary = Diary()
        held = sessions(diary, 4)
        entered = (minutes(300), minutes(60), None, minutes(90))
        for session, duration in zip(held, entered, strict=True):
            diary.effect(session.start.day, "nausea", duration=duration, session=session)
        matrix = matrix_of(diary)
        (row,) = matrix.rows

        assert (row.summary.usual, row.summary.durations) == (minutes(90), 3)
        assert (row.shortest, row.summary.longest) == (minutes(60), minutes(300))
        assert (matrix.timed, matrix.reported) == (3, 4)

    def test_exactly_a_day_is_not_beyond_a_day(self) -> None:
        diary = Diary()
        held = sessions(diary, 2)
        for session, length in zip(held, (24 * 60, 24 * 60 + 1), strict=True):
            diary.effect(session.start.day, "headache", MILD, minutes(length), session)
        (row,) = matrix_of(diary).rows

        assert row.cells == (Cell(Felt.MILD), Cell(Felt.MILD, over_a_day=True))
        assert row.over_a_day == 1

    def test_two_long_effects_of_a_session_are_one_session(self) -> None:
        diary = Diary()
        first, _second = sessions(diary, 2)
        for effect in ("headache", "tiredness"):
            diary.effect(day(1), effect, duration=minutes(2000), session=first)
        matrix = matrix_of(diary)

        assert (matrix.sessions_over_a_day, len(matrix.over_a_day)) == (1, 2)

    @pytest.mark.parametrize(("hour", "over"), [(10, False), (11, True)])
    def test_still_there_the_next_day(self, hour: int, over: bool) -> None:
        """The session ended at 10:40; at 10:00 of the next day 24 h are not over, at 11:00 yes."""
        diary = Diary()
        (session,) = sessions(diary, 1)
        next_day = day(1) + timedelta(1)
        diary.effect(next_day, "nausea", MILD, STILL_THERE, session, hour)
        (row,) = matrix_of(diary).rows

        assert (row.cells[0].over_a_day, row.summary.still_there) == (over, 1)


Answer = tuple[bool, list[tuple[str, Severity | None, Duration | None, Onset | None]]]

ANSWERS = st.tuples(
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from(["nausea", "headache", "dizziness"]),
            st.sampled_from([None, *Severity]),
            st.sampled_from([None, minutes(30), minutes(2000), STILL_THERE]),
            st.sampled_from([None, DURING]),
        ),
        max_size=4,
    ),
)


def written(answers: list[Answer]) -> Diary:
    diary = Diary()
    for session, (none, effects) in zip(sessions(diary, len(answers)), answers, strict=True):
        if none and not effects:
            diary.day(session.start.day, none=True)
        for hour, (effect, severity, duration, onset) in enumerate(effects, 12):
            diary.effect(session.start.day, effect, severity, duration, session, hour, onset=onset)
    return diary


@given(answers=st.lists(ANSWERS, max_size=6))
def test_cells_and_counts_say_the_same(answers: list[Answer]) -> None:
    matrix = matrix_of(written(answers))
    silent = {Felt.NONE, Felt.NOT_ASKED}

    assert matrix.asked <= len(matrix.sessions)
    for row in matrix.rows:
        felt = [cell.felt for cell in row.cells]
        assert len(felt) == len(matrix.sessions)
        assert sum(one not in silent for one in felt) == row.summary.affected
        assert sum(one is not Felt.NOT_ASKED for one in felt) == matrix.asked
        assert sum(cell.over_a_day for cell in row.cells) == row.over_a_day


@given(answers=st.lists(ANSWERS, max_size=6))
def test_the_order_of_what_is_read_does_not_matter(answers: list[Answer]) -> None:
    records = written(answers).records()
    turned = replace(
        records,
        sessions=records.sessions[::-1],
        side_effects=records.side_effects[::-1],
        days=records.days[::-1],
    )

    assert side_effect_matrix(turned, PERIOD).rows == side_effect_matrix(records, PERIOD).rows


@given(answers=st.lists(ANSWERS, max_size=6))
def test_the_summary_has_the_same_figures(answers: list[Answer]) -> None:
    records = written(answers).records()
    matrix = side_effect_matrix(records, PERIOD)
    told = summarise(records, PERIOD, PERIOD.last, ()).side_effects

    assert told.effects == tuple(row.summary for row in matrix.rows)
    assert (told.sessions_asked, told.over_a_day) == (matrix.asked, matrix.over_a_day)
    assert told.others == matrix.others
