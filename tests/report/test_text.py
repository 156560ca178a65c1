from dataclasses import replace
from datetime import date

import pytest

from journal.report.characters import printable
from journal.report.parts import Column, Paper, Report, Section, Table, Text
from journal.report.text import render_text


def report(*sections: Section, owner: str = "Alex Example") -> Report:
    return Report(
        title="Symptom summary",
        language="en",
        made_on=date(2026, 3, 10),
        paper=Paper.A4,
        owner=owner,
        identity=((Text(owner),),),
        overview=((Text("3 of 30 days logged", bold=True), Text(", 1 entered later")),),
        asked=(),
        sections=sections,
        following=(),
        rules=("A rule.",),
        page_number="page {page} of {pages}",
    )


def test_the_whole_report_in_order() -> None:
    table = Table(
        (Column("Effect"), Column("Affected")),
        ((Text("Nausea"), Text("2 / 3")), (Text("Dizziness", bold=True), Text("1 / 3"))),
    )
    section = Section("Side effects", "answered for 3", table, lines=((Text("Below."),),))
    assert render_text(report(section)) == (
        "Symptom summary\n"
        "===============\n"
        "Alex Example\n"
        "3 of 30 days logged, 1 entered later\n"
        "\n"
        "Side effects\n"
        "------------\n"
        "answered for 3\n"
        "Effect     Affected\n"
        "Nausea     2 / 3\n"
        "Dizziness  1 / 3\n"
        "Below.\n"
        "\n"
        "A rule.\n"
    )


def test_prose_is_wrapped() -> None:
    section = Section("Long", lines=((Text("word " * 60),),))
    assert max(map(len, render_text(report(section)).splitlines())) <= 72


def test_a_table_that_is_too_wide_is_printed_row_by_row() -> None:
    table = Table(
        (Column("Day"), Column("Words"), Column("n")),
        (
            (Text("9 Mar"), (Text("bold", bold=True), Text(" word" * 14)), Text("12")),
            (Text("8 Mar"), Text("few"), Text("3")),
        ),
    )
    assert render_text(report(Section("Wide", table=table))).partition("----\n")[2] == (
        "Day: 9 Mar; Words: bold word word word word word word word word word\n"
        "  word word word word word; n: 12\n"
        "Day: 8 Mar; Words: few; n: 3\n"
        "\n"
        "A rule.\n"
    )


def test_an_empty_cell_is_not_read_aloud_in_a_row() -> None:
    cells = (Text("9 Mar"), Text(""), Text("word " * 20))
    table = Table((Column("Day"), Column("Pain"), Column("")), (cells,))
    assert "Day: 9 Mar; word word " in render_text(report(Section("Wide", table=table)))


def test_a_word_is_never_cut() -> None:
    table = Table((Column("A"), Column("B")), ((Text("x" * 200), Text("y" * 200)),))
    text = render_text(report(Section("Long", table=table)))
    assert "x" * 200 in text
    assert "y" * 200 in text


def test_what_the_patient_asks_stands_above_the_sections() -> None:
    asked = (Text("To ask:", bold=True), Text(" three weeks?"))
    text = render_text(replace(report(Section("Safety")), asked=asked))
    assert "\n\nTo ask: three weeks?\n\nSafety\n" in text


def test_what_follows_the_first_page_is_there_too() -> None:
    text = render_text(replace(report(Section("Safety")), following=(Section("Sessions"),)))
    assert text.index("Safety") < text.index("Sessions") < text.index("A rule.")


def test_control_characters_do_not_reach_a_terminal() -> None:
    text = render_text(report(owner="Alex\x1b[2J\r\nExample\x07"))
    assert "Alex[2J  Example\n" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("entered", "printed"),
    [
        ("Zoë, 34 °C – “yes”", "Zoë, 34 °C – “yes”"),
        ("שלום مرحبا 你好 😀", "שלום مرحبا 你好 😀"),
        ("e\u0301 👩\u200d👩\u200d👧", "e\u0301 👩\u200d👩\u200d👧"),
        ("one\ntwo\tthree", "one two three"),
        ("a\x00b\x9fc\x7f", "abc"),
        ("a\ud800b", "ab"),
        ("\u202eturned\u2066", "turned"),
        ("\ue000 \uffff \U0010ffff", "□ □ □"),
    ],
)
def test_what_can_be_printed_stays(entered: str, printed: str) -> None:
    assert printable(entered) == printed
