"""Days with and without something in words; counts on both sides, and no claim of cause."""

from collections.abc import Iterator

from journal.domain.with_and_without import (
    FEWEST_DAYS,
    SHORT_SLEEP_UNDER,
    Side,
    Thing,
    ThingKind,
    WithAndWithout,
)
from journal.i18n import N_, _, format_number, ngettext
from journal.wording.inside import inside
from journal.wording.names import effect_label
from journal.wording.scales import scale_name

_HAVING = {
    ThingKind.SIDE_EFFECT: N_("with {name}"),
    ThingKind.TAG: N_("tagged “{name}”"),
    ThingKind.MEDICINE: N_("on {name}"),
    ThingKind.AS_NEEDED: N_("with a dose of {name}"),
    ThingKind.SHORT_SLEEP: N_("after under {hours} h of sleep"),
}
_LACKING = {
    ThingKind.SIDE_EFFECT: N_("without {name}"),
    ThingKind.TAG: N_("tagged otherwise, without “{name}”"),
    ThingKind.MEDICINE: N_("not on {name}"),
    ThingKind.AS_NEEDED: N_("without a dose of {name}"),
    ThingKind.SHORT_SLEEP: N_("after {hours} h of sleep or more"),
}
_MEANS = {
    ThingKind.SIDE_EFFECT: N_(
        "without: days with other side effects, or marked as having none; days on which side "
        "effects were not asked are left out"
    ),
    ThingKind.TAG: N_("without: days with other tags; days without any tag are left out"),
    ThingKind.MEDICINE: N_(
        "without: all other days, by the dates entered for it; days on which it was taken as "
        "needed are left out"
    ),
    ThingKind.AS_NEEDED: N_(
        "without: days on which it was in your list and no dose is entered; all others are left out"
    ),
    ThingKind.SHORT_SLEEP: N_(
        "sleep of the night before; days without an entry for sleep are left out"
    ),
}


def thing_name(thing: Thing) -> str:
    """What was picked, as it stands in a list: `Headache`, `work`, `Under 5 h of sleep`."""
    if thing.kind is ThingKind.SHORT_SLEEP:
        return _("Under {hours} h of sleep").format(hours=SHORT_SLEEP_UNDER)
    name = _name_alone(thing)
    return _("{name}, as needed").format(name=name) if thing.kind is ThingKind.AS_NEEDED else name


def _name_alone(thing: Thing) -> str:
    return effect_label(thing.key) if _is_of_catalogue(thing) else thing.name or thing.key


def _name_inside(thing: Thing) -> str:
    name = _name_alone(thing)
    return inside(name) if _is_of_catalogue(thing) else name


def _is_of_catalogue(thing: Thing) -> bool:
    return thing.kind is ThingKind.SIDE_EFFECT and not thing.name


def having_words(thing: Thing) -> str:
    """The one side, to follow "days": `with headache`."""
    return _(_HAVING[thing.kind]).format(name=_name_inside(thing), hours=SHORT_SLEEP_UNDER)


def lacking_words(thing: Thing) -> str:
    """The other side, to follow "days": `without headache`."""
    return _(_LACKING[thing.kind]).format(name=_name_inside(thing), hours=SHORT_SLEEP_UNDER)


def sides_mean(thing: Thing) -> str:
    """Which days stand on which side, and which on neither."""
    return _(_MEANS[thing.kind])


def sentence(result: WithAndWithout) -> str:
    """Both medians with their counts, and how many days are left out; or what is missing."""
    return " ".join(_sentences(result))


def _sentences(result: WithAndWithout) -> Iterator[str]:
    scale, thing = scale_name(result.scale), result.thing
    if result.is_enough:
        yield _("{scale} on days {having}: {one}. On days {lacking}: {other}.").format(
            scale=scale,
            having=having_words(thing),
            one=_median(result.having),
            lacking=lacking_words(thing),
            other=_median(result.lacking),
        )
    else:
        yield _("{scale}: too little to compare yet.").format(scale=scale)
        yield _missing(result.having, having_words(thing))
        yield _missing(result.lacking, lacking_words(thing))
    if result.left_out:
        yield ngettext(
            "{count} day says nothing about it and is left out.",
            "{count} days say nothing about it and are left out.",
            result.left_out,
        ).format(count=format_number(result.left_out))
    if result.is_enough:
        yield from _session_days(result)
        yield _("There can be many reasons for this; it does not say which.")


def _session_days(result: WithAndWithout) -> Iterator[str]:
    """How many days of either side had a session: scores around sessions differ anyway."""
    one, other = result.having, result.lacking
    if one.session_days or other.session_days:
        yield _("Session days are {one} of the {days} and {other} of the {other_days}.").format(
            one=format_number(one.session_days),
            days=format_number(one.days),
            other=format_number(other.session_days),
            other_days=format_number(other.days),
        )


def _median(side: Side) -> str:
    value = side.median
    return ngettext("{median} ({count} day)", "{median} ({count} days)", side.days).format(
        median="" if value is None else format_number(value), count=format_number(side.days)
    )


def _missing(side: Side, words: str) -> str:
    if side.days >= FEWEST_DAYS:
        sentence_ = ngettext(
            "{count} day {which} is logged, which is enough.",
            "{count} days {which} are logged, which is enough.",
            side.days,
        )
    else:
        sentence_ = ngettext(
            "{count} day {which} is logged; it takes at least {needed}.",
            "{count} days {which} are logged; it takes at least {needed}.",
            side.days,
        )
    return sentence_.format(count=format_number(side.days), which=words, needed=FEWEST_DAYS)
