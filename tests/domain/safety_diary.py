"""A diary that also has questionnaires, safety answers and readings of blood pressure."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from journal.domain.questionnaire import Answer, Response
from journal.domain.repository import Records
from journal.domain.safety_answer import SafetyAnswer, SafetyQuestion
from journal.domain.session import SessionState, Setting, TreatmentSession
from journal.domain.vitals import Vitals
from tests.domain.diary import Diary, at


class SafetyDiary(Diary):
    """A diary with all that safety is about."""

    def __init__(self, name: str = "", birth_date: date | None = None) -> None:
        super().__init__(name, birth_date)
        self.responses: list[Response] = []
        self.answers: list[SafetyAnswer] = []

    def item_nine(
        self, day: date, value: int, *, left: bool = True, hour: int = 19, key: str = "phq-9"
    ) -> Response:
        """A PHQ-9 of which only the last question is answered."""
        moment = at(day, hour)
        response = Response(
            self._id(),
            key,
            moment,
            moment.instant,
            moment.instant,
            (Answer("1", 3), Answer("9", value, left)),
        )
        self.responses.append(response)
        return response

    def answer(
        self,
        day: date,
        question: SafetyQuestion,
        *codes: str,
        about: UUID | None = None,
        hour: int = 20,
    ) -> SafetyAnswer:
        """An answer to a safety question."""
        moment = at(day, hour)
        answer = SafetyAnswer(
            self._id(), question, moment, moment.instant, moment.instant, codes, about
        )
        self.answers.append(answer)
        return answer

    def evening(self, day: date, code: str) -> SafetyAnswer:
        """An answer on the evening line."""
        return self.answer(day, SafetyQuestion.EVENING_THOUGHTS, code)

    def measured(
        self,
        day: date,
        *vitals: Vitals,
        setting: Setting | None = None,
        state: SessionState = SessionState.DONE,
    ) -> TreatmentSession:
        """A session with these readings."""
        session = replace(self.session(day, state=state), vitals=vitals, setting=setting)
        self.sessions[-1] = session
        return session

    def elevated(self, day: date, value: int, slept: float) -> None:
        """Elevated mood and hours slept on one day."""
        self.score(day, value, "elevated-mood")
        self.day(day, slept=slept)

    def records(self) -> Records:
        """Everything, as a journal would hand it over."""
        return replace(
            super().records(),
            responses=tuple(sorted(self.responses, key=lambda response: response.moment)),
            safety_answers=tuple(sorted(self.answers, key=lambda answer: answer.moment)),
        )


def pressure(upper: int | None, lower: int | None = None, minutes: int = 40) -> Vitals:
    """A reading of blood pressure, 40 minutes after the start unless told otherwise."""
    return Vitals(minutes, upper, lower)
