"""The Questionnaires page's words: what stands on the list, in the table, and at the end."""

from collections.abc import Sequence
from datetime import date

from journal.domain.questionnaire import Questionnaire, Response
from journal.domain.scoring import ScoredResponse
from journal.i18n import _, format_date
from journal.ui.questionnaires.look import Standing
from journal.wording.questionnaires import answered_words, band_sentence


def state_sentence(standings: Sequence[Standing], today: date) -> str:
    """What is due, without a word about what was not filled in."""
    due = [each.questionnaire.title for each in standings if each.due and each.due <= today]
    if due:
        return _("Due: {titles}. Any evening will do.").format(titles=", ".join(due))
    days = [each.due for each in standings if each.due]
    if not days:
        return _("Nothing is due. You fill one in when you choose.")
    return _("Nothing is due. The next one is on {day}.").format(day=day_words(min(days)))


def standing_words(standing: Standing, today: date) -> str:
    """`12 on 9 March 2026 · due on Mon 23 March`, `begun, 3 of 9 answered`, `not filled in yet`."""
    parts = []
    if standing.last is not None:
        day = format_date(standing.last.day)
        parts.append(_("{total} on {day}").format(total=standing.last.total, day=day))
    begun = next((e for e in standing.entries if e.response == standing.unfinished), None)
    if begun is not None:
        parts.append(_("begun, {answered}").format(answered=answered_words(begun)))
    elif standing.due is not None and standing.last is not None:
        parts.append(_due(standing.due, today))
    return " · ".join(parts) or _("not filled in yet")


def _due(day: date, today: date) -> str:
    return _("due") if day <= today else _("due on {day}").format(day=day_words(day))


def day_words(day: date) -> str:
    """`Mon 23 March`."""
    return format_date(day, "medium")


def progress_words(questionnaire: Questionnaire, index: int) -> str:
    """`3 of 9`; questions outside the total come as one more."""
    scored = sum(item.scored for item in questionnaire.items)
    if not questionnaire.items[index].scored:
        return _("One more question")
    place = sum(item.scored for item in questionnaire.items[: index + 1])
    return _("{place} of {count}").format(place=place, count=scored)


def result_heading(entry: ScoredResponse, questionnaire: Questionnaire) -> str:
    """`Your total is 12 of 27.`, or how much was answered."""
    if entry.total is None:
        return f"{answered_words(entry)}."
    return _("Your total is {total} of {high}.").format(total=entry.total, high=questionnaire.high)


def result_sentence(entry: ScoredResponse) -> str:
    """What the total is called; without one, that what was answered is kept."""
    if entry.total is None:
        return _("Without the rest there is no total. What you answered is kept.")
    return band_sentence(entry)


def answered_so_far(questionnaire: Questionnaire, response: Response) -> str:
    """`3 of 9 answered`, of the questions that make up the total."""
    scored = [item for item in questionnaire.items if item.scored]
    answered = sum(response.value(item.key) is not None for item in scored)
    return _("{answered} of {asked} answered").format(answered=answered, asked=len(scored))
