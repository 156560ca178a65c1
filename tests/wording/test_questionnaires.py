"""Questionnaires in words: readings under their conditions, and the fixed sentences of item 9."""

from datetime import date, timedelta

import pytest

from journal.catalogue import numbers_for
from journal.domain.errors import QuestionnaireProblem, QuestionnaireRefused
from journal.domain.profile import Contact
from journal.domain.reading import Reading, reading
from journal.wording.errors import refused_questionnaire
from journal.wording.questionnaires import (
    band_sentence,
    circumstances,
    interval_words,
    more_than_before,
    only_on_this_computer,
    reading_line,
    reading_sentences,
    result_words,
    safe_tonight_follow_up,
    safe_tonight_question,
    total_range,
    usual_interval_words,
)
from tests.domain.diary import Diary
from tests.domain.responses import answered, paper, questionnaire, scores

FIRST = date(2025, 9, 30)
NOBODY = Contact()


def read(
    *totals: tuple[date, int],
    key: str = "phq-9",
    born: date | None = None,
    diary: Diary | None = None,
) -> Reading:
    diary = diary or Diary(birth_date=born)
    diary.session(FIRST)
    responses = [paper(day, value, key) for day, value in totals]
    found = reading(questionnaire(key), scores(diary, *responses, key=key), diary.sessions)
    assert found is not None
    return found


BASELINE = (date(2025, 9, 22), 19)
BEST = (date(2026, 1, 26), 8)
LAST = (date(2026, 3, 9), 11)


def test_a_response_that_is_lost_says_so() -> None:
    line = reading_line(read(BASELINE, BEST, LAST))

    assert line == "response on 26 Jan, no longer on 9 Mar (−42%)"


def test_worsening_is_as_visible_as_benefit() -> None:
    line = reading_line(read((date(2025, 9, 22), 12), BEST, (date(2026, 3, 9), 17)))

    assert line.endswith("worse (+41%)")


def test_without_a_baseline_there_is_no_reading_word() -> None:
    found = read((FIRST + timedelta(12), 19), LAST)

    assert reading_line(found) == "no baseline; first is 12 days after session 1"
    assert not any("better" in words for words in reading_sentences(found))


def test_under_18_no_threshold_is_applied() -> None:
    found = read(BASELINE, LAST, born=date(2009, 5, 1))

    assert reading_line(found) == "Adult thresholds not applied (age 16)"


def test_each_total_tells_its_place_and_how_far_it_looks_back() -> None:
    diary = Diary()
    diary.session(date(2026, 2, 10))
    found = read(BASELINE, LAST, diary=diary)

    assert circumstances(found.latest) == "9 Mar, day 27 after session 2, looks back to 23 Feb"


def test_the_reading_in_sentences() -> None:
    assert " ".join(reading_sentences(read(BASELINE, BEST, LAST))) == (
        "Latest: 11 (9 Mar, day 160 after session 1, looks back to 23 Feb). "
        "Since session 1: lowest 8 on 26 Jan, highest 11 on 9 Mar. "
        "8 lower than 19 on 22 Sep, before session 1: better; 5 points or more count as a change. "
        "Response on 26 Jan, no longer on 9 Mar (at least 50% lower than before session 1)."
    )


def test_days_a_year_or_more_before_the_latest_have_their_year() -> None:
    """From 22 September 2025 to 21 September 2026 are 364 days, to the 22nd 365."""
    under = " ".join(reading_sentences(read(BASELINE, BEST, (date(2026, 9, 21), 15))))
    over = " ".join(reading_sentences(read(BASELINE, BEST, (date(2026, 9, 22), 15))))

    assert "than 19 on 22 Sep, before session 1" in under
    assert "than 19 on 22 Sep 2025, before session 1" in over
    assert "Response on 26 Jan, no longer on 22 Sep (" in over


@pytest.mark.parametrize(
    ("latest", "words"),
    [(30, "may be better; under 15 points"), (20, "better, beyond measurement noise (15 points)")],
)
def test_pcl_5_says_what_its_noise_is(latest: int, words: str) -> None:
    found = read((date(2025, 9, 22), 40), (date(2026, 3, 9), latest), key="pcl-5-week")

    assert words in " ".join(reading_sentences(found))


def test_an_unchanged_total_is_the_same() -> None:
    sentences = reading_sentences(read(BASELINE, (date(2026, 3, 9), 19)))

    assert any(words.startswith("The same as on 22 Sep") for words in sentences)


def test_an_incomplete_response_tells_how_much_was_answered() -> None:
    (entry,) = scores(Diary(), answered(FIRST, (1,) * 6))

    assert result_words(entry) == "6 of 9 answered"


def test_a_band_is_named_and_is_no_diagnosis() -> None:
    (entry,) = scores(Diary(), paper(FIRST, 12))

    assert band_sentence(entry) == "10 to 14 is called “moderate”. A total is not a diagnosis."


def test_the_range_tells_its_direction() -> None:
    assert total_range(questionnaire("who-5")) == "0 – 100, higher is better"


def test_what_stands_under_item_9_and_what_is_asked() -> None:
    assert only_on_this_computer() == (
        "Your answer stays on this computer. Nobody watches this journal. It is in a summary only "
        "if you make one."
    )
    assert safe_tonight_question() == (
        "Thank you for writing this down. Can you keep yourself safe tonight?"
    )


def test_safe_names_the_clinic() -> None:
    clinic = Contact("Riverside", "555 0100")

    words = safe_tonight_follow_up("yes", clinic, NOBODY, numbers_for("US"))

    assert words == "Please mention this to your clinic: 555 0100."
    assert safe_tonight_follow_up("yes", NOBODY, NOBODY, numbers_for("US")) == (
        "Please mention this to your clinic."
    )


@pytest.mark.parametrize("answer", ["no", "not-sure"])
def test_not_safe_names_everybody_to_call(answer: str) -> None:
    words = safe_tonight_follow_up(answer, NOBODY, Contact("Sam", "555 0123"), numbers_for("US"))

    assert words == (
        "Please talk to someone now: Sam 555 0123 · 988 Suicide and Crisis Lifeline 988, any hour "
        "· emergency 911. If you can, be with someone, and keep away from anything you could hurt "
        "yourself with."
    )


def test_where_no_crisis_line_is_known_the_emergency_number_stands() -> None:
    words = safe_tonight_follow_up("no", NOBODY, NOBODY, numbers_for("ZZ"))

    assert words.startswith("Please talk to someone now: emergency 112.")


def test_more_than_before() -> None:
    assert more_than_before(date(2026, 2, 9)) == (
        "This is more than on 9 February 2026. Please call your clinic on its next open day."
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "every day"),
        (7, "every week"),
        (10, "every 10 days"),
        (28, "every 4 weeks"),
        (None, "when I choose"),
    ],
)
def test_how_often_in_plain_words(days: int | None, words: str) -> None:
    assert interval_words(days) == words


def test_the_usual_interval_is_that_of_the_file() -> None:
    assert usual_interval_words(questionnaire("gad-7")) == "usual: every 2 weeks"
    assert usual_interval_words(questionnaire("pcl-5-month")) == "usual: when I choose"


@pytest.mark.parametrize("problem", QuestionnaireProblem)
def test_every_refusal_names_the_file(problem: QuestionnaireProblem) -> None:
    words = refused_questionnaire(QuestionnaireRefused(problem, "own.toml", "bands.2"))

    assert words.startswith("The questionnaire file own.toml is not used: ")
    assert words.endswith("Your journal is safe.")
    assert "{" not in words
