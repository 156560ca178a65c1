"""What an import of another tracker's rows would write, worked out before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from journal.domain.checkin import CheckIn, Direction, Scale, Score
from journal.domain.edit import Edit, Edits, ImportedRow, Stamp
from journal.domain.errors import ImportProblem, ImportRefused
from journal.domain.period import Moment

MOOD_SCALE = "daylio-mood"
MOOD_SCALE_NAME = "Mood (Daylio, 1–5)"
LOWEST_LEVEL, HIGHEST_LEVEL = 1, 5
DEFAULT_LEVELS: Mapping[str, int] = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}

Identity = tuple[str, date, str, int]


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """One value on a scale of the other tracker, both ends of the scale included."""

    name: str
    value: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One entry of an export; `line` is where it begins in the file, `time_text` as written there.

    `day` is the day the file files it under, whatever the `clock` says.
    """

    line: int
    day: date
    time_text: str
    clock: time
    mood: str
    activities: tuple[str, ...] = ()
    note: str = ""
    scales: tuple[ScaleEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The edits of one import, and what to say about them; `first` and `last` are added days."""

    edits: Edits
    added: int
    already_known: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _NewRow:
    row: ExportRow
    identity: Identity


def mood_names(rows: Iterable[ExportRow]) -> tuple[str, ...]:
    """The mood names that need a level from the person, each once, in the file's order."""
    named: dict[str, str] = {}
    for row in rows:
        named.setdefault(row.mood.casefold(), row.mood)
    return tuple(name for key, name in named.items() if key not in DEFAULT_LEVELS)


def plan(
    rows: Sequence[ExportRow],
    source: str,
    levels: Mapping[str, int],
    known: Collection[Identity],
    scales: Sequence[Scale],
    zone: str,
    stamp: Stamp,
) -> ImportPlan:
    """Turn the rows that are not `known` into check-ins, each with the record that it came in.

    `levels` gives mood names a level, 1 lowest to 5 highest, and is asked only for names that are
    not among the default five. Raises ImportRefused: BAD_LEVEL, UNKNOWN_MOODS, IN_FUTURE for a
    day after today in `zone`, BAD_SCALE where a scale of that name has other ends.
    """
    level_of = _all_levels(levels)
    _refuse_future(rows, stamp.now.astimezone(ZoneInfo(zone)).date())
    identified = tuple(_identified(rows, source))
    new = tuple(one for one in identified if one.identity not in known)
    _refuse_unknown_moods((one.row for one in new), level_of)
    scale_set = _ScaleSet(scales, stamp)
    entries = [
        edit for one in new for edit in _edits(one, level_of, scale_set, zone, source, stamp)
    ]
    days = [one.row.day for one in new]
    return ImportPlan(
        edits=(*(Edit(None, scale) for scale in scale_set.made), *entries),
        added=len(new),
        already_known=len(identified) - len(new),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _all_levels(levels: Mapping[str, int]) -> dict[str, int]:
    bad = tuple(
        name for name, level in levels.items() if not LOWEST_LEVEL <= level <= HIGHEST_LEVEL
    )
    if bad:
        raise ImportRefused(ImportProblem.BAD_LEVEL, names=bad)
    return {**DEFAULT_LEVELS, **{name.strip().casefold(): n for name, n in levels.items()}}


def _refuse_future(rows: Iterable[ExportRow], today: date) -> None:
    for row in rows:
        if row.day > today:
            raise ImportRefused(ImportProblem.IN_FUTURE, row.line)


def _refuse_unknown_moods(rows: Iterable[ExportRow], level_of: Mapping[str, int]) -> None:
    # `plan` works oldest first; the person is asked in the file's order.
    in_file_order = sorted(rows, key=lambda row: row.line)
    unknown = tuple(n for n in mood_names(in_file_order) if n.casefold() not in level_of)
    if unknown:
        raise ImportRefused(ImportProblem.UNKNOWN_MOODS, names=unknown)


def _identified(rows: Sequence[ExportRow], source: str) -> Iterable[_NewRow]:
    """Every row with its identity, oldest first.

    Exports are newest first, so rows of the same minute are counted from the end of the file: an
    entry added later stands above them and leaves their numbers alone. The time of day counts and
    not its spelling, which changes with the phone's clock format.
    """
    counted: Counter[tuple[date, str]] = Counter()
    for row in reversed(rows):
        clock = f"{row.clock:%H:%M}"
        counted[row.day, clock] += 1
        yield _NewRow(row, (source, row.day, clock, counted[row.day, clock]))


class _ScaleSet:
    """The scales an import writes to: the journal's own where they fit, else new ones."""

    def __init__(self, scales: Sequence[Scale], stamp: Stamp) -> None:
        self.made: list[Scale] = []
        self._stamp = stamp
        self._by_name = {scale.name.casefold(): scale for scale in scales if scale.is_own}
        self._mood = next((scale for scale in scales if scale.key == MOOD_SCALE), None)
        self._next_position = max((scale.position for scale in scales), default=-1) + 1

    def mood(self, line: int) -> Scale:
        """The scale of the tracker's moods; it keeps its key when the person renames it."""
        if self._mood is None:
            ends = ScaleEntry(MOOD_SCALE_NAME, LOWEST_LEVEL, LOWEST_LEVEL, HIGHEST_LEVEL)
            self._mood = self._found(ends, line) or self._make(
                ends, MOOD_SCALE, Direction.HIGHER_BETTER
            )
        return self._mood

    def of(self, entry: ScaleEntry, line: int) -> Scale:
        """The own scale of this name and these ends; BAD_SCALE where the ends differ."""
        return self._found(entry, line) or self._make(entry, "", Direction.NEITHER)

    def _found(self, entry: ScaleEntry, line: int) -> Scale | None:
        scale = self._by_name.get(entry.name.casefold())
        if scale is not None and (scale.low, scale.high) != (entry.low, entry.high):
            raise ImportRefused(ImportProblem.BAD_SCALE, line)
        return scale

    def _make(self, entry: ScaleEntry, key: str, direction: Direction) -> Scale:
        # Not active: an imported scale is history, and Today asks only what the person chose.
        scale_id = self._stamp.new_id()
        scale = Scale(
            id=scale_id,
            key=key or str(scale_id),
            low=entry.low,
            high=entry.high,
            direction=direction,
            active=False,
            position=self._next_position,
            created_at=self._stamp.now,
            changed_at=self._stamp.now,
            name=entry.name,
        )
        self._by_name[scale.name.casefold()] = scale
        self._next_position += 1
        self.made.append(scale)
        return scale


def _edits(
    new: _NewRow,
    level_of: Mapping[str, int],
    scales: _ScaleSet,
    zone: str,
    source: str,
    stamp: Stamp,
) -> Edits:
    row = new.row
    mood = Score(scales.mood(row.line).key, level_of[row.mood.casefold()], stamp.now)
    others = (Score(scales.of(e, row.line).key, e.value, stamp.now) for e in row.scales)
    check_in = CheckIn(
        stamp.new_id(),
        _moment(row, zone),
        created_at=stamp.now,
        changed_at=stamp.now,
        scores=(mood, *others),
        tags=row.activities,
        note=row.note,
        source=source,
    )
    _, day, clock, nth = new.identity
    kept = ImportedRow(stamp.new_id(), source, day, clock, nth, check_in.id, stamp.now, stamp.now)
    return Edit(None, check_in), Edit(None, kept)


def _moment(row: ExportRow, zone: str) -> Moment:
    """When the row was lived: an hour that comes twice is the first, a skipped one the hour after.

    Unlike a typed time, a skipped hour is not refused: one odd row is no reason to lose a diary.
    """
    wall_clock = datetime.combine(row.day, row.clock, ZoneInfo(zone))
    return Moment(wall_clock.astimezone(UTC), zone, row.day)
