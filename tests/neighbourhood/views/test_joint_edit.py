from taoli.neighbourhood.models import JointDecision, JointMeeting
from tests.neighbourhood.views.test_joint_list import meeting
from tests.world import World

URL = "/neighbourhood/joint/edit/"
SAID = {"theme": "暑期安全", "held_on": "2026-12-03", "at": "09:00", "place": "区政府三楼"}


def test_a_meeting_with_what_was_settled(world: World) -> None:
    client = world.client("郑岚")
    client.post(URL, {**SAID, "decisions": "妇联｜两场讲座｜2026-12-20\n团委 | 志愿者排班 | 2026-12-10"})
    row = JointMeeting.objects.of(world.bureaus["district"]).get()
    assert JointDecision.objects.of(row.school).filter(meeting=row).count() == 2
    assert "妇联 | 两场讲座 | 2026-12-20" in client.get(f"{URL}?meeting={row.pk}").content.decode()
    client.post(f"{URL}?meeting={row.pk}", {**SAID, "decisions": "", "edit": 1})
    assert not JointDecision.objects.of(row.school).exists()
    assert "刚刚被别人修改过" in client.post(f"{URL}?meeting={row.pk}", {**SAID, "edit": 1}).content.decode()


def test_a_line_that_cannot_be_read_is_named_and_nothing_kept(world: World) -> None:
    client = world.client("郑岚")
    for line in ("妇联 两场讲座", "妇联|讲座|下周", f"{'妇' * 41}|讲座|2026-12-20"):
        assert "第 1 行" in client.post(URL, {**SAID, "decisions": line}).content.decode()
    assert not JointMeeting.objects.of(world.bureaus["district"]).exists()
    assert world.client("方远").get(f"{URL}?meeting={meeting(world).pk}").status_code == 404
