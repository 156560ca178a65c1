"""Errors in words: what happened, what is safe, what to do."""

from journal.domain.errors import (
    ImportProblem,
    ImportRefused,
    InvalidValue,
    JournalError,
    Problem,
    QuestionnaireProblem,
    QuestionnaireRefused,
    ReportError,
    ReportProblem,
    StorageError,
    StorageProblem,
)
from journal.i18n import N_, _
from journal.wording.scales import SCALES


def error_sentence(error: JournalError) -> str:
    """What happened, what is safe and what to do, in plain words."""
    match error:
        case InvalidValue():
            return invalid_sentence(error)
        case StorageError():
            return _(_STORAGE[error.problem])
        case ImportRefused():
            return import_sentence(error)
        case ReportError():
            return _(_REPORT[error.problem])
        case QuestionnaireRefused():
            return refused_questionnaire(error)
    return _("Something went wrong. What was saved before is safe.")


_STORAGE = {
    StorageProblem.NO_JOURNAL: N_("There is no journal here yet."),
    StorageProblem.NOT_A_JOURNAL: N_(
        "The file in the journal’s place is not a journal. It was not changed. "
        "Move it elsewhere, or choose another folder."
    ),
    StorageProblem.EMPTY_FILE: N_(
        "The journal’s file is empty. It was not changed. "
        "Restore a backup if there is one; the file is kept. Otherwise move the file away."
    ),
    StorageProblem.DAMAGED: N_(
        "The journal’s file is damaged. It was not changed. "
        "Restore the newest backup; the damaged file is kept beside it."
    ),
    StorageProblem.NEWER_VERSION: N_(
        "This journal was written by a newer version of the program. It was not changed. "
        "Please install the newer version."
    ),
    StorageProblem.WRONG_PASSPHRASE: N_(
        "The journal does not open with this passphrase. Nothing is lost; please try again."
    ),
    StorageProblem.IN_USE: N_(
        "The journal is open in a window, or a command on a terminal is using it. Nothing was "
        "changed. Close it, or wait a moment if it is about to end, then try again."
    ),
    StorageProblem.READ_ONLY: N_(
        "The journal’s folder or file cannot be written to. What was saved before is safe. "
        "Check the folder’s permissions, then try again."
    ),
    StorageProblem.DISK_FULL: N_(
        "The disk is full. What was saved before is safe. Make some room, then try again."
    ),
    StorageProblem.NOT_REACHABLE: N_(
        "The journal’s folder cannot be reached. Check that the disk is there, then try again."
    ),
    StorageProblem.JOURNAL_ITSELF: N_(
        "This is the journal itself, and no backup of it. It was not changed. Choose a backup."
    ),
    StorageProblem.BUSY: N_(
        "The journal is in use just now, perhaps by another program or for a backup. "
        "What was saved before is safe. Try again in a moment."
    ),
}
_REPORT = {
    ReportProblem.NOT_MADE: N_(
        "The summary could not be made. Your journal is safe. Try another period."
    ),
    ReportProblem.NOT_SAVED: N_(
        "The summary could not be saved there. Your journal is safe. Try another folder."
    ),
    ReportProblem.OPEN_ELSEWHERE: N_(
        "The summary was not saved: another program is using the file with this name. Your journal "
        "is safe. Close the file there, or choose another name."
    ),
}
_IMPORT = {
    ImportProblem.UNREADABLE: N_("The file cannot be read as text."),
    ImportProblem.NOT_THIS_FORMAT: N_("This is not a Daylio CSV export."),
    ImportProblem.BAD_DATE: N_("Line {line}: the date cannot be read."),
    ImportProblem.BAD_TIME: N_("Line {line}: the time cannot be read."),
    ImportProblem.BAD_SCALE: N_(
        "Line {line}: a scale cannot be read, has more than 11 steps, or differs from one of the "
        "same name."
    ),
    ImportProblem.MISSING_MOOD: N_("Line {line}: there is no mood."),
    ImportProblem.WRONG_COLUMNS: N_("Line {line}: the number of columns is wrong."),
    ImportProblem.UNKNOWN_MOODS: N_(
        "These moods need a level from 1 (worst) to 5 (best): {names}."
    ),
    ImportProblem.BAD_LEVEL: N_("A mood’s level is a whole number from 1 (worst) to 5 (best)."),
    ImportProblem.IN_FUTURE: N_("Line {line}: the date lies in the future."),
    ImportProblem.TOO_LONG: N_("Line {line}: a text in it is too long."),
}


def import_sentence(error: ImportRefused) -> str:
    """Why a file was refused; nothing of it was written."""
    sentence = _(_IMPORT[error.problem]).format(line=error.line, names=", ".join(error.names))
    return f"{sentence} {_('Nothing was imported.')}"


_QUESTIONNAIRE = {
    QuestionnaireProblem.UNREADABLE: N_("it cannot be read"),
    QuestionnaireProblem.UNKNOWN_FIELD: N_("{field} is not known"),
    QuestionnaireProblem.MISSING_FIELD: N_("{field} is missing"),
    QuestionnaireProblem.WRONG_TYPE: N_("{field} is of another kind than it should be"),
    QuestionnaireProblem.NO_OPTIONS: N_("{field} has no answers to choose from"),
    QuestionnaireProblem.SAME_TWICE: N_("{field} has the same one twice"),
    QuestionnaireProblem.ENDS_SWAPPED: N_("{field} is not above its lowest value"),
    QuestionnaireProblem.TOTAL_OFF_ENDS: N_("its questions do not add up to its range"),
    QuestionnaireProblem.BANDS_OVERLAP: N_("{field} overlaps the one before it"),
    QuestionnaireProblem.BANDS_GAP: N_("{field} leaves totals out"),
    QuestionnaireProblem.UNKNOWN_ITEM: N_("{field} names a question that is not there"),
    QuestionnaireProblem.NOT_FOR_DIRECTION: N_("{field} need a range where higher is worse"),
}


def refused_questionnaire(error: QuestionnaireRefused) -> str:
    """Why a questionnaire's file is not used, and that nothing else is touched by it."""
    reason = _(_QUESTIONNAIRE[error.problem]).format(field=error.field)
    return _("The questionnaire file {file} is not used: {reason}. Your journal is safe.").format(
        file=error.file, reason=reason
    )


_PROBLEMS = {
    Problem.OFF_SCALE: N_("{field} goes from {low} to {high}."),
    Problem.IN_FUTURE: N_("{field} lies in the future."),
    Problem.TOO_LONG_AGO: N_("{field} lies before 1900."),
    Problem.BELOW_ZERO: N_("{field} cannot be below zero."),
    Problem.TOO_LARGE: N_("{field} can be at most {most}."),
    Problem.END_BEFORE_START: N_("{field} comes before the start."),
    Problem.END_IN_FUTURE: N_("{field} lies in the future."),
    Problem.TOO_LONG: N_("{field} is too long: at most {most} characters."),
    Problem.LASTS_TOO_LONG: N_("{field} is too far from the start: at most {most} days."),
    Problem.NOT_A_DOSE: N_(
        "{field} is a number and a unit, such as 35 mg, 0.5 mg/kg or 2 devices."
    ),
    Problem.NOT_A_NUMBER: N_("{field} is a number."),
    Problem.NOT_A_DATE: N_(
        "{field} is written like 2026-03-14T21:14, or 2026-03-14 where only a day is asked."
    ),
    Problem.SKIPPED_HOUR: N_(
        "{field}: the clocks skipped this hour. Choose a time before or after."
    ),
    Problem.MISSING: N_("{field} is missing."),
    Problem.UNKNOWN: N_("{field} is not known."),
    Problem.TAKEN: N_("{field} is taken already."),
    Problem.TOO_MANY_STEPS: N_("{field}: a scale has at most {most} steps."),
    Problem.ENDS_SWAPPED: N_("{field} must be above the lowest value."),
    Problem.NO_SESSION: N_("{field}: there is no finished session to count from."),
    Problem.DISAGREES: N_("{field} does not agree with the time given."),
    Problem.PLANNED_IN_PAST: N_("{field} lies in the past."),
}
_FIELDS = {
    "at": N_("The time"),
    "medicine": N_("The medicine"),
    "start": N_("The start"),
    "end": N_("The end"),
    "onset": N_("The onset"),
    "lasted": N_("The duration"),
    "dose": N_("The dose"),
    "body_weight": N_("The body weight"),
    "minutes": N_("The length in minutes"),
    "treatment": N_("The treatment"),
    "effect": N_("The side effect"),
    "route": N_("The route"),
    "setting": N_("The setting"),
    "number": N_("The number"),
    "dose_taken": N_("The dose taken"),
    "vitals": N_("The reading"),
    "felt": N_("How it felt"),
    "count": N_("The number of sessions"),
    "total": N_("The total"),
    "day": N_("The day"),
    "how_often": N_("How often it is taken"),
    "reason": N_("The reason"),
    "severity": N_("The severity"),
    "scale": N_("The scale"),
    "from": N_("The first day"),
    "to": N_("The last day"),
    "name": N_("The name"),
    "low": N_("The lowest value"),
    "high": N_("The highest value"),
    "note": N_("The note"),
    "mood-level": N_("The mood’s level"),
    "day_starts_at": N_("The day’s start"),
    "interval": N_("The number of days"),
    "birth_date": N_("The birth date"),
    "output": N_("The output file"),
    "format": N_("The format"),
    "entries": N_("The entry"),
}


def invalid_sentence(error: InvalidValue) -> str:
    """What is wrong with an entered value, for the place where it was entered."""
    field = _FIELDS.get(error.field) or SCALES.get(error.field) or N_("The value")
    return _(_PROBLEMS[error.problem]).format(field=_(field), **error.limits)
