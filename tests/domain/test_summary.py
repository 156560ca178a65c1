from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from journal import demo
from journal.domain.checkin import CheckIn, DayRecord
from journal.domain.period import Period, last_days
from journal.domain.profile import TreatedFor
from journal.domain.safety import ClearlyLower, FindingKind
from journal.domain.session import Dose, DoseUnit, SessionState, Treatment, TreatmentSession
from journal.domain.side_effect import Duration, Lasted, Onset, Severity, SideEffect
from journal.domain.summary import (
    Completeness,
    EffectSummary,
    SideEffects,
    Summary,
    summarise,
)
from journal.domain.treatments import DoseCount
from tests.domain.diary import Diary, at, minutes, scale_of
from tests.domain.responses import paper, questionnaire

TODAY = date(2026, 3, 10)
MONTH = last_days(30, TODAY)

MILD, MODERATE, SEVERE = Severity.MILD, Severity.MODERATE, Severity.SEVERE
UNDER_TWO_HOURS = Duration(Lasted.UNDER_TWO_HOURS)
REST_OF_DAY = Duration(Lasted.REST_OF_DAY)
STILL_THERE = Duration(Lasted.STILL_THERE)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def summary_of(diary: Diary, period: Period = MONTH) -> Summary:
    return summarise(diary.records(), period, TODAY, ())


class TestCompleteness:
    def test_a_day_with_several_check_ins_is_one_logged_day(self) -> None:
        """2 of 30 days: 6.67 percent, rounded down."""
        diary = Diary()
        diary.score(day(3), 4, hour=8)
        diary.score(day(3), 5, hour=20)
        diary.score(day(0), 5, scale="anxiety")
        counted = summary_of(diary).completeness
        assert (counted.logged, counted.days, counted.percent) == (2, 30, 6)

    def test_100_percent_means_every_day(self) -> None:
        assert Completeness(250, 249, 0, 0, 0, 0).percent == 99
        assert Completeness(250, 250, 0, 0, 0, 0).percent == 100

    def test_both_ends_of_the_period_count_and_nothing_beyond(self) -> None:
        diary = Diary()
        for ago in (0, 29, 30):
            diary.score(day(ago), 5)
        assert summary_of(diary).completeness.logged == 2

    def test_sleep_alone_is_not_a_score(self) -> None:
        diary = Diary()
        diary.day(day(3), slept=7)
        assert summary_of(diary).completeness.logged == 0

    def test_too_unwell_is_counted_apart(self) -> None:
        diary = Diary()
        diary.day(day(3), unwell=True)
        counted = summary_of(diary).completeness
        assert (counted.logged, counted.too_unwell) == (0, 1)

    def test_a_day_written_down_after_its_end_was_entered_late(self) -> None:
        """Journal day 7 March ends on 8 March at 04:00 in Berlin, 03:00 UTC."""
        diary = Diary()
        end = datetime(2026, 3, 8, 3, tzinfo=UTC)
        diary.score(day(3), 4, written=end)
        diary.score(day(2), 4, written=at(day(2), 22).instant)
        assert summary_of(diary).completeness.late == 1

    def test_one_score_in_time_makes_the_day_on_time(self) -> None:
        diary = Diary()
        diary.score(day(3), 4, hour=8)
        diary.score(day(3), 4, hour=20, written=at(day(1), 9).instant)
        assert summary_of(diary).completeness.late == 0

    def test_imported_days_are_neither_late_nor_on_time(self) -> None:
        """Two rows of one day, and a row on a day that has a score of its own."""
        diary = Diary()
        written = at(TODAY, 9).instant
        diary.score(day(5), 3, hour=8, written=written, source="daylio")
        diary.score(day(5), 4, hour=20, written=written, source="daylio")
        diary.score(day(4), 4, hour=8, written=written, source="daylio")
        diary.score(day(4), 4, hour=20)
        assert summary_of(diary).completeness == Completeness(
            days=30, logged=2, late=0, imported_days=1, imported_rows=3, too_unwell=0
        )


class TestPeriod:
    def test_days_that_have_not_come_yet_are_no_part_of_it(self) -> None:
        summary = summary_of(Diary(), Period(day(9), day(-20)))
        assert summary.period == Period(day(9), TODAY)
        assert summary.completeness.days == 10

    def test_nothing_entered_is_empty(self) -> None:
        assert summary_of(Diary()).is_empty

    @pytest.mark.parametrize("entry", ["answer", "sleep", "note"])
    def test_other_entries_make_it_one_too(self, entry: str) -> None:
        diary = Diary()
        records = diary.records()
        match entry:
            case "answer":
                records = replace(records, responses=(paper(day(2), 12),))
            case "sleep":
                diary.day(day(2), slept=7)
                records = diary.records()
            case "note":
                session = replace(diary.session(day(2), state=SessionState.PLANNED), note="x")
                records = replace(records, sessions=(session,))
        assert not summarise(records, MONTH, TODAY, (questionnaire(),)).is_empty

    def test_entries_outside_the_period_leave_it_empty(self) -> None:
        diary = Diary()
        diary.score(day(40), 5)
        diary.session(day(40), no_side_effects=True)
        diary.effect(day(40), "nausea")
        assert summary_of(diary).is_empty

    @pytest.mark.parametrize("entry", ["score", "session", "effect", "none", "unwell", "cancelled"])
    def test_any_entry_makes_it_a_summary(self, entry: str) -> None:
        diary = Diary()
        match entry:
            case "score":
                diary.score(day(1), 5)
            case "session":
                diary.session(day(1))
            case "cancelled":
                diary.session(day(1), state=SessionState.CANCELLED)
            case "effect":
                diary.effect(day(1), "nausea")
            case _:
                diary.day(day(1), none=entry == "none", unwell=entry == "unwell")
        assert not summary_of(diary).is_empty

    def test_it_says_whose_it_is_and_when_it_was_made(self) -> None:
        summary = summary_of(Diary("Alex Example", date(1980, 1, 1)))
        assert (summary.patient_name, summary.birth_date) == ("Alex Example", date(1980, 1, 1))
        assert summary.made_on == TODAY


class TestSessions:
    def test_numbers_count_over_the_whole_course(self) -> None:
        diary = Diary()
        for ago in (60, 53, 25, 4):
            diary.session(day(ago))
        sessions = summary_of(diary).sessions
        assert [session.number for session in sessions] == [3, 4]

    def test_a_gap_reaches_back_beyond_the_period(self) -> None:
        """53 − 25 = 28 and 25 − 4 = 21 days."""
        diary = Diary()
        for ago in (53, 25, 4):
            diary.session(day(ago))
        assert [session.gap for session in summary_of(diary).sessions] == [28, 21]

    def test_the_first_session_of_all_has_no_gap(self) -> None:
        diary = Diary()
        diary.session(day(4))
        assert summary_of(diary).sessions[0].gap is None

    def test_mood_before_and_on_the_next_day(self) -> None:
        """Next day: (6 + 7) / 2. The 9 at 12:00 was given during the drug's effect."""
        diary = Diary()
        diary.session(day(4), hour=10, length=40)
        diary.score(day(4), 3, hour=8)
        diary.score(day(4), 9, hour=12)
        diary.score(day(3), 6, hour=8)
        diary.score(day(3), 7, hour=20)
        (session,) = summary_of(diary).sessions
        assert (session.before, session.next_day) == (3, 6.5)

    def test_without_scores_there_is_nothing_to_say(self) -> None:
        diary = Diary()
        diary.session(day(4))
        (session,) = summary_of(diary).sessions
        assert (session.before, session.next_day) == (None, None)

    def test_the_scale_is_the_one_with_most_logged_days_and_never_sleep(self) -> None:
        diary = Diary()
        diary.score(day(4), 3)
        diary.score(day(4), 3, scale="pain")
        diary.score(day(3), 3, scale="pain")
        for ago in range(5):
            diary.day(day(ago), slept=7)
        assert summary_of(diary).timeline.scale == scale_of("pain")

    def test_the_person_s_own_choice_comes_first(self) -> None:
        diary = Diary()
        diary.score(day(4), 3)
        chosen = summarise(diary.records(), MONTH, TODAY, (), "anxiety")
        assert chosen.timeline.scale == scale_of("anxiety")
        assert [daily.scale for daily in chosen.daily] == [scale_of("anxiety")]

    @pytest.mark.parametrize("key", ["sleep-hours", "of another journal"])
    def test_what_cannot_be_the_daily_scale_is_not(self, key: str) -> None:
        diary = Diary()
        diary.score(day(4), 3, scale="pain")
        chosen = summarise(diary.records(), MONTH, TODAY, (), key)
        assert chosen.timeline.scale == scale_of("pain")

    def test_elevated_mood_stands_beside_it_where_bipolar_depression_is_treated(self) -> None:
        diary = Diary()
        diary.score(day(4), 3)
        assert summary_of(diary).elevated_mood is None
        bipolar = frozenset({TreatedFor.BIPOLAR})
        diary.settings = replace(diary.settings, treated_for=bipolar)
        summary = summary_of(diary)
        assert [daily.scale.key for daily in summary.daily] == ["mood", "elevated-mood"]
        assert summary.elevated_mood is not None

    def test_only_sessions_that_took_place_are_listed(self) -> None:
        diary = Diary()
        diary.session(day(4), state=SessionState.CANCELLED)
        diary.session(day(3), state=SessionState.PLANNED)
        diary.session(day(2), treatment=Treatment.TMS)
        assert summary_of(diary).sessions == ()


class TestTreatments:
    def test_states_and_doses_of_one_treatment(self) -> None:
        diary = Diary()
        for ago, mg in ((20, 32), (15, 32), (10, 35)):
            diary.session(day(ago), mg=mg)
        diary.session(day(8), state=SessionState.CANCELLED, mg=40)
        diary.session(day(6), state=SessionState.DID_NOT_TAKE_PLACE)
        (treatment,) = summary_of(diary).treatments
        assert (treatment.done, treatment.cancelled, treatment.did_not_take_place) == (3, 1, 1)
        assert treatment.doses == (
            DoseCount(Dose(Decimal(32), DoseUnit.MG), 2),
            DoseCount(Dose(Decimal(35), DoseUnit.MG), 1),
        )

    def test_ketamine_comes_first_then_the_others_each_on_its_own(self) -> None:
        diary = Diary()
        diary.session(day(9), treatment=Treatment.PSYCHOTHERAPY)
        diary.session(day(8), treatment=Treatment.OTHER, name="Light")
        diary.session(day(7), treatment=Treatment.OTHER, name="light")
        diary.session(day(6), treatment=Treatment.LOZENGE)
        treatments = summary_of(diary).treatments
        assert [(each.example.treatment, each.done) for each in treatments] == [
            (Treatment.LOZENGE, 1),
            (Treatment.PSYCHOTHERAPY, 1),
            (Treatment.OTHER, 2),
        ]

    def test_the_next_planned_is_the_nearest_from_today_on(self) -> None:
        diary = Diary()
        diary.session(day(3), state=SessionState.PLANNED)
        diary.session(day(-40), state=SessionState.PLANNED)
        nearest = diary.session(day(-20), state=SessionState.PLANNED)
        assert summary_of(diary).next_planned == nearest

    def test_a_planned_session_alone_is_no_treatment_yet(self) -> None:
        diary = Diary()
        diary.session(TODAY, state=SessionState.PLANNED)
        assert summary_of(diary).treatments == ()


class TestSideEffectsOfSessions:
    def test_affected_of_those_that_were_asked(self) -> None:
        """Five sessions: two with nausea, one with another effect, one "none", one unanswered."""
        diary = Diary()
        sessions = [diary.session(day(ago), no_side_effects=ago == 5) for ago in (25, 20, 15, 5, 1)]
        for session in sessions[:2]:
            diary.effect(session.start.day, "nausea", session=session)
        diary.effect(day(15), "headache", session=sessions[2])
        effects = summary_of(diary).side_effects
        assert (effects.sessions, effects.sessions_asked) == (5, 4)
        assert [(each.example.effect, each.affected) for each in effects.effects] == [
            ("nausea", 2),
            ("headache", 1),
        ]

    def test_none_today_answers_for_the_session_of_that_day(self) -> None:
        diary = Diary()
        diary.session(day(4))
        diary.session(day(2))
        diary.day(day(4), none=True)
        assert summary_of(diary).side_effects.sessions_asked == 1

    def test_an_effect_entered_the_next_day_answers_for_its_session(self) -> None:
        diary = Diary()
        session = diary.session(day(4))
        diary.effect(day(3), "tiredness", session=session)
        (listed,) = summary_of(diary).sessions
        assert listed.answered
        assert [effect.effect for effect in listed.effects] == ["tiredness"]

    def test_two_entries_for_one_session_are_one_affected_session(self) -> None:
        """Its severity is the worse of the two, its duration the longer."""
        diary = Diary()
        session = diary.session(day(4))
        diary.effect(day(4), "nausea", MODERATE, minutes(30), session, hour=12)
        last = diary.effect(day(4), "nausea", MILD, minutes(60), session, hour=18)
        (nausea,) = summary_of(diary).side_effects.effects
        assert nausea == EffectSummary(last, 1, MODERATE, 1, minutes(60), minutes(60), 1, 0)

    def test_own_words_are_one_effect_whatever_their_case(self) -> None:
        diary = Diary()
        for ago, name in ((9, "Cold hands"), (2, "cold hands")):
            diary.effect(day(ago), name=name, session=diary.session(day(ago)))
        (cold,) = summary_of(diary).side_effects.effects
        assert cold.affected == 2

    def test_the_worst_severity_and_in_how_many_sessions(self) -> None:
        diary = Diary()
        for ago, severity in ((20, SEVERE), (15, MILD), (10, SEVERE), (5, None)):
            diary.effect(day(ago), "nausea", severity, session=diary.session(day(ago)))
        (nausea,) = summary_of(diary).side_effects.effects
        assert (nausea.worst, nausea.worst_sessions) == (SEVERE, 2)

    def test_without_any_severity_there_is_no_worst(self) -> None:
        diary = Diary()
        diary.effect(day(4), "nausea", None, session=diary.session(day(4)))
        (nausea,) = summary_of(diary).side_effects.effects
        assert nausea.worst is None

    @pytest.mark.parametrize(
        ("entered", "usual", "longest"),
        [
            ([minutes(90), minutes(300), minutes(60)], minutes(90), minutes(300)),
            ([minutes(60), minutes(240)], minutes(60), minutes(240)),
            ([minutes(120), UNDER_TWO_HOURS, minutes(119)], UNDER_TWO_HOURS, minutes(120)),
            ([minutes(120), UNDER_TWO_HOURS, minutes(180)], minutes(120), minutes(180)),
            ([REST_OF_DAY, minutes(600), minutes(30 * 60)], REST_OF_DAY, minutes(30 * 60)),
            ([STILL_THERE, minutes(40 * 60), UNDER_TWO_HOURS], minutes(40 * 60), STILL_THERE),
            ([None, UNDER_TWO_HOURS, None], UNDER_TWO_HOURS, UNDER_TWO_HOURS),
            ([None], None, None),
        ],
    )
    def test_the_middle_duration_in_its_own_words(
        self,
        entered: list[Duration | None],
        usual: Duration | None,
        longest: Duration | None,
    ) -> None:
        """Of three the second, of two the shorter; words stand just below 2 h and below a day."""
        diary = Diary()
        for ago, duration in enumerate(entered, 1):
            session = diary.session(day(ago))
            diary.effect(day(ago), "nausea", duration=duration, session=session)
        (nausea,) = summary_of(diary).side_effects.effects
        assert (nausea.usual, nausea.longest) == (usual, longest)
        assert nausea.durations == sum(duration is not None for duration in entered)
        assert nausea.still_there == entered.count(STILL_THERE)

    def test_the_most_frequent_come_first_then_the_worst(self) -> None:
        diary = Diary()
        first, second = diary.session(day(9)), diary.session(day(4))
        for session in (first, second):
            diary.effect(session.start.day, "dizziness", session=session)
        diary.effect(day(9), "nausea", MILD, session=first)
        diary.effect(day(9), "headache", SEVERE, session=first)
        effects = summary_of(diary).side_effects.effects
        assert [each.example.effect for each in effects] == ["dizziness", "headache", "nausea"]


class TestLongEffects:
    def test_more_than_24_hours_is_listed_with_its_session(self) -> None:
        diary = Diary()
        diary.session(day(40))
        session = diary.session(day(9))
        diary.effect(day(9), "nausea", duration=minutes(24 * 60), session=session)
        diary.effect(day(9), "headache", duration=minutes(24 * 60 + 1), session=session)
        (long,) = summary_of(diary).side_effects.over_a_day
        assert (long.number, long.effect.effect) == (2, "headache")

    @pytest.mark.parametrize(("noted", "is_long"), [(10, False), (11, True)])
    def test_still_there_counts_from_the_session_s_end(self, noted: int, is_long: bool) -> None:
        """The session ended at 10:40; 24 h later it is 10:40 of the next day."""
        diary = Diary()
        session = diary.session(day(9), hour=10, length=40)
        diary.effect(day(8), "nausea", duration=STILL_THERE, session=session, hour=noted)
        assert bool(summary_of(diary).side_effects.over_a_day) is is_long

    def test_still_there_counts_from_its_own_beginning_where_that_is_known(self) -> None:
        diary = Diary()
        session = diary.session(day(9), hour=10)
        began = Onset(instant=at(day(9), 15).instant)
        diary.effect(day(8), "nausea", MILD, STILL_THERE, session, hour=12, onset=began)
        assert summary_of(diary).side_effects.over_a_day == ()


class TestOtherEffects:
    def test_are_counted_in_days(self) -> None:
        diary = Diary()
        diary.effect(day(9), "tiredness", MILD, hour=9)
        diary.effect(day(9), "tiredness", MODERATE, hour=20)
        diary.effect(day(3), "tiredness", None)
        (tired,) = summary_of(diary).side_effects.others
        assert (tired.days, tired.worst) == (2, MODERATE)

    def test_those_of_a_session_before_the_period_are_among_them(self) -> None:
        diary = Diary()
        session = diary.session(day(30))
        diary.effect(day(29), "tiredness", session=session)
        assert [other.days for other in summary_of(diary).side_effects.others] == [1]

    def test_none_at_all(self) -> None:
        assert summary_of(Diary()).side_effects == SideEffects(0, 0, (), (), ())


class TestSafety:
    def test_what_was_asked_in_the_period_is_part_of_it(self) -> None:
        diary = Diary()
        diary.effect(day(4), "craving")
        diary.effect(day(40), "craving")
        craving = next(
            each for each in summary_of(diary).safety.reported if each.kind is FindingKind.CRAVING
        )
        assert craving.days == (day(4),)

    def test_clearly_lower_looks_back_beyond_a_short_period(self) -> None:
        diary = Diary()
        for ago in range(28):
            diary.score(day(ago), 3 if ago < 14 else 6)
        assert summary_of(diary, last_days(7, TODAY)).clearly_lower == ClearlyLower(6, 14, 3, 14)


def test_the_day_s_own_start_decides_what_is_late() -> None:
    """Written at 01:00 of the next day: in time when days start at 04:00, late from 00:00 on."""
    diary = Diary()
    diary.score(day(3), 4, hour=20, written=at(day(2), 1).instant - timedelta(days=1))
    assert summary_of(diary).completeness.late == 0
    midnight = datetime(2026, 1, 1, tzinfo=UTC).time()
    diary.settings = replace(diary.settings, day_starts_at=midnight)
    assert summary_of(diary).completeness.late == 1


def test_the_demo_patient() -> None:
    """As the diary was made: 180 days less 18 not logged and 3 too unwell."""
    diary = Diary()
    now = at(TODAY, 21, 30).instant
    edits = demo.demo_edits(now, "Europe/Berlin", diary.scales, diary.settings)
    made = [edit.after for edit in edits]
    diary.check_ins = [record for record in made if isinstance(record, CheckIn)]
    diary.days = [record for record in made if isinstance(record, DayRecord)]
    diary.sessions = [record for record in made if isinstance(record, TreatmentSession)]
    diary.side_effects = [record for record in made if isinstance(record, SideEffect)]
    summary = summary_of(diary, last_days(180, TODAY))
    assert summary.completeness == Completeness(180, 159, 11, 0, 0, 3)
    assert [s.gap for s in summary.sessions] == [None, 3, 4, 3, 4, 3, 18, 21, 21, 28, 28, 28]
    assert [(str(d.dose.amount), d.sessions) for d in summary.treatments[0].doses] == [
        ("32", 8),
        ("35", 4),
    ]
    assert [(e.example.effect, e.affected) for e in summary.side_effects.effects] == [
        ("dissociation", 12),
        ("dizziness", 10),
        ("nausea", 6),
        ("headache", 2),
    ]
    assert [(long.number, long.duration) for long in summary.side_effects.over_a_day] == [
        (9, minutes(30 * 60))
    ]
    assert sum(note.marked for note in summary.notes) == 2
