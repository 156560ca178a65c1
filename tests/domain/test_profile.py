"""What is treated suggests which scales are asked."""

import pytest

from journal.domain.checkin import ELEVATED_MOOD, MOOD, SLEEP_HOURS, SLEEP_QUALITY, STANDARD_SCALES
from journal.domain.profile import TreatedFor, suggested_scales


def test_without_an_answer_only_mood_is_suggested() -> None:
    assert suggested_scales(()) == {MOOD}


def test_bipolar_treatment_brings_elevated_mood_and_sleep() -> None:
    assert {MOOD, ELEVATED_MOOD, SLEEP_HOURS} <= suggested_scales({TreatedFor.BIPOLAR})


def test_elevated_mood_is_for_bipolar_treatment_alone() -> None:
    others = set(TreatedFor) - {TreatedFor.BIPOLAR}
    assert ELEVATED_MOOD not in suggested_scales(others)


@pytest.mark.parametrize("treated", [TreatedFor.ANXIETY, TreatedFor.PTSD])
def test_anxiety_and_ptsd_bring_anxiety_and_the_quality_of_sleep(treated: TreatedFor) -> None:
    assert {"anxiety", SLEEP_QUALITY} <= suggested_scales({treated})


def test_pain_brings_pain() -> None:
    assert "pain" in suggested_scales({TreatedFor.PAIN})


def test_several_treatments_bring_the_scales_of_each() -> None:
    both = suggested_scales({TreatedFor.PAIN, TreatedFor.BIPOLAR})
    assert both == suggested_scales({TreatedFor.PAIN}) | suggested_scales({TreatedFor.BIPOLAR})


def test_only_standard_scales_are_suggested() -> None:
    assert suggested_scales(TreatedFor) <= {scale.key for scale in STANDARD_SCALES}
