"""The record page of whoever is on duty and has no students, or others than the own, in front of them."""

import datetime as dt
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.accounts.models import RoleHeld
from taoli.guidance.models import GuidanceRecord
from taoli.roster.models import Group, GroupMember, Student
from tests.guidance.talking import watch
from tests.guidance.views.test_record_new import URL, count, text
from tests.guidance.writing import form
from tests.world import TODAY, World


def test_whoever_is_on_duty_finds_a_room_and_writes_what_was_seen(settled: World) -> None:
    room = Group.objects.create(school=settled.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    GroupMember.objects.create(
        school=settled.school, group=room, student=settled.students["吴桐"], starts=TODAY - dt.timedelta(days=30)
    )
    watch(settled, "王敏", "dormitory", place="兰苑")
    client = settled.client("王敏")
    page = text(client.get(URL))
    assert "值班见闻 · 兰苑" in page
    assert f"{URL}?find=%E5%85%B0%E8%8B%91101%E5%AE%A4" in page
    assert "吴桐" not in page
    page = text(client.get(f"{URL}?find=101"))
    assert re.findall(r'name="students"[^>]*data-name="([^"]+)"', page) == ["吴桐"]
    assert 'name="kind" value="seen" checked' in page
    assert '<details class="more" open' in page
    answer = client.post(f"{URL}?find=101", form(settled, "吴桐", kind="seen", private_text="熄灯后还在写作业"))
    assert answer.status_code == 302
    after = text(client.get(answer["Location"]))
    assert "见面（值班时）" in after
    record = GuidanceRecord.objects.of(settled.school).get()
    show = text(client.get(f"/guidance/records/{record.pk}/"))
    assert f"/guidance/students/{record.student_id}/" not in show
    assert client.get(f"/guidance/students/{record.student_id}/").status_code == 404


def test_of_a_student_met_on_duty_a_visit_is_refused_in_a_sentence(settled: World) -> None:
    watch(settled, "王敏", "leader")
    answer = settled.client("王敏").post(URL, form(settled, "吴桐", kind="visit"))
    assert "请记见闻、谈话或电话" in text(answer)
    assert count(settled) == 0


def test_somebody_with_no_student_but_a_turn_is_asked_for_a_name_and_has_few_ways(settled: World) -> None:
    watch(settled, "李慧", "second")
    Student.objects.of(settled.school).update(mentor=None)
    RoleHeld.objects.filter(account=settled.accounts["李慧"]).update(role="mentor", place_kind="school", place_id=None)
    client = settled.client("李慧")
    page = text(client.get(URL))
    assert ('name="find"' in page, 'name="kind"' in page) == (True, False)
    page = text(client.get(URL, {"find": "吴桐"}))
    assert re.findall(r'<input type="radio" name="kind" value="(\w+)"', page) == ["seen", "talk", "phone"]
    assert re.search(r'name="kind" value="seen" checked', page)
    assert "没有找到" in text(client.get(URL, {"find": "邻校生"}))


def test_a_fuller_house_asks_the_database_nothing_more(settled: World) -> None:
    room = Group.objects.create(school=settled.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    watch(settled, "王敏", "dormitory", place="兰苑")
    client, counts = settled.client("王敏"), []
    for name in ("吴桐", "孙浩然", "钱多多"):
        GroupMember.objects.create(
            school=settled.school, group=room, student=settled.students[name], starts=TODAY - dt.timedelta(days=30)
        )
        with CaptureQueriesContext(connection) as seen:
            client.get(f"{URL}?find=101")
        counts.append(len(seen))
    assert len(set(counts)) == 1
