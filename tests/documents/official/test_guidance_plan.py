from taoli.common.models import ViewLog
from tests.documents.official.people import data
from tests.world import World


def test_goals_and_steps_of_the_student_stand_in_it(worked: World) -> None:
    found = data(worked, "guidance_plan")
    assert found["aims"].startswith("每天读半小时书")
    assert found["steps"] == "选一本书"


def test_the_office_gets_the_form_without_goals(worked: World) -> None:
    assert data(worked, "guidance_plan", "孙悦")["aims"] == ""


def test_a_homeroom_teachers_reading_is_logged(worked: World) -> None:
    data(worked, "guidance_plan", "李慧")
    assert [row.noun for row in ViewLog.objects.of(worked.school)] == ["archive.goal"]
