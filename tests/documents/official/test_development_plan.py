from taoli.common.models import ViewLog
from taoli.roster.models import Student
from tests.documents.official.people import data
from tests.world import World


def test_goals_interests_activities_and_their_steps(worked: World) -> None:
    Student.objects.of(worked.school).filter(name="林子涵").update(strengths=["drawing"])
    found = data(worked, "development_plan")
    assert "每天读半小时书" in found["aims"]
    assert found["activities"] == "10月20日 周二 图书角值日"
    assert [row["step"] for row in found["steps"]] == ["选一本书"]
    data(worked, "development_plan", "孙悦")
    assert "roster.student" in {row.noun for row in ViewLog.objects.of(worked.school)}
