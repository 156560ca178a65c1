"""The page's questions, a module each, in the order of their cards."""

from typing import Any

from journal.ui.trends.question import Question
from journal.ui.trends.questions.around_sessions import AROUND_SESSIONS
from journal.ui.trends.questions.before_and_now import BEFORE_AND_NOW
from journal.ui.trends.questions.days import DAYS
from journal.ui.trends.questions.durations import DURATIONS
from journal.ui.trends.questions.side_effects import SIDE_EFFECTS
from journal.ui.trends.questions.with_and_without import WITH_AND_WITHOUT
from journal.ui.trends.questions.year import YEAR

QUESTIONS: tuple[Question[Any], ...] = (
    DAYS,
    AROUND_SESSIONS,
    SIDE_EFFECTS,
    DURATIONS,
    BEFORE_AND_NOW,
    WITH_AND_WITHOUT,
    YEAR,
)
