"""Writing a calendar that was read."""

from django.urls import reverse

from taoli.roster.models import SchoolDay
from taoli.roster.services.calendar_import import preview
from tests.roster.calendars import LISTED, listed
from tests.world import World

URL = reverse("roster:calendar_confirm")
OP = "0197a000-0000-7000-8000-000000000001"


def test_what_was_previewed_is_written_once(world: World) -> None:
    client = world.client("孙悦")
    token = preview(school_id=world.school.pk, data=listed(*LISTED)).token
    answers = [client.post(URL, {"token": token, "op": OP}) for _ in range(2)]
    assert [answer["Location"] for answer in answers] == [reverse("schemes:calendar_show")] * 2
    assert SchoolDay.objects.of(world.school).filter(kind="exam", source="book").count() == 5
    assert "已完成，改了 9 天。" in client.get(reverse("schemes:calendar_show")).content.decode()


def test_an_old_preview_gets_a_sentence(world: World) -> None:
    client = world.client("孙悦")
    page = client.post(URL, {"token": "old"}, follow=True)
    assert page.redirect_chain == [(reverse("roster:calendar_import"), 302)]
    assert "这份预览已过期。请重新上传文件。" in page.content.decode()


def test_only_the_office_may(world: World) -> None:
    assert world.client("钱程").post(URL, {"token": "x"}).status_code == 403
