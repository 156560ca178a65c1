"""One reading of the journal: what was worked out is not worked out again."""

from datetime import timedelta

from journal.domain.period import Period
from journal.ui.trends.choice import Choice, Range
from journal.ui.trends.reading import Look, Reading
from tests.domain.diary import Diary
from tests.ui.trends.conftest import TODAY


def reading() -> Reading:
    """Mood on two days long ago, energy today."""
    diary = Diary()
    for ago in (400, 401):
        diary.score(TODAY - timedelta(ago), 5)
    diary.score(TODAY, 5, "energy")
    return Reading(diary.records(), TODAY)


def test_a_thing_is_worked_out_once() -> None:
    asked: list[int] = []

    def work() -> int:
        asked.append(1)
        return 7

    one = reading()

    assert [one.once("seven", work), one.once("seven", work)] == [7, 7]
    assert len(asked) == 1


def test_a_timeline_is_the_same_whatever_the_range() -> None:
    one = reading()
    scales = [Look(one, Choice(range_)).scale for range_ in (Range.ALL, Range.ALL)]

    assert one.timeline(scales[0]) is one.timeline(scales[1])
    assert one.timeline(scales[0]).period == Period(TODAY - timedelta(401), TODAY)


def test_the_scale_is_the_fullest_of_the_range() -> None:
    one = reading()

    assert Look(one, Choice(Range.ALL)).scale.key == "mood"
    assert Look(one, Choice(Range.MONTH)).scale.key == "energy"


def test_chosen_scales_keep_the_order_of_the_page() -> None:
    chosen = Choice(scales=frozenset({"energy", "mood"}))

    assert [scale.key for scale in Look(reading(), chosen).scales] == ["mood", "energy"]


def test_what_was_picked_is_kept_for_its_question_alone() -> None:
    choice = Choice().with_pick("one", 1).with_pick("two", 2).with_pick("one", 3)

    assert (choice.picked("one"), choice.picked("two"), choice.picked("three")) == (3, 2, None)


def test_an_option_is_switched_on_and_off() -> None:
    on = Choice().with_option("singles", is_on=True)

    assert on.options == {"singles"}
    assert on.with_option("singles", is_on=False) == Choice()
