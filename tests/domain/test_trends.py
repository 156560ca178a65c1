"""Trends: day scores, averages between sessions, and what is late; each case counted by hand."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from journal.domain import trends
from journal.domain.checkin import MOOD, SLEEP_HOURS, Direction, Scale
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.session import SessionState, Treatment
from journal.domain.trends import DayScore, Part, Timeline
from tests.domain.diary import LONG_AGO, Diary, at, scale_of
from tests.domain.medicines import medicine, taken
from tests.domain.responses import paper

T = TypeVar("T")
DAY = date(2026, 1, 10)
MOOD_SCALE = scale_of(MOOD)
JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))


def day(number: int) -> date:
    """A day of January 2026."""
    return date(2026, 1, number)


def mood(diary: Diary, period: Period = JANUARY) -> Timeline:
    return trends.timeline(diary.records(), MOOD_SCALE, period)


def shown(scores: tuple[DayScore, ...]) -> list[tuple[int, float, Part, int | None]]:
    return [(score.day.day, score.value, score.part, score.session) for score in scores]


def averages(timeline: Timeline) -> list[list[tuple[int, float, int]]]:
    return [[(p.day.day, round(p.value, 3), p.count) for p in line] for line in timeline.lines]


# Day scores


def test_a_days_score_is_the_mean_of_its_check_ins() -> None:
    """3 at 08:00, 5 at 14:00, 7 at 20:00: (3 + 5 + 7) / 3 = 5, from 3 to 7."""
    diary = Diary()
    for hour, value in ((8, 3), (14, 5), (20, 7)):
        diary.score(DAY, value, hour=hour)

    assert mood(diary).scores == (DayScore(DAY, 5.0, 3, 7, 3, late=False, imported=False),)


def test_an_unlogged_day_has_no_score() -> None:
    """Logged on the 3rd and the 5th: nothing stands for the 4th."""
    diary = Diary()
    diary.score(day(3), 4)
    diary.score(day(5), 6)

    assert [score.day for score in mood(diary).scores] == [day(3), day(5)]


def test_other_scales_are_left_out() -> None:
    diary = Diary()
    diary.score(DAY, 4)
    diary.score(DAY, 9, scale="anxiety", hour=21)

    assert [score.value for score in mood(diary).scores] == [4.0]


def test_days_outside_the_period_are_not_drawn() -> None:
    """Both ends belong to the period: of the 9th to the 12th, the 10th and 11th are asked for."""
    diary = Diary()
    for number in (9, 10, 11, 12):
        diary.score(day(number), number - 5)

    scores = mood(diary, Period(day(10), day(11))).scores

    assert [score.day for score in scores] == [day(10), day(11)]


def test_scores_during_the_drug_effect_are_in_nothing() -> None:
    """Session 10:00-10:40, effect until 14:40: 10:00 and 14:00 are left out, 15:00 is after."""
    diary = Diary()
    diary.session(DAY, hour=10)
    diary.score(DAY, 9, hour=10)
    diary.score(DAY, 10, hour=14)
    diary.score(DAY, 6, hour=15)

    assert shown(mood(diary).scores) == [(10, 6.0, Part.AFTER, 1)]


def test_the_drug_effect_is_over_at_its_end() -> None:
    """A session of 60 minutes from 10:00 and four hours more: 15:00 itself is after."""
    diary = Diary()
    diary.session(DAY, hour=10, length=60)
    diary.score(DAY, 6, hour=15)

    assert shown(mood(diary).scores) == [(10, 6.0, Part.AFTER, 1)]


def test_a_session_without_an_end_takes_the_treatments_usual_minutes() -> None:
    """Esketamine from 10:00, usually 120 minutes: the effect lasts until 16:00."""
    diary = Diary()
    diary.session(DAY, hour=10, length=None, treatment=Treatment.ESKETAMINE)
    diary.score(DAY, 9, hour=15)
    diary.score(DAY, 6, hour=16)

    assert shown(mood(diary).scores) == [(10, 6.0, Part.AFTER, 1)]


def test_an_effect_that_reaches_into_the_next_day_leaves_that_day_its_later_scores() -> None:
    """Session 23:00-23:40, effect until 03:40: before 2, then (8 + 6) / 2 on the next day."""
    diary = Diary()
    diary.session(day(10), hour=23)
    diary.score(day(10), 2, hour=20)
    diary.score(day(10), 9, hour=2)  # 02:00 still belongs to the 10th
    diary.score(day(11), 8, hour=9)
    diary.score(day(11), 6, hour=20)

    assert shown(mood(diary).scores) == [
        (10, 2.0, Part.BEFORE, 1),
        (11, 7.0, Part.WHOLE, None),
    ]


def test_a_session_of_days_leaves_the_days_in_it_out() -> None:
    """A pain protocol from the 10th, 10:00, of 48 hours: effect until the 12th, 14:00."""
    diary = Diary()
    diary.session(day(10), hour=10, length=48 * 60)
    for number in (10, 11, 12, 13):
        diary.score(day(number), 5, hour=12)
    diary.score(day(12), 7, hour=20)

    assert shown(mood(diary).scores) == [
        (12, 7.0, Part.WHOLE, None),
        (13, 5.0, Part.WHOLE, None),
    ]


# Session days


def test_a_session_day_splits_into_before_and_after() -> None:
    """07:00 3 and 09:00 4, session at 10:00, 16:00 6 and 20:00 8: before 4, after (6 + 8) / 2."""
    diary = Diary()
    diary.session(DAY, hour=10)
    for hour, value in ((7, 3), (9, 4), (16, 6), (20, 8)):
        diary.score(DAY, value, hour=hour)

    before, after = mood(diary).scores

    assert shown((before, after)) == [(10, 4.0, Part.BEFORE, 1), (10, 7.0, Part.AFTER, 1)]
    assert (before.low, before.high, before.count) == (4, 4, 1)
    assert (after.low, after.high, after.count) == (6, 8, 2)


def test_a_before_of_the_previous_day_is_not_drawn_again() -> None:
    """The evening of the 9th is before the session of the 10th, and stays the 9th's score."""
    diary = Diary()
    session = diary.session(day(10), hour=10)
    diary.score(day(9), 4, hour=20)
    diary.score(day(10), 7, hour=20)

    assert shown(mood(diary).scores) == [
        (9, 4.0, Part.WHOLE, None),
        (10, 7.0, Part.AFTER, 1),
    ]
    assert trends.before(diary.records(), session, MOOD_SCALE) == 4


def test_other_treatments_and_sessions_that_were_not_held_split_nothing() -> None:
    diary = Diary()
    diary.session(DAY, hour=10, treatment=Treatment.TMS)
    diary.session(DAY, hour=10, state=SessionState.CANCELLED)
    diary.session(DAY, hour=10, state=SessionState.PLANNED)
    diary.score(DAY, 3, hour=9)
    diary.score(DAY, 5, hour=11)

    assert shown(mood(diary).scores) == [(10, 4.0, Part.WHOLE, None)]


def test_two_sessions_on_a_day_have_one_score_between_them() -> None:
    """06:00-06:40, effect until 10:40; 14:00-14:40, until 18:40. 12:00 follows the first, only."""
    diary = Diary()
    first = diary.session(DAY, hour=6)
    second = diary.session(DAY, hour=14)
    for hour, value in ((5, 2), (8, 9), (12, 5), (20, 7)):
        diary.score(DAY, value, hour=hour)

    assert shown(mood(diary).scores) == [
        (10, 2.0, Part.BEFORE, 1),
        (10, 5.0, Part.AFTER, 1),
        (10, 7.0, Part.AFTER, 2),
    ]
    assert trends.before(diary.records(), first, MOOD_SCALE) == 2
    assert trends.before(diary.records(), second, MOOD_SCALE) == 5


def test_sessions_are_numbered_over_the_whole_course() -> None:
    """The period holds the third session only; a psychotherapy hour in it has no number."""
    diary = Diary()
    for number in (2, 9, 16):
        diary.session(day(number))
    diary.session(day(17), treatment=Treatment.PSYCHOTHERAPY)
    diary.session(day(18), state=SessionState.DID_NOT_TAKE_PLACE)

    marks = mood(diary, Period(day(10), day(20))).sessions

    assert [(mark.number, mark.day.day) for mark in marks] == [(3, 16), (None, 17)]


# Before and next day


def test_before_reaches_back_24_hours_and_no_further() -> None:
    """Session on the 10th at 20:00: 20:00 of the 9th is 24 h before, 19:00 is 25 h before."""
    near, far = Diary(), Diary()
    near.score(day(9), 4, hour=20)
    far.score(day(9), 4, hour=19)

    assert trends.before(near.records(), near.session(day(10), hour=20), MOOD_SCALE) == 4
    assert trends.before(far.records(), far.session(day(10), hour=20), MOOD_SCALE) is None


def test_before_is_never_a_score_during_or_before_an_earlier_session() -> None:
    """Sessions at 06:00 and 12:00: 05:00 is before the first, 08:00 in its effect; none is left."""
    diary = Diary()
    diary.session(DAY, hour=6)
    second = diary.session(DAY, hour=12)
    diary.score(DAY, 2, hour=5)
    diary.score(DAY, 9, hour=8)

    assert trends.before(diary.records(), second, MOOD_SCALE) is None


def test_a_score_at_the_start_itself_is_not_before() -> None:
    diary = Diary()
    session = diary.session(DAY, hour=10)
    diary.score(DAY, 9, hour=10)

    assert trends.before(diary.records(), session, MOOD_SCALE) is None


def test_next_day_is_the_mean_of_the_next_journal_day() -> None:
    """The 11th: (6 + 9) / 2 = 7.5."""
    diary = Diary()
    session = diary.session(day(10))
    diary.score(day(11), 6, hour=9)
    diary.score(day(11), 9, hour=20)

    assert trends.next_day(diary.records(), session, MOOD_SCALE) == 7.5


def test_next_day_is_none_when_it_was_not_logged() -> None:
    diary = Diary()
    session = diary.session(day(10))
    diary.score(day(10), 6, hour=20)
    diary.score(day(12), 6)

    assert trends.next_day(diary.records(), session, MOOD_SCALE) is None


def test_next_day_ends_where_the_next_session_begins() -> None:
    """Sessions on the 10th and 11th: of the 11th only 5, its before, follows the first."""
    diary = Diary()
    session = diary.session(day(10))
    diary.session(day(11))
    diary.score(day(11), 3, hour=7)
    diary.score(day(11), 5, hour=9)
    diary.score(day(11), 9, hour=20)

    assert trends.next_day(diary.records(), session, MOOD_SCALE) == 5


def test_every_session_held_has_its_scores_around_it() -> None:
    """4 before and 7 after the infusion; nothing around the TMS of the 20th; none planned."""
    diary = Diary()
    infusion = diary.session(day(10))
    tms = diary.session(day(20), treatment=Treatment.TMS)
    diary.session(day(25), state=SessionState.PLANNED)
    diary.score(day(10), 4, hour=9)
    diary.score(day(11), 7)

    around = trends.scores_around_sessions(diary.records(), MOOD_SCALE)

    assert around == (
        trends.SessionScores(infusion, 4, 7.0),
        trends.SessionScores(tms, None, None),
    )


# Averages


def test_the_average_takes_in_three_days_on_either_side() -> None:
    """1 … 7 on the 1st to 7th: the 4th has all seven, 28 / 7 = 4; the 1st four, 10 / 4 = 2.5."""
    diary = Diary()
    for number in range(1, 8):
        diary.score(day(number), number)

    assert averages(mood(diary)) == [
        [
            (1, 2.5, 4),
            (2, 3.0, 5),
            (3, 3.5, 6),
            (4, 4.0, 7),
            (5, 4.5, 6),
            (6, 5.0, 5),
            (7, 5.5, 4),
        ]
    ]


def test_each_day_weighs_the_same_however_often_it_was_logged() -> None:
    """0 three times on the 1st, 8 once on the 2nd to 4th: (0 + 8 + 8 + 8) / 4 = 6."""
    diary = Diary()
    for hour in (8, 14, 20):
        diary.score(day(1), 0, hour=hour)
    for number in (2, 3, 4):
        diary.score(day(number), 8)

    assert averages(mood(diary))[0][0] == (1, 6.0, 4)


def test_there_is_no_average_of_three_days() -> None:
    diary = Diary()
    for number in (1, 2, 3):
        diary.score(day(number), 5)

    assert mood(diary).lines == ()


def test_the_line_breaks_at_an_unlogged_day() -> None:
    """1st to 3rd and 5th to 7th logged: two lines, though the 4th would have six days around it."""
    diary = Diary()
    for number in (1, 2, 3, 5, 6, 7):
        diary.score(day(number), 6)

    assert averages(mood(diary)) == [
        [(2, 6.0, 4), (3, 6.0, 5)],
        [(5, 6.0, 5), (6, 6.0, 4)],
    ]


def test_before_belongs_to_the_ending_stretch_and_after_to_the_next() -> None:
    """2 on the 6th to 9th and before on the 10th; 8 after it and on the 11th to 13th."""
    diary = Diary()
    diary.session(day(10), hour=10)
    for number in (6, 7, 8, 9):
        diary.score(day(number), 2)
    diary.score(day(10), 2, hour=9)
    diary.score(day(10), 8, hour=20)
    for number in (11, 12, 13):
        diary.score(day(number), 8)

    ending, beginning = mood(diary).lines

    assert [(p.day.day, p.value, p.count) for p in ending] == [
        (6, 2.0, 4),
        (7, 2.0, 5),
        (8, 2.0, 5),
        (9, 2.0, 5),
        (10, 2.0, 4),
    ]
    assert ending[-1].part is Part.BEFORE
    assert {p.value for p in beginning} == {8.0}
    assert (beginning[0].day, beginning[0].part) == (day(10), Part.AFTER)


def test_averages_at_the_periods_ends_take_in_the_days_outside() -> None:
    """1 … 7 on the 1st to 7th, asked for the 4th alone: still 28 / 7 = 4."""
    diary = Diary()
    for number in range(1, 8):
        diary.score(day(number), number)

    assert averages(mood(diary, Period(day(4), day(4)))) == [[(4, 4.0, 7)]]


# Sleep


def test_sleep_is_one_value_a_day_even_on_a_session_day() -> None:
    diary = Diary()
    diary.session(day(10))
    diary.day(day(10), slept=6.5)
    diary.day(day(11))

    scores = trends.timeline(diary.records(), scale_of(SLEEP_HOURS), JANUARY).scores

    assert scores == (DayScore(day(10), 6.5, 6.5, 6.5, 1, late=False, imported=False),)


def test_the_average_of_sleep_does_not_cross_a_session_either() -> None:
    """4 h up to the night before the session of the 10th, 8 h from the 11th on."""
    diary = Diary()
    diary.session(day(10))
    for number in range(7, 15):
        diary.day(day(number), slept=4 if number <= 10 else 8)

    lines = trends.timeline(diary.records(), scale_of(SLEEP_HOURS), JANUARY).lines

    assert [{p.value for p in line} for line in lines] == [{4.0}, {8.0}]


# Written later, and imported


def test_a_day_is_late_when_all_its_scores_were_written_after_it_ended() -> None:
    """The 10th ends on the 11th at 04:00: 03:59 is in time, 04:00 is late."""
    end = at(day(11), 4).instant
    in_time, late = Diary(), Diary()
    in_time.score(DAY, 4, written=end - timedelta(minutes=1))
    late.score(DAY, 4, written=end)

    assert not mood(in_time).scores[0].late
    assert mood(late).scores[0].late


def test_one_score_in_time_makes_the_day_in_time() -> None:
    diary = Diary()
    diary.score(DAY, 4, hour=9)
    diary.score(DAY, 6, hour=20, written=at(day(15), 12).instant)

    assert not mood(diary).scores[0].late


def test_both_sides_of_a_session_are_late_only_together() -> None:
    diary = Diary()
    diary.session(DAY, hour=10)
    diary.score(DAY, 4, hour=9)
    diary.score(DAY, 6, hour=20, written=at(day(15), 12).instant)

    assert [score.late for score in mood(diary).scores] == [False, False]


def test_the_day_ends_when_the_journal_says_so() -> None:
    """With days that start at 06:00, the 11th at 05:00 is still the 10th."""
    diary = Diary()
    diary.score(DAY, 4, written=at(day(10), 20).instant.replace(day=11, hour=4))
    diary.settings = replace(diary.settings, day_starts_at=time(6))

    assert not mood(diary).scores[0].late


def test_an_imported_day_is_neither_late_nor_in_time() -> None:
    diary = Diary()
    diary.score(DAY, 4, written=at(day(20), 12).instant, source="Daylio")

    (score,) = mood(diary).scores

    assert (score.late, score.imported) == (False, True)


def test_own_scores_decide_about_a_day_that_is_also_imported() -> None:
    diary = Diary()
    diary.score(DAY, 4, hour=9, source="Daylio")
    diary.score(DAY, 4, hour=20, written=at(day(15), 12).instant)

    (score,) = mood(diary).scores

    assert (score.late, score.imported) == (True, False)


def test_days_late_and_imported_are_counted_once() -> None:
    """Late on both sides of a session is one late day."""
    diary = Diary()
    diary.session(DAY, hour=10)
    for hour in (9, 20):
        diary.score(DAY, 4, hour=hour, written=at(day(15), 12).instant)
    diary.score(day(12), 4, source="Daylio")

    timeline = mood(diary)

    assert (timeline.days_logged, timeline.days_late, timeline.days_imported) == (2, 1, 1)


# Scales and periods


def test_the_fullest_scale_is_that_with_most_logged_days_in_the_period() -> None:
    """Anxiety three times on one day is one day; mood has two."""
    diary = Diary()
    for hour in (8, 14, 20):
        diary.score(day(3), 5, scale="anxiety", hour=hour)
    diary.score(day(3), 5, hour=21)
    diary.score(day(4), 5)
    records = diary.records()

    assert trends.fullest_scale(records, JANUARY).key == MOOD
    assert trends.fullest_scale(records, Period(day(3), day(3))).key == MOOD
    assert [s.key for s in trends.scales_with_scores(records, JANUARY)] == [MOOD, "anxiety"]


def test_an_imported_scale_can_be_the_fullest() -> None:
    diary = Diary()
    own = Scale(
        scale_of(MOOD).id, "daylio", 1, 5, Direction.HIGHER_BETTER, True, 20, LONG_AGO, LONG_AGO,
        name="Mood (Daylio, 1–5)",
    )  # fmt: skip
    diary.scales.append(own)
    diary.score(day(3), 4)
    diary.score(day(4), 4, scale="daylio", source="Daylio")
    diary.score(day(5), 4, scale="daylio", source="Daylio")

    assert trends.fullest_scale(diary.records(), JANUARY) == own


def test_sleep_is_the_fullest_only_where_nothing_else_is_rated() -> None:
    diary = Diary()
    diary.day(day(3), slept=7)
    diary.day(day(4), slept=7)
    slept = diary.records()
    diary.score(day(3), 5)

    assert trends.fullest_scale(slept, JANUARY).key == SLEEP_HOURS
    assert [scale.key for scale in trends.scales_with_scores(slept, JANUARY)] == [SLEEP_HOURS]
    assert trends.fullest_scale(slept, Period(day(5), day(9))).key == MOOD
    assert trends.fullest_scale(diary.records(), JANUARY).key == MOOD


def test_without_scores_the_scale_is_mood() -> None:
    records = Diary().records()

    assert trends.fullest_scale(records, JANUARY).key == MOOD
    assert trends.scales_with_scores(records, JANUARY) == ()


def test_the_whole_journal_begins_with_its_first_entry() -> None:
    diary = Diary()
    assert trends.whole_journal(diary.records(), DAY) == Period(DAY, DAY)

    diary.score(day(5), 4)
    diary.session(day(3))
    diary.session(day(2), state=SessionState.CANCELLED)

    assert trends.whole_journal(diary.records(), DAY) == Period(day(3), DAY)


def test_the_whole_journal_holds_every_kind_of_entry() -> None:
    """Each is the first one, by turns: a side effect, a dose as needed, a questionnaire."""
    diary = Diary()
    diary.score(day(9), 4)
    diary.effect(day(8), "headache")
    assert trends.whole_journal(diary.records(), DAY).first == day(8)

    as_needed = medicine(day(1), as_needed=True)
    records = replace(diary.records(), doses_taken=(taken(as_needed, day(7)),))
    assert trends.whole_journal(records, DAY).first == day(7)

    records = replace(records, responses=(paper(day(2), 18),))
    assert trends.whole_journal(records, DAY).first == day(2)


def test_a_medicines_start_shortly_before_belongs_to_the_journal_and_one_of_long_ago_does_not() -> (
    None
):
    """28 days before the first score, and 29."""
    diary = Diary()
    diary.score(DAY, 4)
    near, far = DAY - timedelta(28), DAY - timedelta(29)

    assert trends.whole_journal(_taking(diary, near, far), DAY).first == near
    assert trends.whole_journal(_taking(diary, far), DAY).first == DAY


def test_a_medicine_begun_later_does_not_shorten_the_journal() -> None:
    diary = Diary()
    diary.score(day(2), 4)

    assert trends.whole_journal(_taking(diary, day(8)), DAY).first == day(2)


def _taking(diary: Diary, *since: date) -> Records:
    medications = tuple(medicine(day, course=UUID(int=n)) for n, day in enumerate(since))
    return replace(diary.records(), medications=medications)


def test_a_period_at_the_calendars_end_has_no_days_beyond_it() -> None:
    last = Period(date.max, date.max)

    assert trends.timeline(Diary().records(), MOOD_SCALE, last).is_empty


# What holds for every diary

entries = st.tuples(st.integers(1, 31), st.sampled_from((8, 12, 16, 20)), st.integers(0, 10))
diaries = st.tuples(
    st.lists(entries, max_size=60, unique_by=lambda entry: entry[:2]),
    st.lists(st.tuples(st.integers(1, 31), st.sampled_from((6, 10, 15))), max_size=5, unique=True),
)
Entries = list[tuple[int, int, int]]
Written = tuple[Entries, list[tuple[int, int]]]


def write(written: Written) -> Diary:
    diary = Diary()
    for number, hour in written[1]:
        diary.session(day(number), hour=hour)
    for number, hour, value in written[0]:
        diary.score(day(number), value, hour=hour)
    return diary


def shuffled(records: Records, seed: int) -> Records:
    def mixed(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.Random(seed).sample(values, len(values)))

    return replace(records, check_ins=mixed(records.check_ins), sessions=mixed(records.sessions))


@given(diaries, st.integers())
def test_the_order_of_records_does_not_matter(written: Written, seed: int) -> None:
    records = write(written).records()

    assert trends.timeline(shuffled(records, seed), MOOD_SCALE, JANUARY) == trends.timeline(
        records, MOOD_SCALE, JANUARY
    )


@given(diaries)
def test_no_value_lies_off_the_scale(written: Written) -> None:
    timeline = mood(write(written))

    assert all(0 <= s.low <= s.value <= s.high <= 10 for s in timeline.scores)
    assert all(0 <= point.value <= 10 for line in timeline.lines for point in line)


@given(diaries)
def test_every_average_stands_on_a_logged_day_of_an_unbroken_line(written: Written) -> None:
    timeline = mood(write(written))
    logged = {(s.day, s.part, s.session) for s in timeline.scores}

    for line in timeline.lines:
        days = [point.day for point in line]
        assert days == [days[0] + timedelta(n) for n in range(len(days))]
        assert {(p.day, p.part, p.session) for p in line} <= logged
        assert all(4 <= point.count <= 7 for point in line)


@given(diaries)
def test_no_line_crosses_a_session(written: Written) -> None:
    """Within a line, only its first day may follow a session and only its last may precede one."""
    timeline = mood(write(written))
    session_days = {mark.day for mark in timeline.sessions}

    for line in timeline.lines:
        assert not session_days & {point.day for point in line[1:-1]}
        assert all(point.part is not Part.BEFORE for point in line[:-1])
        assert all(point.part is not Part.AFTER for point in line[1:])


@given(diaries, st.integers(0, 10))
def test_what_lies_beyond_a_session_changes_no_average(written: Written, value: int) -> None:
    """Averages up to a session on the 15th, with and without the days after it."""
    sessions = [(15, 10)]
    entries = [entry for entry in written[0] if entry[0] < 15]
    later = [(number, 20, value) for number in range(15, 32)]
    ends = Period(day(1), day(14))

    assert mood(write((entries, sessions)), ends) == mood(write((entries + later, sessions)), ends)


@given(diaries, st.integers(1, 31), st.integers(0, 10))
def test_one_more_day_changes_only_the_windows_that_hold_it(
    written: Written, number: int, value: int
) -> None:
    entries = [entry for entry in written[0] if entry[0] != number]
    without = mood(write((entries, written[1])))
    with_it = mood(write(([*entries, (number, 20, value)], written[1])))

    def far(timeline: Timeline) -> list[trends.AveragePoint]:
        points = [point for line in timeline.lines for point in line]
        return [point for point in points if abs(point.day.day - number) > 3]

    assert far(without) == far(with_it)


def test_a_change_of_time_zone_keeps_each_score_on_its_journal_day() -> None:
    """Berlin to Honolulu: the 10th lasts 35 hours; its scores before the session are two days'."""
    diary = Diary()
    berlin = diary.score(DAY, 3, hour=9)
    session = diary.session(DAY, hour=20)
    honolulu = replace(
        berlin,
        id=session.id,
        moment=replace(
            berlin.moment, instant=datetime(2026, 1, 11, 6, tzinfo=UTC), zone="Pacific/Honolulu"
        ),
    )
    diary.check_ins.append(honolulu)

    assert [(s.part, s.count) for s in mood(diary).scores] == [(Part.BEFORE, 1), (Part.AFTER, 1)]


def test_a_score_out_of_step_with_its_day_counts_on_that_day_all_the_same() -> None:
    """Written for the 9th of a western zone while the 10th's session was over already in Berlin.

    The drug effect ends at 14:40 Berlin time; 15:30 there lies after it: (3 + 7) / 2 on the 9th.
    """
    diary = Diary()
    diary.session(DAY, hour=10)
    berlin = diary.score(day(9), 3)
    elsewhere = replace(berlin.moment, instant=at(DAY, 15, 30).instant, zone="Pacific/Pago_Pago")
    other = diary.score(day(9), 7, hour=9)
    diary.check_ins[-1] = replace(other, moment=elsewhere)

    assert shown(mood(diary).scores) == [(9, 5.0, Part.WHOLE, None)]


@given(diaries, st.integers(1, 31), st.integers(1, 31))
def test_scores_that_are_known_already_make_the_same_timeline(
    written: Written, one: int, other: int
) -> None:
    records = write(written).records()
    known = trends.timeline(records, MOOD_SCALE, JANUARY).scores
    period = Period(*sorted((day(one), day(other))))

    assert trends.timeline(records, MOOD_SCALE, period, known) == trends.timeline(
        records, MOOD_SCALE, period
    )
