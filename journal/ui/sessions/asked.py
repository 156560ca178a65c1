"""What the form asks: it depends on the treatment, on where it is given, and whether it was."""

from dataclasses import dataclass

from journal.domain.session import DoseUnit, Setting, Treatment
from journal.domain.vitals import BEFORE

_SELF_TAKEN = {
    Treatment.NASAL_KETAMINE,
    Treatment.LOZENGE,
    Treatment.TROCHE,
    Treatment.ORAL_KETAMINE,
}
_INJECTED = {Treatment.IV_KETAMINE, Treatment.IM_KETAMINE, Treatment.SC_KETAMINE}
_OTHER_SUBSTANCE = {Treatment.OTHER_INFUSION, Treatment.OTHER}
_AT_HOME = {Setting.HOME_WITH_SOMEONE, Setting.HOME_ALONE}

_MG, _MG_PER_KG = DoseUnit.MG, DoseUnit.MG_PER_KG
_UNITS = {
    Treatment.IV_KETAMINE: (_MG, _MG_PER_KG, DoseUnit.MG_PER_HOUR),
    Treatment.IM_KETAMINE: (_MG, _MG_PER_KG),
    Treatment.SC_KETAMINE: (_MG, _MG_PER_KG, DoseUnit.MG_PER_HOUR),
    Treatment.ESKETAMINE: (_MG, DoseUnit.DEVICES),
    Treatment.NASAL_KETAMINE: (_MG, DoseUnit.DEVICES),
    Treatment.LOZENGE: (_MG,),
    Treatment.TROCHE: (_MG,),
    Treatment.ORAL_KETAMINE: (_MG,),
}

FIELDS = (
    "treatment_name",
    "route",
    "end",
    "dose",
    "dose_taken",
    "body_weight",
    "with_whom",
    "taken_home_by",
)
"""The keys of the fields that are not always asked."""

PARTS = ("before", "vitals", "felt", "effects", "mood")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What decides on the questions; `near` is a plan for today, or whose time has come."""

    treatment: Treatment
    setting: Setting | None
    done: bool
    near: bool

    @property
    def at_home(self) -> bool:
        """Whether nobody of a clinic is there."""
        return self.setting in _AT_HOME


def units(treatment: Treatment) -> tuple[DoseUnit, ...]:
    """The units a treatment's dose is written in, the usual one first."""
    return _UNITS.get(treatment, tuple(DoseUnit))


def fields_asked(occasion: Occasion) -> frozenset[str]:
    """The keys among FIELDS that are asked on this occasion."""
    treatment, done = occasion.treatment, occasion.done
    substance = treatment.is_ketamine or treatment in _OTHER_SUBSTANCE
    taken_by_oneself = treatment in _SELF_TAKEN or occasion.at_home
    asked = {
        "treatment_name": treatment is Treatment.OTHER,
        "route": substance,
        "end": done,
        "dose": done and substance,
        "dose_taken": done and substance and taken_by_oneself,
        "body_weight": done and treatment in _INJECTED,
        "with_whom": done and occasion.setting is not Setting.HOME_ALONE,
        "taken_home_by": done and treatment.is_ketamine and not occasion.at_home,
    }
    return frozenset(key for key, is_asked in asked.items() if is_asked)


def parts_asked(occasion: Occasion) -> frozenset[str]:
    """The parts among PARTS that are asked; on the day of a plan what is measured before it."""
    ketamine = occasion.treatment.is_ketamine
    around = ketamine and (occasion.done or occasion.near)
    asked = {
        "before": around,
        "vitals": around,
        "felt": ketamine and occasion.done,
        "effects": occasion.done,
        "mood": occasion.done,
    }
    return frozenset(key for key, is_asked in asked.items() if is_asked)


def readings_asked(occasion: Occasion) -> tuple[int | None, ...]:
    """The minutes of the readings to offer first; None is the one on leaving."""
    if not occasion.done:
        return (BEFORE,)
    return (BEFORE, 40) if occasion.at_home else (BEFORE, 40, None)
