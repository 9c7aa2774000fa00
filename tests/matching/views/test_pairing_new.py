from taoli.roster.models import Student
from tests.matching.year import live
from tests.world import World

URL = "/matching/year/place/"


def test_a_student_who_came_since_gets_the_best_free_seat(going: World) -> None:
    client = going.client("孙悦")
    assert "人人都有导师" in client.get(URL).content.decode()
    room = going.classes["高二(1)班"]
    new = Student.objects.create(school=going.school, number="S100", name="郑新", school_class=room)
    assert "郑新" in client.get(URL).content.decode()
    data = {"starts": "2026-11-23", f"mentor_{new.pk}": str(going.staff["周宁"].pk)}
    assert client.post(URL, data).status_code == 302
    going.students["郑新"] = new
    assert live(going, "郑新").mentor_id == going.staff["周宁"].pk
    assert "请重新看一遍" in client.post(URL, data).content.decode()


def test_without_a_scheme_the_page_says_so(world: World) -> None:
    answer = world.client("孙悦").get(URL)
    assert answer.status_code == 409
    assert "方案" in answer.content.decode()
