"""What can go wrong, as codes without words: `journal.wording` turns them into sentences.

No error carries what a patient wrote: the codes, a field's name, a line number and limits are all.
"""

from collections.abc import Mapping
from enum import StrEnum


class JournalError(Exception):
    """A fault that the person can be told about in one sentence."""


class Problem(StrEnum):
    """Why an entered value is refused."""

    OFF_SCALE = "off-scale"
    IN_FUTURE = "in-future"
    TOO_LONG_AGO = "too-long-ago"
    BELOW_ZERO = "below-zero"
    TOO_LARGE = "too-large"
    END_BEFORE_START = "end-before-start"
    END_IN_FUTURE = "end-in-future"
    TOO_LONG = "too-long"
    LASTS_TOO_LONG = "lasts-too-long"
    NOT_A_DOSE = "not-a-dose"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_DATE = "not-a-date"
    SKIPPED_HOUR = "skipped-hour"
    MISSING = "missing"
    UNKNOWN = "unknown"
    TAKEN = "taken"
    TOO_MANY_STEPS = "too-many-steps"
    ENDS_SWAPPED = "ends-swapped"
    NO_SESSION = "no-session"
    DISAGREES = "disagrees"
    PLANNED_IN_PAST = "planned-in-past"


class InvalidValue(JournalError):
    """An entered value is refused; `field` names the input, `limits` the numbers to say."""

    def __init__(
        self, field: str, problem: Problem, limits: Mapping[str, int | float] | None = None
    ) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem
        self.limits = dict(limits or {})


class StorageProblem(StrEnum):
    """Why the journal cannot be opened or written."""

    NO_JOURNAL = "no-journal"
    NOT_A_JOURNAL = "not-a-journal"
    EMPTY_FILE = "empty-file"
    DAMAGED = "damaged"
    NEWER_VERSION = "newer-version"
    WRONG_PASSPHRASE = "wrong-passphrase"
    IN_USE = "in-use"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    NOT_REACHABLE = "not-reachable"
    JOURNAL_ITSELF = "journal-itself"
    BUSY = "busy"


class StorageError(JournalError):
    """The journal file cannot be opened or written; what it held before is untouched."""

    def __init__(self, problem: StorageProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class ImportProblem(StrEnum):
    """Why a file from another tracker is refused."""

    UNREADABLE = "unreadable"
    NOT_THIS_FORMAT = "not-this-format"
    BAD_DATE = "bad-date"
    BAD_TIME = "bad-time"
    BAD_SCALE = "bad-scale"
    MISSING_MOOD = "missing-mood"
    WRONG_COLUMNS = "wrong-columns"
    UNKNOWN_MOODS = "unknown-moods"
    BAD_LEVEL = "bad-level"
    IN_FUTURE = "in-future"
    TOO_LONG = "too-long"


class ImportRefused(JournalError):
    """A file is refused whole; `line` is the first bad one, `names` what the person has to map."""

    def __init__(
        self, problem: ImportProblem, line: int | None = None, names: tuple[str, ...] = ()
    ) -> None:
        super().__init__(str(problem) if line is None else f"{problem} in line {line}")
        self.problem = problem
        self.line = line
        self.names = names


class ReportProblem(StrEnum):
    """Why a summary could not be made or saved."""

    NOT_MADE = "not-made"
    NOT_SAVED = "not-saved"
    OPEN_ELSEWHERE = "open-elsewhere"


class ReportError(JournalError):
    """A summary could not be made or saved; no file was left half-written."""

    def __init__(self, problem: ReportProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class QuestionnaireProblem(StrEnum):
    """Why a questionnaire's file is refused."""

    UNREADABLE = "unreadable"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    NO_OPTIONS = "no-options"
    SAME_TWICE = "same-twice"
    ENDS_SWAPPED = "ends-swapped"
    TOTAL_OFF_ENDS = "total-off-ends"
    BANDS_OVERLAP = "bands-overlap"
    BANDS_GAP = "bands-gap"
    UNKNOWN_ITEM = "unknown-item"
    NOT_FOR_DIRECTION = "not-for-direction"


class QuestionnaireRefused(JournalError):
    """A questionnaire's file is refused whole; `field` is the place in it, such as `items.2.key`.

    Places count from 1; `field` is empty where the whole file is meant.
    """

    def __init__(self, problem: QuestionnaireProblem, file: str, field: str = "") -> None:
        super().__init__(f"{file}: {problem} {field}".strip())
        self.problem = problem
        self.file = file
        self.field = field
