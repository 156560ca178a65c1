"""When a questionnaire is due, and whether one that was begun goes on."""

from dataclasses import replace
from datetime import date, timedelta

from journal.domain.due import due, due_on, resumes, to_resume, with_interval
from journal.domain.journal_settings import OwnInterval
from journal.domain.questionnaire import Response
from journal.questionnaire_files import shelf
from tests.domain.diary import at
from tests.domain.responses import answered, paper, questionnaire

TODAY = date(2026, 3, 10)
NINE = (1,) * 9
ALL = shelf().questionnaires


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def offered(*responses: Response) -> str | None:
    """The key of what is to be asked next."""
    found = due(ALL, responses, TODAY)
    return found.key if found else None


def test_a_questionnaire_is_due_two_weeks_after_its_last_total() -> None:
    assert due_on(questionnaire(), [answered(ago(10), NINE)], TODAY) == TODAY + timedelta(4)


def test_an_incomplete_one_does_not_put_it_off() -> None:
    responses = [answered(ago(20), NINE), answered(ago(5), NINE[:4])]

    assert due_on(questionnaire(), responses, TODAY) == ago(6)


def test_one_without_an_interval_is_never_due_by_itself() -> None:
    assert due_on(questionnaire("pcl-5-week"), [], TODAY) is None


def test_the_person_may_set_another_interval_or_none() -> None:
    responses = [answered(ago(10), NINE)]

    assert due_on(questionnaire(), responses, TODAY, {"phq-9": 7}) == ago(3)
    assert due_on(questionnaire(), responses, TODAY, {"phq-9": None}) is None


def test_one_that_usually_never_is_due_can_be_wanted() -> None:
    pcl = questionnaire("pcl-5-week")

    assert due_on(pcl, [], TODAY, {"pcl-5-week": 28}) == TODAY


def test_one_that_is_never_wanted_leaves_its_evening_to_the_next() -> None:
    found = due(ALL, (), TODAY, {"phq-9": None})

    assert found is not None
    assert found.key == "gad-7"
    assert due(ALL, (), TODAY, {"phq-9": None, "gad-7": None}) is None


def test_an_own_interval_takes_the_place_of_the_one_before() -> None:
    weekly, never = OwnInterval("phq-9", 7), OwnInterval("gad-7", None)
    both = with_interval((weekly,), "gad-7", never)

    assert both == (never, weekly)
    assert with_interval(both, "phq-9", OwnInterval("phq-9", 28)) == (
        never,
        OwnInterval("phq-9", 28),
    )


def test_as_its_file_says_is_no_interval_of_ones_own() -> None:
    weekly = OwnInterval("phq-9", 7)

    assert with_interval((weekly,), "phq-9", None) == ()
    assert with_interval((weekly,), "gad-7", None) == (weekly,)


def test_the_one_that_is_due_longest_comes_first() -> None:
    assert offered(paper(ago(15), 12), paper(ago(20), 12, key="gad-7")) == "gad-7"


def test_a_new_journal_begins_with_the_first_of_the_list() -> None:
    assert offered() == "phq-9"


def test_nothing_is_due_before_its_day() -> None:
    assert offered(paper(ago(13), 12), paper(ago(13), 12, key="gad-7")) is None
    assert offered(paper(ago(14), 12), paper(ago(13), 12, key="gad-7")) == "phq-9"


def test_an_unfinished_one_goes_on_for_24_hours() -> None:
    response = answered(TODAY, NINE[:3], hour=20)
    begun = at(TODAY, 20).instant

    assert resumes(response, begun + timedelta(hours=24))
    assert not resumes(response, begun + timedelta(hours=24, seconds=1))


def test_finished_ones_and_totals_do_not_go_on() -> None:
    response = answered(TODAY, NINE)

    assert not resumes(replace(response, finished=True), response.moment.instant)
    assert not resumes(paper(TODAY, 12), response.moment.instant)


def test_the_latest_is_the_one_to_resume() -> None:
    part, other = answered(ago(1), NINE[:3], hour=21), answered(TODAY, (1,), key="gad-7")
    now = at(TODAY, 20).instant

    assert to_resume("phq-9", [part, other], now) == part
    done = answered(TODAY, NINE, hour=10, finished=True)
    assert to_resume("phq-9", [part, done], now) is None
