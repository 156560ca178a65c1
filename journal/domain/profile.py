"""Who the journal is about, and whom to call: all of it optional."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.checkin import ELEVATED_MOOD, MOOD, SLEEP_HOURS, SLEEP_QUALITY


class TreatedFor(StrEnum):
    """What is being treated."""

    DEPRESSION = "depression"
    BIPOLAR = "bipolar"
    SUICIDAL_THOUGHTS = "suicidal-thoughts"
    PTSD = "ptsd"
    ANXIETY = "anxiety"
    PAIN = "pain"
    ALCOHOL = "alcohol"
    OTHER = "other"


class ClinicShouldKnow(StrEnum):
    """What a clinic needs to know before it gives ketamine."""

    HIGH_BLOOD_PRESSURE = "high-blood-pressure"
    HEART = "heart"
    ANEURYSM = "aneurysm"
    RAISED_BRAIN_PRESSURE = "raised-brain-pressure"
    LIVER = "liver"
    KIDNEY = "kidney"
    BLADDER = "bladder"
    PSYCHOSIS = "psychosis"
    PREGNANCY = "pregnancy"


@dataclass(frozen=True, slots=True)
class Contact:
    """A name and a number to call; either may be empty."""

    name: str = ""
    number: str = ""


NOBODY = Contact()
"""Nobody was named."""


_SUGGESTED = {
    TreatedFor.DEPRESSION: {"energy", SLEEP_HOURS},
    TreatedFor.BIPOLAR: {"energy", ELEVATED_MOOD, SLEEP_HOURS},
    TreatedFor.PTSD: {"anxiety", SLEEP_QUALITY},
    TreatedFor.ANXIETY: {"anxiety", SLEEP_QUALITY},
    TreatedFor.PAIN: {"pain", SLEEP_QUALITY},
    TreatedFor.ALCOHOL: {"anxiety", SLEEP_HOURS},
}


def suggested_scales(treated_for: Iterable[TreatedFor]) -> frozenset[str]:
    """The keys of the standard scales worth asking about; mood always.

    Elevated mood and sleep belong to bipolar treatment from the start (clinical reference, Scales).
    """
    return frozenset({MOOD}.union(*(_SUGGESTED.get(each, set()) for each in treated_for)))
