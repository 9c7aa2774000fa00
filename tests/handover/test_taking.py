"""What a graduate takes along: a booklet whose text can be read out, an open form that can be read back, the files."""

import io
import json
import re
import zipfile
import zlib

import pytest

from taoli.archive.queries.whole import as_open_json, whole_archive
from taoli.common.errors import TaoliError
from taoli.handover.queries.taken_along import SCHEMA, read_back, schema_text
from taoli.handover.services import booklet
from taoli.handover.services.taking import archive_zip
from tests.archive.growing import aim
from tests.handover.changing import talked
from tests.world import TODAY, World


def texts(pdf: bytes) -> str:
    """Return the text of a PDF of ours: the codes of its streams, read through the maps that stand in it."""
    streams = [_plain(one) for one in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)]
    maps = [one for one in streams if b"beginbfchar" in one or b"beginbfrange" in one]
    return "".join(_mapped(one) for one in maps)


def _plain(stream: bytes) -> bytes:
    import base64

    try:
        return zlib.decompress(base64.a85decode(stream.strip().removesuffix(b"~>")))
    except (ValueError, zlib.error):
        try:
            return zlib.decompress(stream)
        except zlib.error:
            return stream


def _mapped(stream: bytes) -> str:
    found = re.findall(rb"<([0-9A-Fa-f]{4})>", stream)
    return "".join(chr(int(code, 16)) for code in found)


def test_the_schema_stands_beside_the_app_as_it_is() -> None:
    # Write it anew: manage.py shell -c "from taoli.handover.queries.taken_along import *; SCHEMA.write_text(schema_text())"
    assert SCHEMA.read_text() == schema_text()


def test_one_file_holds_booklet_open_form_and_schema(settled: World) -> None:
    aim(settled, "每天读半小时书", "周一开始")
    talked(settled, "王敏", "林子涵", TODAY, guidances=[])
    student = settled.students["林子涵"]
    with zipfile.ZipFile(io.BytesIO(archive_zip(settled.school.pk, student.pk))) as folder:
        assert folder.namelist() == ["成长档案.pdf", "archive.json", "archive.schema.json"]
        plain = json.loads(folder.read("archive.json"))
        pdf = folder.read("成长档案.pdf")
    whole = whole_archive(settled.school.pk, student.pk)
    assert read_back(plain) == whole
    assert plain == as_open_json(whole)
    assert (plain["format"], plain["version"]) == ("taoli-archive", 1)
    assert [(one["by"], one["held_on"]) for one in plain["contacts"]] == [("王敏", TODAY.isoformat())]
    assert set("林子涵每天读半小时书王敏") <= set(texts(pdf))
    assert b"FontFile2" in pdf


def test_the_same_archive_makes_the_same_open_form(settled: World) -> None:
    student = settled.students["林子涵"]
    first, second = (archive_zip(settled.school.pk, student.pk) for _each in range(2))
    with zipfile.ZipFile(io.BytesIO(first)) as one, zipfile.ZipFile(io.BytesIO(second)) as two:
        assert one.read("archive.json") == two.read("archive.json")


def test_signs_that_no_text_holds_do_not_break_the_booklet(settled: World) -> None:
    aim(settled, "读完<三体>&写\x0b感想")
    student = settled.students["林子涵"]
    assert booklet.booklet(whole_archive(settled.school.pk, student.pk)).startswith(b"%PDF")


def test_a_server_without_the_font_says_so(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    booklet._font.cache_clear()  # as a server that has just started
    monkeypatch.setattr(booklet, "FILE", booklet.FILE / "nowhere")
    with pytest.raises(TaoliError, match="字体"):
        booklet.booklet(whole_archive(settled.school.pk, settled.students["林子涵"].pk))
