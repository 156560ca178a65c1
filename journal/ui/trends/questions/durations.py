"""How long does it last?"""

from typing import TYPE_CHECKING

from journal.charts.descriptions.durations import describe, drawn, legend, numbers
from journal.domain.checkin import Scale
from journal.domain.durations import Durations, SessionDuration, durations
from journal.i18n import _, format_number
from journal.theme import Theme
from journal.ui.trends.question import Question
from journal.ui.trends.reading import Look
from journal.ui.widgets.chart_picture import session_on_day
from journal.ui.widgets.spots import Spot, by_day, marks
from journal.wording.durations import duration_words, sentence, what_back_means

if TYPE_CHECKING:
    from journal.charts.figure_bytes import Figure

_AXIS_INCHES = 0.7
_SESSION_INCHES = 0.2
_LEAST_INCHES = 1.6
_MOST_INCHES = 6.0


def _result(look: Look) -> Durations:
    scale, period = look.scale, look.period
    scores = look.reading.timeline(scale).scores
    return look.reading.once(
        ("durations", scale, period),
        lambda: durations(look.reading.around(scale, period), scores),
    )


def _sentence(result: Durations) -> str:
    words = sentence(result)
    return f"{words} {what_back_means(result)}" if result.is_shown else words


def _figure(result: Durations, theme: Theme, size: tuple[float, float], dpi: float) -> "Figure":
    from journal.charts.durations import draw  # noqa: PLC0415 - matplotlib takes 0.6 s to load

    return draw(result, theme, size, dpi)


def _spots(result: Durations, figure: "Figure") -> tuple[Spot, ...]:
    """The end of every line."""
    ends = ((True, "back"), (False, "not-back"))
    return by_day(
        Spot(x, y, session.day, _words(session, result.scale))
        for back, gid in ends
        for session, (x, y) in zip(
            (each for each in drawn(result) if each.back is back), marks(figure, gid), strict=True
        )
    )


def _words(session: SessionDuration, scale: Scale) -> tuple[str, ...]:
    return (
        session_on_day(session.number, session.day),
        duration_words(session, scale),
        _("level before: {level}").format(level=format_number(session.reference)),
    )


def _height(result: Durations, _width: float) -> float:
    height = _AXIS_INCHES + _SESSION_INCHES * len(drawn(result))
    return min(max(height, _LEAST_INCHES), _MOST_INCHES)


DURATIONS = Question(
    key="durations",
    title=lambda: _("How long does it last?"),
    result=_result,
    sentence=_sentence,
    figure=_figure,
    describe=describe,
    numbers=numbers,
    legend=legend,
    has_picture=lambda result: result.is_shown,
    height=_height,
    spots=_spots,
    days=lambda result: tuple(session.day for session in result.sessions),
    on_request=True,
)
