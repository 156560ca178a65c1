import csv
import io
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import ImportProblem, ImportRefused
from journal.domain.import_plan import ExportRow, ScaleEntry
from journal.interchange import daylio_csv

SAMPLES = Path(__file__).parent / "samples"
OLDEST = "year,date,weekday,time,mood,activities,note\n"
TITLED = "full_date,date,weekday,time,mood,activities,note_title,note\n"
SCALED = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


def read(text: str) -> tuple[ExportRow, ...]:
    return daylio_csv.read(text.encode())


def one(row: str, header: str = TITLED) -> ExportRow:
    (entry,) = read(header + row)
    return entry


def refused(text: str | bytes) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        daylio_csv.read(text if isinstance(text, bytes) else text.encode())
    return caught.value


def timed(text: str) -> ExportRow:
    return one(f"2026-03-10,10 March,Tuesday,{text},good,,,")


def scaled(text: str) -> ExportRow:
    return one(f'2026-03-10,10 March,Tuesday,20:30,good,"","{text}","",""', SCALED)


def noted(text: str, title: str = "") -> str:
    target = io.StringIO(newline="")
    row = ("2026-03-10", "10 March", "Tuesday", "20:30", "good", "", title, text)
    csv.writer(target).writerow(row)
    return one(target.getvalue()).note


def test_a_real_export_with_blanks_at_the_ends() -> None:
    rows = daylio_csv.read((SAMPLES / "MichaelCurrin_sample.csv").read_bytes())
    assert [row.mood for row in rows] == ["sad", "average", "average"]
    assert rows[0].activities == (
        "clean",
        "music",
        "movies / tv",
        "bad sleep",
        "tired",
        "sleep early",
        "stomachache",
    )
    assert rows[1].activities[0] == "stressed / frustrated"
    assert (rows[0].day, rows[0].time_text, rows[0].clock) == (
        date(2021, 9, 28),
        "10:00 pm",
        time(22),
    )


def test_a_real_export_with_several_entries_a_day() -> None:
    rows = daylio_csv.read((SAMPLES / "staticf0x_test_data.csv").read_bytes())
    by_time = {(row.day, row.time_text): row for row in rows}
    assert len(rows) == 32
    assert (rows[0].line, rows[-1].line) == (2, 33)
    assert {row.mood for row in rows} == {"rad", "good", "meh", "bad", "awful"}
    assert by_time[date(2020, 5, 30), "1:23 am"].clock == time(1, 23)
    assert by_time[date(2020, 5, 28), "12:19 am"].clock == time(0, 19)
    assert by_time[date(2020, 5, 27), "12:28 pm"].clock == time(12, 28)
    assert by_time[date(2020, 5, 25), "14:58"].note == "Could be better"


def test_the_oldest_layout_takes_the_year_from_a_column_of_its_own() -> None:
    row = one('2018,18 May,Friday,11:54 pm,happy,"clean | cook","Went to a party"', OLDEST)
    assert row == ExportRow(
        line=2,
        day=date(2018, 5, 18),
        time_text="11:54 pm",
        clock=time(23, 54),
        mood="happy",
        activities=("clean", "cook"),
        note="Went to a party",
    )


@pytest.mark.parametrize("written", ["28 September", "September 28"])
def test_the_oldest_layout_takes_day_and_month_in_either_order(written: str) -> None:
    assert one(f"2018,{written},Friday,20:00,good,,", OLDEST).day == date(2018, 9, 28)


@pytest.mark.parametrize("written", ["28 Settembre", "28", "31 September", "September", ""])
def test_the_oldest_layout_refuses_a_date_that_is_not_english(written: str) -> None:
    error = refused(f"{OLDEST}2018,{written},Friday,20:00,good,,")
    assert (error.problem, error.line) == (ImportProblem.BAD_DATE, 2)


def test_the_newest_layout_has_scales() -> None:
    row = scaled("Sleep Quality: 8/10 points")
    assert row.scales == (ScaleEntry("Sleep Quality", 8, 0, 10),)


def test_several_scales_stand_in_one_cell_with_any_blank_behind_the_colon() -> None:
    row = scaled("Sleep Quality:\u00a08/10 points | Stress: 0/5")
    assert row.scales == (ScaleEntry("Sleep Quality", 8, 0, 10), ScaleEntry("Stress", 0, 0, 5))


def test_a_time_on_no_scale_is_kept_with_the_note() -> None:
    row = scaled("Sleep Quality: 4/10 points | Sleep Time: 7:00")
    assert [entry.name for entry in row.scales] == ["Sleep Quality"]
    assert row.note == "Sleep Time: 7:00"


@pytest.mark.parametrize(
    "entry",
    [
        "Weight: 45/100 kg",
        "Sleep Quality: 11/10 points",
        "Sleep Quality: good",
        "Sleep Quality: 7.5/10 points",
        "Sleep Quality: 3",
        "Sleep Quality: 0/0",
        ": 8/10 points",
        "Stress: 1/5 | stress: 2/5",
    ],
)
def test_a_scale_that_cannot_be_kept_as_it_is_refuses_the_file(entry: str) -> None:
    error = refused(f'{SCALED}2026-03-10,x,x,20:30,good,"","{entry}","",""')
    assert (error.problem, error.line) == (ImportProblem.BAD_SCALE, 2)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("8:30 pm", time(20, 30)),
        ("10:00 PM", time(22)),
        ("8:30\u202fpm", time(20, 30)),
        ("8:30\u00a0p.\u00a0m.", time(20, 30)),
        ("18:52", time(18, 52)),
        ("18.52", time(18, 52)),
        ("7:05", time(7, 5)),
        ("12:28 pm", time(12, 28)),
        ("12:19 am", time(0, 19)),
        ("0:00", time(0)),
    ],
)
def test_times_of_many_places(text: str, clock: time) -> None:
    row = timed(text)
    assert (row.time_text, row.clock) == (text, clock)


@pytest.mark.parametrize("text", ["", "evening", "25:00", "20:60", "13:00 pm", "0:30 am", "8 pm"])
def test_a_time_that_is_none_refuses_the_file(text: str) -> None:
    error = refused(f"{TITLED}2026-03-10,x,x,{text},good,,,")
    assert (error.problem, error.line) == (ImportProblem.BAD_TIME, 2)


@pytest.mark.parametrize("day", ["", "10.03.2026", "2026-02-30", "20260310", "0001-01-01"])
def test_a_date_that_is_none_refuses_the_file(day: str) -> None:
    error = refused(f"{TITLED}{day},x,x,20:30,good,,,")
    assert (error.problem, error.line) == (ImportProblem.BAD_DATE, 2)


def test_an_entry_without_a_mood_refuses_the_file() -> None:
    error = refused(f"{TITLED}2026-03-10,x,x,20:30, ,,,")
    assert (error.problem, error.line) == (ImportProblem.MISSING_MOOD, 2)


@pytest.mark.parametrize(
    "row", ["2026-03-10,x,x,20:30,good", "2026-03-10,x,x,20:30,good,,,,,", "x"]
)
def test_a_line_with_other_columns_refuses_the_file(row: str) -> None:
    error = refused(f"{TITLED}2026-03-10,x,x,20:30,good,,,\n{row}\n")
    assert (error.problem, error.line) == (ImportProblem.WRONG_COLUMNS, 3)


def test_a_quotation_mark_that_is_never_closed_refuses_the_file() -> None:
    error = refused(f'{TITLED}2026-03-10,x,x,20:30,good,,,\n2026-03-10,x,x,20:30,good,,,"open\n')
    assert (error.problem, error.line) == (ImportProblem.WRONG_COLUMNS, 3)


@pytest.mark.parametrize(
    "text", ["", "date,flow\n", "full_date,mood\n2026-03-10,good\n", "%PDF-1.7"]
)
def test_another_file_is_not_this_format(text: str) -> None:
    assert refused(text).problem is ImportProblem.NOT_THIS_FORMAT


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x89PNG\r\n", b"caf\xe9", b"a\0b"])
def test_a_file_that_is_no_text_is_unreadable(data: bytes) -> None:
    assert refused(data).problem is ImportProblem.UNREADABLE


def test_a_header_alone_has_nothing_to_add() -> None:
    assert read(TITLED) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_and_line_ends(encoding: str, line_end: str) -> None:
    text = f"{TITLED}2026-03-10,x,x,20:30,größer,café,,\n2026-03-09,x,x,20:30,good,,,\n"
    rows = daylio_csv.read(text.replace("\n", line_end).encode(encoding))
    assert [(row.line, row.mood) for row in rows] == [(2, "größer"), (3, "good")]
    assert rows[0].activities == ("café",)


def test_the_header_may_be_quoted() -> None:
    header = ",".join(f'"{name}"' for name in TITLED.strip().split(","))
    assert len(read(f"{header}\n2026-03-10,x,x,20:30,good,,,")) == 1


def test_a_line_number_is_where_the_entry_begins_in_the_file() -> None:
    text = f'{TITLED}2026-03-10,x,x,20:30,good,,,"one\ntwo\nthree"\n\n2026-03-09,x,x,20:30,bad,,,\n'
    first, second = read(text)
    assert first.note == "one\ntwo\nthree"
    assert (first.line, second.line) == (2, 6)


def test_a_fault_below_a_long_note_names_its_own_line() -> None:
    text = f'{TITLED}2026-03-10,x,x,20:30,good,,,"one\ntwo"\n2026-03-09,x,x,late,bad,,,\n'
    assert refused(text).line == 4


def test_activities_are_stripped_and_blanks_and_repeats_dropped() -> None:
    row = one('2026-03-10,x,x,20:30,good," walk  | |  | movies / tv | a|b | walk |","",""')
    assert row.activities == ("walk", "movies / tv", "a|b")


@pytest.mark.parametrize(
    ("title", "body", "note"),
    [
        ("Lake", "Walked there.", "Lake\nWalked there."),
        ("Lake", "", "Lake"),
        ("", " Walked there. \r\n", "Walked there."),
        ("", "one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
        ("", "<p>one</p><p><b>two</b></p>", "one\ntwo"),
        ("", '<ul><li class="x">milk</li><li>bread</li></ul>', "- milk\n- bread"),
        ("", "tea &amp; cake&nbsp;&lt;3 &#228; &#xE4;", "tea & cake <3 ä ä"),
        ("", "R&D, a < b > c, <3, &unknown;", "R&D, a < b > c, <3, &unknown;"),
        ("", "&lt;b&gt;", "<b>"),
    ],
)
def test_notes_are_made_plain(title: str, body: str, note: str) -> None:
    assert noted(body, title) == note


def test_a_note_too_long_for_a_journal_refuses_the_file() -> None:
    assert refused(f"{TITLED}2026-03-10,x,x,20:30,good,,,{'x' * 100_001}").line == 2


ACTIVITY = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="|"), min_size=1)
    .map(str.strip)
    .filter(bool)
)
NOTE = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs"], exclude_characters="<&"))
    | st.sampled_from(["one\ntwo", 'she said "hi"', "comma, comma", "a\n\nb"])
).filter(lambda text: text == text.strip())
ROW = st.tuples(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.lists(ACTIVITY, unique=True), NOTE, NOTE
)


@given(st.lists(ROW))
def test_activities_and_notes_come_back_as_written(
    rows: list[tuple[date, list[str], str, str]],
) -> None:
    target = io.StringIO(newline="")
    target.write(TITLED)
    for day, activities, title, note in rows:
        cells = (day, "x", "x", "8:30 pm", "good", " | ".join(activities), title, note)
        csv.writer(target).writerow(cells)
    entries = read(target.getvalue())
    assert [(e.day, e.activities, e.note) for e in entries] == [
        (day, tuple(activities), "\n".join(filter(None, (title, note))))
        for day, activities, title, note in rows
    ]
