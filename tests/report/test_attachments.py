"""The attached files, read back: they say what the records say."""

import csv
import json
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

import pikepdf
import pytest

from journal.domain.session import Dose
from journal.domain.side_effect import SideEffect
from journal.report.attachments import COLUMNS, FORMAT, VERSION, attached_data
from journal.report.content import summary_for
from journal.report.parts import Choices
from journal.report.pdf import render_pdf
from tests.domain.diary import Diary
from tests.report.pages import HALF_YEAR, TODAY, day, report_of
from tests.report.shared_patient import MARKED_NOTE, PERIOD, files, patient, shared


def json_records(choices: Choices | None = None) -> list[dict[str, Any]]:
    content: dict[str, Any] = json.loads(files(choices)["records.json"])
    assert (
        (content["format"], content["version"])
        == (FORMAT, VERSION)
        == (
            "symptom-journal-records",
            1,
        )
    )
    records: list[dict[str, Any]] = content["records"]
    return records


def csv_rows(choices: Choices | None = None) -> list[dict[str, str]]:
    text = files(choices)["records.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [record for record in json_records() if record["kind"] == kind]


def values(record: dict[str, Any], field: str) -> list[Any]:
    return [each["value"] for each in record["fields"] if each["field"] == field]


def value(record: dict[str, Any], field: str) -> Any:
    found = values(record, field)
    assert len(found) <= 1
    return found[0] if found else None


def instant(record: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(record["at"]).astimezone(UTC)


class TestJson:
    def test_check_ins_equal_the_records(self) -> None:
        names = {"mood": "mood", "anxiety": "anxiety", "own-90": "Hope, daily"}
        kept = [(c.moment, {names[s.scale]: s.value for s in c.scores}) for c in shared().check_ins]
        expected = [(moment.instant, moment.day.isoformat(), scores) for moment, scores in kept]
        read = [
            (
                instant(each),
                each["day"],
                {f["name"]: f["value"] for f in each["fields"] if f["field"] == "score"},
            )
            for each in of_kind("check-in")
        ]
        assert read == expected

    def test_a_score_has_its_ends_in_a_form_no_spreadsheet_takes_for_a_day(self) -> None:
        fields = [field for record in of_kind("check-in") for field in record["fields"]]
        units = {field["name"]: field["unit"] for field in fields if field["field"] == "score"}
        assert units == {"mood": "0 to 10", "anxiety": "0 to 10", "Hope, daily": "1 to 5"}

    def test_when_it_was_written_down_and_where_it_came_from(self) -> None:
        check_ins = shared().check_ins
        for read, kept in zip(of_kind("check-in"), check_ins, strict=True):
            written = datetime.fromisoformat(value(read, "written-at"))
            assert written == min(score.written_at for score in kept.scores)
            assert (value(read, "source") or "") == kept.source
            assert (value(read, "note") or "") == kept.note

    def test_days_equal_the_records(self) -> None:
        read = [
            (
                each["day"],
                value(each, "sleep"),
                bool(value(each, "too-unwell")),
                bool(value(each, "no-side-effects")),
            )
            for each in of_kind("day")
        ]
        assert read == [
            (d.day.isoformat(), d.sleep_hours, d.too_unwell, d.no_side_effects)
            for d in shared().days
        ]
        assert "at" not in of_kind("day")[0]

    def test_a_session_equals_its_record(self) -> None:
        read, kept = of_kind("session")[0], shared().sessions[0]
        assert isinstance(kept.dose, Dose)
        assert instant(read) == kept.start.instant
        assert (read["day"], read["zone"]) == (kept.start.day.isoformat(), kept.start.zone)
        doses = [f for f in read["fields"] if f["field"].startswith("dose")]
        assert [(f["value"], f["unit"]) for f in doses] == [("32", "mg"), ("0.5", "mg/kg")]
        assert value(read, "minutes") == kept.minutes == 40
        assert value(read, "body-weight") == "64.5"
        assert values(read, "before") == ["alcohol", "opioids"]
        assert value(read, "state") == kept.state

    def test_what_no_page_has_is_not_there(self) -> None:
        whole = next(each for each in patient().sessions if each.felt)
        assert whole.setting is not None
        read = of_kind("session")[0]
        assert [value(read, field) for field in ("setting", "felt")] == [None, None]

    def test_readings_stand_by_their_minutes(self) -> None:
        fields = of_kind("session")[0]["fields"]
        measured = {(f["field"], f["name"]): f["value"] for f in fields if f["field"] == "systolic"}
        assert measured == {
            ("systolic", "before"): 128,
            ("systolic", "40"): 146,
            ("systolic", "90"): 120,
        }
        assert {"field": "leaving", "name": "90", "value": True} in fields
        assert {"field": "spo2", "name": "40", "value": 97, "unit": "%"} in fields

    def test_side_effects_equal_the_records(self) -> None:
        for read, kept in zip(of_kind("side-effect"), shared().side_effects, strict=True):
            assert value(read, "effect") == (kept.effect or kept.name)
            severity = kept.severity.name.lower() if kept.severity else None
            assert value(read, "severity") == severity
            assert value(read, "onset") == self.onset(kept)
            assert kept.duration is not None
            assert value(read, "lasted") == kept.duration.lasted
            assert value(read, "minutes") == kept.duration.minutes

    def onset(self, effect: SideEffect) -> str | None:
        if effect.began_at is not None:
            return effect.began_at.isoformat()
        return "during" if effect.onset else None

    def test_a_side_effect_names_its_session(self) -> None:
        number = value(of_kind("side-effect")[0], "session")
        (session,) = [each for each in json_records() if each["record"] == number]
        assert (session["kind"], value(session, "dose")) == ("session", "32")
        assert value(of_kind("side-effect")[1], "session") is None

    def test_questionnaires_equal_the_records(self) -> None:
        phq, gad = of_kind("questionnaire")
        answers = {f["name"]: f["value"] for f in phq["fields"] if f["field"] == "answer"}
        assert answers == dict(shared().responses[0].answers)
        assert (value(phq, "questionnaire"), value(phq, "total")) == ("PHQ-9", 9)
        assert (value(gad, "questionnaire"), value(gad, "total")) == ("GAD-7", 7)
        assert (value(phq, "from-paper"), value(gad, "from-paper")) == (None, True)

    def test_medicines_equal_the_records(self) -> None:
        fields = ("name", "dose", "how-often", "class", "first-day", "last-day")
        assert [tuple(value(m, f) for f in fields) for m in of_kind("medicine")] == [
            ("Sertraline", "100 mg", "mornings", "other", day(59).isoformat(), None),
            (
                "Lorazepam",
                "1 mg",
                None,
                "benzodiazepine",
                day(50).isoformat(),
                day(1).isoformat(),
            ),
        ]
        (dose,) = of_kind("dose-taken")
        assert (value(dose, "name"), value(dose, "amount")) == ("Lorazepam", "half of one")

    def test_safety_answers_equal_the_records(self) -> None:
        read = [(f["name"], f["value"]) for r in of_kind("safety-answer") for f in r["fields"]]
        assert read == [("safe-tonight", "yes"), ("bladder", "none")]

    def test_the_period_is_told(self) -> None:
        content = json.loads(files()["records.json"])
        assert content["first_day"] == PERIOD.first.isoformat()
        assert content["last_day"] == PERIOD.last.isoformat()


class TestCsv:
    def test_holds_what_the_json_holds(self) -> None:
        rows = [
            (
                str(record["record"]),
                record["kind"],
                record["day"],
                record.get("at", ""),
                record.get("zone", ""),
                field["field"],
                field.get("name", ""),
                "yes" if field["value"] is True else str(field["value"]),
                field.get("unit", ""),
            )
            for record in json_records()
            for field in record["fields"]
        ]
        assert [tuple(row[column] for column in COLUMNS) for row in csv_rows()] == rows

    def test_tells_spreadsheets_that_it_is_utf_8(self) -> None:
        assert files()["records.csv"].startswith(b"\xef\xbb\xbfrecord,kind,day,at,zone,field,")

    def test_a_note_comes_back_as_it_was_written(self) -> None:
        notes = [row["value"] for row in csv_rows() if row["field"] == "note"]
        assert notes == [MARKED_NOTE]


class TestBytes:
    def test_the_same_records_give_the_same(self) -> None:
        assert files() == files()

    @pytest.mark.parametrize("text", ["a\ud83dz", "a\x00b", "😀 \u202e", '","\r\n'])
    def test_any_text_can_be_attached(self, text: str) -> None:
        diary = Diary()
        diary.effect(day(1), name=text)
        records = diary.records()
        summary = summary_for(records, PERIOD, TODAY)
        content = {a.name: a.content for a in attached_data(records, summary, Choices())}
        read = json.loads(content["records.json"])["records"][0]["fields"][0]["value"]
        table = csv.DictReader(StringIO(content["records.csv"].decode("utf-8-sig"), newline=""))
        expected = text.encode("utf-8", "replace").decode()
        assert read == next(table)["value"] == expected


@pytest.fixture(scope="module")
def rendered() -> bytes:
    records = patient()
    data = attached_data(records, summary_for(records, PERIOD, TODAY), Choices())
    return render_pdf(report_of(records, PERIOD), data, system_fonts=False)


class TestInThePdf:
    def test_they_are_the_files_to_the_byte(self, rendered: bytes) -> None:
        with pikepdf.open(BytesIO(rendered)) as document:
            read = {
                name: attached.get_file().read_bytes()
                for name, attached in document.attachments.items()
            }
        assert read == files()

    def test_they_are_described(self, rendered: bytes) -> None:
        with pikepdf.open(BytesIO(rendered)) as document:
            told = {
                name: (spec.get_file().mime_type, spec.description)
                for name, spec in document.attachments.items()
            }
            relations = {str(spec.AFRelationship) for spec in document.Root.AF}
        assert told == {
            "records.csv": ("text/csv", "The records as a table"),
            "records.json": ("application/json", "The records for other programs"),
        }
        assert relations == {"/Data"}

    def test_the_file_is_an_archive_that_may_hold_them(self, rendered: bytes) -> None:
        with pikepdf.open(BytesIO(rendered)) as document, document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert metadata["pdfuaid:part"] == "1"

    def test_the_same_page_gives_the_same_bytes(self, rendered: bytes) -> None:
        records = patient()
        data = attached_data(records, summary_for(records, PERIOD, TODAY), Choices())
        assert render_pdf(report_of(records, PERIOD), data, system_fonts=False) == rendered

    def test_a_page_without_data_has_no_files(self) -> None:
        with pikepdf.open(BytesIO(render_pdf(report_of(patient(), HALF_YEAR)))) as document:
            assert list(document.attachments) == []
