import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from taoli.common.models import ViewLog
from taoli.guidance.models import GuidanceRecord, RecordFile
from taoli.guidance.services import record_withdraw
from tests.guidance.writing import form
from tests.world import World

NEW = "/guidance/records/new/"


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(out, "PNG")
    return SimpleUploadedFile("黑板.png", out.getvalue(), "image/png")


@pytest.fixture
def file(settled: World) -> RecordFile:
    """王敏 adds a photo to a talk with 林子涵."""
    settled.client("王敏").post(NEW, form(settled, "林子涵", file=picture()))
    return RecordFile.objects.of(settled.school).get()


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/files/{pk}/"


def test_its_writer_sees_it_on_the_record_and_opens_it(settled: World, file: RecordFile) -> None:
    client = settled.client("王敏")
    record = GuidanceRecord.objects.of(settled.school).get()
    assert url(file.pk) in client.get(f"/guidance/records/{record.pk}/").content.decode()
    answer = client.get(url(file.pk))
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer.content.startswith(b"\xff\xd8")
    assert not ViewLog.objects.of(settled.school).exists()


def test_others_who_may_read_the_text_open_it_and_are_logged(settled: World, file: RecordFile) -> None:
    assert settled.client("李慧").get(url(file.pk)).status_code == 200
    assert ViewLog.objects.of(settled.school).get().page == "guidance:file_download"


@pytest.mark.parametrize("name", ["吴考", "林子涵", "林母"])
def test_whoever_may_not_read_the_text_does_not_get_it(settled: World, file: RecordFile, name: str) -> None:
    assert settled.client(name).get(url(file.pk)).status_code == 403
    assert settled.client("王敏").get(url(uuid.uuid4())).status_code == 404


def test_taken_back_with_the_record_it_is_deleted(settled: World, file: RecordFile) -> None:
    record = GuidanceRecord.objects.of(settled.school).get()
    record_withdraw(by=settled.actor("王敏"), pk=record.pk)
    assert not RecordFile.objects.of(settled.school).exists()


def test_a_disguised_file_is_refused_and_the_words_stay(settled: World) -> None:
    bad = SimpleUploadedFile("作业.jpg", b"MZ\x90\x00" + b"\x00" * 200, "image/jpeg")
    page = settled.client("王敏").post(NEW, form(settled, "林子涵", file=bad, private_text="聊了作息")).content.decode()
    assert "不是图片" in page
    assert "聊了作息" in page
    assert not GuidanceRecord.objects.of(settled.school).exists()
