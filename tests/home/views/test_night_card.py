import pytest
import time_machine

from taoli.common.models import AuditEntry, ViewLog
from taoli.home.queries import night
from taoli.notifications.models import Notice
from taoli.roster.models import Group, GroupMember, SchoolNumbers
from tests.guidance.talking import at, body, watch
from tests.world import START, World

PAGE = "/night-card/"


def test_only_while_on_duty_and_each_opening_is_logged(world: World) -> None:
    watch(world, "王敏", hours=(9, 11))
    SchoolNumbers.objects.create(school=world.school, hospital="市一院 0535-6000", counsellor=world.staff["周宁"])
    client = world.client("王敏")
    page = body(client, f"{PAGE}?q=林子")
    assert "13800000000" in page
    assert "市一院" in page
    seen = ViewLog.objects.of(world.school).filter(noun="roster.guardian").get()
    assert seen.ids == [str(world.students["林子涵"].pk)]
    with time_machine.travel(at(11), tick=False):
        after = body(client, f"{PAGE}?q=林子")
    assert "13800000000" not in after
    assert "不在值班时间" in after
    assert "13800000000" not in body(world.client("李慧"), f"{PAGE}?q=林子")


def test_no_log_no_data(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    watch(world, "王敏")

    def full(*_args: object, **_known: object) -> None:
        raise OSError

    monkeypatch.setattr(night, "log_view", full)
    client = world.client("王敏")
    client.raise_request_exception = False
    answer = client.get(f"{PAGE}?q=林子")
    assert answer.status_code == 500
    assert b"13800000000" not in answer.content


def test_dormitory_staff_reach_their_own_house_only(world: World) -> None:
    room = Group.objects.create(school=world.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    GroupMember.objects.create(school=world.school, group=room, student=world.students["林子涵"], starts=START)
    watch(world, "王敏", "dormitory", place="兰苑")
    client = world.client("王敏")
    assert "林母" in body(client, f"{PAGE}?q=101")
    assert "没有找到" in body(client, f"{PAGE}?q=吴桐")
    watch(world, "李慧", "dormitory", place="松苑")
    assert "没有找到" in body(world.client("李慧"), f"{PAGE}?q=林子涵")


def test_a_lead_opens_it_with_a_reason_for_half_an_hour_and_the_office_is_told(world: World) -> None:
    client = world.client("赵国栋")
    assert "13800000000" not in body(client, f"{PAGE}?q=林子")
    assert "请写明原因" in client.post(PAGE, {"reason": "。"}).content.decode()
    client.post(PAGE, {"reason": "学生走失，找家长"})
    assert "13800000000" in body(client, f"{PAGE}?q=林子")
    entry = AuditEntry.objects.of(world.school).get(action="night_card.open_without_duty")
    assert entry.data["reason"] == "学生走失，找家长"
    assert Notice.objects.of(world.school).get(kind="night_card").receiver_id == world.staff["孙悦"].pk
    with time_machine.travel(at(10, 36), tick=False):
        assert "13800000000" not in body(client, f"{PAGE}?q=林子")


def test_a_mentor_cannot_open_it_with_a_reason(world: World) -> None:
    client = world.client("王敏")
    client.post(PAGE, {"reason": "学生走失，找家长"})
    assert "13800000000" not in body(client, f"{PAGE}?q=林子")
    assert not AuditEntry.objects.of(world.school).filter(action="night_card.open_without_duty").exists()


def test_it_is_two_taps_from_me(world: World) -> None:
    watch(world, "王敏")
    assert f'href="{PAGE}"' in body(world.client("王敏"), "/me/")


def test_another_schools_student_is_never_found(world: World) -> None:
    watch(world, "王敏")
    assert "没有找到" in body(world.client("王敏"), f"{PAGE}?q=邻校生")


def test_what_was_seen_is_one_tap_from_the_card_for_one_or_a_whole_room(world: World) -> None:
    room = Group.objects.create(school=world.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    for name in ("林子涵", "吴桐"):
        GroupMember.objects.create(school=world.school, group=room, student=world.students[name], starts=START)
    watch(world, "王敏", "dormitory", place="兰苑")
    client = world.client("王敏")
    ids = [str(world.students[name].pk) for name in ("林子涵", "吴桐")]
    page = body(client, f"{PAGE}?q=101")
    assert "为这些学生记一条" in page
    assert f"/guidance/records/new/?kind=seen&students={','.join(ids)}" in page.replace("&amp;", "&")
    chosen = body(client, f"/guidance/records/new/?kind=seen&students={','.join(ids)}")
    assert chosen.count('" checked') == 4  # both students, way and place
