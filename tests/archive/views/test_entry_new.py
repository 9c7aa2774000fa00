import io
import struct
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from taoli.archive.models import EntryFile, GrowthEntry
from tests.archive.growing import sent
from tests.archive.keeping import picture
from tests.world import World

WORDS = {"section": "works", "text": "剪纸《鱼》", "happened_on": "2026-11-20", "seen_by": "family"}


def url(world: World, student: str = "林子涵") -> str:
    return f"/archive/students/{world.students[student].pk}/add/"


def photo(name: str = "作品.png") -> SimpleUploadedFile:
    found, data = picture(name)
    return SimpleUploadedFile(found, data, "image/png")


def huge() -> SimpleUploadedFile:
    """A small file that claims to be a photo of 80 megapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 10_000, 8_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return SimpleUploadedFile("大照片.png", data + chunk(b"IEND", b""), "image/png")


def send(client: Client, address: str, **said: Any) -> str:
    answer = client.post(address, sent(**{**WORDS, **said}))
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize("name", ["王敏", "李慧", "林子涵", "林母"])
def test_an_entry_is_kept_once_and_shown(world: World, name: str) -> None:
    client, form = world.client(name), sent(**WORDS)
    for _each in range(2):
        assert client.post(url(world), form)["Location"] == f"/archive/students/{world.students['林子涵'].pk}/"
    assert GrowthEntry.objects.of(world.school).get().by_kind == {"林子涵": "student", "林母": "guardian"}.get(
        name, "staff"
    )


def test_photos_are_kept_without_their_place(world: World) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "GPS-PLACE"
    Image.new("RGB", (40, 40), "teal").save(out, "JPEG", exif=exif)
    placed = SimpleUploadedFile("照片.jpg", out.getvalue(), "image/jpeg")
    send(world.client("林子涵"), url(world), pictures=[photo(), placed])
    rows = list(EntryFile.objects.of(world.school).order_by("id"))
    assert [row.name for row in rows] == ["作品.jpg", "照片.jpg"]
    assert b"GPS-PLACE" not in bytes(rows[1].data)


def test_a_photo_of_80_megapixels_is_refused_in_a_sentence_and_the_words_stay(world: World) -> None:
    page = send(world.client("林子涵"), url(world), pictures=[huge()])
    assert "太大" in page
    assert "剪纸《鱼》" in page
    assert not GrowthEntry.objects.of(world.school).exists()


def test_seven_photos_and_ten_thousand_characters_are_refused_and_nothing_is_kept(world: World) -> None:
    client = world.client("王敏")
    assert "最多 6 个文件" in send(client, url(world), pictures=[photo(f"{place}.png") for place in range(7)])
    assert "10000" in send(client, url(world), text="长" * 10_000)
    assert "以后" in send(client, url(world), happened_on="2026-12-24")
    assert not GrowthEntry.objects.of(world.school).exists()


def test_the_form_offers_whom_one_writes_for(world: World) -> None:
    assert "暂时只有我" in world.client("林子涵").get(url(world)).content.decode()
    assert "暂时只有我" not in world.client("王敏").get(url(world)).content.decode()
    assert 'name="seen_by"' not in world.client("林母").get(url(world)).content.decode()


def test_another_student_is_not_found(world: World) -> None:
    for name, student in (("林子涵", "周一诺"), ("林母", "孙浩然"), ("王敏", "孙浩然")):
        assert world.client(name).post(url(world, student), sent(**WORDS)).status_code == 404
