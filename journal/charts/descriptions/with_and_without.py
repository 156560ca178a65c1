"""Days with and without something as a text alternative, a legend, and a table of the days."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.with_and_without import Side, WithAndWithout
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.ranges import range_text
from journal.wording.scales import scale_ends, scale_name
from journal.wording.with_and_without import (
    having_words,
    lacking_words,
    sentence,
    sides_mean,
    thing_name,
)


def describe(result: WithAndWithout) -> str:
    """The picture in whole sentences: medians, ranges, counts; no causes."""
    return " ".join(_sentences(result))


def _sentences(result: WithAndWithout) -> Iterator[str]:
    yield _("{scale} ({ends}), {first} to {last}, medians of day scores.").format(
        scale=scale_name(result.scale),
        ends=scale_ends(result.scale, bipolar=result.bipolar),
        first=format_date(result.period.first),
        last=format_date(result.period.last),
    )
    yield sentence(result)
    if result.is_enough:
        yield _range(result.having, having_words(result.thing))
        yield _range(result.lacking, lacking_words(result.thing))
    imported = result.days_imported
    if imported:
        yield ngettext("{count} day was imported.", "{count} days were imported.", imported).format(
            count=format_number(imported)
        )


def _range(side: Side, which: str) -> str:
    values = [score.value for score in side.scores]
    return _("Scores on days {which}: {range}.").format(
        which=which, range=range_text(min(values), max(values))
    )


def legend(result: WithAndWithout) -> str:
    """What the marks of the picture mean, and which days stand where."""
    words = [scale_ends(result.scale, bipolar=result.bipolar)]
    if result.is_enough:
        words += [_("a dot is a day"), _("short line: median")]
    return " · ".join((*words, sides_mean(result.thing)))


def numbers(result: WithAndWithout) -> NumbersTable:
    """A row for each day of both sides, oldest first; none where there is too little."""
    caption = _("{scale} and {thing}: {sentence}").format(
        scale=scale_name(result.scale), thing=thing_name(result.thing), sentence=sentence(result)
    )
    columns = (_("Day"), scale_name(result.scale), _("Which days"))
    if not result.is_enough:
        return NumbersTable(caption, columns, ())
    days = [(score, having_words(result.thing)) for score in result.having.scores]
    days += [(score, lacking_words(result.thing)) for score in result.lacking.scores]
    days.sort(key=lambda day: day[0].day)
    rows = ((format_date(s.day), format_number(s.value), which) for s, which in days)
    return NumbersTable(caption, columns, tuple(rows))
