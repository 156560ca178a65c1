"""All that the demo patient has written, as the edits of a new journal."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from journal.demo.bladder_checks import bladder_checks
from journal.demo.check_ins import Diary
from journal.demo.days import Course
from journal.demo.medicines import medicines
from journal.demo.patient import told_settings
from journal.demo.questionnaires import responses, safe_tonight
from journal.demo.sessions import sessions
from journal.demo.side_effects import side_effects
from journal.domain.checkin import Scale
from journal.domain.edit import Edit, Edits, Record
from journal.domain.journal_settings import JournalSettings


def demo_edits(
    now: datetime, zone: str, scales: Sequence[Scale], settings: JournalSettings
) -> Edits:
    """The patient's 180 days up to `now` (aware), for a new journal with `scales` and `settings`.

    Nothing lies after `now`: before 10:20 the last session is that much earlier, before the
    evening its check-in is missing. Within an hour of the day's start the last day is yesterday.
    The same arguments give the same records, identifiers included.
    """
    course = Course(now.astimezone(UTC), zone, settings.day_starts_at)
    diary = Diary(course, {scale.key: scale for scale in scales})
    return (
        Edit(settings, told_settings(settings, course)),
        *(
            Edit(None, record)
            for record in _records(course, diary)
            if record.created_at <= course.now
        ),
    )


def _records(course: Course, diary: Diary) -> Iterator[Record]:
    held = tuple(sessions(course))
    yield from held
    yield from side_effects(course, held)
    yield from diary.records()
    answered = tuple(responses(course))
    yield from answered
    yield from safe_tonight(course, answered)
    yield from bladder_checks(course)
    yield from medicines(course)
