"""With and without: a scale on days with something the person picks, and on days without it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.charts.descriptions import with_and_without as told
from journal.charts.numbers import NumbersTable
from journal.domain.pickable import Pickable, Thing, pickable
from journal.domain.with_and_without import WithAndWithout, with_and_without
from journal.i18n import _, format_number, ngettext
from journal.theme import Theme
from journal.ui.trends.question import Picks, Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import day_name, score_words
from journal.ui.widgets.spots import Spot, by_day, marks
from journal.wording.with_and_without import sentence, thing_name

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

_KEY = "with-and-without"
_INCHES = 2.4


@dataclass(frozen=True, slots=True)
class Compared:
    """What can be picked, and the comparison by what is; None while nothing is."""

    offered: tuple[Pickable, ...]
    result: WithAndWithout | None


def _result(look: Look) -> Compared:
    reading, period, scale, records = look.reading, look.period, look.scale, look.records
    thing = look.choice.picked(_KEY)
    offered = reading.once(("pickable", scale, period), lambda: pickable(records, period, scale))
    if not isinstance(thing, Thing):
        return Compared(offered, None)
    scores = reading.timeline(scale).scores
    result = reading.once(
        ("with", scale, thing, period),
        lambda: with_and_without(records, scale, thing, period, scores),
    )
    return Compared(offered, result)


def _sentence(compared: Compared) -> str:
    if compared.result is not None:
        return sentence(compared.result)
    if compared.offered:
        return _("Pick something, and see the days with it beside the days without it.")
    return _(
        "There is nothing to compare by in this time yet: a side effect, a tag, a medicine or "
        "short sleep."
    )


def _describe(compared: Compared) -> str:
    return _sentence(compared) if compared.result is None else told.describe(compared.result)


def _numbers(compared: Compared) -> NumbersTable:
    if compared.result is None:
        return NumbersTable(_sentence(compared), (), ())
    return told.numbers(compared.result)


def _figure(compared: Compared, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts.with_and_without import draw  # noqa: PLC0415 - matplotlib loads late

    assert compared.result is not None  # noqa: S101 - there is no picture without
    return draw(compared.result, theme, size, dpi)


def _spots(compared: Compared, figure: "Figure") -> tuple[Spot, ...]:
    """Every day's dot."""
    result = compared.result
    assert result is not None  # noqa: S101 - there is no picture without
    sides = ((result.having, "values-with"), (result.lacking, "values-without"))
    return by_day(
        Spot(x, y, score.day, (day_name(score.day), score_words(score, result.scale)))
        for side, gid in sides
        for score, (x, y) in zip(side.scores, marks(figure, gid), strict=True)
    )


def _days(compared: Compared) -> tuple[date, ...]:
    """The days of the table's rows."""
    result = compared.result
    if result is None or not result.is_enough:
        return ()
    return tuple(sorted(score.day for s in (result.having, result.lacking) for score in s.scores))


def _offered(compared: Compared) -> tuple[tuple[Thing, str], ...]:
    return tuple((each.thing, _words(each)) for each in compared.offered)


def _words(each: Pickable) -> str:
    return ngettext("{thing} ({count} day)", "{thing} ({count} days)", each.days).format(
        thing=thing_name(each.thing), count=format_number(each.days)
    )


WITH_AND_WITHOUT = Question(
    key=_KEY,
    title=lambda: _("With and without"),
    result=_result,
    sentence=_sentence,
    figure=_figure,
    describe=_describe,
    numbers=_numbers,
    legend=lambda compared: "" if compared.result is None else told.legend(compared.result),
    has_picture=lambda compared: compared.result is not None and compared.result.is_enough,
    height=lambda _compared, _width: _INCHES,
    spots=_spots,
    days=_days,
    picks=Picks(
        name=lambda: _("Compare days with and without"),
        offered=_offered,
        picked=lambda compared: None if compared.result is None else compared.result.thing,
    ),
)
