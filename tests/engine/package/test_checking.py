"""Ten planted faults and more, each found under its own name."""

import io
import json
import zipfile
from typing import Any

import pytest

from taoli.engine.package import Finding, RefusedError, check, look, open_package, public_keys
from taoli.engine.package import opening as opening_module
from taoli.engine.package.writing import canonical
from tests.engine.package.packing import (
    ALPHA,
    BETA,
    ID,
    PICTURE,
    STRANGER,
    entries,
    packed,
    rewritten,
    student,
    trust,
    zipped,
)

GOOD = packed().data


def codes(data: bytes, **known: Any) -> list[str]:
    return [one.code for one in check(data, trust(**known))]


def test_a_sound_package_has_no_findings_and_is_opened() -> None:
    findings, found, opened = look(GOOD, trust())
    assert findings == []
    assert found is not None
    assert opened is not None
    assert [one.person.name for one in opened.students] == ["林子涵", "周一诺"]
    assert opened.files == {PICTURE: b"picture"}
    assert opened.sha256 == found.sha256 == packed().sha256


def test_without_keys_a_package_is_checked_and_stays_closed() -> None:
    findings, found, opened = look(GOOD, trust(keys=None, senders=None, on=None))
    assert (findings, opened) == ([], None)
    assert found is not None


def test_no_name_of_a_student_stands_in_the_file() -> None:
    assert "林子涵".encode() not in GOOD
    assert "住处".encode() not in GOOD


def test_a_strangers_signature() -> None:
    assert codes(packed(keys=STRANGER).data) == ["stranger"]


def test_a_partners_key_under_another_schools_name() -> None:
    assert codes(GOOD, senders={public_keys(ALPHA)[0]: "gamma"}) == ["stranger"]


@pytest.mark.parametrize("signed", [b"", b"x" * 64])
def test_a_manifest_that_is_not_as_it_was_signed(signed: bytes) -> None:
    assert codes(zipped(entries(GOOD) | {"manifest.sig": signed})) == ["forged"]


def test_a_tampered_part() -> None:
    found = entries(GOOD)
    spoilt = bytearray(found["student/0001.json"])
    spoilt[20] ^= 1
    findings = check(zipped(found | {"student/0001.json": bytes(spoilt)}), trust())
    assert findings == [Finding("part_changed", {"part": "student/0001.json"})]


def test_a_byte_turned_over_on_the_way() -> None:
    place = GOOD.index(entries(GOOD)["student/0002.json"]) + 30
    assert codes(GOOD[:place] + bytes([GOOD[place] ^ 255]) + GOOD[place + 1 :]) == ["part_changed"]


def test_a_package_that_was_received_before() -> None:
    assert codes(GOOD, received={ID}) == ["received_before"]


@pytest.mark.parametrize(("version", "code"), [(0, "too_old"), (2, "too_new")])
def test_a_version_that_is_not_read(version: int, code: str) -> None:
    assert codes(rewritten(GOOD, version=version)) == [code]


@pytest.mark.parametrize("version", ["1", True, None])
def test_a_version_that_is_none(version: Any) -> None:
    assert codes(rewritten(GOOD, version=version)) == ["broken_manifest"]


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99, 0.9999])
def test_half_delivered(kept: float) -> None:
    assert codes(GOOD[: int(len(GOOD) * kept)]) == ["cut_short"]


def test_expired() -> None:
    assert codes(rewritten(GOOD, expires="2026-11-22")) == ["expired"]
    assert codes(rewritten(GOOD, expires="2026-11-23")) == []


def test_for_another_school() -> None:
    assert codes(GOOD, keys=STRANGER) == ["wrong_receiver"]


def test_a_part_is_missing_and_another_is_too_many() -> None:
    found = entries(GOOD)
    found["notes.txt"] = found.pop("student/0002.json")
    assert codes(zipped(found)) == ["part_missing", "part_extra"]
    with pytest.raises(RefusedError) as refusal:
        open_package(zipped(found), BETA)
    assert refusal.value.finding.code == "part_missing"


def test_two_parts_of_one_name() -> None:
    out = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as file:
        file.writestr("student/0001.json", b"{}")
    assert codes(out.getvalue()) == ["part_extra"]


@pytest.mark.parametrize(("born", "there"), [("2011-03-04", True), (None, True), ("2011-03-05", False)])
def test_a_student_who_is_there_already_is_a_question(born: str | None, there: bool) -> None:
    import datetime as dt

    day = dt.date.fromisoformat(born) if born else None
    findings, _found, opened = look(GOOD, trust(there={("周一诺", day)}))
    assert [one.code for one in findings] == ["student_there"] * there
    assert not any(one.refuses for one in findings)
    assert opened is not None


def test_required_sections_are_asked_for() -> None:
    findings, _found, opened = look(packed(student(sections=()), files={}).data, trust())
    assert [(one.code, one.params["sections"]) for one in findings] == [
        ("sections_lacking", ("goals", "contacts", "evaluations"))
    ]
    assert findings[0].refuses
    assert opened is None


def test_a_packed_bomb_is_refused_before_it_is_unpacked() -> None:
    assert codes(zipped({"manifest.json": b"0" * 10_000_000}, zipfile.ZIP_DEFLATED)) == ["too_large"]


@pytest.mark.parametrize(("limit", "most"), [("MOST_BYTES", 100), ("MOST_MANIFEST", 100), ("MOST_OPENED", 10)])
def test_too_large_in_any_way(limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, limit, most)
    assert codes(GOOD) == ["too_large"]


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, "MOST_PARTS", 1)
    assert codes(GOOD) == ["too_large"]


def test_a_part_that_is_larger_than_it_says() -> None:
    parts = json.loads(entries(GOOD)["manifest.json"])["parts"]
    assert codes(rewritten(GOOD, parts=[one | {"opened": 3} for one in parts])) == ["too_large"]


@pytest.mark.parametrize("data", [b"", b"hello", zipped({"other.txt": b"x"})])
def test_a_file_that_is_no_package(data: bytes) -> None:
    assert codes(data) == ["no_package"]


def test_a_broken_zip_with_its_end() -> None:
    place = GOOD.rindex(b"PK\x01\x02")
    assert codes(GOOD[:place] + b"XX" + GOOD[place + 2 :]) == ["no_package"]


@pytest.mark.parametrize("text", [b"{", b"[]", b"[" * 100_000, b'{"version": 1}'])
def test_a_manifest_that_is_broken(text: bytes) -> None:
    assert codes(zipped(entries(GOOD) | {"manifest.json": text})) == ["broken_manifest"]


def test_a_manifest_has_one_form_only() -> None:
    assert codes(rewritten(GOOD, plain=True)) == ["broken_manifest"]
    parts = json.loads(entries(GOOD)["manifest.json"])["parts"]
    assert codes(rewritten(GOOD, parts=[*parts, parts[0]])) == ["broken_manifest"]
    assert codes(rewritten(GOOD, created="2026-11-23T10:05:00")) == ["broken_manifest"]


def test_a_key_that_would_open_to_everybody() -> None:
    assert codes(rewritten(GOOD, ephemeral="A" * 43 + "=")) == ["broken_manifest"]


def test_a_part_sealed_for_another_place() -> None:
    found = entries(GOOD)
    parts = json.loads(found["manifest.json"])["parts"]
    swap = {"student/0001.json": "student/0002.json", "student/0002.json": "student/0001.json"}
    moved = [one | {"name": swap.get(one["name"], one["name"])} for one in parts]
    found = {swap.get(name, name): data for name, data in found.items()}
    assert codes(rewritten(zipped(found), parts=moved)) == ["cannot_open"]


def test_the_number_of_students_is_as_said() -> None:
    assert codes(rewritten(GOOD, students=3)) == ["broken_content"]


def test_a_file_that_is_named_and_not_there() -> None:
    assert codes(packed(files={}).data) == ["broken_content"]


@pytest.mark.parametrize("content", [b"{", canonical({"person": {}})])
def test_content_that_breaks_the_schema(content: bytes) -> None:
    from tests.engine.package.spoiling import with_part

    assert codes(with_part("student/0001.json", content)) == ["broken_content"]


def test_content_that_was_not_packed() -> None:
    from tests.engine.package.spoiling import with_raw_part

    assert codes(with_raw_part("student/0001.json", b"{}")) == ["cannot_open"]
