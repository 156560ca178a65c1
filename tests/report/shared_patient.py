"""A patient with a record of every kind, each with something that is shared and something not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from journal.domain.checkin import CheckIn, Direction, Scale, Score
from journal.domain.medication import DoseTaken, Medication, MedicineClass
from journal.domain.period import last_days
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import (
    BeforeSession,
    Dose,
    DoseUnit,
    Feeling,
    Setting,
    Treatment,
    TreatmentSession,
)
from journal.domain.side_effect import Duration, Lasted, Onset, Severity
from journal.domain.vitals import BEFORE, Vitals
from journal.report.attachments import attached_data
from journal.report.content import summary_for
from journal.report.parts import Choices
from journal.report.shared_records import SharedRecords, shared_records
from tests.domain.diary import LONG_AGO, Diary, at, minutes
from tests.domain.responses import answered, paper
from tests.report.pages import TODAY, day

PERIOD = last_days(30, TODAY)
SESSION_DAY = day(6)

PRIVATE_NOTE = "Only for me."
MARKED_NOTE = 'For the clinic: =1+1, "slept"\nbadly; ж.'
SESSION_NOTE = "Floated."
NAMES = ("Alex Example", "Dr. Moreau", "Kim", "Sam")
"""Of people: none of them may be in the attached files."""


def patient() -> Records:
    """Thirty days and one day before them, which is not in the period."""
    diary = Diary(NAMES[0], date(1980, 1, 1))
    diary.scales.append(_own_scale())
    diary.score(day(40), 2)
    for ago in (20, 9, 5, 4):
        diary.score(day(ago), ago % 11)
        diary.score(day(ago), 3, "anxiety", hour=9)
    session = diary.session(SESSION_DAY, mg=32)
    diary.sessions[-1] = _in_full(session)
    diary.session(day(2), treatment=Treatment.OTHER, name="Breath work", mg=None)
    diary.day(day(9), none=True, slept=6.5)
    diary.day(day(8), unwell=True)
    _side_effects(diary, session)
    diary.check_ins[-2:] = _with_notes(diary)
    return replace(
        diary.records(),
        responses=(answered(day(10), [1] * 10), paper(day(3), 7, "gad-7")),
        medications=tuple(_medicines()),
        doses_taken=(_dose(),),
        safety_answers=tuple(_safety_answers()),
    )


def _own_scale() -> Scale:
    ends = (1, 5, Direction.HIGHER_BETTER)
    return Scale(UUID(int=90), "own-90", *ends, True, 9, LONG_AGO, LONG_AGO, name="Hope, daily")


def _in_full(session: TreatmentSession) -> TreatmentSession:
    return replace(
        session,
        dose_taken=Dose(Decimal("0.5"), DoseUnit.MG_PER_KG),
        body_weight_kg=Decimal("64.5"),
        setting=Setting.CLINIC,
        provider=NAMES[1],
        with_whom=NAMES[2],
        taken_home_by=NAMES[3],
        before=frozenset({BeforeSession.ALCOHOL, BeforeSession.OPIOIDS}),
        vitals=(
            Vitals(BEFORE, 128, 82),
            Vitals(40, 146, 92, 88, 97),
            Vitals(90, 120, leaving=True),
        ),
        felt=((Feeling.CALM, 7),),
        note=SESSION_NOTE,
    )


def _side_effects(diary: Diary, session: TreatmentSession) -> None:
    diary.effect(SESSION_DAY, "nausea", Severity.SEVERE, minutes(90), session, onset=Onset(True))
    began = Onset(instant=session.start.instant + timedelta(hours=1))
    still = Duration(Lasted.STILL_THERE)
    diary.effect(day(5), name="Cold hands", severity=None, duration=still, onset=began)


def _with_notes(diary: Diary) -> Iterator[CheckIn]:
    mood, anxiety = diary.check_ins[-2:]
    own = Score("own-90", 4, mood.moment.instant)
    yield replace(mood, scores=(*mood.scores, own), note=MARKED_NOTE, note_shared=True)
    yield replace(anxiety, note=PRIVATE_NOTE, tags=("my sister",), source="Daylio")


def _medicines() -> Iterator[Medication]:
    before, now = UUID(int=70), UUID(int=71)
    since = Medication(
        before, before, "Sertraline", day(90), LONG_AGO, LONG_AGO, "150 mg", last=day(60)
    )
    yield since
    yield replace(since, id=now, first=day(59), dose="100 mg", how_often="mornings", last=None)
    yield Medication(
        UUID(int=72),
        UUID(int=72),
        "Lorazepam",
        day(50),
        LONG_AGO,
        LONG_AGO,
        "1 mg",
        kind=MedicineClass.BENZODIAZEPINE,
        as_needed=True,
        last=day(1),
        reason="My sister asked me to.",
    )


def _dose() -> DoseTaken:
    return DoseTaken(UUID(int=73), UUID(int=72), at(day(7), 22), LONG_AGO, LONG_AGO, "half of one")


def _safety_answers() -> Iterator[SafetyAnswer]:
    for number, (question, codes) in enumerate(
        (
            (SafetyQuestion.SAFE_TONIGHT, ("yes",)),
            (SafetyQuestion.BLADDER, ()),
            (SafetyQuestion.NOT_NOW, ("bladder",)),
        )
    ):
        moment = at(day(10), 21, number)
        yield SafetyAnswer(UUID(int=80 + number), question, moment, LONG_AGO, LONG_AGO, codes)


def shared(choices: Choices | None = None) -> SharedRecords:
    """What of the patient goes along."""
    records, choices = patient(), choices or Choices()
    return shared_records(records, summary_for(records, PERIOD, TODAY, choices), choices)


def files(choices: Choices | None = None) -> dict[str, bytes]:
    """The attached files by their names."""
    records, choices = patient(), choices or Choices()
    summary = summary_for(records, PERIOD, TODAY, choices)
    return {each.name: each.content for each in attached_data(records, summary, choices)}
