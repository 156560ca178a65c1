"""Questionnaires as files: the ones that ship, and every way in which a file is refused."""

from hashlib import sha256
from pathlib import Path

import pytest

from journal.domain.checkin import Direction
from journal.domain.errors import QuestionnaireProblem, QuestionnaireRefused
from journal.domain.questionnaire import Questionnaire
from journal.domain.safety import SAFETY_ITEMS
from journal.domain.scoring import options_of
from journal.questionnaire_files import read_file, read_folder, shelf

SOUND = """
position = 1
key = "small"
title = "Small"
low = 0
high = 4
direction = "higher-worse"

[[options]]
value = 0
text = "No"

[[options]]
value = 2
text = "Yes"

[[items]]
key = "a"
text = "Tired?"

[[items]]
key = "b"
text = "Restless?"

[[items]]
key = "c"
text = "Anything else?"
scored = false

[[bands]]
low = 0
high = 1
name = "little"

[[bands]]
low = 2
high = 4
name = "much"
"""


def shipped(key: str) -> Questionnaire:
    found = shelf().find(key)
    assert found is not None
    return found


def refusal(folder: Path, text: str) -> QuestionnaireRefused:
    path = folder / "small.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(QuestionnaireRefused) as caught:
        read_file(path)
    assert caught.value.file == "small.toml"
    return caught.value


def test_every_file_that_ships_is_sound() -> None:
    assert shelf().refused == ()
    assert [each.key for each in shelf().questionnaires] == [
        "phq-9",
        "gad-7",
        "pcl-5-week",
        "pcl-5-month",
        "qids-sr16",
        "madrs",
        "who-5",
        "asrm",
        "isi",
    ]


def test_phq_9_has_the_forms_order_and_codes() -> None:
    phq = shipped("phq-9")

    assert [item.code for item in phq.items] == [
        "44250-9",
        "44255-8",
        "44259-0",
        "44254-1",
        "44251-7",
        "44258-2",
        "44252-5",
        "44253-3",
        "44260-8",
        "69722-7",
    ]
    assert phq.items[8].text == (
        "Thoughts that you would be better off dead, or of hurting yourself in some way"
    )
    assert phq.safety_item == phq.items[8].key
    assert [item.key for item in phq.items if not item.scored] == ["difficulty"]
    assert [option.code for option in options_of(phq, phq.items[9])] == [
        "LA6572-7",
        "LA6573-5",
        "LA6575-0",
        "LA6574-3",
    ]
    assert [(band.low, band.high) for band in phq.bands] == [
        (0, 4),
        (5, 9),
        (10, 14),
        (15, 19),
        (20, 27),
    ]


def test_the_safety_items_are_those_that_safety_knows() -> None:
    named = {each.key: each.safety_item for each in shelf().questionnaires if each.safety_item}

    assert named == SAFETY_ITEMS


def test_gad_7_answers_every_item_as_the_form_does() -> None:
    gad = shipped("gad-7")

    assert [len(options_of(gad, item)) for item in gad.items] == [4] * 7
    assert options_of(gad, gad.items[1])[2].code == "LA6570-1"
    assert gad.thresholds.change == 4


def test_the_two_times_of_pcl_5_ask_the_same_with_another_opening() -> None:
    week, month = shipped("pcl-5-week"), shipped("pcl-5-month")

    assert [item.text for item in week.items] == [item.text for item in month.items]
    assert "past week" in week.stem
    assert "past month" in month.stem
    assert (week.total_code, month.total_code) == ("", "101698-9")
    assert (week.looks_back_days, month.looks_back_days) == (7, 30)


@pytest.mark.parametrize("key", ["phq-9", "gad-7", "pcl-5-week", "pcl-5-month"])
def test_every_text_that_is_shown_has_its_notice_and_source(key: str) -> None:
    assert shipped(key).notice
    assert shipped(key).source.startswith("https://")


@pytest.mark.parametrize(
    ("key", "high", "direction"),
    [
        ("qids-sr16", 27, Direction.HIGHER_WORSE),
        ("madrs", 60, Direction.HIGHER_WORSE),
        ("who-5", 100, Direction.HIGHER_BETTER),
        ("asrm", 20, Direction.HIGHER_WORSE),
        ("isi", 28, Direction.HIGHER_WORSE),
    ],
)
def test_of_other_owners_questionnaires_only_the_total_is_taken(
    key: str, high: int, direction: Direction
) -> None:
    found = shipped(key)

    assert not found.is_asked
    assert (found.low, found.high, found.direction) == (0, high, direction)


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SOUND, "utf-8")
    small = read_file(path)

    assert [item.key for item in small.items] == ["a", "b", "c"]
    assert [option.value for option in options_of(small, small.items[0])] == [0, 2]
    assert small.direction is Direction.HIGHER_WORSE


@pytest.mark.parametrize(
    ("found", "instead", "problem", "field"),
    [
        ('title = "Small"', 'titel = "Small"', "unknown-field", "titel"),
        ('text = "Tired?"', 'text = "Tired?"\nhint = "x"', "unknown-field", "items.1.hint"),
        ('title = "Small"', "", "missing-field", "title"),
        ('value = 2\ntext = "Yes"', 'text = "Yes"', "missing-field", "options.2.value"),
        ("high = 4\ndir", 'high = "4"\ndir', "wrong-type", "high"),
        ("value = 2", "value = true", "wrong-type", "options.2.value"),
        ('"higher-worse"', '"upwards"', "wrong-type", "direction"),
        ("position = 1", 'position = "first"', "wrong-type", "position"),
        ('key = "b"', 'key = "a"', "same-twice", "items"),
        ("value = 2", "value = 0", "same-twice", "items.1.options"),
        ("high = 4\ndir", "high = 0\ndir", "ends-swapped", "high"),
        ("high = 4\ndir", "high = 5\ndir", "total-off-ends", "high"),
        ('title = "Small"', 'title = "Small"\nsafety_item = "z"', "unknown-item", "safety_item"),
        ("low = 2", "low = 1", "bands-overlap", "bands.2"),
        ("low = 2", "low = 3", "bands-gap", "bands.2"),
        ("high = 4\nname", "high = 3\nname", "bands-gap", "bands"),
        ("high = 1\nname", "high = -1\nname", "ends-swapped", "bands.1"),
        ("[[bands]]", "[[bands", "unreadable", ""),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused(
    tmp_path: Path, found: str, instead: str, problem: str, field: str
) -> None:
    assert found in SOUND
    error = refusal(tmp_path, SOUND.replace(found, instead, 1))

    assert (error.problem, error.field) == (QuestionnaireProblem(problem), field)


def test_an_item_without_options_is_refused(tmp_path: Path) -> None:
    start, _, rest = SOUND.partition("[[options]]")
    text = start + rest[rest.index("[[items]]") :]

    error = refusal(tmp_path, text)

    assert (error.problem, error.field) == (QuestionnaireProblem.NO_OPTIONS, "items.1")


def test_a_response_needs_a_range_where_higher_is_worse(tmp_path: Path) -> None:
    text = (
        SOUND.replace("higher-worse", "higher-better") + "\n[thresholds]\nresponse_percent = 50\n"
    )

    assert refusal(tmp_path, text).problem is QuestionnaireProblem.NOT_FOR_DIRECTION


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(QuestionnaireRefused, match="unreadable"):
        read_file(path)


def test_a_bad_file_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("key = 3", "utf-8")
    (tmp_path / "small.toml").write_text(SOUND, "utf-8")

    found = read_folder(tmp_path)

    assert [each.key for each in found.questionnaires] == ["small"]
    assert [error.file for error in found.refused] == ["bad.toml"]


def test_a_key_is_taken_only_once(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(SOUND, "utf-8")

    found = read_folder(tmp_path)

    assert len(found.questionnaires) == 1
    assert [(e.file, e.problem) for e in found.refused] == [
        ("b.toml", QuestionnaireProblem.SAME_TWICE)
    ]


def wording(questionnaire: Questionnaire) -> str:
    """Every word of a questionnaire that a person reads, line by line."""
    head = (questionnaire.instructions, questionnaire.stem, questionnaire.notice)
    texts = [item.text for item in questionnaire.items]
    options = [
        f"{option.value} {option.text}"
        for item in questionnaire.items
        for option in options_of(questionnaire, item)
    ]
    return "\n".join((*head, *texts, *options))


@pytest.mark.parametrize(
    ("key", "digest"),
    [
        ("phq-9", "4031e645b9c1c4e8"),
        ("gad-7", "6ad6364e4e1aff39"),
        ("pcl-5-week", "2eff56f24d5ff936"),
        ("pcl-5-month", "c375bb8cfa55ac9a"),
    ],
)
def test_the_wording_is_what_was_compared_with_the_source(key: str, digest: str) -> None:
    """A changed word changes a form whose numbers were found with the old one.

    The files were compared word for word with the sources they name. Whoever changes one compares
    it again, and only then writes the new digest here.
    """
    assert sha256(wording(shipped(key)).encode()).hexdigest()[:16] == digest
