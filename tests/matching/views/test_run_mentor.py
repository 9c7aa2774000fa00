import uuid

from taoli.matching.models import MatchRun
from tests.world import World


def test_officer_sees_load_students_and_demand(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").get(f"/matching/runs/{fair_run.pk}/mentors/{world.staff['王敏'].pk}/").content.decode()
    assert "有 4 名学生把这位导师填入志愿，其中第一志愿 3 名" in page
    assert "第1志愿" in page
    assert "这里的规则都守住了。" in page


def test_grade_lead_sees_students_of_the_grade_without_wishes(world: World, fair_run: MatchRun) -> None:
    client = world.client("赵国栋")
    page = client.get(f"/matching/runs/{fair_run.pk}/mentors/{world.staff['王敏'].pk}/").content.decode()
    assert "志愿" not in page
    assert client.get(f"/matching/runs/{fair_run.pk}/mentors/{uuid.uuid4()}/").status_code == 404
