from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.notifications.models import NoticeMessage
from taoli.notifications.phrases import KINDS
from taoli.notifications.services import To, notify
from tests.notifications.conftest import at, tell
from tests.world import World


def failed(world: World, name: str, state: str = "failed", **more: object) -> NoticeMessage:
    """A message that did not leave."""
    return NoticeMessage.objects.create(
        school=world.school,
        person_kind="staff",
        person_id=world.staff[name].pk,
        channel="wecom",
        state=state,
        made_at=at(11, 23, 9),
        due_at=at(11, 23, 9),
        tries=1,
        **{"reason": "person:81013", **more},
    )


def test_counts_reasons_and_no_content(world: World) -> None:
    client = world.client("孙悦")
    assert "暂无站外消息" in client.get("/notices/deliveries/").content.decode()
    failed(world, "王敏")
    tell(world)
    with CaptureQueriesContext(connection) as few:
        page = client.get("/notices/deliveries/").content.decode()
    assert "王敏 · 企业微信" in page
    assert "（81013）" in page
    assert "秋季双向选择" not in page
    failed(world, "李慧")
    failed(world, "陈立", state="unclear", reason="unclear")
    with CaptureQueriesContext(connection) as many:
        client.get("/notices/deliveries/")
    assert len(many) == len(few)


def test_another_schools_messages_are_not_here(world: World) -> None:
    NoticeMessage.objects.create(
        school=world.other,
        person_kind="staff",
        person_id=world.staff["王敏"].pk,
        channel="mail",
        state="failed",
        made_at=at(11, 23, 9),
        due_at=at(11, 23, 9),
    )
    assert "暂无站外消息" in world.client("孙悦").get("/notices/deliveries/").content.decode()


def test_that_a_student_asked_to_talk_stands_in_no_count(world: World) -> None:
    to = [To("staff", world.staff["王敏"].pk)]
    notify(by=world.office, to=to, kind="talk_asked", about="a")
    notify(by=world.office, to=to, kind="weekly_digest", about="b")
    page = world.client("孙悦").get("/notices/deliveries/").content.decode()
    assert str(KINDS["weekly_digest"].label) in page
    assert str(KINDS["talk_asked"].label) not in page
