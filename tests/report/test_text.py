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
        identity=(Text(owner),),
        overview=((Text("3 of 30 days logged", bold=True), Text(", 1 entered later")),),
        sections=sections,
        rules=("A rule.",),
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
    assert max(map(len, render_text(report(section)).splitlines())) <= 96


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
