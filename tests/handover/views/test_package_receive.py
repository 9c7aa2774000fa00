from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.handover.models import Arrival
from taoli.handover.services.packages import draft_package
from taoli.handover.services.sending import send_package
from tests.handover.sending import Two, form, sent
from tests.world import World

URL = "/handover/packages/receive/"


def foreign(both: Two) -> bytes:
    """A package of the school next door for this one."""
    assert both.world.stranger is not None
    package = draft_package(by=both.there, partner_id=both.back.pk, student_ids=[both.world.stranger.pk], person="孙悦")
    package = send_package(by=both.there, pk=package.pk, edit=package.edit, nonetheless="暂无导师")
    return bytes(package.data or b"")


def test_a_good_file_waits_for_a_decision(both: Two) -> None:
    file = SimpleUploadedFile("x.taoli", foreign(both))
    answer = both.world.client("孙悦").post(URL, form(file=file))
    row = Arrival.objects.of(both.world.school).get()
    assert answer["Location"] == f"/handover/arrivals/{row.pk}/"


def test_each_fault_has_its_sentence_and_nothing_is_kept(both: Two) -> None:
    office, data = both.world.client("孙悦"), foreign(both)
    for content, words in (
        (b"hello", "这不是桃李档案包"),
        (data[:-100], "文件只到了一部分"),
        (bytes(sent(both).data or b""), "不是给本校的"),
    ):
        file = SimpleUploadedFile("x.taoli", content)
        assert words in office.post(URL, form(file=file)).content.decode()
    assert "请选择" in office.post(URL, form()).content.decode()
    assert not Arrival.objects.of(both.world.school).exists()


def test_without_keys_the_page_says_what_to_do(world: World) -> None:
    assert "本校还没有密钥" in world.client("孙悦").get(URL).content.decode()
