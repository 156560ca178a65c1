"""Two tables of the page, sessions and side effects, and how days and names are shortened."""

from collections.abc import Iterable, Sequence
from datetime import date

from journal import wording
from journal.domain.period import Period
from journal.domain.side_effect import Duration, Severity, SideEffect
from journal.domain.summary import (
    EffectSummary,
    LongEffect,
    OtherEffect,
    SessionSummary,
    SideEffects,
    Summary,
)
from journal.i18n import _, format_date, format_number, ngettext
from journal.report.parts import Column, Line, Section, Table, Text

NOTHING = "–"

MOST_SESSIONS = 14
MOST_EFFECTS = 9
MOST_NAMES = 4
"""What leaves room for everything else on one page; the rest is counted."""

LONGEST_NAME = 80
"""Characters of a person's own name for an effect or a treatment; longer ones end in dots."""

A_YEAR = 366


def days_between(first: date, last: date) -> str:
    """Both days in full."""
    return f"{format_date(first)} – {format_date(last)}"


def day_in(day: date, period: Period) -> str:
    """A day, with its year where the period leaves a doubt about it."""
    short = format_date(day, "short")
    if len(period) <= A_YEAR:
        return short
    return _("{day} {year}").format(day=short, year=day.year)


def brief(name: str) -> str:
    """A name that leaves room for others."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def listed(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """The first names, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    rest = len(names) - most
    more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    return f"{', '.join(names[:most])} {more}"


def sessions_section(summary: Summary) -> Section:
    """The ketamine sessions, the latest of them where there are too many for the page."""
    title = _("Sessions")
    sessions = summary.sessions
    if not sessions:
        nothing = _("No ketamine session took place in this period.")
        return Section(title, lines=((Text(nothing),),))
    has_years = len(summary.period) > A_YEAR
    columns = (
        Column(_("No."), 21),
        Column(_("Date"), 58 if has_years else 38),
        Column(_("Dose"), 46),
        Column(_("Min"), 22),
        Column(_("Before"), 33),
        Column(_("Next day"), 27),
        Column(_("Effects, worst"), 49),
    )
    shown = sessions[-MOST_SESSIONS:]
    rows = tuple(_session(session, summary.period) for session in shown)
    scale = wording.scale_name(summary.timeline.scale)
    note = _("before and next day: {scale}").format(scale=scale)
    lines = _left_out(len(sessions) - len(shown), len(shown))
    return Section(title, note, Table(columns, rows), lines=lines)


def _left_out(count: int, shown: int) -> tuple[Line, ...]:
    if not count:
        return ()
    sentence = ngettext(
        "The latest {shown}; {count} earlier session of this period is not listed.",
        "The latest {shown}; {count} earlier sessions of this period are not listed.",
        count,
    )
    return ((Text(sentence.format(shown=shown, count=format_number(count))),),)


def _session(summary: SessionSummary, period: Period) -> Line:
    session = summary.session
    return (
        Text(str(summary.number)),
        Text(day_in(session.start.day, period)),
        Text(wording.dose_text(session.dose) if session.dose else NOTHING),
        Text(NOTHING if session.minutes is None else str(session.minutes)),
        Text(_score(summary.before)),
        Text(_score(summary.next_day)),
        _session_effects(summary),
    )


def _score(value: float | None) -> str:
    return NOTHING if value is None else format_number(value)


def _session_effects(summary: SessionSummary) -> Text:
    """How many different ones, and the worst severity."""
    if not summary.answered:
        return Text(_("not asked"))
    if not summary.effects:
        return Text(_("none"))
    count = len({effect.kind for effect in summary.effects})
    worst = max((effect.severity or 0 for effect in summary.effects), default=0)
    if not worst:
        return Text(str(count))
    severity = wording.severity_name(Severity(worst))
    return Text(_("{count}, {severity}").format(count=count, severity=severity), _is_severe(worst))


def _is_severe(severity: int | None) -> bool:
    return severity == Severity.SEVERE


def side_effects_section(summary: Summary) -> Section:
    """Each effect over the sessions, then what lasted long and what belongs to no session."""
    side_effects = summary.side_effects
    rows = tuple(
        _effect(effect, side_effects.sessions_asked)
        for effect in side_effects.effects[:MOST_EFFECTS]
    )
    return Section(
        _("Side effects"),
        _asked(side_effects),
        _effect_table(rows) if rows else None,
        lines=tuple(_effect_lines(side_effects)),
        beside=True,
    )


def _asked(side_effects: SideEffects) -> str:
    return ngettext(
        "answered for {asked} of {count} session",
        "answered for {asked} of {count} sessions",
        side_effects.sessions,
    ).format(asked=side_effects.sessions_asked, count=side_effects.sessions)


def _effect_table(rows: tuple[Line, ...]) -> Table:
    return Table(
        (
            Column(_("Effect"), 55),
            Column(_("Affected"), 39),
            Column(_("Worst"), 54),
            Column(_("Usual (n)"), 54),
            Column(_("Longest"), 48),
        ),
        rows,
    )


def _effect(effect: EffectSummary, asked: int) -> Line:
    usual = _duration(effect.usual)
    longest = _duration(effect.longest)
    return (
        Text(_name(effect.example)),
        Text(f"{effect.affected} / {asked}"),
        _worst(effect),
        Text(f"{usual} ({effect.durations})" if effect.durations else usual),
        # Where one is still there, that is the longest: the number of such sessions stands by it.
        Text(f"{longest} ({effect.still_there})" if effect.still_there else longest),
    )


def _duration(duration: Duration | None) -> str:
    return NOTHING if duration is None else wording.duration_text(duration)


def _worst(effect: EffectSummary) -> Text:
    if effect.worst is None:
        return Text(NOTHING)
    severity = wording.severity_name(effect.worst)
    return Text(f"{severity} ({effect.worst_sessions})", _is_severe(effect.worst))


def _effect_lines(side_effects: SideEffects) -> Iterable[Line]:
    if side_effects.sessions_asked and not side_effects.effects:
        yield (Text(_("No side effects were reported for these sessions.")),)
    rest = side_effects.effects[MOST_EFFECTS:]
    if rest:
        names = [f"{_named(each.example, each.worst)} {each.affected}" for each in rest]
        yield _names(_("Further effects (sessions):"), names)
    if side_effects.over_a_day:
        latest_first = [_long(each) for each in reversed(side_effects.over_a_day)]
        yield _names(_("Longer than 24 h:"), latest_first)
    if side_effects.others:
        others = [_other(each) for each in side_effects.others]
        yield _names(_("Apart from these sessions:"), others)


def _names(label: str, names: Sequence[str]) -> Line:
    return (Text(label, bold=True), Text(f" {listed(names)}"))


def _name(effect: SideEffect) -> str:
    return brief(wording.effect_name(effect))


def _named(effect: SideEffect, worst: Severity | None) -> str:
    name = _name(effect)
    return f"{name} ({wording.severity_name(worst)})" if worst else name


def _long(long: LongEffect) -> str:
    return _("{effect} after session {number} ({duration})").format(
        effect=_name(long.effect),
        number=long.number,
        duration=wording.duration_text(long.duration),
    )


def _other(other: OtherEffect) -> str:
    return ngettext("{effect} on {count} day", "{effect} on {count} days", other.days).format(
        effect=_named(other.example, other.worst), count=other.days
    )
