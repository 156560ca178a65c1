"""The head of the page: whose it is, which days, how much stands behind it, and what to ask."""

from collections.abc import Iterator

from journal.domain.summary import Completeness, Summary
from journal.i18n import _, format_date, ngettext
from journal.report.parts import Choices, Line, NameForm, Text, ThreeLines
from journal.report.shortening import brief, days_between
from journal.wording.profile import clinic_should_know_list, treated_for_list

LONGEST_LINE = 160
"""Characters of each of the patient's lines."""

LONGEST_RECORD = 30

BETWEEN = " · "


def printed_name(summary: Summary, form: NameForm) -> str:
    """The name as the person chose it; empty where it is not to be printed."""
    if form is NameForm.NONE:
        return ""
    if not summary.patient_name.strip():
        return _("Name not entered")
    if form is NameForm.INITIALS:
        words = summary.patient_name.split()
        return " ".join(f"{word[0].upper()}." for word in words)
    return summary.patient_name


def owner(summary: Summary, form: NameForm) -> str:
    """What tells on every page whose it is: the name, else the record number; may be empty."""
    return printed_name(summary, form) or _record(summary)


def identity(summary: Summary, form: NameForm) -> tuple[Line, ...]:
    """Who it is about, what is treated, and what a clinic should know."""
    return tuple((Text(line),) for line in _identity(summary, form))


def _identity(summary: Summary, form: NameForm) -> Iterator[str]:
    parts = [printed_name(summary, form)]
    if summary.birth_date is not None:
        parts.append(_("born {date}").format(date=format_date(summary.birth_date)))
    parts.append(_record(summary))
    if any(parts):
        yield BETWEEN.join(part for part in parts if part)
    if summary.treated_for:
        names = treated_for_list(summary.treated_for)
        yield _("Treated for: {names}").format(names=names)
    if summary.clinic_should_know:
        names = clinic_should_know_list(summary.clinic_should_know)
        yield _("The clinic should know: {names}").format(names=names)


def _record(summary: Summary) -> str:
    number = brief(summary.record_number.strip(), LONGEST_RECORD)
    return _("record {number}").format(number=number) if number else ""


def overview(summary: Summary) -> tuple[Line, ...]:
    """The days, how complete they are, and what kind of page this is."""
    made_on = _("made {date} · self-reported · not monitored · not a diagnosis")
    return (
        (Text(days_between(summary.period.first, summary.period.last)),),
        _completeness(summary.completeness),
        (Text(made_on.format(date=format_date(summary.made_on))),),
    )


def _completeness(counted: Completeness) -> Line:
    logged = ngettext(
        "{logged} of {days} day logged ({percent}%)",
        "{logged} of {days} days logged ({percent}%)",
        counted.days,
    ).format(logged=counted.logged, days=counted.days, percent=counted.percent)
    details = [
        _("{count} entered later").format(count=counted.late),
        ngettext(
            "{count} evening too unwell", "{count} evenings too unwell", counted.too_unwell
        ).format(count=counted.too_unwell),
    ]
    if counted.imported_rows:
        details.append(_imported(counted))
    return (Text(logged, bold=True), Text("".join(f", {detail}" for detail in details)))


def _imported(counted: Completeness) -> str:
    return ngettext(
        "{days} imported ({rows} entry)", "{days} imported ({rows} entries)", counted.imported_rows
    ).format(days=counted.imported_days, rows=counted.imported_rows)


def asked(choices: Choices) -> Line:
    """The patient's own lines, the question first; empty where there are none."""
    return tuple(_asked(choices.lines))


def _asked(lines: ThreeLines) -> Iterator[Text]:
    said = (
        (_("To ask:"), lines.to_ask),
        (_("Changed:"), lines.changed),
        (_("Noticed:"), lines.noticed),
    )
    between = ""
    for label, words in said:
        if words.strip():
            yield Text(f"{between}{label}", bold=True)
            yield Text(f" {brief(' '.join(words.split()), LONGEST_LINE)}")
            between = "   "
