"""Before and now as a text alternative, a legend, and the numbers behind the picture."""

from collections.abc import Iterator

from journal.charts.numbers import NumbersTable
from journal.domain.before_and_now import BeforeAndNow, Comparison, Overall, Time, Window
from journal.i18n import _, format_date, format_number, ngettext
from journal.wording.before_and_now import days_logged, sentence, time_name, window_name
from journal.wording.scales import scale_ends, scale_name


def describe(result: BeforeAndNow) -> str:
    """Every value of the picture with its count, then what they say together."""
    return " ".join(_sentences(result))


def _sentences(result: BeforeAndNow) -> Iterator[str]:
    if result.begin is not None:
        yield _("{scale} ({ends}), medians of day scores.").format(
            scale=scale_name(result.scale), ends=scale_ends(result.scale, bipolar=result.bipolar)
        )
        yield _value(result.begin)
    for comparison in result.comparisons:
        yield from map(_value, comparison.windows)
        if comparison.overall is not None:
            yield _overall(comparison.time, comparison.overall)
    if any(window.close for window in result.windows):
        yield _("Where sessions lie closer together, only the days between them count.")
    yield sentence(result)
    imported = result.days_imported
    if imported:
        yield ngettext("{count} day was imported.", "{count} days were imported.", imported).format(
            count=imported
        )
    if result.comparisons:
        yield _("This does not say why two times differ.")


def _value(window: Window) -> str:
    if window.median is None:
        return _("{when}: nothing logged.").format(when=window_name(window))
    return _("{when}: {value} ({days}).").format(
        when=window_name(window), value=format_number(window.median), days=days_logged(window)
    )


def _overall(time: Time, overall: Overall) -> str:
    return _(
        "{when}, {count} sessions since then with 7 free days: {value}, 95 % interval {low} to "
        "{high} (by resampling the stretches between sessions)."
    ).format(
        when=time_name(time),
        count=len(overall.medians),
        value=format_number(overall.median),
        low=format_number(overall.interval.low),
        high=format_number(overall.interval.high),
    )


def legend(result: BeforeAndNow) -> str:
    """What the marks of the picture mean, only of those that are in it."""
    return " · ".join(_legend(result))


def _legend(result: BeforeAndNow) -> Iterator[str]:
    yield scale_ends(result.scale, bipolar=result.bipolar)
    if any(window.scores for window in result.windows):
        yield _("a dot is a day")
        yield _("short line: median")
    if result.begin is not None and result.begin.scores:
        yield _("dashed: the beginning")
    if any(comparison.overall for comparison in result.comparisons):
        yield _("diamond: the median at a session with 7 free days")
        yield _("upright line: 95 % interval of their median")


def numbers(result: BeforeAndNow) -> NumbersTable:
    """A row for each run of days, and one for all sessions where there is an interval."""
    return NumbersTable(
        _("{scale} before and now, {ends}").format(
            scale=scale_name(result.scale), ends=scale_ends(result.scale, bipolar=result.bipolar)
        ),
        (
            _("Days"),
            _("From"),
            _("To"),
            _("Median"),
            _("Counted"),
            _("Scores"),
            _("95 % interval"),
        ),
        tuple(_rows(result)),
    )


def _rows(result: BeforeAndNow) -> Iterator[tuple[str, ...]]:
    if result.begin is not None:
        yield _row(result.begin)
    for comparison in result.comparisons:
        yield from map(_row, comparison.windows)
        if comparison.overall is not None:
            yield _overall_row(comparison, comparison.overall)


def _row(window: Window) -> tuple[str, ...]:
    median = window.median
    return (
        window_name(window),
        format_date(window.period.first),
        format_date(window.period.last),
        _("not logged") if median is None else format_number(median),
        days_logged(window),
        ", ".join(format_number(score.value) for score in window.scores),
        "",
    )


def _overall_row(comparison: Comparison, overall: Overall) -> tuple[str, ...]:
    count = len(overall.medians)
    interval = _("{low} to {high}").format(
        low=format_number(overall.interval.low), high=format_number(overall.interval.high)
    )
    return (
        _("{when}, sessions since then with 7 free days").format(when=time_name(comparison.time)),
        "",
        "",
        format_number(overall.median),
        ngettext("{count} session", "{count} sessions", count).format(count=count),
        ", ".join(map(format_number, overall.medians)),
        interval,
    )
