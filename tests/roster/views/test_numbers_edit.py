from taoli.roster.models import SchoolNumbers
from tests.guidance.talking import body
from tests.world import World

PAGE = "/roster/numbers/"


def test_the_numbers_stand_on_the_students_page(world: World) -> None:
    data = {
        "duty_phone": "0535-8110",
        "care_line": "12356",
        "counsellor": str(world.staff["周宁"].pk),
        "steps": "先看学生\n再打电话",
    }
    client = world.client("孙悦")
    for _each in range(2):
        assert client.post(PAGE, data).status_code == 302
    assert SchoolNumbers.objects.of(world.school).get().counsellor == world.staff["周宁"]
    assert "0535-8110" in body(world.client("林子涵"), "/my-mentor/")


def test_somebody_who_is_no_staff_and_an_empty_line_for_worries_are_refused(world: World) -> None:
    client = world.client("孙悦")
    for wrong in ({"care_line": ""}, {"care_line": "12356", "backup": str(world.students["吴桐"].pk)}):
        assert client.post(PAGE, wrong).status_code == 200
    assert not SchoolNumbers.objects.of(world.school).exists()
