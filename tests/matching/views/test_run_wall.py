from taoli.matching.models import MatchRun
from taoli.matching.queries.wall import codes_of
from taoli.roster.models import Student
from tests.world import World


def test_wall_sheet_names_students_and_mentors_by_code(world: World, fair_run: MatchRun) -> None:
    Student.objects.create(school=world.school, number="S9", name="郑新", school_class=world.classes["高一(1)班"])
    page = world.client("孙悦").get(f"/matching/runs/{fair_run.pk}/wall/").content.decode()
    codes = codes_of(fair_run)
    assert f"<b>{codes.student[str(world.students['林子涵'].pk)]}</b> 林子涵" in page
    assert f"<b>M{codes.mentor[str(world.staff['王敏'].pk)]}</b> 王敏" in page
    assert "志愿" not in page.replace("志愿服务", "")


def test_grade_lead_has_the_own_grade_on_the_wall(world: World, fair_run: MatchRun) -> None:
    page = world.client("赵国栋").get(f"/matching/runs/{fair_run.pk}/wall/").content.decode()
    assert "林子涵" in page
    assert "吴桐" not in page
