from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.session import Dose, DoseUnit, Treatment, numbered
from journal.domain.treatments import DoseCount, Pace, PerKilogram, pace, treatments
from tests.domain.diary import Diary

TODAY = date(2026, 3, 10)


def day(ago: int) -> date:
    return TODAY - timedelta(ago)


def pace_of(agos: list[int], since: int = 10_000) -> Pace:
    """The pace of sessions so many days ago, of those at most `since` days ago."""
    diary = Diary()
    for ago in agos:
        diary.session(day(ago))
    course = numbered(diary.sessions)
    return pace(course, [one.number for one in course if one.session.start.day >= day(since)])


class TestPace:
    def test_an_induction_and_the_gaps_after_it(self) -> None:
        """87 − 84 = 3, 84 − 80 = 4, then 80 − 59 = 21 and 59 − 31 = 28."""
        assert pace_of([87, 84, 80, 59, 31]) == Pace((21, 28), 3, day(87), day(80))

    def test_two_close_sessions_are_no_induction(self) -> None:
        assert pace_of([40, 37, 10]) == Pace((3, 27))

    def test_eight_days_apart_are_no_induction(self) -> None:
        """Under 8 days apart: 7 is one, 8 is not."""
        assert pace_of([14, 7, 0]).induction == 3
        assert pace_of([16, 8, 0]) == Pace((8, 8))

    def test_of_an_induction_before_the_period_only_gaps_are_left(self) -> None:
        assert pace_of([87, 84, 80, 59, 31], since=82) == Pace((4, 21, 28))

    def test_one_session_or_none(self) -> None:
        assert pace_of([3]) == Pace(())
        assert pace_of([]) == Pace(())

    @given(st.lists(st.integers(0, 400), unique=True))
    def test_every_session_but_the_first_is_counted_once(self, agos: list[int]) -> None:
        found = pace_of(agos)
        assert len(found.gaps) + max(found.induction - 1, 0) == max(len(agos) - 1, 0)


def test_doses_that_were_taken_otherwise_are_counted_apart() -> None:
    """Agreed 100 mg three times; of those 300 mg was taken twice, and once what was agreed."""
    diary = Diary()
    hundred, more = (Dose(Decimal(amount), DoseUnit.MG) for amount in (100, 300))
    sessions = [
        replace(diary.session(day(ago), mg=100), dose_taken=taken)
        for ago, taken in enumerate((more, more, hundred))
    ]
    (found,) = treatments(sessions)
    assert found.doses == (DoseCount(hundred, 3),)
    assert found.taken == (DoseCount(more, 2),)


class TestPerKilogram:
    def test_smallest_and_largest_of_those_that_were_weighed(self) -> None:
        """32 / 64 = 0.5 and 35 / 70 = 0.5; 40 / 64 = 0.625, half up 0.63."""
        diary = Diary()
        weights = (64, 70, 64, None)
        sessions = [
            replace(
                diary.session(day(ago), mg=mg),
                body_weight_kg=None if weight is None else Decimal(weight),
            )
            for ago, (mg, weight) in enumerate(zip((32, 35, 40, 90), weights, strict=True))
        ]
        (found,) = treatments(sessions)
        assert found.per_kilogram == PerKilogram(Decimal("0.5"), Decimal("0.63"), 3)

    def test_devices_have_none(self) -> None:
        diary = Diary()
        session = diary.session(day(1), treatment=Treatment.ESKETAMINE, mg=56)
        weighed = replace(session, body_weight_kg=Decimal(60))
        assert treatments([weighed])[0].per_kilogram is None
