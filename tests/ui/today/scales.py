from datetime import UTC, datetime
from uuid import UUID

from journal.domain.checkin import Direction, Scale

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def own_scale(name: str, low: int, high: int) -> Scale:
    """A scale of the person's own, asked last."""
    return Scale(
        UUID(int=77),
        "own-scale",
        low,
        high,
        Direction.HIGHER_BETTER,
        active=True,
        position=99,
        created_at=LONG_AGO,
        changed_at=LONG_AGO,
        name=name,
    )
