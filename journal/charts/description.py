"""A timeline in words: what its picture shows, its legend, and the numbers behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.charts.totals import Totals
from journal.charts.totals import describe as describe_totals
from journal.domain.dose_changes import dose_changes
from journal.domain.period import Period
from journal.domain.trends import AveragePoint, DayScore, Part, Timeline
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording import dose_text, scale_ends, scale_name
from journal.wording.medicines import medicine_mark_sentence
from journal.wording.ranges import range_text


@dataclass(frozen=True, slots=True)
class TableRow:
    """One score of the timeline; `kind` and `remark` are words, `average` is None where none is."""

    day: date
    score: float
    kind: str
    average: float | None
    remark: str


@dataclass(frozen=True, slots=True)
class ScoreLabel:
    """What is said of one dot: its day, its value, and what it stands for."""

    day: str
    value: str
    kind: str


def describe(timeline: Timeline) -> str:
    """The timeline in whole sentences: how much is logged, its range, the sessions; no causes."""
    return " ".join(_sentences(timeline))


def describe_panels(
    timelines: Sequence[Timeline], totals: Sequence[Totals] = (), *, reasons: bool = True
) -> str:
    """Several scales and questionnaires of one period; sessions and medicines are told once.

    Without `reasons` it does not tell why a medicine was changed or stopped.
    """
    scales = [sentence for timeline in timelines for sentence in _scores(timeline)]
    questionnaires = map(describe_totals, totals)
    marks = [*_marks(timelines[0], reasons=reasons)] if timelines else []
    return " ".join([*scales, *questionnaires, *marks])


def _sentences(timeline: Timeline) -> Iterator[str]:
    yield from _scores(timeline)
    yield from _marks(timeline)


def _scores(timeline: Timeline) -> Iterator[str]:
    if timeline.is_empty:
        yield nothing_logged(timeline)
    else:
        yield _logged(timeline)
        yield _range(timeline)
        yield _average(timeline)
        yield from _origins(timeline)


def _marks(timeline: Timeline, *, reasons: bool = True) -> Iterator[str]:
    yield from _sessions(timeline)
    for mark in timeline.medicines:
        yield medicine_mark_sentence(mark, with_reason=reasons)


def nothing_logged(timeline: Timeline) -> str:
    """The sentence that stands in for a timeline without scores."""
    return _("{scale}, {days}: nothing was logged.").format(
        scale=scale_name(timeline.scale), days=_span(timeline.period)
    )


def _span(period: Period) -> str:
    if len(period) == 1:
        return format_date(period.first)
    return _("{first} to {last}").format(
        first=format_date(period.first), last=format_date(period.last)
    )


def _logged(timeline: Timeline) -> str:
    count = len(timeline.period)
    return ngettext(
        "{scale}, {days}: {logged} of {count} day logged.",
        "{scale}, {days}: {logged} of {count} days logged.",
        count,
    ).format(
        scale=scale_name(timeline.scale),
        days=_span(timeline.period),
        logged=format_number(timeline.days_logged),
        count=format_number(count),
    )


def _range(timeline: Timeline) -> str:
    lowest, highest = min(timeline.scores, key=_value), max(timeline.scores, key=_value)
    if lowest.value == highest.value:
        sentence = _("Every day score is {low} (scale: {ends}).")
    else:
        sentence = _(
            "Day scores lie between {low} (first on {low_day}) and {high} (first on {high_day}); "
            "scale: {ends}."
        )
    return sentence.format(
        low=format_number(lowest.value),
        low_day=format_date(lowest.day),
        high=format_number(highest.value),
        high_day=format_date(highest.day),
        ends=scale_ends(timeline.scale, bipolar=timeline.bipolar),
    )


def _average(timeline: Timeline) -> str:
    points = [point for line in timeline.lines for point in line]
    if not points:
        return _("Too few days lie close together for a 7-day average.")
    lowest, highest = min(points, key=_value), max(points, key=_value)
    return _(
        "The 7-day average between sessions was lowest at {low} on {low_day} and highest at {high} "
        "on {high_day}; the last one, on {last_day}, is {last}."
    ).format(
        low=format_number(lowest.value),
        low_day=format_date(lowest.day),
        high=format_number(highest.value),
        high_day=format_date(highest.day),
        last=format_number(points[-1].value),
        last_day=format_date(points[-1].day),
    )


def _value(one: DayScore | AveragePoint) -> float:
    return one.value


def _origins(timeline: Timeline) -> Iterator[str]:
    late, imported = timeline.days_late, timeline.days_imported
    if late:
        yield ngettext(
            "{count} day was entered later.", "{count} days were entered later.", late
        ).format(count=format_number(late))
    if imported:
        yield ngettext("{count} day was imported.", "{count} days were imported.", imported).format(
            count=format_number(imported)
        )


def _sessions(timeline: Timeline) -> Iterator[str]:
    numbers = [mark.number for mark in timeline.sessions if mark.number is not None]
    others = len(timeline.sessions) - len(numbers)
    if not numbers:
        yield _("No ketamine session took place in this time.")
    else:
        yield ngettext(
            "Session {first} took place in this time.",
            "{count} sessions took place in this time, numbers {first} to {last}.",
            len(numbers),
        ).format(count=format_number(len(numbers)), first=numbers[0], last=numbers[-1])
    yield from _doses(timeline)
    if others:
        yield ngettext(
            "{count} other treatment is marked.", "{count} other treatments are marked.", others
        ).format(count=format_number(others))


def _doses(timeline: Timeline) -> Iterator[str]:
    changes = [
        _("{dose} at session {number}").format(dose=dose_text(dose), number=mark.number)
        for mark, dose in dose_changes(timeline.sessions)
    ]
    if changes:
        yield _("Dose, where it changed: {changes}.").format(changes=", ".join(changes))


def legend(timeline: Timeline) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(timeline))


def _legend(timeline: Timeline) -> Iterator[str]:
    yield scale_ends(timeline.scale, bipolar=timeline.bipolar)
    yield from _legend_of_scores(timeline)
    if any(mark.number is not None for mark in timeline.sessions):
        yield _dotted(timeline)
    if any(dose_changes(timeline.sessions)):
        yield _("above: the dose where it changed, where there is room")
    if any(mark.number is None for mark in timeline.sessions):
        yield _("▲ other treatment")
    if timeline.medicines:
        yield _("stroke below: a medicine changed")


def _legend_of_scores(timeline: Timeline) -> Iterator[str]:
    if timeline.scores:
        yield _("a dot is a day")
    if any(score.late for score in timeline.scores):
        yield _("square: entered later")
    if any(score.imported for score in timeline.scores):
        yield _("diamond: imported")
    if any(score.low < score.high for score in timeline.scores):
        yield _("bar: lowest to highest of a day")
    if timeline.lines:
        yield _("line: 7-day average between sessions")


def _dotted(timeline: Timeline) -> str:
    if any(score.part is not Part.WHOLE for score in timeline.scores):
        return _("dotted: sessions (before ● and after ○)")
    return _("dotted: sessions")


def label(score: DayScore) -> ScoreLabel:
    """The words for one dot: `Tue 10 March`, `4`, `before session 11 · entered later`."""
    words = [_kind(score), *_remarks(score)]
    return ScoreLabel(
        format_date(score.day, "medium"), format_number(score.value), " · ".join(words)
    )


def _kind(score: DayScore) -> str:
    if score.part is Part.BEFORE:
        return _("before session {number}").format(number=score.session)
    if score.part is Part.AFTER:
        return _("after session {number}").format(number=score.session)
    return _("the day")


def _remarks(score: DayScore) -> Iterator[str]:
    if score.count > 1:
        yield _mean(score)
    if score.late:
        yield _("entered later")
    if score.imported:
        yield _("imported")


def _mean(score: DayScore) -> str:
    if score.low == score.high:
        words = _("mean of {count}, each {value}")
        return words.format(count=score.count, value=format_number(score.low))
    return _("mean of {count}, {range}").format(
        count=score.count, range=range_text(score.low, score.high)
    )


def table(timeline: Timeline) -> tuple[TableRow, ...]:
    """The numbers behind the picture, oldest first; days that are not logged have no row."""
    averages = {
        (point.day, point.part, point.session): point.value
        for line in timeline.lines
        for point in line
    }
    return tuple(
        TableRow(
            score.day,
            score.value,
            _kind(score),
            averages.get((score.day, score.part, score.session)),
            " · ".join(_remarks(score)),
        )
        for score in timeline.scores
    )
