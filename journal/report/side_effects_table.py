"""The side effects table: how often of how many sessions asked, how strong, how long."""

from collections.abc import Iterable, Sequence

from journal import wording
from journal.domain.side_effect import Duration, Severity, SideEffect
from journal.domain.summary import EffectSummary, LongEffect, OtherEffect, SideEffects, Summary
from journal.i18n import _, ngettext
from journal.report.parts import Column, Line, Section, Table, Text
from journal.report.shortening import NOTHING, brief, listed

MOST_EFFECTS = 7
"""What leaves room for everything else on one page; the rest is named below."""

LONGEST_EFFECT = 32


def brief_effect(effect: SideEffect, longest: int) -> str:
    """Its name, shortened only where the person gave it: those of the catalogue are fixed terms."""
    name = wording.effect_name(effect)
    return name if effect.effect else brief(name, longest)


def side_effects_section(summary: Summary, *, safety: bool) -> Section:
    """Each effect over the sessions, then what lasted long and what belongs to no session.

    Without `safety` it says that the effects the safety rows tell of are not among them.
    """
    side_effects = summary.side_effects
    rows = tuple(
        _effect(effect, side_effects.sessions_asked)
        for effect in side_effects.effects[:MOST_EFFECTS]
    )
    return Section(
        _("Side effects"),
        _asked(side_effects) if side_effects.sessions else "",
        _effect_table(rows) if rows else None,
        lines=(*_safety_left_out(safety), *_effect_lines(side_effects, safety)),
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
            Column(_("Effect"), 75),
            Column(_("Affected"), 39),
            Column(_("Worst"), 58),
            Column(_("Usual (n)"), 54),
            Column(_("Longest"), 52),
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
    return Text(f"{severity} ({effect.worst_sessions})", effect.worst is Severity.SEVERE)


def _safety_left_out(safety: bool) -> Iterable[Line]:
    if not safety:
        words = _("left out by the patient")
        yield (Text(_("Side effects that belong to safety:"), bold=True), Text(f" {words}"))


def _effect_lines(side_effects: SideEffects, safety: bool) -> Iterable[Line]:
    if not side_effects.sessions:
        yield (Text(_("No ketamine session took place in this period.")),)
    elif not side_effects.sessions_asked:
        yield (Text(_("not asked")),)
    elif not side_effects.effects:
        yield (Text(_none_reported(safety)),)
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


def _none_reported(safety: bool) -> str:
    if safety:
        return _("No side effects were reported for these sessions.")
    return _("No others were reported for these sessions.")


def _names(label: str, names: Sequence[str]) -> Line:
    return (Text(label, bold=True), Text(f" {listed(names)}"))


def _name(effect: SideEffect) -> str:
    return brief_effect(effect, LONGEST_EFFECT)


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
