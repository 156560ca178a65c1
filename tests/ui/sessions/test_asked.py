"""Which questions fit a treatment, the place it is given, and whether it was."""

from dataclasses import replace

import pytest

from journal.domain.session import DoseUnit, Setting, Treatment
from journal.domain.vitals import BEFORE
from journal.ui.sessions.asked import (
    FIELDS,
    PARTS,
    Occasion,
    fields_asked,
    parts_asked,
    readings_asked,
    units,
)

INFUSION = Occasion(Treatment.IV_KETAMINE, Setting.CLINIC, done=True, near=False)
LOZENGE = Occasion(Treatment.LOZENGE, Setting.HOME_WITH_SOMEONE, done=True, near=False)
ALONE = replace(LOZENGE, setting=Setting.HOME_ALONE)


def test_an_infusion_in_a_clinic() -> None:
    assert fields_asked(INFUSION) == {
        *("route", "end", "dose", "body_weight", "with_whom", "taken_home_by")
    }
    assert readings_asked(INFUSION) == (BEFORE, 40, None)


def test_a_lozenge_at_home_with_someone() -> None:
    assert fields_asked(LOZENGE) == {"route", "end", "dose", "dose_taken", "with_whom"}
    assert readings_asked(LOZENGE) == (BEFORE, 40)


def test_at_home_alone_nobody_was_there() -> None:
    assert "with_whom" not in fields_asked(ALONE)


def test_what_one_takes_oneself_at_home_may_be_another_amount() -> None:
    assert "dose_taken" not in fields_asked(INFUSION)
    assert "dose_taken" in fields_asked(replace(INFUSION, setting=Setting.HOME_WITH_SOMEONE))
    assert "dose_taken" in fields_asked(replace(LOZENGE, setting=Setting.CLINIC))


def test_psychotherapy_has_neither_dose_nor_blood_pressure() -> None:
    talk = replace(INFUSION, treatment=Treatment.PSYCHOTHERAPY)
    assert fields_asked(talk) == {"end", "with_whom"}
    assert parts_asked(talk) == {"effects", "mood"}


def test_a_plan_weeks_ahead_asks_for_no_part() -> None:
    assert parts_asked(replace(INFUSION, done=False)) == frozenset()


def test_on_its_day_a_plan_takes_what_is_measured_before_it() -> None:
    today = replace(INFUSION, done=False, near=True)
    assert parts_asked(today) == {"before", "vitals"}
    assert readings_asked(today) == (BEFORE,)


@pytest.mark.parametrize(
    ("treatment", "asked"),
    [
        (Treatment.IV_KETAMINE, (DoseUnit.MG, DoseUnit.MG_PER_KG, DoseUnit.MG_PER_HOUR)),
        (Treatment.ESKETAMINE, (DoseUnit.MG, DoseUnit.DEVICES)),
        (Treatment.LOZENGE, (DoseUnit.MG,)),
        (Treatment.OTHER, tuple(DoseUnit)),
    ],
)
def test_units_of_a_treatment(treatment: Treatment, asked: tuple[DoseUnit, ...]) -> None:
    assert units(treatment) == asked


@pytest.mark.parametrize("treatment", Treatment)
@pytest.mark.parametrize("setting", [None, *Setting])
def test_only_known_fields_and_parts_are_asked(
    treatment: Treatment, setting: Setting | None
) -> None:
    occasion = Occasion(treatment, setting, done=True, near=False)
    assert fields_asked(occasion) <= set(FIELDS)
    assert parts_asked(occasion) <= set(PARTS)
