"""The same dose in another unit: milligrams for a body weight, and the spray's devices."""

from decimal import ROUND_HALF_UP, Decimal

from journal.domain.session import Dose, DoseUnit, Treatment

MG_PER_DEVICE = 28
"""One esketamine device (clinical reference, Treatments: 28 mg steps)."""

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


def converted(dose: Dose, body_weight_kg: Decimal | None, treatment: Treatment) -> Dose | None:
    """A dose in its other unit: mg to mg/kg and back, devices of esketamine to mg and back.

    mg/kg are rounded to hundredths and mg to tenths, halves up. None without a body weight, for
    milligrams that are no whole number of devices, and for mg/h.
    """
    if treatment is Treatment.ESKETAMINE and dose.unit in (DoseUnit.MG, DoseUnit.DEVICES):
        return _by_devices(dose)
    if body_weight_kg is None or body_weight_kg <= 0:
        return None
    if dose.unit is DoseUnit.MG:
        return _rounded(dose.amount / body_weight_kg, _HUNDREDTH, DoseUnit.MG_PER_KG)
    if dose.unit is DoseUnit.MG_PER_KG:
        return _rounded(dose.amount * body_weight_kg, _TENTH, DoseUnit.MG)
    return None


def _by_devices(dose: Dose) -> Dose | None:
    if dose.unit is DoseUnit.DEVICES:
        return _rounded(dose.amount * MG_PER_DEVICE, _TENTH, DoseUnit.MG)
    devices, rest = divmod(dose.amount, MG_PER_DEVICE)
    return None if rest or not devices else Dose(devices, DoseUnit.DEVICES)


def _rounded(amount: Decimal, step: Decimal, unit: DoseUnit) -> Dose:
    shortest = amount.quantize(step, ROUND_HALF_UP).normalize()
    return Dose(Decimal(f"{shortest:f}"), unit)
