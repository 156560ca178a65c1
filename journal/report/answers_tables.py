"""The answers to each questionnaire, a column for each time, newest first; with their notices."""

from collections.abc import Iterable, Iterator, Sequence

from journal.domain.course_measures import Measure
from journal.domain.period import Period
from journal.domain.questionnaire import Item, Option, Questionnaire
from journal.domain.scoring import ScoredResponse
from journal.domain.summary import Summary
from journal.i18n import _
from journal.report.parts import Cell, Column, Section, Table, Text, as_lines
from journal.report.shortening import NOTHING, day_in
from journal.wording.questionnaires import answered_words, total_range

MOST_COLUMNS = 8
"""Times side by side; more go into further tables."""

QUESTION_WIDTH = 4
"""In columns of one time."""


def answers_sections(summary: Summary) -> Iterator[Section]:
    """A section for each table; the first of a questionnaire asks, the last has its notice."""
    for measure in summary.measures:
        entries = list(reversed(measure.entries))
        starts = range(0, len(entries), MOST_COLUMNS)
        for start in starts:
            yield _section(
                measure,
                entries[start : start + MOST_COLUMNS],
                summary.period,
                is_first=start == 0,
                is_last=start == starts[-1],
            )


def _section(
    measure: Measure,
    entries: Sequence[ScoredResponse],
    period: Period,
    *,
    is_first: bool,
    is_last: bool,
) -> Section:
    questionnaire = measure.questionnaire
    title = (
        questionnaire.title if is_first else _("{name}, earlier").format(name=questionnaire.title)
    )
    columns = (
        Column(_("Question"), QUESTION_WIDTH + MOST_COLUMNS - len(entries)),
        *(Column(day_in(entry.day, period)) for entry in entries),
    )
    notes = [total_range(questionnaire)]
    if is_first and not _has_totals_only(questionnaire):
        notes += [questionnaire.stem] if questionnaire.stem else []
        notes += _options(questionnaire.options)
    lines = as_lines(_below(questionnaire)) if is_last else ()
    rows = (_totals(entries), *(_item(item, entries) for item in questionnaire.items))
    return Section(title, " · ".join(notes), Table(columns, rows), lines=lines)


def _below(questionnaire: Questionnaire) -> Iterator[str]:
    """What stands below the last table: that answers are left out, and whose it all is."""
    if questionnaire.safety_item and _has_totals_only(questionnaire):
        yield _("The answers behind the total are left out by the patient.")
    if questionnaire.notice:
        yield questionnaire.notice


def _has_totals_only(questionnaire: Questionnaire) -> bool:
    """Whether no question of the total is left to print, or ever was."""
    return not any(item.scored for item in questionnaire.items)


def _options(options: Iterable[Option]) -> list[str]:
    """`0 Not at all`, and so on."""
    return [f"{option.value} {option.text}" for option in options]


def _totals(entries: Sequence[ScoredResponse]) -> tuple[Cell, ...]:
    return (Text(_("Total"), bold=True), *(_total(entry) for entry in entries))


def _total(entry: ScoredResponse) -> Text:
    if entry.total is None:
        return Text(answered_words(entry))
    words = str(entry.total)
    if entry.from_paper:
        words = _("{total} (from paper)").format(total=words)
    return Text(words, bold=True)


def _item(item: Item, entries: Sequence[ScoredResponse]) -> tuple[Cell, ...]:
    values = (entry.response.value(item.key) for entry in entries)
    words = item.text
    if item.options:
        words = f"{words} ({', '.join(_options(item.options))})"
    return (Text(words), *(Text(NOTHING if v is None else str(v)) for v in values))
