"""Doses in their other unit, there and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.dose import converted
from journal.domain.session import Dose, DoseUnit, Treatment

MG, MG_PER_KG = DoseUnit.MG, DoseUnit.MG_PER_KG
MG_PER_HOUR, DEVICES = DoseUnit.MG_PER_HOUR, DoseUnit.DEVICES
INFUSION, SPRAY = Treatment.IV_KETAMINE, Treatment.ESKETAMINE


def dose(amount: str, unit: DoseUnit) -> Dose:
    return Dose(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("entered", "weight", "other"),
    [
        (dose("35", MG), "70", dose("0.5", MG_PER_KG)),
        (dose("35", MG), "66.5", dose("0.53", MG_PER_KG)),
        (dose("0.5", MG_PER_KG), "70", dose("35", MG)),
        (dose("0.75", MG_PER_KG), "66.5", dose("49.9", MG)),
        (dose("0", MG), "70", dose("0", MG_PER_KG)),
        (dose("100", MG), "1", dose("100", MG_PER_KG)),
    ],
)
def test_milligrams_and_milligrams_per_kilogram(entered: Dose, weight: str, other: Dose) -> None:
    found = converted(entered, Decimal(weight), INFUSION)
    assert found == other
    assert "E" not in str(found.amount)


@pytest.mark.parametrize(
    ("entered", "other"),
    [
        (dose("2", DEVICES), dose("56", MG)),
        (dose("84", MG), dose("3", DEVICES)),
        (dose("60", MG), None),
        (dose("0", MG), None),
    ],
)
def test_devices_of_esketamine_hold_28_mg(entered: Dose, other: Dose | None) -> None:
    assert converted(entered, None, SPRAY) == other


def test_without_a_body_weight_there_is_nothing_to_say() -> None:
    assert converted(dose("35", MG), None, INFUSION) is None
    assert converted(dose("35", MG), Decimal(0), INFUSION) is None


def test_a_rate_stays_a_rate() -> None:
    assert converted(dose("10", MG_PER_HOUR), Decimal(70), INFUSION) is None


@given(
    st.decimals(min_value=1, max_value=1000, places=1),
    st.decimals(min_value=20, max_value=300, places=1),
)
def test_there_and_back_differs_by_the_rounding_only(amount: Decimal, weight: Decimal) -> None:
    per_kilogram = converted(Dose(amount, MG), weight, INFUSION)
    assert per_kilogram is not None
    back = converted(per_kilogram, weight, INFUSION)
    assert back is not None
    assert abs(back.amount - amount) <= Decimal("0.005") * weight + Decimal("0.05")
