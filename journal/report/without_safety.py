"""A summary without what the safety rows tell: where they are left out, nothing else tells it."""

from dataclasses import replace

from journal.domain.course_measures import Measure
from journal.domain.scoring import ScoredResponse
from journal.domain.summary import Summary


def without_safety(summary: Summary) -> Summary:
    """The same, but no answer to an item about self-harm, and none marked in a picture."""
    return replace(summary, measures=tuple(map(_measure, summary.measures)))


def _measure(measure: Measure) -> Measure:
    questionnaire = measure.questionnaire
    items = tuple(i for i in questionnaire.items if i.key != questionnaire.safety_item)
    return replace(
        measure,
        questionnaire=replace(questionnaire, items=items),
        entries=tuple(_entry(entry, questionnaire.safety_item) for entry in measure.entries),
    )


def _entry(entry: ScoredResponse, safety_item: str) -> ScoredResponse:
    answers = tuple(a for a in entry.response.answers if a.item != safety_item)
    return replace(entry, response=replace(entry.response, answers=answers), safety=None)
