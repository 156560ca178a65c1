"""What was deleted, in words: what it was, of which day, what it held, and how long it is kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from journal.domain.bin import KEPT_FOR, Deletion
from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.edit import ImportedRow, Record
from journal.domain.errors import InvalidValue, Problem
from journal.domain.history import DaySession
from journal.domain.journal_settings import JournalSettings
from journal.domain.medication import DoseTaken, Medication
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.i18n import N_, _, format_date, format_number, format_time, ngettext
from journal.wording.around_sessions import scale_inside
from journal.wording.backups import when
from journal.wording.errors import invalid_sentence
from journal.wording.history import (
    history_session,
    response_text,
    safety_answer_text,
    tags_text,
)
from journal.wording.medicines import medicine_dose
from journal.wording.names import effect_name, scale_name, severity_name
from journal.wording.scales import scale_ends

_KINDS: dict[type, str] = {
    CheckIn: N_("Check-in"),
    DayRecord: N_("Day"),
    TreatmentSession: N_("Session"),
    SideEffect: N_("Side effect"),
    Scale: N_("Scale"),
    Response: N_("Questionnaire"),
    Medication: N_("Medicine"),
    DoseTaken: N_("Dose taken"),
    SafetyAnswer: N_("Answer"),
    ImportedRow: N_("Imported entry"),
    JournalSettings: N_("Settings"),
}
_LONGEST_NOTE = 120

Questionnaires = Callable[[str], Questionnaire | None]


def chief_record(deletion: Deletion) -> Record:
    """What a deletion was about: a session where one went, else what went first."""
    sessions = [each for each in deletion.records if isinstance(each, TreatmentSession)]
    others = [each for each in deletion.records if not isinstance(each, ImportedRow)]
    return (*sessions, *others, *deletion.records)[0]


def deletion_title(deletion: Deletion) -> str:
    """What it was, and of which day: `Check-in · 10 March 2026`, and how much went with it."""
    chief = chief_record(deletion)
    day = _day(chief)
    parts = [_(_KINDS[type(chief)])]
    if day is not None:
        parts.append(format_date(day))
    with_it = sum(not isinstance(each, ImportedRow) for each in deletion.records) - 1
    if with_it > 0:
        words = ngettext("and {count} entry more", "and {count} entries more", with_it)
        parts.append(words.format(count=format_number(with_it)))
    return " · ".join(parts)


def deletion_gist(
    deletion: Deletion, scales: Iterable[Scale], find_questionnaire: Questionnaires
) -> str:
    """What it held, in one line; may be empty."""
    there = (*scales, *(each for each in deletion.records if isinstance(each, Scale)))
    named = {scale.key: scale for scale in there}
    return " · ".join(_parts(chief_record(deletion), named, find_questionnaire))


def stays_for() -> str:
    """How long what was deleted can be put back."""
    words = _("What you delete stays in the journal for {count} days and can be put back.")
    return words.format(count=KEPT_FOR.days)


def backups_hold_it() -> str:
    """Where it is after that, and how to be rid of it there, too."""
    return _(
        "After that it is no longer shown. Once you have started the program twice, with a day or "
        "more between, it is gone from the journal. Backups made before hold it for a year or "
        "longer, and what a restore put aside holds it until you delete that file. To be rid of it "
        "there, too, press “Back up now”, then delete the older files in the folder “backups” "
        "beside the journal, and in your other folder for backups."
    )


def kept_sentence(deletion: Deletion, now: datetime, zone: str) -> str:
    """When it was deleted, and how long it can be put back."""
    last = deletion.kept_until.astimezone(ZoneInfo(zone)).date()
    return _("Deleted {when}; kept until {day}.").format(
        when=when(deletion.deleted_at, now, zone), day=format_date(last)
    )


_REFUSED = {
    ("day", Problem.TAKEN): N_("This day has entries of its own again, so it was not put back."),
    ("scale", Problem.TAKEN): N_("There is such a scale again, so it was not put back."),
    ("scale", Problem.UNKNOWN): N_("Its scale is not in the journal. Put the scale back first."),
    ("entries", Problem.TAKEN): N_("It was imported again, so it is in the journal already."),
    ("medicine", Problem.MISSING): N_(
        "Its medicine is not in the journal. Put the medicine back first."
    ),
}


def refused_sentence(error: InvalidValue) -> str:
    """Why something was not put back; it stays where it is."""
    words = _REFUSED.get((error.field, error.problem))
    return _(words) if words else invalid_sentence(error)


def _day(record: Record) -> date | None:
    match record:
        case CheckIn() | Response() | SafetyAnswer():
            return record.moment.day
        case DayRecord() | ImportedRow():
            return record.day
        case TreatmentSession():
            return record.start.day
        case SideEffect():
            return record.noted.day
        case DoseTaken():
            return record.taken.day
        case Medication():
            return record.first
    return None


def _parts(
    record: Record, scales: Mapping[str, Scale], find_questionnaire: Questionnaires
) -> Iterator[str]:
    if isinstance(record, CheckIn):
        yield from _check_in(record, scales)
    elif isinstance(record, Response):
        yield response_text(record, find_questionnaire(record.questionnaire))
    elif type(record) in _GISTS:
        yield from _GISTS[type(record)](record)


def _check_in(record: CheckIn, scales: Mapping[str, Scale]) -> Iterator[str]:
    yield format_time(record.moment.local)
    for score in record.scores:
        scale = scales.get(score.scale)
        name = scale_inside(scale) if scale else _("a deleted scale")
        yield f"{name} {score.value}"
    if record.tags:
        yield tags_text(record.tags)
    if record.note:
        note = " ".join(record.note.split())
        yield note if len(note) <= _LONGEST_NOTE else f"{note[:_LONGEST_NOTE].rstrip()}…"


def _day_record(record: DayRecord) -> Iterator[str]:
    if record.sleep_hours is not None:
        yield _("sleep {hours} h").format(hours=format_number(record.sleep_hours, 2))
    if record.sleep_quality is not None:
        yield _("sleep quality {value}").format(value=record.sleep_quality)
    if record.too_unwell:
        yield _("too unwell to rate")
    if record.no_side_effects:
        yield _("no side effects")


def _side_effect(record: SideEffect) -> Iterator[str]:
    yield effect_name(record)
    if record.severity is not None:
        yield severity_name(record.severity)


def _scale(record: Scale) -> Iterator[str]:
    yield scale_name(record)
    yield scale_ends(record)


def _dose(record: DoseTaken) -> Iterator[str]:
    yield format_time(record.taken.local)
    if record.amount:
        yield record.amount


def _answer(record: SafetyAnswer) -> Iterator[str]:
    if record.question is not SafetyQuestion.NOT_NOW:
        yield safety_answer_text(record)


def _session(record: TreatmentSession) -> Iterator[str]:
    yield history_session(DaySession(record))


def _medicine(record: Medication) -> Iterator[str]:
    yield f"{record.name} {medicine_dose(record)}".strip()


_GISTS: dict[type, Callable[[Any], Iterator[str]]] = {
    DayRecord: _day_record,
    TreatmentSession: _session,
    SideEffect: _side_effect,
    Scale: _scale,
    Medication: _medicine,
    DoseTaken: _dose,
    SafetyAnswer: _answer,
}
