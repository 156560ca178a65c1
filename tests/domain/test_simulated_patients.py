"""What is said of 200 simulated journals each: of patients with a known effect, and with none."""

from collections import Counter
from statistics import mean, median

import pytest

from journal.domain.checkin import MOOD, Scale
from journal.domain.durations import durations
from journal.domain.headline import Verdict, headline
from tests.domain.diary import scale_of
from tests.domain.simulated import Journal, Patient, journals

JOURNALS = 200
MOST_FALSE = 16
EFFECT = 3
LASTS = 10

MOOD_SCALE = scale_of(MOOD)


def verdicts(patient: Patient, seed: int, scale: Scale = MOOD_SCALE) -> Counter[Verdict]:
    return Counter(
        headline(journal.around(scale), journal.scores).verdict
        for journal in journals(patient, JOURNALS, seed)
    )


@pytest.mark.parametrize("on_bad_days", [False, True], ids=["fixed dates", "booked on bad days"])
@pytest.mark.parametrize("carried_over", [0, 0.3, 0.5, 0.7])
def test_where_sessions_do_nothing_a_difference_is_hardly_ever_named(
    carried_over: float, on_bad_days: bool
) -> None:
    """Six sessions: from six on one may go the other way, which is where chance has it easiest."""
    patient = Patient(4.5, 2, carried_over, sessions=6, apart=21, on_bad_days=on_bad_days)

    found = verdicts(patient, seed=1)

    assert found[Verdict.ABOVE] + found[Verdict.BELOW] <= MOST_FALSE
    assert found[Verdict.TOO_FEW] < JOURNALS / 10


@pytest.mark.parametrize("on_bad_days", [False, True], ids=["fixed dates", "booked on bad days"])
@pytest.mark.parametrize("carried_over", [0, 0.3, 0.5, 0.7])
def test_three_sessions_that_do_nothing_are_no_easier_to_be_wrong_about(
    carried_over: float, on_bad_days: bool
) -> None:
    patient = Patient(4.5, 2, carried_over, sessions=3, apart=21, on_bad_days=on_bad_days, logs=1)

    found = verdicts(patient, seed=2)

    assert found[Verdict.ABOVE] + found[Verdict.BELOW] <= MOST_FALSE
    assert found[Verdict.NO_CLEAR_CHANGE] > JOURNALS / 2


@pytest.mark.parametrize("carried_over", [0, 0.3, 0.5, 0.7])
@pytest.mark.parametrize("sessions", [4, 6])
def test_weekly_sessions_that_do_nothing_are_hardly_ever_named(
    sessions: int, carried_over: float
) -> None:
    patient = Patient(4.5, 2, carried_over, sessions, apart=7)

    found = verdicts(patient, seed=1)

    assert found[Verdict.ABOVE] + found[Verdict.BELOW] <= MOST_FALSE
    assert found[Verdict.NO_CLEAR_CHANGE] > JOURNALS / 2


@pytest.mark.parametrize("carried_over", [0, 0.3, 0.5, 0.7])
def test_nor_are_those_booked_on_bad_days_about_a_week_apart(carried_over: float) -> None:
    """Waiting for a bad day makes the rhythm weekly in some journals, and a wider one in others."""
    patient = Patient(4.5, 2, carried_over, sessions=8, apart=7, on_bad_days=True)

    found = verdicts(patient, seed=1)

    assert found[Verdict.ABOVE] + found[Verdict.BELOW] <= MOST_FALSE
    assert found[Verdict.NO_CLEAR_CHANGE] > JOURNALS / 10


def lifted(day: int) -> float:
    return EFFECT if day <= LASTS else 0


def lowered(day: int) -> float:
    return -lifted(day)


HELPED = Patient(3.5, 0.8, 0.3, sessions=8, apart=28, lift=lifted)


def helped() -> list[Journal]:
    return list(journals(HELPED, JOURNALS, seed=3))


def test_a_known_rise_is_found_to_half_a_point_and_named() -> None:
    """3 points on day 1: the median rise is 3 on average (± 0.2), within 1 in 95 of 100."""
    found = [headline(journal.around(MOOD_SCALE), journal.scores) for journal in helped()]
    rises = [median(rise.reduced for rise in each.rises) for each in found]

    assert mean(rises) == pytest.approx(EFFECT, abs=0.2)
    assert sum(abs(rise - EFFECT) <= 1 for rise in rises) >= 0.95 * JOURNALS
    assert sum(each.verdict is Verdict.ABOVE for each in found) >= 0.95 * JOURNALS


def test_a_known_duration_is_found_to_three_days() -> None:
    """10 days: back on day 11 at the soonest; two low days running come one or two days later."""
    found = [durations(j.around(MOOD_SCALE), j.scores).median for j in helped()]
    days = [each for each in found if each is not None]

    assert len(days) == JOURNALS
    assert LASTS + 1 <= mean(days) <= LASTS + 3
    assert sum(LASTS <= each <= LASTS + 4 for each in days) >= 0.95 * JOURNALS


def test_a_change_for_the_worse_is_named_as_well() -> None:
    patient = Patient(6.5, 0.8, 0.3, sessions=8, apart=28, lift=lowered)

    assert verdicts(patient, seed=4)[Verdict.BELOW] >= 0.95 * JOURNALS


def test_less_anxiety_is_named_as_what_lies_below() -> None:
    patient = Patient(6.5, 0.8, 0.3, sessions=8, apart=28, lift=lowered)
    anxiety = scale_of("anxiety")
    found = [
        headline(journal.around(anxiety), journal.scores)
        for journal in journals(patient, 20, seed=5)
    ]

    assert all(each.verdict is Verdict.BELOW and not each.is_worse for each in found)
