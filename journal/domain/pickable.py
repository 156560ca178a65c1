"""What a day can be picked by: side effects, tags, medicines, short sleep; and which days say so.

A day says something only where it was asked. For side effects that is a day with any effect, or
one marked as having none; for a tag a day with any tag, as an evening of one number has none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.domain.checkin import SLEEP_HOURS, Scale
from journal.domain.medication import Medication, MedicineCourse, courses
from journal.domain.period import Period
from journal.domain.repository import Records
from journal.domain.safety.elevated_mood import LITTLE_SLEEP_HOURS

SHORT_SLEEP_UNDER = LITTLE_SLEEP_HOURS
"""Hours: what the reference calls little sleep. Sleep is that of the night before the day."""


class ThingKind(StrEnum):
    """What can be picked, in the order it is offered.

    MEDICINE is one taken regularly, AS_NEEDED one of which every dose is entered.
    """

    SIDE_EFFECT = "side-effect"
    TAG = "tag"
    MEDICINE = "medicine"
    AS_NEEDED = "as-needed"
    SHORT_SLEEP = "short-sleep"


@dataclass(frozen=True, slots=True)
class Thing:
    """What was picked; `key` tells it apart within its kind.

    That is the kind of a side effect, a tag, or a medicine's course. `name` is in the person's
    words, empty for the catalogue's side effects and for short sleep.
    """

    kind: ThingKind
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pickable:
    """Something to pick, and on how many days of the period it is entered, 1 or more."""

    thing: Thing
    days: int


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The days with a thing, and all that say whether it was there, these among them."""

    having: frozenset[date]
    asked: frozenset[date]


def known_days(records: Records, thing: Thing, period: Period) -> KnownDays:
    """The days of `period` that say something about `thing`."""
    find = {
        ThingKind.SIDE_EFFECT: _effect_known,
        ThingKind.TAG: _tag_known,
        ThingKind.MEDICINE: _medicine_known,
        ThingKind.AS_NEEDED: _as_needed_known,
        ThingKind.SHORT_SLEEP: _short_sleep_known,
    }[thing.kind]
    having, asked = find(records, thing.key, period)
    within = frozenset(day for day in having if day in period)
    return KnownDays(within, within | {day for day in asked if day in period})


_Days = Iterable[date]


def _effect_known(records: Records, kind: str, _period: Period) -> tuple[_Days, _Days]:
    asked = {effect.noted.day for effect in records.side_effects}
    asked |= {record.day for record in records.days if record.no_side_effects}
    asked |= {s.start.day for s in records.sessions if s.is_done and s.no_side_effects}
    return {e.noted.day for e in records.side_effects if e.kind == kind}, asked


def _tag_known(records: Records, tag: str, _period: Period) -> tuple[_Days, _Days]:
    tagged = [check_in for check_in in records.check_ins if check_in.tags]
    return {c.moment.day for c in tagged if tag in c.tags}, {c.moment.day for c in tagged}


def _medicine_known(records: Records, key: str, period: Period) -> tuple[_Days, _Days]:
    """Every day is known but those on which the medicine was taken as needed."""
    runs = _runs(records, key)
    unsure = set(_days(runs, period, as_needed=True))
    return set(_days(runs, period, as_needed=False)), set(period.days()) - unsure


def _as_needed_known(records: Records, key: str, period: Period) -> tuple[_Days, _Days]:
    runs = _runs(records, key)
    ids = {run.id for run in runs}
    taken = {dose.taken.day for dose in records.doses_taken if dose.medication_id in ids}
    return taken, _days(runs, period, as_needed=True)


def _runs(records: Records, key: str) -> list[Medication]:
    return [medication for medication in records.medications if str(medication.course) == key]


def _days(runs: Iterable[Medication], period: Period, *, as_needed: bool) -> Iterator[date]:
    for run in runs:
        first, last = max(run.first, period.first), min(run.last or period.last, period.last)
        if run.as_needed is as_needed and first <= last:
            yield from Period(first, last).days()


def _short_sleep_known(records: Records, _key: str, _period: Period) -> tuple[_Days, _Days]:
    slept = {r.day: r.sleep_hours for r in records.days if r.sleep_hours is not None}
    return {day for day, hours in slept.items() if hours < SHORT_SLEEP_UNDER}, slept


def pickable(records: Records, period: Period, scale: Scale | None = None) -> tuple[Pickable, ...]:
    """Everything that is entered for a day of `period`, by kind, the most frequent first.

    With `scale` without what would compare it with itself: short sleep on hours of sleep.
    """
    found = [*_effects(records, period), *_tags(records, period)]
    for course in courses(records.medications):
        found += _medicine(records, course, period)
    if scale is None or scale.key != SLEEP_HOURS:
        short_sleep = Thing(ThingKind.SHORT_SLEEP)
        found.append(Pickable(short_sleep, len(known_days(records, short_sleep, period).having)))
    return tuple(sorted((each for each in found if each.days), key=_order))


def _effects(records: Records, period: Period) -> Iterator[Pickable]:
    days: dict[str, set[date]] = defaultdict(set)
    names: dict[str, str] = {}
    for effect in sorted(records.side_effects, key=lambda e: (e.noted, e.id)):
        if effect.noted.day in period:
            days[effect.kind].add(effect.noted.day)
            names[effect.kind] = "" if effect.effect else effect.name
    return _counted(ThingKind.SIDE_EFFECT, days, names)


def _tags(records: Records, period: Period) -> Iterator[Pickable]:
    days: dict[str, set[date]] = defaultdict(set)
    for check_in in records.check_ins:
        if check_in.tags and check_in.moment.day in period:
            for tag in check_in.tags:
                days[tag].add(check_in.moment.day)
    return _counted(ThingKind.TAG, days, {tag: tag for tag in days})


def _counted(
    kind: ThingKind, days: Mapping[str, set[date]], names: Mapping[str, str]
) -> Iterator[Pickable]:
    return (Pickable(Thing(kind, key, names[key]), len(days[key])) for key in days)


def _medicine(records: Records, course: MedicineCourse, period: Period) -> Iterator[Pickable]:
    for kind in (ThingKind.MEDICINE, ThingKind.AS_NEEDED):
        thing = Thing(kind, str(course.latest.course), course.latest.name)
        yield Pickable(thing, len(known_days(records, thing, period).having))


def _order(one: Pickable) -> tuple[int, int, str]:
    return tuple(ThingKind).index(one.thing.kind), -one.days, one.thing.name or one.thing.key
