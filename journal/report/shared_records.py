"""Which of a period's records go along with a page: nothing that the page itself leaves out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from uuid import UUID

from journal.domain.checkin import CheckIn, DayRecord, Scale
from journal.domain.medication import DoseTaken, Medication
from journal.domain.period import Moment, Period
from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import BeforeSession, TreatmentSession
from journal.domain.side_effect import SideEffect
from journal.domain.summary import Summary
from journal.report.days_table import shown_scales
from journal.report.left_out import alcohol_alone, without_left_out
from journal.report.notes_section import chosen_notes
from journal.report.parts import Choices, PagePart
from journal.report.without_safety import OtherEffects

_FOLLOWING = frozenset({PagePart.SESSIONS, PagePart.DAYS, PagePart.ANSWERS})
_OF_ONE_SCALE = frozenset({PagePart.COURSE, PagePart.OVER_TIME, PagePart.AROUND})


@dataclass(frozen=True, slots=True)
class SharedResponse:
    """A questionnaire as it was answered; `total` is None where it was not answered to its end.

    `answers` are pairs of an item's key and the value chosen, empty where they stay private.
    """

    questionnaire: Questionnaire
    moment: Moment
    total: int | None
    from_paper: bool
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SharedRecords:
    """A period's records as the person shares them, oldest first, scales by position.

    Whoever may read them learns no names of people and no tags; texts are names of the person's
    own scales, treatments, effects and medicines, and the notes that were chosen.
    """

    period: Period
    scales: tuple[Scale, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    days: tuple[DayRecord, ...] = ()
    sessions: tuple[TreatmentSession, ...] = ()
    side_effects: tuple[SideEffect, ...] = ()
    responses: tuple[SharedResponse, ...] = ()
    medications: tuple[Medication, ...] = ()
    doses_taken: tuple[DoseTaken, ...] = ()
    safety_answers: tuple[SafetyAnswer, ...] = ()

    @property
    def day_count(self) -> int:
        """On how many days there is at least one record."""
        days = {record.day for record in self.days}
        days |= {session.start.day for session in self.sessions}
        days |= {effect.noted.day for effect in self.side_effects}
        days |= {dose.taken.day for dose in self.doses_taken}
        for kind in (self.check_ins, self.responses, self.safety_answers):
            days |= {record.moment.day for record in kind}
        return len(days)


def shared_records(records: Records, summary: Summary, choices: Choices) -> SharedRecords:
    """What goes along with the page of `summary`, which was made of these records."""
    return _Sharing(records, summary, choices).shared()


class _Sharing:
    """One page's choices, asked again for every kind of record."""

    def __init__(self, records: Records, summary: Summary, choices: Choices) -> None:
        self._records = records
        self._period = summary.period
        self._summary = without_left_out(summary, choices)
        self._choices = choices
        away = _FOLLOWING if choices.first_page_only else frozenset()
        self._parts = frozenset(PagePart) - choices.left_out - away
        self._notes = self._chosen_notes()

    def _chosen_notes(self) -> frozenset[UUID]:
        if self._choices.first_page_only:
            return frozenset()
        return frozenset(note.id for note in chosen_notes(self._summary, self._choices.notes))

    def _has(self, *parts: PagePart) -> bool:
        """Whether the page has at least one of these parts."""
        return not self._parts.isdisjoint(parts)

    def shared(self) -> SharedRecords:
        check_ins, days = tuple(self._check_ins()), tuple(self._days())
        sessions = tuple(self._sessions())
        return SharedRecords(
            self._period,
            tuple(_used(self._records.scales, check_ins)),
            check_ins,
            days,
            sessions,
            tuple(self._side_effects({session.id for session in sessions})),
            tuple(self._responses()),
            tuple(self._medications()),
            tuple(self._doses_taken()),
            tuple(self._safety_answers()),
        )

    def _check_ins(self) -> Iterator[CheckIn]:
        rated = self._rated()
        for check_in in self._records.check_ins:
            if check_in.moment.day not in self._period:
                continue
            scores = tuple(score for score in check_in.scores if score.scale in rated)
            note = check_in.note if check_in.id in self._notes else ""
            if scores or note:
                yield replace(check_in, scores=scores, tags=(), note=note)

    def _rated(self) -> frozenset[str]:
        """The keys of the scales whose scores are on the page."""
        rated: set[str] = set()
        if self._has(PagePart.DAYS):
            rated.update(scale.key for scale in shown_scales(self._summary))
        if self._has(*_OF_ONE_SCALE):
            rated.add(self._summary.timeline.scale.key)
            rated.update(result.scale.key for result in self._summary.daily)
        return frozenset(rated)

    def _days(self) -> Iterator[DayRecord]:
        every_day = self._has(PagePart.DAYS)
        sleep = self._has(PagePart.MEDICINES)
        for day in self._records.days:
            if day.day not in self._period:
                continue
            shared = replace(
                day,
                no_side_effects=day.no_side_effects and self._has(PagePart.SIDE_EFFECTS),
                too_unwell=day.too_unwell and every_day,
                sleep_hours=day.sleep_hours if sleep else None,
                sleep_quality=day.sleep_quality if sleep else None,
            )
            if not shared.is_empty:
                yield shared

    def _sessions(self) -> Iterator[TreatmentSession]:
        if not self._has(PagePart.TREATMENT, PagePart.SESSIONS):
            return
        of_table = {each.session.id for each in self._summary.sessions}
        for session in self._records.sessions:
            is_told = self._has(PagePart.TREATMENT) or session.id in of_table
            if is_told and session.start.day in self._period:
                yield self._session(session)

    def _session(self, session: TreatmentSession) -> TreatmentSession:
        """Without people's names, the place and what it felt like: no page has them.

        What was measured goes along only where the page has it.
        """
        session = replace(
            session,
            provider="",
            with_whom="",
            taken_home_by="",
            note=session.note if session.id in self._notes else "",
            no_side_effects=session.no_side_effects and self._has(PagePart.SIDE_EFFECTS),
            setting=None,
            before=self._before(session),
            felt=(),
        )
        if self._has(PagePart.SESSIONS):
            return session
        return replace(session, end=None, vitals=())

    def _before(self, session: TreatmentSession) -> frozenset[BeforeSession] | None:
        """Without medicines only alcohol: that there was none of all would be too much said."""
        if not self._has(PagePart.SESSIONS):
            return None
        if self._has(PagePart.MEDICINES):
            return session.before
        return alcohol_alone(session).before or None

    def _side_effects(self, sessions: set[UUID]) -> Iterator[SideEffect]:
        if not self._has(PagePart.SIDE_EFFECTS):
            return
        others = OtherEffects(self._summary)
        for effect in self._records.side_effects:
            is_told = self._choices.safety or others.has(effect)
            if is_told and effect.noted.day in self._period:
                session = effect.session_id if effect.session_id in sessions else None
                yield replace(effect, session_id=session)

    def _responses(self) -> Iterator[SharedResponse]:
        if not self._has(PagePart.COURSE, PagePart.OVER_TIME, PagePart.ANSWERS):
            return
        of_period = [
            (measure.questionnaire, entry)
            for measure in self._summary.measures
            for entry in measure.entries
        ]
        for questionnaire, entry in sorted(of_period, key=lambda each: each[1].response.moment):
            yield SharedResponse(
                questionnaire,
                entry.response.moment,
                entry.total,
                entry.from_paper,
                tuple(self._answers(questionnaire, entry.response)),
            )

    def _answers(
        self, questionnaire: Questionnaire, response: Response
    ) -> Iterator[tuple[str, int]]:
        if self._has(PagePart.ANSWERS):
            for item in questionnaire.items:
                value = response.value(item.key)
                if value is not None:
                    yield item.key, value

    def _medications(self) -> Iterator[Medication]:
        if self._has(PagePart.MEDICINES):
            for medicine in self._records.medications:
                goes_on = medicine.last is None or medicine.last >= self._period.first
                if medicine.first <= self._period.last and goes_on:
                    yield replace(medicine, reason="")

    def _doses_taken(self) -> Iterator[DoseTaken]:
        if self._has(PagePart.MEDICINES):
            yield from (d for d in self._records.doses_taken if d.taken.day in self._period)

    def _safety_answers(self) -> Iterator[SafetyAnswer]:
        if self._choices.safety:
            for answer in self._records.safety_answers:
                is_answer = answer.question is not SafetyQuestion.NOT_NOW
                if is_answer and answer.moment.day in self._period:
                    yield answer


def _used(scales: Iterable[Scale], check_ins: Iterable[CheckIn]) -> Iterator[Scale]:
    """The scales that have a score, by position."""
    keys = {score.scale for check_in in check_ins for score in check_in.scores}
    yield from (s for s in sorted(scales, key=attrgetter("position")) if s.key in keys)
