"""The medicines in full: every one of the period with each of its doses and their days."""

from collections.abc import Iterator

from journal.domain.medicines_taken import MedicinesTaken, MedicineTaken
from journal.domain.period import Period
from journal.domain.summary import Summary
from journal.i18n import _
from journal.report.parts import Column, Line, Section, Table, Text
from journal.report.shortening import NOTHING
from journal.report.treatment_lines import MOST_MEDICINES, as_needed
from journal.wording.medicines import medicine_class_note, medicine_days, medicine_dose

Row = tuple[Line, Text, Text]


def medicines_section(summary: Summary) -> Section | None:
    """One row for each dose, oldest first; None where the first page has room for all of them."""
    if not _is_needed(summary.medicines):
        return None
    columns = (Column(_("Medicine"), 3.5), Column(_("Dose"), 4), Column(_("Taken"), 3.5))
    rows = (row for each in summary.medicines.taken for row in _rows(each, summary.period))
    return Section(_("Medicines"), table=Table(columns, tuple(rows)))


def _is_needed(medicines: MedicinesTaken) -> bool:
    """Where there are more than the first page tells in full, or one changed more than once."""
    taken = medicines.taken
    return len(taken) > MOST_MEDICINES or any(len(each.earlier) > 1 for each in taken)


def _rows(medicine: MedicineTaken, period: Period) -> Iterator[Row]:
    """The reason of a change is the patient's own, and is not told."""
    for run in medicine.runs:
        note = medicine_class_note(run)
        name = (Text(run.name, bold=True), Text(f" ({note})" if note else ""))
        dose = medicine_dose(run) or NOTHING
        if run is medicine.latest and run.as_needed:
            dose = f"{dose}; {as_needed(medicine, period)}"
        yield (name, Text(dose), Text(medicine_days(run)))
